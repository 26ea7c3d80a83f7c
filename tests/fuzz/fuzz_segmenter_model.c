/* Any bytes are refused as a sentence model, or a decision can be made with them. */
#include "fuzz_model_file.h"

#include "text/boundary_model.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  ro_arena *arena = ro_arena_create();
  ro_boundary_model *model;
  ro_error error;
  if (ro_boundary_model_open(&model, arena, fuzz_file_path(bytes, size), &error) == RO_OK) {
    uint32_t features[RO_BOUNDARY_FEATURE_COUNT];
    for (uint32_t i = 0; i < RO_BOUNDARY_FEATURE_COUNT; i++)
      features[i] = (i * 7919u) & ((1u << RO_BOUNDARY_FEATURE_BITS) - 1);
    features[0] = (1u << RO_BOUNDARY_FEATURE_BITS) - 1;
    ro_boundary_model_decide(model, features);
  }
  ro_boundary_model_close(model);
  ro_arena_free(arena);
  return 0;
}
