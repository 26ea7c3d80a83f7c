#include "report/input/warc.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "report/builder/inline_text.h"
#include "report/facts/written_date.h"
#include "report/input/http_message.h"

/* Headers of records and of HTTP are small; a larger one is damage. */
enum { LARGEST_HEADER = 256 * 1024 };

typedef struct record {
  ro_slice header; /* in the arena */
  uint64_t length; /* of the block behind the header */
} record;

static bool equals(ro_slice value, const char *word) {
  return strlen(word) == value.size && strncasecmp(value.bytes, word, value.size) == 0;
}

static bool starts_with(ro_slice value, const char *word) {
  size_t length = strlen(word);
  return value.size >= length && strncasecmp(value.bytes, word, length) == 0;
}

static ro_status pass(ro_stream *stream, uint64_t size, ro_error *error) {
  while (size) {
    const char *bytes;
    size_t shown;
    ro_status status = ro_stream_peek(stream, 1, &bytes, &shown, error);
    if (status != RO_OK) return status;
    if (!shown) return RO_OK;
    size_t step = shown < size ? shown : (size_t)size;
    ro_stream_skip(stream, step);
    size -= step;
  }
  return RO_OK;
}

/* Passes over the line breaks between records; RO_END where nothing follows. */
static ro_status pass_breaks(ro_stream *stream, ro_error *error) {
  for (;;) {
    const char *bytes;
    size_t size;
    ro_status status = ro_stream_peek(stream, 1, &bytes, &size, error);
    if (status != RO_OK) return status;
    if (!size) return RO_END;
    size_t blank = 0;
    while (blank < size && (bytes[blank] == '\r' || bytes[blank] == '\n'))
      blank++;
    ro_stream_skip(stream, blank);
    if (blank < size) return RO_OK;
  }
}

/* Goes on at the next line that starts a record. */
static ro_status resynchronise(ro_stream *stream, const char *name, ro_error *error) {
  for (;;) {
    const char *bytes;
    size_t size;
    ro_status status = ro_stream_line(stream, &bytes, &size, error);
    if (status == RO_ERROR_LIMIT) continue;
    if (status != RO_OK && status != RO_END) return status;
    if (status == RO_END) break;
    if (ro_stream_peek(stream, 7, &bytes, &size, error) == RO_OK && size >= 7 &&
        memcmp(bytes, "WARC/1.", 7) == 0)
      break;
  }
  return ro_fail(error, RO_ERROR_FORMAT, name, 0, "a damaged record was passed over");
}

static bool read_length(ro_slice value, uint64_t *length) {
  *length = 0;
  for (size_t i = 0; i < value.size; i++) {
    if (value.bytes[i] < '0' || value.bytes[i] > '9' || *length > UINT64_MAX / 100) return false;
    *length = *length * 10 + (uint64_t)(value.bytes[i] - '0');
  }
  return value.size > 0;
}

static ro_status next_record(ro_stream *stream, ro_arena *arena, const char *name, record *out,
                             ro_error *error) {
  ro_status status = pass_breaks(stream, error);
  if (status != RO_OK) return status;
  const char *bytes;
  size_t size, header = 0;
  for (size_t wanted = 4096; !header; wanted *= 2) {
    status = ro_stream_peek(stream, wanted, &bytes, &size, error);
    header = ro_header_size(bytes, size);
    if (header || size < wanted || wanted >= LARGEST_HEADER) break;
  }
  if (!header && status != RO_OK) ro_stream_skip(stream, size);
  if (!header && status != RO_OK) return status;
  if (!header || size < 7 || memcmp(bytes, "WARC/1.", 7) != 0)
    return resynchronise(stream, name, error);
  out->header = (ro_slice){ro_arena_copy(arena, bytes, header), header};
  if (!read_length(ro_header_field(out->header, "content-length"), &out->length))
    return resynchronise(stream, name, error);
  ro_stream_skip(stream, header);
  return RO_OK;
}

static bool is_html_type(ro_slice type) {
  return starts_with(type, "text/html") || starts_with(type, "application/xhtml");
}

