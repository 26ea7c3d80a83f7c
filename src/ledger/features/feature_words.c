#include "ledger/features/feature_words.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "ledger/features/features.h"

/* Loading ---------------------------------------------------------------------------------------
 */

static bool read_kind(const char *name, ro_word_kind *kind) {
  static const char *const names[RO_WORDS_COUNT] = {"some",   "ceases",   "negative", "demanded",
                                                    "unless", "remote",   "lasts",    "number",
                                                    "unit",   "deadline", "condition"};
  for (int i = 0; i < RO_WORDS_COUNT; i++)
    if (strcmp(names[i], name) == 0) {
      *kind = (ro_word_kind)i;
      return true;
    }
  return false;
}

static void add_words(ro_feature_words *words, ro_arena *arena, ro_word_kind kind,
                      const char *list) {
  while (*list) {
    size_t length = strcspn(list, ",");
    if (length)
      *RO_ARENA_PUSH(arena, &words->lists[kind].items, words->lists[kind].count,
                     words->lists[kind].capacity) = ro_arena_copy(arena, list, length);
    list += length;
    list += strspn(list, ", ");
  }
}

ro_status ro_feature_words_load(ro_feature_words *out, ro_arena *arena, const char *data_directory,
                                ro_error *error) {
  ro_table table;
  const char *path = ro_path_join(arena, data_directory, "ledger-words.tsv");
  *out = (ro_feature_words){0};
  ro_status status = ro_table_read(&table, arena, path, 2, error);
  for (size_t i = 0; status == RO_OK && i < table.row_count; i++) {
    const ro_table_row *row = &table.rows[i];
    ro_word_kind kind;
    if (read_kind(row->columns[0], &kind))
      add_words(out, arena, kind, row->columns[1]);
    else
      status = ro_fail(error, RO_ERROR_FORMAT, path, row->line, "'%s' is no kind of words",
                       row->columns[0]);
  }
  return status;
}

/* Finding ---------------------------------------------------------------------------------------
 */

static bool has_word(const char *text, ro_span span, const char *word) {
  size_t size = strlen(word);
  for (size_t at = span.start; at + size <= span.end; at++) {
    bool begins = at == span.start || !isalpha((unsigned char)text[at - 1]);
    bool ended = at + size == span.end || !isalpha((unsigned char)text[at + size]);
    if (begins && ended && strncmp(text + at, word, size) == 0) return true;
  }
  return false;
}

static bool has_any(const ro_feature_words *words, ro_word_kind kind, const char *text,
                    ro_span span) {
  for (size_t i = 0; i < words->lists[kind].count; i++)
    if (has_word(text, span, words->lists[kind].items[i])) return true;
  return false;
}

/* Days that are too many for a deadline: "in the coming 120 days". */
enum { PERIOD = 30 };

static bool is_period(ro_interval due) {
  return due.first != RO_NO_DAY && due.last != RO_NO_DAY && due.last - due.first >= PERIOD;
}

/* The word that ends at `end`, and the sign before it. */
static ro_span word_before(const char *text, uint32_t start, uint32_t end) {
  uint32_t at = end;
  while (at > start && isalnum((unsigned char)text[at - 1]))
    at--;
  return (ro_span){at, end};
}

static bool is_one_of(const ro_feature_words *words, ro_word_kind kind, const char *text,
                      ro_span word) {
  size_t size = word.end - word.start;
  for (size_t i = 0; i < words->lists[kind].count; i++)
    if (strlen(words->lists[kind].items[i]) == size &&
        strncasecmp(text + word.start, words->lists[kind].items[i], size) == 0)
      return true;
  return false;
}

static bool is_number(const ro_feature_words *words, const char *text, ro_span word) {
  return word.end > word.start && (isdigit((unsigned char)text[word.start]) ||
                                   is_one_of(words, RO_WORDS_NUMBER, text, word));
}

