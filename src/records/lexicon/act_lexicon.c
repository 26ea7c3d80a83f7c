#include "records/lexicon/act_lexicon.h"

#include <string.h>

#include "base/file.h"
#include "records/lexicon/act_cells.h"

enum { OWN_BEFORE_OURS = 1 << 16 };

static void enter_class_word(act_lexicon *lexicon, const char *word, uint32_t number) {
  uint64_t *slot = word_table_enter(&lexicon->words, lexicon->arena, word);
  if (!*slot) *slot = word_value_of(ro_arena_alloc_array(lexicon->arena, 1, sizeof(act_class_set)));
  act_class_set *set = word_pointer(*slot);
  set->bits[(number - 1) / 64] |= UINT64_C(1) << (number - 1) % 64;
}

static ro_status enter_class(act_loader *at, const ro_table_row *row) {
  act_lexicon *lexicon = at->lexicon;
  uint64_t *number = word_table_enter(&lexicon->classes, lexicon->arena, row->columns[0]);
  if (!*number) *number = lexicon->classes.count;
  if (*number > MAXIMUM_CLASSES)
    return act_cells_complain(at, "one class of words too many:", row->columns[0]);
  uint32_t class_number = (uint32_t)*number;
  char *rest = NULL;
  char *words = ro_arena_copy_string(lexicon->arena, row->columns[1]);
  for (char *word = strtok_r(words, ",", &rest); word; word = strtok_r(NULL, ",", &rest)) {
    while (*word == ' ')
      word++;
    if (*word) enter_class_word(lexicon, word, class_number);
  }
  return RO_OK;
}

static ro_status enter_frame(act_loader *at, const ro_table_row *row) {
  act_frame *frame = ro_arena_alloc(at->lexicon->arena, sizeof *frame);
  frame->name = row->columns[0];
  frame->line = row->line;
  ro_status status = act_cells_read_needs(at, &frame->needs, row->columns[1]);
  if (status == RO_OK) status = act_cells_read_paths(at, &frame->who, row->columns[2]);
  if (status == RO_OK) status = act_cells_read_paths(at, &frame->whom, row->columns[3]);
  if (status == RO_OK) status = act_cells_read_paths(at, &frame->matter, row->columns[4]);
  if (status != RO_OK) return status;
  uint64_t *slot = word_table_enter(&at->lexicon->frames, at->lexicon->arena, frame->name);
  if (*slot) return act_cells_complain(at, "the frame stands here twice:", frame->name);
  *slot = word_value_of(frame);
  return RO_OK;
}

/* A need for certain words asks for more than one for anything at the place. */
static size_t particularity_of_needs(const act_needs *needs) {
  size_t sum = 0;
  for (size_t i = 0; i < needs->count; i++) {
    bool words = needs->items[i].count > 0;
    for (size_t k = 0; k < needs->items[i].count; k++)
      words = words && (needs->items[i].alternatives[k].kind == ACT_TEST_WORD ||
                        needs->items[i].alternatives[k].kind == ACT_TEST_CLASS);
    sum += words ? 3 : 2;
  }
  return sum;
}

/* How particular an entry is: it is tried before those that ask for less. The user's own come
 * before all of ours. */
static size_t particularity(const act_entry *entry) {
  size_t sum = entry->word_count * 8 + particularity_of_needs(&entry->needs) +
               particularity_of_needs(&entry->frame->needs);
  return (entry->own ? OWN_BEFORE_OURS : 0) + sum;
}

/* Puts the entry behind all that are as particular or more so. */
static void enter_entry(act_lexicon *lexicon, act_entry *entry) {
  uint64_t *slot = word_table_enter(&lexicon->entries, lexicon->arena, entry->words[0]);
  act_entry *first = word_pointer(*slot), *before = NULL;
  for (act_entry *each = first; each && particularity(each) >= particularity(entry);
       each = each->next)
    before = each;
  entry->next = before ? before->next : first;
  if (before)
    before->next = entry;
  else
    *slot = word_value_of(entry);
}

static ro_status read_entry(act_loader *at, act_entry *entry, const ro_table_row *row) {
  const char *const *cells = row->columns;
  const char *slash = strrchr(at->path, '/');
  entry->file = slash ? slash + 1 : at->path;
  entry->line = row->line;
  entry->own = at->own;
  ro_status status = act_cells_read_word_class(at, &entry->word_class, cells[1]);
  if (status != RO_OK) return status;
  const uint64_t *frame = word_table_find(&at->lexicon->frames, cells[2]);
  if (!frame) return act_cells_complain(at, "unknown frame", cells[2]);
  entry->frame = word_pointer(*frame);
  status = act_cells_read_needs(at, &entry->needs, cells[3]);
  if (status == RO_OK) status = act_cells_read_act(at, &entry->act, cells[4]);
  entry->event = act_cells_name(cells[5]);
  entry->mode = act_cells_name(cells[6]);
  entry->cameo = act_cells_name(cells[7]);
  if (status == RO_OK) status = act_cells_read_marks(at, &entry->marks, cells[8]);
  bool tells = entry->act != RO_ACT_NONE || entry->event || entry->marks & ACT_MARK_NONE;
  if (status == RO_OK && !tells)
    return act_cells_complain(at, "neither act nor event for", cells[0]);
  return status;
}

