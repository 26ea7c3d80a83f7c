/* The layout of the compiled dictionary's file. */
#ifndef RO_NAMES_DICTIONARY_FILE_H
#define RO_NAMES_DICTIONARY_FILE_H

#include <stdint.h>

#define RO_DICTIONARY_MAGIC UINT64_C(0x3153454d414e4f52) /* "RONAMES1", little endian */

typedef struct ro_dictionary_header {
  uint64_t magic;
  uint32_t entry_count, posting_count, slot_count, string_size;
} ro_dictionary_header;

#endif
