#include "ledger/decisions/decisions.h"

#include <stdlib.h>
#include <unistd.h>

#include "ledger/decisions/decision_file.h"

/* A decision and the record that it is on. */
typedef struct holding_decision {
  int64_t key;
  uint32_t line; /* in the order of the file */
} holding_decision;

struct ro_decisions {
  ro_arena *arena;
  ro_decision *list;
  bool *there;
  size_t count;
  holding_decision *holding; /* by key, one each */
  int64_t *keys;
  size_t holding_count;
};

static int64_t first_number(ro_database *database, sqlite3_stmt *query) {
  int64_t number = 0;
  if (ro_database_step(database, query)) number = sqlite3_column_int64(query, 0);
  sqlite3_reset(query);
  return number;
}

/* The record of the decision: by its id or, where a newer engine has cut the words otherwise, the
 * one of the same kind in the same report that shares most of them. */
static int64_t find_record(ro_database *database, const ro_decision *decision) {
  static const char by_id[] = "SELECT record_key FROM record WHERE id = ?1";
  static const char by_words[] =
      "SELECT record_key FROM record JOIN report USING (report_key) "
      "WHERE hash = ?1 AND kind = ?2 AND start < ?4 AND end > ?3 "
      "AND 2 * (min(end, ?4) - max(start, ?3)) >= max(end, ?4) - min(start, ?3) "
      "ORDER BY min(end, ?4) - max(start, ?3) DESC, position LIMIT 1";
  sqlite3_stmt *query = ro_database_prepare(database, by_id);
  ro_bind_text(query, 1, decision->record);
  int64_t key = first_number(database, query);
  if (key) return key;
  query = ro_database_prepare(database, by_words);
  ro_bind_text(query, 1, decision->report_hash);
  ro_bind_text(query, 2, decision->kind);
  ro_bind_number(query, 3, (int64_t)decision->start);
  ro_bind_number(query, 4, (int64_t)decision->end);
  return first_number(database, query);
}

static int by_key(const void *a, const void *b) {
  const holding_decision *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

/* Of several decisions on a record that of the latest day holds, of one day the last line. */
static void keep_holding(ro_decisions *decisions) {
  holding_decision *holding = decisions->holding;
  size_t kept = 0;
  if (decisions->holding_count) qsort(holding, decisions->holding_count, sizeof *holding, by_key);
  for (size_t i = 0; i < decisions->holding_count; i++) {
    bool same = kept && holding[kept - 1].key == holding[i].key;
    if (!same)
      holding[kept++] = holding[i];
    else if (decisions->list[holding[i].line].on >= decisions->list[holding[kept - 1].line].on)
      holding[kept - 1] = holding[i];
  }
  decisions->holding_count = kept;
  decisions->keys = ro_arena_alloc_array(decisions->arena, kept, sizeof(int64_t));
  for (size_t i = 0; i < kept; i++)
    decisions->keys[i] = holding[i].key;
}

static ro_status read_table(ro_decisions *decisions, const char *path, ro_database *database,
                            ro_error *error) {
  size_t count;
  ro_arena *arena = decisions->arena;
  ro_status status = ro_decision_file_read(&decisions->list, &count, arena, path, error);
  if (status != RO_OK) return status;
  decisions->count = count;
  decisions->there = ro_arena_alloc_array(arena, count, sizeof(bool));
  decisions->holding = ro_arena_alloc_array(arena, count, sizeof(holding_decision));
  for (size_t i = 0; i < count; i++) {
    int64_t key = find_record(database, &decisions->list[i]);
    decisions->there[i] = key != 0;
    if (key) decisions->holding[decisions->holding_count++] = (holding_decision){key, (uint32_t)i};
  }
  keep_holding(decisions);
  return ro_database_result(database, error);
}

ro_status ro_decisions_load(ro_decisions **out, const char *path, ro_database *database,
                            ro_error *error) {
  *out = NULL;
  ro_decisions *decisions = ro_allocate(sizeof *decisions);
  *decisions = (ro_decisions){.arena = ro_arena_create()};
  ro_status status = RO_OK;
  if (access(path, F_OK) == 0) status = read_table(decisions, path, database, error);
  if (status == RO_OK)
    *out = decisions;
  else
    ro_decisions_free(decisions);
  return status;
}

void ro_decisions_free(ro_decisions *decisions) {
  if (!decisions) return;
  ro_arena_free(decisions->arena);
  free(decisions);
}

const ro_decision *ro_decisions_find(const ro_decisions *decisions, int64_t record_key) {
  size_t first = 0, end = decisions ? decisions->holding_count : 0;
  while (first < end) {
    size_t middle = (first + end) / 2;
    if (decisions->keys[middle] == record_key)
      return &decisions->list[decisions->holding[middle].line];
    if (decisions->keys[middle] < record_key)
      first = middle + 1;
    else
      end = middle;
  }
  return NULL;
}

const int64_t *ro_decisions_records(const ro_decisions *decisions, size_t *count) {
  *count = decisions ? decisions->holding_count : 0;
  return decisions ? decisions->keys : NULL;
}

const ro_decision *ro_decisions_list(const ro_decisions *decisions, const bool **there,
                                     size_t *count) {
  *there = decisions->there;
  *count = decisions->count;
  return decisions->list;
}