/* One row holds all predicates that mean the same: "turn down, reject, rebuff". */
static ro_status enter_row(act_loader *at, const ro_table_row *row) {
  ro_arena *arena = at->lexicon->arena;
  act_entry shared = {0};
  ro_status status = read_entry(at, &shared, row);
  if (status != RO_OK) return status;
  char *rest = NULL;
  char *predicates = ro_arena_copy_string(arena, row->columns[0]);
  for (char *one = strtok_r(predicates, ",", &rest); one; one = strtok_r(NULL, ",", &rest)) {
    char *parts[MAXIMUM_ITEMS];
    act_entry *entry = ro_arena_alloc(arena, sizeof *entry);
    *entry = shared;
    entry->word_count = act_cells_split(one, " ", parts);
    if (!entry->word_count) continue;
    const char **words = ro_arena_alloc_array(arena, entry->word_count, sizeof *words);
    for (size_t i = 0; i < entry->word_count; i++)
      words[i] = parts[i];
    entry->words = words;
    enter_entry(at->lexicon, entry);
  }
  return RO_OK;
}

static ro_status load_table(act_loader at, size_t columns,
                            ro_status (*enter)(act_loader *, const ro_table_row *)) {
  ro_table table;
  ro_status status = ro_table_read(&table, at.lexicon->arena, at.path, columns, at.error);
  for (size_t i = 0; i < table.row_count && status == RO_OK; i++) {
    at.line = table.rows[i].line;
    status = enter(&at, &table.rows[i]);
  }
  return status;
}

ro_status act_lexicon_load(act_lexicon *lexicon, ro_arena *arena, const char *data_directory,
                           const char *const *own_files, size_t own_file_count, ro_error *error) {
  static const struct {
    const char *name;
    size_t columns;
    ro_status (*enter)(act_loader *, const ro_table_row *);
  } tables[] = {{"act-words.tsv", 2, enter_class},
                {"act-frames.tsv", 5, enter_frame},
                {"acts.tsv", 9, enter_row}};
  *lexicon = (act_lexicon){.arena = arena};
  ro_status status = RO_OK;
  for (size_t i = 0; i < sizeof tables / sizeof *tables && status == RO_OK; i++) {
    const char *path = ro_path_join(arena, data_directory, tables[i].name);
    status = load_table((act_loader){.lexicon = lexicon, .path = path, .error = error},
                        tables[i].columns, tables[i].enter);
  }
  for (size_t i = 0; i < own_file_count && status == RO_OK; i++) {
    const char *path = ro_arena_copy_string(arena, own_files[i]);
    status = load_table((act_loader){.lexicon = lexicon, .path = path, .own = true, .error = error},
                        9, enter_row);
  }
  return status;
}

const act_entry *act_lexicon_entries(const act_lexicon *lexicon, const char *word) {
  const uint64_t *entry = word_table_find(&lexicon->entries, word);
  return entry ? word_pointer(*entry) : NULL;
}

act_class_set act_lexicon_classes(const act_lexicon *lexicon, const char *word) {
  const uint64_t *found = word_table_find(&lexicon->words, word);
  const act_class_set *set = found ? word_pointer(*found) : NULL;
  return set ? *set : (act_class_set){0};
}

uint32_t act_lexicon_class(const act_lexicon *lexicon, const char *name) {
  const uint64_t *number = word_table_find(&lexicon->classes, name);
  return number ? (uint32_t)*number : 0;
}

bool act_class_set_has(act_class_set set, uint32_t class_number) {
  return class_number && set.bits[(class_number - 1) / 64] >> (class_number - 1) % 64 & 1;
}

bool act_class_set_is_empty(act_class_set set) {
  for (size_t i = 0; i < sizeof set.bits / sizeof *set.bits; i++)
    if (set.bits[i]) return false;
  return true;
}

act_class_set act_class_set_join(act_class_set some, act_class_set others) {
  for (size_t i = 0; i < sizeof some.bits / sizeof *some.bits; i++)
    some.bits[i] |= others.bits[i];
  return some;
}
