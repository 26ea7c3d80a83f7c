#include "report/facts/dateline.h"

#include <ctype.h>
#include <string.h>

#include "base/unicode.h"
#include "report/facts/credits.h"

enum { LONGEST_DATELINE = 120 };

/* The length of a dash that ends a dateline at `at` (with the space before it), or 0. */
static size_t dash_at(const char *text, size_t size, size_t at) {
  static const char *const dashes[] = {"—", "–", "--", "-", "―"};
  for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
    size_t length = strlen(dashes[i]);
    if (at + length >= size || memcmp(text + at, dashes[i], length) != 0) continue;
    bool spaced = at > 0 && (text[at - 1] == ' ' || text[at - 1] == ')');
    bool hyphen = dashes[i][0] == '-' && length == 1;
    if (hyphen && !(spaced && text[at + length] == ' ')) return 0;
    return length;
  }
  return 0;
}

/* "ISLAMABAD:": one to three words in capitals. */
static bool is_capitals(const char *text, size_t size) {
  if (size < 3 || size > 30) return false;
  for (size_t i = 0; i < size; i++)
    if (!(text[i] >= 'A' && text[i] <= 'Z') && text[i] != ' ' && text[i] != '/') return false;
  return true;
}

/* Where the dateline may end: behind the first dash (or colon after an agency) of the line. */
static size_t dateline_end(const char *text, size_t size) {
  if (size > LONGEST_DATELINE) size = LONGEST_DATELINE;
  for (size_t at = 1; at < size && text[at] != '\n'; at++) {
    size_t length = dash_at(text, size, at);
    if (length) return at + length;
    if (text[at] == ':' && (text[at - 1] == ')' || is_capitals(text, at))) return at + 1;
  }
  return 0;
}

static bool is_month_word(const char *word, size_t length) {
  static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  char start[4] = {0};
  for (size_t i = 0; i < 3 && i < length; i++)
    start[i] = (char)tolower((unsigned char)word[i]);
  for (size_t i = 0; i < 12; i++)
    if (strcmp(start, months[i]) == 0) return true;
  return false;
}

static bool is_small_word(const char *word, size_t length) {
  static const char *const small[] = {"and", "de", "el", "al", "of",  "the", "in", "near",
                                      "on",  "at", "le", "la", "del", "da",  "am", "pm"};
  for (size_t i = 0; i < sizeof small / sizeof *small; i++)
    if (strlen(small[i]) == length && memcmp(small[i], word, length) == 0) return true;
  return false;
}

/* Counts the words of a candidate: a dateline opens with a place in capitals or is short, and has
 * no word that a sentence would have. */
static bool looks_like_dateline(const char *text, size_t end) {
  size_t words = 0, plain = 0, outside = 0;
  bool inside = false, first_shouted = false;
  for (size_t at = 0; at < end;) {
    if (text[at] == '(') inside = true;
    if (text[at] == ')') inside = false;
    size_t start = at;
    bool upper = false, lower = false;
    while (at < end) {
      size_t next = at;
      uint32_t c = ro_utf8_next(text, end, &next);
      if (!ro_unicode_is_letter(c) && !(c == '\'' || c == '.')) break;
      if (ro_unicode_is_upper(c))
        upper = true;
      else if (ro_unicode_is_letter(c))
        lower = true;
      at = next;
    }
    if (at == start) {
      at++;
      continue;
    }
    if (inside) continue;
    words++;
    outside++;
    bool shout = upper && !lower && at - start > 1;
    if (words == 1) first_shouted = shout;
    if (!upper && !is_small_word(text + start, at - start) &&
        !is_month_word(text + start, at - start))
      plain++;
  }
  if (words == 0 || words > 9 || plain) return false;
  bool agency = memchr(text, '(', end) != NULL;
  return first_shouted || (agency && outside <= 7) || outside <= 2;
}

/* "(Reuters) - " alone opens a report too. */
static bool is_agency_alone(const char *text, size_t end) {
  const char *close = text[0] == '(' ? memchr(text, ')', end) : NULL;
  return close && close - text < 40;
}

void ro_find_dateline(ro_report_builder *builder) {
  ro_report *report = &builder->report;
  const char *text = report->text;
  size_t end = dateline_end(text, report->text_size);
  bool agency_alone = end && is_agency_alone(text, end);
  if (!end || (!agency_alone && !looks_like_dateline(text, end))) return;
  if (!report->dateline) report->dateline = ro_arena_copy(builder->arena, text, end);
  const char *open = memchr(text, '(', end);
  const char *close = open ? memchr(open, ')', end - (size_t)(open - text)) : NULL;
  if (close) ro_add_lone_credit(builder, open, (size_t)(close - open) + 1);
}
