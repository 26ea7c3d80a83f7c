#include "reader_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  return read_all(data, size, RO_INPUT_FEED);
}
