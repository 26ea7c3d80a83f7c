/* Any bytes as a file of weights: refused with a message, or loaded. */
#include "fuzz_model_file.h"
#include "records/learned/addressee_model.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_arena *arena = ro_arena_create();
  const addressee_model *model;
  ro_error error;
  ro_status status = addressee_model_load(&model, arena, fuzz_file_path(bytes, size), &error);
  FUZZ_CHECK((status == RO_OK) == (model != NULL));
  ro_arena_free(arena);
  return 0;
}
