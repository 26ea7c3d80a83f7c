#include <ctype.h>
#include <string.h>

#include "report/builder/inline_text.h"
#include "report/facts/written_date.h"
#include "report/formats/formats.h"

enum { LONGEST_TITLE = 160 };

static size_t line_length(const char *text, size_t size) {
  const char *end = memchr(text, '\n', size);
  return end ? (size_t)(end - text) : size;
}

/* A title is one short line without a full stop, set off by a blank line, with text after it. */
static bool is_title(const char *text, size_t size, size_t length) {
  ro_slice line = ro_trimmed((ro_slice){text, length});
  if (line.size == 0 || line.size > LONGEST_TITLE || ro_count_words(line) < 2) return false;
  char last = line.bytes[line.size - 1];
  if (strchr(".!?:;,\"-", last) && last != '?') return false;
  bool set_off = length + 1 < size && (text[length + 1] == '\n' || text[length + 1] == '\r');
  return set_off && ro_trimmed((ro_slice){text + length, size - length}).size > 0;
}

/* Passes over a line and the blank ones behind it. */
static void pass_line(const char **text, size_t *size, size_t length) {
  *text += length;
  *size -= length;
  while (*size && isspace((unsigned char)**text)) {
    ++*text;
    --*size;
  }
}

static void take_head(ro_report_builder *builder, const char **text, size_t *size) {
  pass_line(text, size, 0);
  size_t length = line_length(*text, *size);
  if (!is_title(*text, *size, length)) return;
  ro_slice title = ro_trimmed((ro_slice){*text, length});
  builder->report.title = ro_arena_copy(builder->arena, title.bytes, title.size);
  pass_line(text, size, length);
  length = line_length(*text, *size);
  ro_written_date date = ro_find_date(*text, length, false);
  if (!ro_is_date_line(*text, length, date)) return;
  ro_report_set_published(builder, date.day, "date line");
  pass_line(text, size, length);
}

void ro_read_plain_text(ro_report_builder *builder, const char *text, size_t size, bool verbatim) {
  if (!verbatim) take_head(builder, &text, &size);
  builder->report.text = ro_arena_copy(builder->arena, text, size);
  builder->report.text_size = size;
  builder->report.one_line_paragraphs = false;
}
