#include "text/word_list.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/unicode.h"

enum { LONGEST_FORM = 24 }; /* bytes; longer words are never looked up */

struct ro_word_list {
  ro_word_entry *slots; /* open addressing; a free one has no form */
  size_t mask;
};

static const struct {
  const char *name;
  ro_word_kind kind;
} kind_names[] = {
    {"title", RO_WORD_TITLE},
    {"month", RO_WORD_MONTH},
    {"number", RO_WORD_NUMBER},
    {"company", RO_WORD_COMPANY},
    {"abbreviation", RO_WORD_ABBREVIATION},
    {"prefix", RO_WORD_PREFIX},
    {"joined", RO_WORD_JOINED},
    {"unit", RO_WORD_UNIT},
    {"extension", RO_WORD_EXTENSION},
    {"emoticon", RO_WORD_EMOTICON},
    {"contraction", RO_WORD_CONTRACTION},
    {"clock", RO_WORD_CLOCK},
    {"date", RO_WORD_DATE},
    {"body", RO_WORD_BODY},
    {"organ", RO_WORD_ORGAN},
};
enum { KIND_COUNT = sizeof kind_names / sizeof *kind_names };

static unsigned kind_of(const char *name) {
  for (int i = 0; i < KIND_COUNT; i++)
    if (strcmp(name, kind_names[i].name) == 0) return kind_names[i].kind;
  return 0;
}

static void lower_case(const char *form, size_t length, char *out) {
  for (size_t i = 0; i < length; i++)
    out[i] = form[i] >= 'A' && form[i] <= 'Z' ? (char)(form[i] + 32) : form[i];
  out[length] = '\0';
}

static ro_word_entry *find(const ro_word_list *list, const char *lowered, size_t length) {
  size_t at = ro_hash(lowered, length) & list->mask;
  while (list->slots[at].form && strcmp(list->slots[at].form, lowered) != 0)
    at = (at + 1) & list->mask;
  return &list->slots[at];
}

static bool read_parts(ro_word_entry *entry, const char *parts) {
  entry->part_count = 0;
  while (*parts && entry->part_count < RO_WORD_LARGEST_PARTS) {
    size_t length = strcspn(parts, " ");
    entry->part_lengths[entry->part_count++] = (uint8_t)ro_utf8_count(parts, length);
    parts += length + strspn(parts + length, " ");
  }
  size_t sum = 0;
  for (int i = 0; i < entry->part_count; i++)
    sum += entry->part_lengths[i];
  return !*parts && entry->part_count > 1 && sum == strlen(entry->form);
}

static ro_status add_row(ro_word_list *list, ro_arena *arena, const char *path,
                         const ro_table_row *row, ro_error *error) {
  unsigned kind = kind_of(row->columns[0]);
  const char *form = row->columns[1];
  size_t length = strlen(form);
  if (!kind)
    return ro_fail(error, RO_ERROR_FORMAT, path, row->line, "'%s' is no kind of word",
                   row->columns[0]);
  if (length == 0 || length > LONGEST_FORM)
    return ro_fail(error, RO_ERROR_FORMAT, path, row->line, "a form has 1 to %d bytes",
                   LONGEST_FORM);
  char lowered[LONGEST_FORM + 1];
  lower_case(form, length, lowered);
  ro_word_entry *entry = find(list, lowered, length);
  if (!entry->form) entry->form = ro_arena_copy_string(arena, lowered);
  bool was_known = entry->kinds & kind;
  entry->kinds |= kind;
  if (lowered[0] == form[0])
    entry->capital &= ~kind;
  else if (!was_known)
    entry->capital |= kind;
  if (kind == RO_WORD_CONTRACTION && !read_parts(entry, row->columns[2]))
    return ro_fail(error, RO_ERROR_FORMAT, path, row->line, "the parts do not make '%s'", form);
  return RO_OK;
}

ro_status ro_word_list_load(const ro_word_list **out, ro_arena *arena, const char *path,
                            ro_error *error) {
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, 3, error);
  if (status != RO_OK) return status;
  size_t slots = 64;
  while (slots < table.row_count * 2)
    slots *= 2;
  ro_word_list *list = ro_arena_alloc(arena, sizeof *list);
  list->slots = ro_arena_alloc_array(arena, slots, sizeof *list->slots);
  list->mask = slots - 1;
  for (size_t i = 0; i < table.row_count && status == RO_OK; i++)
    status = add_row(list, arena, path, &table.rows[i], error);
  *out = list;
  return status;
}

unsigned ro_word_list_kinds(const ro_word_list *list, const char *form, size_t length,
                            const ro_word_entry **entry) {
  if (length == 0 || length > LONGEST_FORM) return 0;
  char lowered[LONGEST_FORM + 1];
  lower_case(form, length, lowered);
  const ro_word_entry *found = find(list, lowered, length);
  if (!found->form) return 0;
  if (entry) *entry = found;
  return lowered[0] == form[0] ? found->kinds & ~found->capital : found->kinds;
}
