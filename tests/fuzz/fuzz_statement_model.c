/* Any bytes as a file of weights: refused with a message, or loaded and safe to use. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "statements/attribution_model.h"

static char path[] = "/tmp/fuzz-statement-model-XXXXXX";

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void remove_file(void) {
  unlink(path);
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  int file = mkstemp(path);
  if (file < 0) abort();
  close(file);
  atexit(remove_file);
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  FILE *file = fopen(path, "wb");
  if (!file) abort();
  fwrite(bytes, 1, size, file);
  fclose(file);
  ro_arena *arena = ro_arena_create();
  const ro_attribution_model *model;
  ro_error error;
  if (ro_attribution_model_load(&model, arena, path, &error) == RO_OK)
    ro_attribution_scratch_create(model, arena);
  ro_arena_free(arena);
  return 0;
}
