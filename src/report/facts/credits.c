#include "report/facts/credits.h"

#include <ctype.h>
#include <string.h>

#include "base/unicode.h"
#include "report/builder/tables.h"
#include "report/facts/line_kind.h"

enum { LONGEST_CREDIT = 60, LONGEST_LINE = 400, LAST_PARAGRAPHS = 2 };

static bool is_word_byte(unsigned char c) {
  return isalnum(c) || c >= 0x80;
}

/* The longest spelling of an agency at `at`. */
static const ro_data_row *agency_at(const char *line, size_t size, size_t at) {
  const ro_data_row *best = NULL;
  size_t best_length = 0;
  for (size_t i = 0; i < ro_agencies_table.count; i++) {
    const ro_data_row *row = &ro_agencies_table.rows[i];
    size_t length = strlen(row->cells[0]);
    if (row->cells[0][0] != line[at] || at + length > size || length <= best_length) continue;
    if (memcmp(line + at, row->cells[0], length) != 0) continue;
    if (at + length < size && is_word_byte((unsigned char)line[at + length])) continue;
    best = row;
    best_length = length;
  }
  return best;
}

size_t ro_add_credits(ro_report_builder *builder, const char *line, size_t size) {
  size_t found = 0;
  for (size_t at = 0; at < size; at++) {
    bool word_starts = is_word_byte((unsigned char)line[at]) &&
                       (at == 0 || !is_word_byte((unsigned char)line[at - 1]));
    const ro_data_row *row = word_starts ? agency_at(line, size, at) : NULL;
    if (!row) continue;
    ro_list_add(&builder->credits, builder->arena, row->cells[1], strlen(row->cells[1]));
    at += strlen(row->cells[0]) - 1;
    found++;
  }
  return found;
}

/* Trims brackets, dashes and full stops from both ends. */
static void trim(const char **line, size_t *size) {
  static const char *const edges[] = {"(", ")", "[", "]", "-", "—", "–", ".", " ", "*", "\n", "/"};
  enum { EDGES = sizeof edges / sizeof *edges };
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (size_t i = 0; i < EDGES; i++) {
      size_t length = strlen(edges[i]);
      if (*size >= length && memcmp(*line, edges[i], length) == 0) {
        *line += length;
        *size -= length;
        trimmed = true;
      } else if (*size >= length && memcmp(*line + *size - length, edges[i], length) == 0) {
        *size -= length;
        trimmed = true;
      }
    }
  }
}

/* A bracket may hold something else: a name of one to three words in capitals is a credit. */
static bool looks_like_name(const char *name, size_t size) {
  size_t words = 0;
  bool start = true;
  for (size_t at = 0; at < size;) {
    uint32_t c = ro_utf8_next(name, size, &at);
    if (start && ro_unicode_is_letter(c)) {
      if (!ro_unicode_is_upper(c) && at > 1) return false;
      words++;
    }
    if (ro_unicode_is_digit(c) || c == ',' || c == ':') return false;
    start = c == ' ';
  }
  return words >= 1 && words <= 3;
}

bool ro_add_lone_credit(ro_report_builder *builder, const char *line, size_t size) {
  bool bracketed = size > 2 && line[0] == '(' && line[size - 1] == ')';
  trim(&line, &size);
  if (size == 0 || size > LONGEST_CREDIT) return false;
  const ro_data_row *row = ro_data_find(&ro_agencies_table, line, size);
  if (row) {
    ro_list_add(&builder->credits, builder->arena, row->cells[1], strlen(row->cells[1]));
    return true;
  }
  if (!bracketed) return false;
  if (ro_add_credits(builder, line, size)) return true;
  if (!looks_like_name(line, size)) return false;
  ro_list_add(&builder->credits, builder->arena, line, size);
  return true;
}

/* "Nordlys contributed reporting": a medium that no list has is one word; persons have two. */
static void add_unlisted(ro_report_builder *builder, const char *line, size_t size) {
  static const char told[] = " contributed ";
  for (size_t at = 1; at + sizeof told - 1 <= size; at++) {
    if (memcmp(line + at, told, sizeof told - 1) != 0) continue;
    bool one_word = !memchr(line, ' ', at) && ro_unicode_is_upper((unsigned char)line[0]);
    if (one_word) ro_list_add(&builder->credits, builder->arena, line, at);
    return;
  }
}

void ro_take_credit_line(ro_report_builder *builder, const char *line, size_t size) {
  if (!ro_add_credits(builder, line, size)) add_unlisted(builder, line, size);
}

static void look_at_paragraph(ro_report_builder *builder, const char *line, size_t size) {
  if (size > LONGEST_LINE || ro_add_lone_credit(builder, line, size)) return;
  if (ro_kind_of_line(line, size) == RO_LINE_CREDIT) ro_take_credit_line(builder, line, size);
}

void ro_find_text_credits(ro_report_builder *builder) {
  const char *text = builder->report.text;
  size_t end = builder->report.text_size;
  for (int i = 0; i < LAST_PARAGRAPHS && end; i++) {
    while (end && isspace((unsigned char)text[end - 1]))
      end--;
    size_t start = end;
    while (start && !(text[start - 1] == '\n' && (start < 2 || text[start - 2] == '\n')))
      start--;
    look_at_paragraph(builder, text + start, end - start);
    end = start;
  }
}
