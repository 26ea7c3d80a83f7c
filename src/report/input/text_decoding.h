/* From bytes in any encoding to valid UTF-8 without NUL bytes. */
#ifndef RO_REPORT_INPUT_TEXT_DECODING_H
#define RO_REPORT_INPUT_TEXT_DECODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct ro_decoded {
  const char *text; /* NUL-terminated; may be the bytes given */
  size_t size;
  const char *note; /* what a reader should be told of the encoding; NULL where all is UTF-8 */
} ro_decoded;

/* Tells the encoding by a byte order mark or UTF-16's NUL bytes, by being valid UTF-8, by
 * `declared` (a name from an HTTP header or a `meta` element; may be NULL), at last by uchardet.
 * What cannot be decoded becomes U+FFFD. The bytes must be followed by a NUL byte where they are to
 * be used as they are. */
ro_decoded ro_decode_text(ro_arena *arena, const char *bytes, size_t size, const char *declared);

/* "UTF-16LE" or "UTF-16BE" where a byte order mark says so, or every other byte of Latin letters is
 * NUL; else NULL. */
const char *ro_utf16_encoding(const char *bytes, size_t size);

/* The encoding that a page names in a `meta` element or an XML declaration, in the arena; NULL. */
const char *ro_declared_charset(ro_arena *arena, const char *bytes, size_t size);

#endif
