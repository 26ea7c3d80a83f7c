#include "report/input/text_decoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <uchardet/uchardet.h>

#include "base/unicode.h"

/* uchardet and the search for a `meta` element look at this much of the page. */
enum { LOOK_AT = 64 * 1024, HEAD_OF_PAGE = 4096 };

/* Browsers take Latin-1 and ASCII for Windows-1252, and so do the pages that declare them. */
static const char *encoding_of_label(const char *label) {
  static const char *const latin[] = {"iso-8859-1", "iso8859-1", "latin1", "latin-1",
                                      "us-ascii",   "ascii",     "ansi",   "windows-1252"};
  for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
    if (strcasecmp(label, latin[i]) == 0) return "WINDOWS-1252";
  if (strcasecmp(label, "gb2312") == 0 || strcasecmp(label, "gbk") == 0) return "GB18030";
  if (strcasecmp(label, "shift_jis") == 0 || strcasecmp(label, "x-sjis") == 0) return "CP932";
  if (strcasecmp(label, "iso-8859-9") == 0) return "WINDOWS-1254";
  return label;
}

typedef struct output {
  char *bytes;
  size_t size, capacity;
} output;

static char *make_room(ro_arena *arena, output *out, size_t more) {
  if (out->capacity - out->size <= more) {
    size_t capacity = (out->capacity + more) * 2;
    char *moved = ro_arena_alloc(arena, capacity);
    if (out->size) memcpy(moved, out->bytes, out->size);
    out->bytes = moved;
    out->capacity = capacity;
  }
  return out->bytes + out->size;
}

static void put_replacement(ro_arena *arena, output *out) {
  memcpy(make_room(arena, out, 4), "\xEF\xBF\xBD", 3);
  out->size += 3;
}

/* Valid UTF-8 from bytes that are nearly so; counts what had to be replaced. */
static ro_decoded repair_utf8(ro_arena *arena, const char *bytes, size_t size, const char *note) {
  output out = {0};
  bool only_nul = true;
  make_room(arena, &out, size + size / 8 + 16);
  for (size_t at = 0; at < size;) {
    size_t good = ro_utf8_valid_prefix(bytes + at, size - at);
    memcpy(make_room(arena, &out, good), bytes + at, good);
    out.size += good;
    at += good;
    if (at == size) break;
    if (bytes[at] != '\0') only_nul = false;
    put_replacement(arena, &out);
    at++;
  }
  if (!note)
    note = only_nul ? "holds NUL bytes; each became U+FFFD"
                    : "is not valid UTF-8; what could not be read became U+FFFD";
  return (ro_decoded){out.bytes, out.size, note};
}

/* False where iconv does not know the encoding. */
static bool convert(ro_arena *arena, const char *bytes, size_t size, const char *encoding,
                    output *out) {
  iconv_t converter = iconv_open("UTF-8", encoding);
  if ((intptr_t)converter == -1) return false;
  char *in = (char *)bytes;
  size_t left = size;
  make_room(arena, out, size + size / 4 + 16);
  while (left) {
    char *to = make_room(arena, out, 64);
    size_t room = out->capacity - out->size - 1, before = room;
    size_t result = iconv(converter, &in, &left, &to, &room);
    out->size += before - room;
    if (result != (size_t)-1) break;
    if (errno == E2BIG) {
      make_room(arena, out, out->capacity);
    } else {
      put_replacement(arena, out);
      in++;
      left--;
    }
  }
  iconv_close(converter);
  return true;
}

static ro_decoded decode_from(ro_arena *arena, const char *bytes, size_t size,
                              const char *encoding) {
  output out = {0};
  if (!convert(arena, bytes, size, encoding_of_label(encoding), &out))
    return repair_utf8(arena, bytes, size, NULL);
  const char *note = ro_arena_print(arena, "was decoded from %s", encoding);
  if (ro_utf8_valid_prefix(out.bytes, out.size) != out.size)
    return repair_utf8(arena, out.bytes, out.size, note);
  return (ro_decoded){out.bytes, out.size, note};
}

