#include "records/events/plover.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "syntax/tree.h"

enum { LONGEST_KEY = 96 };

static const char *name_or_null(const char *cell) {
  return !*cell || strcmp(cell, "-") == 0 ? NULL : cell;
}

static uint64_t label_bit(const word_labels *labels, const char *name) {
  for (uint32_t i = 0; i < labels->count; i++)
    if (strcmp(labels->names[i], name) == 0) return UINT64_C(1) << i;
  return 0;
}

static uint64_t enter_label(word_labels *labels, const char *name) {
  uint64_t known = label_bit(labels, name);
  if (known || labels->count == MAXIMUM_LABELS) return known;
  labels->names[labels->count++] = name;
  return label_bit(labels, name);
}

/* A table of labels with their words. */
static ro_status load_labels(word_labels *labels, ro_arena *arena, const char *path,
                             ro_error *error) {
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, 2, error);
  for (size_t i = 0; i < table.row_count && status == RO_OK; i++) {
    uint64_t bit = enter_label(labels, table.rows[i].columns[0]);
    if (!bit)
      return ro_fail(error, RO_ERROR_FORMAT, path, table.rows[i].line, "more than %d labels",
                     MAXIMUM_LABELS);
    char *rest = NULL;
    char *words = ro_arena_copy_string(arena, table.rows[i].columns[1]);
    for (char *word = strtok_r(words, ",", &rest); word; word = strtok_r(NULL, ",", &rest)) {
      while (*word == ' ')
        word++;
      if (*word) *word_table_enter(&labels->words, arena, word) |= bit;
    }
  }
  return status;
}

static ro_status enter_row(ro_plover *plover, ro_arena *arena, const ro_table_row *row,
                           const char *path, ro_error *error) {
  plover_row *entry = ro_arena_alloc(arena, sizeof *entry);
  *entry = (plover_row){.name = row->columns[0],
                        .event = name_or_null(row->columns[2]),
                        .mode = name_or_null(row->columns[3]),
                        .cameo = name_or_null(row->columns[4])};
  const char *matter = name_or_null(row->columns[1]);
  if (matter) entry->matter = label_bit(&plover->matters, matter);
  if (matter && !entry->matter)
    return ro_fail(error, RO_ERROR_FORMAT, path, row->line, "unknown matter '%s'", matter);
  uint64_t *slot = word_table_enter(&plover->rows, arena, entry->name);
  plover_row *last = word_pointer(*slot);
  while (last && last->next)
    last = last->next;
  if (last)
    last->next = entry;
  else
    *slot = word_value_of(entry);
  return RO_OK;
}

static ro_status load_rows(ro_plover *plover, ro_arena *arena, const char *path, ro_error *error) {
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, 5, error);
  for (size_t i = 0; i < table.row_count && status == RO_OK; i++)
    status = enter_row(plover, arena, &table.rows[i], path, error);
  return status;
}

static void enter_scale(word_table *table, ro_arena *arena, const char *key, const char *name,
                        const char *value) {
  plover_scale *scale = ro_arena_alloc(arena, sizeof *scale);
  *scale = (plover_scale){name, strtof(value, NULL)};
  *word_table_enter(table, arena, key) = word_value_of(scale);
}

static ro_status load_codes(ro_plover *plover, ro_arena *arena, const char *path, ro_error *error) {
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, 3, error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char *const *cells = table.rows[i].columns;
    enter_scale(&plover->codes, arena, cells[0], cells[1], cells[2]);
  }
  return status;
}

static ro_status load_modes(ro_plover *plover, ro_arena *arena, const char *path, ro_error *error) {
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, 4, error);
  for (size_t i = 0; i < table.row_count; i++) {
    const char *const *cells = table.rows[i].columns;
    const char *key = ro_arena_print(arena, "%s %s", cells[0], cells[1]);
    enter_scale(&plover->modes, arena, key, cells[2], cells[3]);
  }
  return status;
}

ro_status plover_load(ro_plover *plover, ro_arena *arena, const char *data_directory,
                      ro_error *error) {
  *plover = (ro_plover){.rows = {0}};
  const char *matters = ro_path_join(arena, data_directory, "plover-matters.tsv");
  const char *contexts = ro_path_join(arena, data_directory, "plover-contexts.tsv");
  const char *rows = ro_path_join(arena, data_directory, "plover.tsv");
  ro_status status = load_labels(&plover->matters, arena, matters, error);
  if (status == RO_OK) status = load_labels(&plover->contexts, arena, contexts, error);
  const char *codes = ro_path_join(arena, data_directory, "cameo.tsv");
  const char *modes = ro_path_join(arena, data_directory, "plover-scale.tsv");
  if (status == RO_OK) status = load_rows(plover, arena, rows, error);
  if (status == RO_OK) status = load_codes(plover, arena, codes, error);
  if (status == RO_OK) status = load_modes(plover, arena, modes, error);
  return status;
}

/* The labels of all words below a token. */
static uint64_t matters_below(const ro_plover *plover, const ro_scene *scene, uint32_t token) {
  uint32_t first, last;
  uint64_t bits = 0;
  ro_tree_extent(scene->document, token, &first, &last);
  for (uint32_t i = first; i <= last; i++) {
    const uint64_t *found =
        word_table_find(&plover->matters.words, scene->document->tokens[i].lemma);
    if (found) bits |= *found;
  }
  return bits;
}

