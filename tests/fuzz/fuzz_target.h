/* What every fuzz target includes. Data are read from READOUT_DATA. */
#ifndef RO_TESTS_FUZZ_TARGET_H
#define RO_TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Stops the run where what must hold does not. */
#define FUZZ_CHECK(condition)                                                                      \
  do {                                                                                             \
    if (!(condition)) {                                                                            \
      fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);               \
      abort();                                                                                     \
    }                                                                                              \
  } while (0)

static inline const char *fuzz_data_directory(void) {
  const char *directory = getenv("READOUT_DATA");
  FUZZ_CHECK(directory);
  return directory;
}

#endif