/* The longest part of the bytes that uchardet is shown: it slows down on long ones. */
static const char *guess_encoding(ro_arena *arena, const char *bytes, size_t size,
                                  size_t first_bad) {
  size_t start = first_bad > LOOK_AT / 2 ? first_bad - LOOK_AT / 2 : 0;
  size_t length = size - start < LOOK_AT ? size - start : LOOK_AT;
  uchardet_t detector = uchardet_new();
  const char *found = NULL;
  if (uchardet_handle_data(detector, bytes + start, length) == 0) {
    uchardet_data_end(detector);
    const char *name = uchardet_get_charset(detector);
    if (name && *name && strcasecmp(name, "UTF-8") != 0) found = ro_arena_copy_string(arena, name);
  }
  uchardet_delete(detector);
  return found;
}

static size_t count_bad(const char *bytes, size_t size, size_t at, size_t enough) {
  size_t bad = 0;
  for (; at < size && bad < enough; at++, bad++) {
    at += ro_utf8_valid_prefix(bytes + at, size - at);
    if (at >= size) break;
  }
  return bad;
}

static bool is_single_byte_utf8(const char *declared) {
  return declared && (strcasecmp(declared, "utf-8") == 0 || strcasecmp(declared, "utf8") == 0);
}

static bool has_byte_order_mark(const char *bytes, size_t size) {
  return size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

/* Latin letters, digits and markup of UTF-16 have a NUL byte each, all on the same side. */
const char *ro_utf16_encoding(const char *bytes, size_t size) {
  enum { LEAST = 8, ENOUGH = 1024 };
  if (has_byte_order_mark(bytes, size)) return bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
  size_t pairs = (size < ENOUGH ? size : ENOUGH) / 2, nuls[2] = {0};
  for (size_t i = 0; i < pairs * 2; i++)
    nuls[i % 2] += bytes[i] == '\0';
  if (pairs * 2 < LEAST) return NULL;
  if (nuls[0] == 0 && nuls[1] * 2 > pairs) return "UTF-16LE";
  return nuls[1] == 0 && nuls[0] * 2 > pairs ? "UTF-16BE" : NULL;
}

ro_decoded ro_decode_text(ro_arena *arena, const char *bytes, size_t size, const char *declared) {
  const char *utf16 = ro_utf16_encoding(bytes, size);
  if (utf16) {
    size_t mark = has_byte_order_mark(bytes, size) ? 2 : 0;
    return decode_from(arena, bytes + mark, size - mark, utf16);
  }
  if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    bytes += 3;
    size -= 3;
  }
  size_t good = ro_utf8_valid_prefix(bytes, size);
  if (good == size) return (ro_decoded){bytes, size, NULL};
  bool utf8_declared = is_single_byte_utf8(declared);
  /* a stray byte in a page of UTF-8 is damage, not another encoding */
  size_t bad = count_bad(bytes, size, good, 64);
  if (memchr(bytes, '\0', size) || (utf8_declared && bad < 64))
    return repair_utf8(arena, bytes, size, NULL);
  const char *encoding = utf8_declared ? NULL : declared;
  if (!encoding) encoding = guess_encoding(arena, bytes, size, good);
  if (!encoding) return repair_utf8(arena, bytes, size, NULL);
  return decode_from(arena, bytes, size, encoding);
}

static const char *find_word(const char *bytes, size_t size, const char *word) {
  size_t length = strlen(word);
  for (size_t i = 0; i + length <= size; i++)
    if (strncasecmp(bytes + i, word, length) == 0) return bytes + i + length;
  return NULL;
}

const char *ro_declared_charset(ro_arena *arena, const char *bytes, size_t size) {
  if (size > HEAD_OF_PAGE) size = HEAD_OF_PAGE;
  const char *end = bytes + size;
  const char *at = find_word(bytes, size, "charset");
  if (!at && size > 5 && memcmp(bytes, "<?xml", 5) == 0) at = find_word(bytes, size, "encoding");
  if (!at) return NULL;
  while (at < end && (strchr(" \t\r\n='\"", *at) && *at))
    at++;
  const char *start = at;
  while (at<end && * at> ' ' && !strchr("'\";>/?", *at))
    at++;
  size_t length = (size_t)(at - start);
  return length && length < 40 ? ro_arena_copy(arena, start, length) : NULL;
}