/* The first row of that name whose matter is there. */
static const plover_row *find_row(const ro_plover *plover, const char *name, uint64_t matters) {
  const uint64_t *slot = word_table_find(&plover->rows, name);
  const plover_row *row = slot ? word_pointer(*slot) : NULL;
  while (row && row->matter && !(row->matter & matters))
    row = row->next;
  return row;
}

static void apply_row(ro_record *record, const plover_row *row) {
  if (!row) return;
  if (!record->event) record->event = row->event;
  if (!record->mode) record->mode = row->mode;
  if (!record->cameo) record->cameo = row->cameo;
}

/* By the act and its status, then by the event that it is. */
static void code_event(const ro_plover *plover, const act_match *match, uint64_t matters,
                       ro_record *record) {
  char key[LONGEST_KEY];
  const char *act = ro_act_name(record->act);
  if (!record->event && act) {
    snprintf(key, sizeof key, "%s %s", act, ro_record_status_name(match->status));
    apply_row(record, find_row(plover, key, matters));
  }
  if (!record->event && act) apply_row(record, find_row(plover, act, matters));
  const plover_row *row = record->event ? find_row(plover, record->event, matters) : NULL;
  if (row) record->event = row->event; /* YIELD is CONCEDE or RETREAT */
  apply_row(record, row);
}

static uint64_t contexts_of_pair(const ro_plover *plover, const ro_token *first,
                                 const ro_token *second) {
  char key[LONGEST_KEY];
  int length = snprintf(key, sizeof key, "%s %s", first->lemma, second->lemma);
  if (length < 0 || (size_t)length >= sizeof key) return 0;
  const uint64_t *bits = word_table_find(&plover->contexts.words, key);
  return bits ? *bits : 0;
}

static uint64_t contexts_of_sentence(const ro_plover *plover, const ro_document *document,
                                     const ro_sentence *sentence) {
  uint64_t contexts = 0;
  for (uint32_t i = 0; i < sentence->token_count; i++) {
    const ro_token *token = &document->tokens[sentence->first_token + i];
    const uint64_t *bits = word_table_find(&plover->contexts.words, token->lemma);
    if (bits) contexts |= *bits;
    if (i + 1 < sentence->token_count) contexts |= contexts_of_pair(plover, token, token + 1);
  }
  return contexts;
}

static void code_contexts(const ro_plover *plover, const ro_scene *scene, ro_record *record) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[record->sentence];
  uint64_t bits = contexts_of_sentence(plover, document, sentence);
  const char **names = ro_arena_alloc_array(document->arena, plover->contexts.count, sizeof *names);
  for (uint32_t i = 0; i < plover->contexts.count; i++)
    if (bits & UINT64_C(1) << i) names[record->context_count++] = plover->contexts.names[i];
  record->contexts = names;
}

static const plover_scale *find_scale(const word_table *table, const char *key) {
  const uint64_t *slot = word_table_find(table, key);
  return slot ? word_pointer(*slot) : NULL;
}

static void code_scales(const ro_plover *plover, ro_record *record) {
  char key[LONGEST_KEY];
  const char *event = record->event ? record->event : "";
  snprintf(key, sizeof key, "%s %s", event, record->mode ? record->mode : "-");
  const plover_scale *mode = find_scale(&plover->modes, key);
  snprintf(key, sizeof key, "%s -", event);
  if (!mode) mode = find_scale(&plover->modes, key);
  if (mode) {
    record->quad_class = mode->name;
    record->intensity = mode->value;
  }
  const plover_scale *code = record->cameo ? find_scale(&plover->codes, record->cameo) : NULL;
  if (code) {
    record->cameo_name = code->name;
    record->goldstein = code->value;
  }
}

static void code_match(const ro_plover *plover, const ro_scene *scene, const act_match *match,
                       ro_record *record) {
  uint32_t matter = match->matter != RO_NONE ? match->matter : match->predicate;
  record->event = match->event;
  record->mode = match->mode;
  record->cameo = match->cameo;
  code_event(plover, match, matters_below(plover, scene, matter), record);
}

const char *plover_event(const ro_plover *plover, const ro_scene *scene, const act_match *match) {
  ro_record record = {.act = match->act};
  code_match(plover, scene, match, &record);
  return record.event;
}

void plover_code(const ro_plover *plover, const ro_scene *scene, const act_match *match,
                 ro_record *record) {
  code_match(plover, scene, match, record);
  if (record->event) code_contexts(plover, scene, record);
  code_scales(plover, record);
}

void plover_actor_codes(const ro_scene *scene, const ro_parties *parties, const char *const **codes,
                        uint32_t *count) {
  const char **list = ro_arena_alloc_array(scene->document->arena, parties->count, sizeof *list);
  *count = 0;
  for (uint32_t i = 0; i < parties->count; i++) {
    const char *code = parties_code(scene, &parties->items[i]);
    bool known = code == NULL;
    for (uint32_t k = 0; k < *count && !known; k++)
      known = strcmp(list[k], code) == 0;
    if (!known) list[(*count)++] = code;
  }
  *codes = list;
}