static const char *charset_of(ro_arena *arena, ro_slice type) {
  for (size_t i = 0; i + 8 < type.size; i++) {
    if (strncasecmp(type.bytes + i, "charset=", 8) != 0) continue;
    const char *start = type.bytes + i + 8, *end = type.bytes + type.size;
    while (start < end && (*start == '"' || *start == '\''))
      start++;
    const char *stop = start;
    while (stop < end && !strchr(" ;\"'", *stop))
      stop++;
    return stop > start ? ro_arena_copy(arena, start, (size_t)(stop - start)) : NULL;
  }
  return NULL;
}

/* A response of HTTP: false where it is no page that was there. */
static bool take_response(ro_arena *arena, ro_slice block, ro_warc_page *page) {
  size_t size = ro_header_size(block.bytes, block.size);
  ro_slice header = {block.bytes, size};
  if (!size || ro_http_status(header) != 200) return false;
  ro_slice type = ro_header_field(header, "content-type");
  if (type.size && !is_html_type(type)) return false;
  page->charset = charset_of(arena, type);
  page->is_html = true;
  page->content = ro_http_body(arena, header, (ro_slice){block.bytes + size, block.size - size});
  return true;
}

static bool take_block(ro_arena *arena, const record *found, ro_slice block, ro_warc_page *page) {
  ro_slice type = ro_header_field(found->header, "warc-type");
  ro_slice content_type = ro_header_field(found->header, "content-type");
  if (equals(type, "response")) return take_response(arena, block, page);
  bool resource = equals(type, "resource") || equals(type, "conversion");
  page->is_html = is_html_type(content_type);
  page->charset = charset_of(arena, content_type);
  page->content = block;
  return resource && (page->is_html || starts_with(content_type, "text/plain"));
}

static bool may_hold_page(const record *found) {
  ro_slice type = ro_header_field(found->header, "warc-type");
  return equals(type, "response") || equals(type, "resource") || equals(type, "conversion");
}

static void take_header(ro_arena *arena, const record *found, ro_warc_page *page) {
  ro_slice url = ro_header_field(found->header, "warc-target-uri");
  if (url.size > 2 && url.bytes[0] == '<') { /* WARC 1.0 allowed brackets */
    url.bytes++;
    url.size -= 2;
  }
  page->url = url.size ? ro_arena_copy(arena, url.bytes, url.size) : NULL;
  ro_slice date = ro_header_field(found->header, "warc-date");
  page->crawled = ro_find_date(date.bytes, date.size, false).day;
}

/* The record's block in the arena, so that the stream can go on. */
static ro_status read_block(ro_stream *stream, ro_arena *arena, const char *name,
                            const record *found, ro_slice *block, ro_error *error) {
  if (found->length > RO_LARGEST_PAGE) {
    ro_status status = pass(stream, found->length, error);
    if (status != RO_OK) return status;
    return ro_fail(error, RO_ERROR_LIMIT, name, 0, "a record is larger than 64 MB");
  }
  const char *bytes;
  size_t size;
  ro_status status = ro_stream_peek(stream, (size_t)found->length, &bytes, &size, error);
  if (status != RO_OK) ro_stream_skip(stream, size);
  if (status != RO_OK) return status;
  if (size < found->length)
    status = ro_fail(error, RO_ERROR_FORMAT, name, 0, "the last record ends too early");
  size_t taken = size < found->length ? size : (size_t)found->length;
  *block = (ro_slice){ro_arena_copy(arena, bytes, taken), taken};
  ro_stream_skip(stream, taken);
  return status;
}

ro_status ro_warc_next(ro_stream *stream, ro_arena *arena, const char *name, ro_warc_page *page,
                       ro_error *error) {
  for (;;) {
    ro_arena_reset(arena);
    record found = {0};
    ro_status status = next_record(stream, arena, name, &found, error);
    if (status != RO_OK) return status;
    if (!may_hold_page(&found)) {
      status = pass(stream, found.length, error);
      if (status != RO_OK) return status;
      continue;
    }
    *page = (ro_warc_page){.crawled = RO_NO_DAY};
    ro_slice block = {"", 0};
    status = read_block(stream, arena, name, &found, &block, error);
    if (status != RO_OK) return status;
    take_header(arena, &found, page);
    if (take_block(arena, &found, block, page)) return RO_OK;
  }
}
