/* HTTP responses as archives keep them. */
#ifndef RO_REPORT_INPUT_HTTP_MESSAGE_H
#define RO_REPORT_INPUT_HTTP_MESSAGE_H

#include "base/arena.h"
#include "report/builder/slice.h"

/* Size of a header block with the blank line that ends it, lines ending in CR LF or LF; 0 where it
 * does not end. */
size_t ro_header_size(const char *bytes, size_t size);

/* The value of a field of a header block; size 0 where there is none. */
ro_slice ro_header_field(ro_slice header, const char *name);

/* The number behind "HTTP/1.1 "; 0 for none. */
int ro_http_status(ro_slice header);

/* Takes chunked transfer and gzip off a response's body, into the arena where needed. What cannot
 * be unpacked is given as it is. */
ro_slice ro_http_body(ro_arena *arena, ro_slice header, ro_slice body);

#endif
