/* Any bytes as a file of weights: refused with a message, or loaded and safe to use. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "records/learned/act_model.h"

static char path[] = "/tmp/fuzz-act-model-XXXXXX";

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
  const act_model *model;
  ro_error error;
  if (act_model_load(&model, arena, path, &error) == RO_OK) act_reading_create(model, arena);
  ro_arena_free(arena);
  return 0;
}
