/* Part of a text that somebody else owns; not NUL-terminated. */
#ifndef RO_REPORT_BUILDER_SLICE_H
#define RO_REPORT_BUILDER_SLICE_H

#include <stddef.h>

typedef struct ro_slice {
  const char *bytes;
  size_t size;
} ro_slice;

#endif
