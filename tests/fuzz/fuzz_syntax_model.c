/* Any bytes as the file of the network: refused with a message, or safe to run.
 *
 * A whole model is too large to be found by chance: the input is laid over the first bytes of the
 * one in READOUT_DATA, where the header, the list of sections and the sizes stand; its last four
 * bytes say how much of the file there is. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syntax/network.h"

static char path[] = "/tmp/fuzz-syntax-model-XXXXXX";
static ro_mapped_file whole;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void remove_file(void) {
  unlink(path);
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  int file = mkstemp(path);
  const char *data = getenv("READOUT_DATA");
  ro_arena *arena = ro_arena_create();
  if (file < 0 || !data ||
      ro_mapped_file_open(&whole, ro_path_join(arena, data, "syntax.model"), NULL) != RO_OK)
    abort();
  ro_arena_free(arena);
  if (write(file, whole.bytes, whole.size) != (ssize_t)whole.size) abort();
  close(file);
  atexit(remove_file);
  return 0;
}

/* Lays the input over the beginning of the file and cuts the file off at `length`. */
static void write_model(const uint8_t *bytes, size_t size, size_t length) {
  FILE *file = fopen(path, "r+b");
  if (!file) abort();
  fwrite(whole.bytes, 1, 4096, file);
  rewind(file);
  fwrite(bytes, 1, size < 4096 ? size : 4096, file);
  fflush(file);
  if (ftruncate(fileno(file), (off_t)length) != 0) abort();
  fclose(file);
}

static void restore(size_t length) {
  FILE *file = fopen(path, "r+b");
  if (!file) abort();
  fseek(file, (long)length, SEEK_SET);
  fwrite(whole.bytes + length, 1, whole.size - length, file);
  fclose(file);
}

static void run(const ro_model *model) {
  static const char *const forms[] = {"The", "envoys", "met", "."};
  ro_word_features words[4];
  ro_piece piece = {0, 4};
  uint32_t heads[4] = {2, 3, 0, 3};
  for (size_t i = 0; i < 4; i++)
    words[i] = ro_word_features_of(model, forms[i], strlen(forms[i]));
  ro_network network;
  ro_network_create(&network, model, ro_kernels_best(), 4);
  ro_network_run(&network, words, &piece, 1);
  float *scores =
      ro_allocate(4 * (size_t)model->labels.outputs * sizeof(float) + 20 * sizeof(float));
  ro_network_score_arcs(&network, piece, scores);
  ro_network_score_relations(&network, piece, heads, scores);
  free(scores);
  ro_network_free(&network);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size < 4) return 0;
  uint32_t length;
  memcpy(&length, bytes + size - 4, 4);
  length = length % 2 ? length % (uint32_t)whole.size : (uint32_t)whole.size;
  write_model(bytes, size - 4, length);
  ro_model model;
  ro_error error;
  if (ro_model_open(&model, path, &error) == RO_OK) {
    run(&model);
    ro_model_close(&model);
  }
  restore(length);
  return 0;
}
