#include "report/input/http_message.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "report/builder/inline_text.h"
#include "report/input/stream.h"

size_t ro_header_size(const char *bytes, size_t size) {
  for (size_t i = 0; i + 1 < size; i++) {
    if (bytes[i] != '\n') continue;
    if (bytes[i + 1] == '\n') return i + 2;
    if (bytes[i + 1] == '\r' && i + 2 < size && bytes[i + 2] == '\n') return i + 3;
  }
  return 0;
}

ro_slice ro_header_field(ro_slice header, const char *name) {
  size_t length = strlen(name);
  const char *at = header.bytes, *end = header.bytes + header.size;
  while (at < end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    size_t line = (size_t)((stop ? stop : end) - at);
    if (line > length && at[length] == ':' && strncasecmp(at, name, length) == 0)
      return ro_trimmed((ro_slice){at + length + 1, line - length - 1});
    at += line + 1;
  }
  return (ro_slice){"", 0};
}

int ro_http_status(ro_slice header) {
  if (header.size < 12 || strncasecmp(header.bytes, "HTTP/", 5) != 0) return 0;
  const char *space = memchr(header.bytes, ' ', header.size < 16 ? header.size : 16);
  if (!space || (size_t)(space - header.bytes) + 4 > header.size) return 0;
  int status = 0;
  for (int i = 1; i <= 3; i++) {
    if (space[i] < '0' || space[i] > '9') return 0;
    status = status * 10 + (space[i] - '0');
  }
  return status;
}

/* Size of the chunk whose line starts at *at, which moves behind the line; SIZE_MAX for no chunk.
 */
static size_t chunk_size(ro_slice body, size_t *at) {
  size_t size = 0, digits = 0;
  for (; *at < body.size; ++*at, digits++) {
    char c = body.bytes[*at];
    int digit = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : -1;
    if (digit < 0) break;
    if (size > RO_LARGEST_PAGE) return SIZE_MAX;
    size = size * 16 + (size_t)digit;
  }
  const char *stop = *at < body.size ? memchr(body.bytes + *at, '\n', body.size - *at) : NULL;
  if (!digits || !stop || stop - (body.bytes + *at) > 200) return SIZE_MAX;
  *at = (size_t)(stop - body.bytes) + 1;
  return size;
}

/* Archives keep the header but often took the chunks away: then the body is none of chunks. */
static ro_slice without_chunks(ro_arena *arena, ro_slice body) {
  char *joined = ro_arena_alloc(arena, body.size + 1);
  size_t written = 0, at = 0;
  while (at < body.size) {
    size_t size = chunk_size(body, &at);
    if (size == SIZE_MAX) return written ? (ro_slice){joined, written} : body;
    if (size == 0) break;
    if (size > body.size - at) size = body.size - at;
    memcpy(joined + written, body.bytes + at, size);
    written += size;
    at += size;
    while (at < body.size && (body.bytes[at] == '\r' || body.bytes[at] == '\n'))
      at++;
  }
  return (ro_slice){joined, written};
}

static bool holds(ro_slice value, const char *word) {
  size_t length = strlen(word);
  for (size_t i = 0; i + length <= value.size; i++)
    if (strncasecmp(value.bytes + i, word, length) == 0) return true;
  return false;
}

static ro_slice unzipped(ro_arena *arena, ro_slice body) {
  ro_stream *stream = ro_stream_from_memory(body.bytes, body.size, "");
  const char *bytes;
  size_t size;
  ro_status status = ro_stream_peek(stream, RO_LARGEST_PAGE, &bytes, &size, NULL);
  bool damaged = status == RO_ERROR_LIMIT || size == 0;
  ro_slice plain = damaged ? body : (ro_slice){ro_arena_copy(arena, bytes, size), size};
  ro_stream_free(stream);
  return plain;
}

ro_slice ro_http_body(ro_arena *arena, ro_slice header, ro_slice body) {
  if (holds(ro_header_field(header, "transfer-encoding"), "chunked"))
    body = without_chunks(arena, body);
  bool zipped =
      body.size > 2 && (unsigned char)body.bytes[0] == 0x1F && (unsigned char)body.bytes[1] == 0x8B;
  return zipped ? unzipped(arena, body) : body;
}
