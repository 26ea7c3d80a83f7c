/* Gives a target's bytes a path, for loaders that map a file. */
#ifndef RO_TESTS_FUZZ_MODEL_FILE_H
#define RO_TESTS_FUZZ_MODEL_FILE_H

#include <stdio.h>
#include <unistd.h>

#include "fuzz_target.h"

/* Writes the bytes to the target's own file and returns its path. */
static inline const char *fuzz_file_path(const uint8_t *bytes, size_t size) {
  static char path[64];
  if (!path[0]) snprintf(path, sizeof path, "/dev/shm/readout-fuzz-%ld", (long)getpid());
  FILE *file = fopen(path, "wb");
  FUZZ_CHECK(file && fwrite(bytes, 1, size, file) == size);
  fclose(file);
  return path;
}

#endif
