/* Shipped files of weights, damaged: each reader must refuse them with a message. */
#ifndef RO_TESTS_DAMAGED_FILE_H
#define RO_TESTS_DAMAGED_FILE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "unit_test.h"

/* Loads a file of weights into the arena; returns false in *loaded where it was refused. */
typedef ro_status (*weights_loader)(bool *loaded, ro_arena *arena, const char *path,
                                    ro_error *error);

/* Loads the first `size` bytes of the shipped file, with one byte changed. */
static inline ro_status load_damaged(const char *name, weights_loader load, size_t size,
                                     size_t changed) {
  ro_arena *arena = ro_arena_create();
  char path[] = "/tmp/test-weights-XXXXXX";
  ro_mapped_file file;
  const char *shipped = ro_path_join(arena, getenv("READOUT_DATA"), name);
  assert_int_equal(ro_mapped_file_open(&file, shipped, NULL), RO_OK);
  int descriptor = mkstemp(path);
  assert_true(descriptor >= 0);
  FILE *out = fdopen(descriptor, "wb");
  for (size_t i = 0; i < size && i < file.size; i++)
    fputc(i == changed ? file.bytes[i] ^ 0x55 : file.bytes[i], out);
  fclose(out);
  bool loaded;
  ro_error error;
  ro_status status = load(&loaded, arena, path, &error);
  assert_true(status == RO_OK || (!loaded && strcmp(error.file, path) == 0));
  remove(path);
  ro_mapped_file_close(&file);
  ro_arena_free(arena);
  return status;
}

/* Cut off anywhere, and changed in any byte of the first `head` but those of the number `spare`,
 * which is not used. */
static inline void assert_refused_when_damaged(const char *name, weights_loader load, size_t head,
                                               size_t spare) {
  assert_int_equal(load_damaged(name, load, SIZE_MAX, SIZE_MAX), RO_OK);
  assert_int_equal(load_damaged(name, load, 0, SIZE_MAX), RO_ERROR_FORMAT);
  assert_int_equal(load_damaged(name, load, 7, SIZE_MAX), RO_ERROR_FORMAT);
  assert_int_equal(load_damaged(name, load, 1000, SIZE_MAX), RO_ERROR_FORMAT);
  for (size_t i = 0; i < head; i++)
    if (i / 4 != spare) assert_int_equal(load_damaged(name, load, SIZE_MAX, i), RO_ERROR_FORMAT);
}

#endif
