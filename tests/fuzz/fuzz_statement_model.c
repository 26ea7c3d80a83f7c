/* Any bytes as a file of weights: refused with a message, or loaded and safe to use. */
#include "fuzz_model_file.h"
#include "statements/attribution_model.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_arena *arena = ro_arena_create();
  const ro_attribution_model *model;
  ro_error error;
  if (ro_attribution_model_load(&model, arena, fuzz_file_path(bytes, size), &error) == RO_OK)
    ro_attribution_scratch_create(model, arena);
  ro_arena_free(arena);
  return 0;
}