/* Does the unit of time at the span end a length, "for 24 hours", "of seven days", "four-day"? */
static bool ends_length(const ro_feature_words *words, const char *text, uint32_t start,
                        ro_span unit) {
  if (unit.start < start + 2 || !is_one_of(words, RO_WORDS_UNIT, text, unit)) return false;
  char between = text[unit.start - 1];
  ro_span number = word_before(text, start, unit.start - 1);
  if (!is_number(words, text, number)) return false;
  if (between == '-') return true;
  if (between != ' ' || number.start < start + 2) return false;
  ro_span joint = word_before(text, start, number.start - 1);
  size_t size = joint.end - joint.start;
  return (size == 3 && strncasecmp(text + joint.start, "for", size) == 0) ||
         (size == 2 && strncasecmp(text + joint.start, "of", size) == 0);
}

static bool names_length(const ro_feature_words *words, const char *text, ro_span span) {
  for (uint32_t at = span.start; at < span.end;) {
    uint32_t end = at;
    while (end < span.end && isalnum((unsigned char)text[end]))
      end++;
    if (end > at && ends_length(words, text, span.start, (ro_span){at, end})) return true;
    at = end > at ? end : at + 1;
  }
  return false;
}

static bool lasts(const ro_feature_words *words, const char *text, const ro_record *record) {
  return has_any(words, RO_WORDS_LASTS, text, record->evidence) ||
         names_length(words, text, record->evidence) ||
         (is_period(record->due) && !has_any(words, RO_WORDS_DEADLINE, text, record->evidence));
}

static bool names_demand(const ro_feature_words *words, const char *text, const ro_record *record) {
  ro_span what = {0, record->what ? (uint32_t)strlen(record->what) : 0};
  return has_any(words, RO_WORDS_DEMANDED, text, record->evidence) ||
         (record->what && has_any(words, RO_WORDS_DEMANDED, record->what, what));
}

uint32_t ro_features_flags(const ro_feature_words *words, const char *text,
                           const ro_record *record) {
  static const struct {
    ro_word_kind kind;
    uint32_t flag;
  } simple[] = {{RO_WORDS_SOME, RO_FEATURE_SOME},
                {RO_WORDS_CEASES, RO_FEATURE_CEASES},
                {RO_WORDS_UNLESS, RO_FEATURE_UNLESS},
                {RO_WORDS_NEGATIVE, RO_FEATURE_NEGATIVE}};
  uint32_t flags = 0;
  for (size_t i = 0; i < sizeof simple / sizeof *simple; i++)
    if (has_any(words, simple[i].kind, text, record->evidence)) flags |= simple[i].flag;
  if (lasts(words, text, record)) flags |= RO_FEATURE_LASTS;
  if (record->act == RO_ACT_MEETING && has_any(words, RO_WORDS_REMOTE, text, record->evidence))
    flags |= RO_FEATURE_REMOTE;
  if (names_demand(words, text, record)) flags |= RO_FEATURE_DEMANDED;
  if (record->background) flags |= RO_FEATURE_BACKGROUND;
  if (record->hypothetical || record->questioned) flags |= RO_FEATURE_DOUBTFUL;
  if (record->says.count) flags |= RO_FEATURE_ATTRIBUTED;
  return flags;
}

ro_span ro_features_condition(const ro_feature_words *words, const char *text, ro_span span) {
  for (size_t at = span.start; at < span.end; at++) {
    bool begins = at == span.start || !isalpha((unsigned char)text[at - 1]);
    for (size_t i = 0; begins && i < words->lists[RO_WORDS_CONDITION].count; i++) {
      const char *word = words->lists[RO_WORDS_CONDITION].items[i];
      size_t size = strlen(word);
      if (at + size >= span.end || strncasecmp(text + at, word, size) != 0 ||
          isalpha((unsigned char)text[at + size]))
        continue;
      ro_span part = {(uint32_t)(at + size), span.end};
      const char *comma = memchr(text + part.start, ',', part.end - part.start);
      if (at < span.start + 3 && comma) part.end = (uint32_t)(comma - text);
      return part;
    }
  }
  return span;
}
