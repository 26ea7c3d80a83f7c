/* Bytes of a file, of standard input or of memory, one after another, with gzip and zstd taken off
 * on the way. Memory stays at what is looked at: archives of any size pass through. */
#ifndef RO_REPORT_INPUT_STREAM_H
#define RO_REPORT_INPUT_STREAM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* A page, a line or a record larger than this is refused. */
#define RO_LARGEST_PAGE ((size_t)64 * 1024 * 1024)

typedef struct ro_stream ro_stream;

/* "-" is standard input. On error *out is NULL. */
ro_status ro_stream_open(ro_stream **out, const char *path, ro_error *error);

/* Over bytes that outlive the stream; `name` is what errors call it. */
ro_stream *ro_stream_from_memory(const void *bytes, size_t size, const char *name);

void ro_stream_free(ro_stream *stream);

/* Shows the next bytes without moving on: at least `wanted` of them, fewer only at the end. What it
 * shows is valid until the next call. An error (damaged or truncated compression) comes when no
 * more good bytes can be shown. */
ro_status ro_stream_peek(ro_stream *stream, size_t wanted, const char **bytes, size_t *size,
                         ro_error *error);

/* Shows everything to the end, with a NUL byte behind it; RO_ERROR_LIMIT where that is more than
 * RO_LARGEST_PAGE. Valid until the next call. */
ro_status ro_stream_whole(ro_stream *stream, char **bytes, size_t *size, ro_error *error);

/* Moves past bytes that were shown. */
void ro_stream_skip(ro_stream *stream, size_t size);

/* Takes one line without its line break. RO_END after the last one; RO_ERROR_LIMIT for a line over
 * RO_LARGEST_PAGE, which is passed over. Valid until the next call. */
ro_status ro_stream_line(ro_stream *stream, const char **line, size_t *size, ro_error *error);

/* Whether an error ended the bytes: nothing more will come. */
bool ro_stream_has_failed(const ro_stream *stream);

#endif
