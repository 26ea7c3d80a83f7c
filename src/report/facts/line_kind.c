#include "report/facts/line_kind.h"

#include <stdbool.h>
#include <string.h>

#include "base/unicode.h"
#include "report/builder/tables.h"

/* Longer lines are prose, whatever they start with or hold. */
enum { LONGEST_LINE = 420, LONGEST_START = 240 };

static const char *const kind_names[] = {
    [RO_LINE_TEXT] = "text",           [RO_LINE_RELATED] = "related",
    [RO_LINE_SHARE] = "share",         [RO_LINE_NEWSLETTER] = "newsletter",
    [RO_LINE_ADVERT] = "advert",       [RO_LINE_COMMENT] = "comment",
    [RO_LINE_COPYRIGHT] = "copyright", [RO_LINE_CONTACT] = "contact",
    [RO_LINE_CREDIT] = "credit",       [RO_LINE_PHOTO] = "photo",
    [RO_LINE_DATE] = "date",           [RO_LINE_SOURCE_ADDRESS] = "source address",
};
enum { KIND_COUNT = sizeof kind_names / sizeof *kind_names };

const char *ro_line_kind_name(ro_line_kind kind) {
  return kind_names[kind];
}

static ro_line_kind kind_named(const char *name) {
  for (int i = 0; i < KIND_COUNT; i++)
    if (strcmp(kind_names[i], name) == 0) return (ro_line_kind)i;
  return RO_LINE_TEXT;
}

static uint32_t plain_mark(uint32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC) return '\'';
  if (c == 0x201C || c == 0x201D) return '"';
  return ro_unicode_is_space(c) ? ' ' : ro_unicode_lower(c);
}

/* Bullets and brackets before a line are no part of its wording. */
static size_t pass_ornament(const char *line, size_t size) {
  static const char *const ornaments[] = {"[", "*", "•", "–", "—", "»", ">", "▶", "►", "-", " "};
  size_t at = 0;
  for (size_t i = 0; i < sizeof ornaments / sizeof *ornaments;) {
    size_t length = strlen(ornaments[i]);
    bool found = at + length < size && memcmp(line + at, ornaments[i], length) == 0;
    at += found ? length : 0;
    i = found ? 0 : i + 1;
  }
  return at;
}

/* Lower case, straight marks, single spaces. */
static size_t fold(const char *line, size_t size, char *folded, size_t room) {
  size_t length = 0, passed = pass_ornament(line, size);
  line += passed;
  size -= passed;
  for (size_t at = 0; at < size && length + 4 < room;) {
    unsigned char byte = (unsigned char)line[at];
    uint32_t c;
    if (byte < 0x80) {
      at++;
      c = byte >= 'A' && byte <= 'Z' ? byte + 32u : byte <= ' ' ? ' ' : byte;
    } else {
      c = plain_mark(ro_utf8_next(line, size, &at));
    }
    if (c == ' ' && (length == 0 || folded[length - 1] == ' ')) continue;
    if (c < 0x80)
      folded[length++] = (char)c;
    else
      length += ro_utf8_put(c, folded + length);
  }
  while (length && folded[length - 1] == ' ')
    length--;
  folded[length] = '\0';
  return length;
}

static bool ends_word(char c) {
  return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
}

static bool starts_with(const char *line, size_t size, const char *pattern, size_t length) {
  if (size < length || memcmp(line, pattern, length) != 0) return false;
  return size == length || ends_word(pattern[length - 1]) || ends_word(line[length]);
}

static bool matches(const char *line, size_t size, const ro_data_row *row) {
  const char *pattern = row->cells[0];
  size_t length = strlen(pattern);
  bool whole = row->cells[1][0] == 'w';
  if (!whole) return size <= LONGEST_START && starts_with(line, size, pattern, length);
  while (size > length && strchr(":.! >", line[size - 1]))
    size--;
  return size == length && memcmp(line, pattern, length) == 0;
}

static ro_line_kind kind_of_beginning(const char *line, size_t size) {
  const ro_data_table *table = &ro_lines_table;
  unsigned char first = (unsigned char)line[0];
  for (size_t i = table->starts[first]; i < table->starts[first + 1]; i++)
    if (matches(line, size, &table->rows[i])) return kind_named(table->rows[i].cells[2]);
  return RO_LINE_TEXT;
}

/* Of a NUL-terminated line. */
static ro_line_kind kind_of_parts(const char *line) {
  const ro_data_table *table = &ro_line_parts_table;
  for (; *line; line++) {
    unsigned char first = (unsigned char)*line;
    for (size_t i = table->starts[first]; i < table->starts[first + 1]; i++) {
      const char *pattern = table->rows[i].cells[0];
      if (strncmp(line, pattern, strlen(pattern)) == 0) return kind_named(table->rows[i].cells[1]);
    }
  }
  return RO_LINE_TEXT;
}

ro_line_kind ro_kind_of_line(const char *line, size_t size) {
  char folded[LONGEST_LINE + 8];
  if (size == 0 || size > LONGEST_LINE) return RO_LINE_TEXT;
  size_t length = fold(line, size, folded, sizeof folded);
  if (length == 0) return RO_LINE_TEXT;
  ro_line_kind kind = kind_of_beginning(folded, length);
  return kind == RO_LINE_TEXT ? kind_of_parts(folded) : kind;
}
