#include "ledger/decisions.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

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

enum { COLUMNS = 10 };

static const char *const verdicts[] = {"accept", "reject", "correct", "detach"};

const char *ro_verdict_name(ro_verdict verdict) {
  return verdicts[verdict];
}

bool ro_verdict_parse(const char *name, ro_verdict *verdict) {
  for (int i = 0; i <= RO_VERDICT_DETACH; i++)
    if (strcmp(name, verdicts[i]) == 0) {
      *verdict = (ro_verdict)i;
      return true;
    }
  return false;
}

/* Reading ---------------------------------------------------------------------------------------
 */

static const char *or_null(ro_arena *arena, const char *text) {
  return *text ? ro_arena_copy_string(arena, text) : NULL;
}

static ro_status read_row(ro_decision *out, ro_arena *arena, const char *path,
                          const ro_table_row *row, ro_error *error) {
  const char *const *columns = row->columns;
  ro_verdict verdict;
  if (!ro_verdict_parse(columns[1], &verdict))
    return ro_fail(error, RO_ERROR_FORMAT, path, row->line,
                   "'%s' is no decision: accept, reject, correct or detach", columns[1]);
  ro_day on = *columns[3] ? ro_day_parse(columns[3]) : RO_NO_DAY;
  if (*columns[3] && on == RO_NO_DAY)
    return ro_fail(error, RO_ERROR_FORMAT, path, row->line, "'%s' is no date", columns[3]);
  *out = (ro_decision){
      .record = or_null(arena, columns[0]),
      .verdict = verdict,
      .by = or_null(arena, columns[2]),
      .on = on,
      .corrections = or_null(arena, columns[4]),
      .note = or_null(arena, columns[5]),
      .report_hash = or_null(arena, columns[6]),
      .kind = or_null(arena, columns[7]),
      .start = (size_t)strtoull(columns[8], NULL, 10),
      .end = (size_t)strtoull(columns[9], NULL, 10),
  };
  return RO_OK;
}

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
  ro_table table;
  ro_arena *arena = decisions->arena;
  ro_status status = ro_table_read(&table, arena, path, COLUMNS, error);
  if (status != RO_OK) return status;
  decisions->list = ro_arena_alloc_array(arena, table.row_count, sizeof(ro_decision));
  decisions->there = ro_arena_alloc_array(arena, table.row_count, sizeof(bool));
  decisions->holding = ro_arena_alloc_array(arena, table.row_count, sizeof(holding_decision));
  for (size_t i = 0; i < table.row_count; i++) {
    status = read_row(&decisions->list[i], arena, path, &table.rows[i], error);
    if (status != RO_OK) return status;
    int64_t key = find_record(database, &decisions->list[i]);
    decisions->there[i] = key != 0;
    if (key) decisions->holding[decisions->holding_count++] = (holding_decision){key, (uint32_t)i};
    decisions->count++;
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

/* Applying --------------------------------------------------------------------------------------
 */

static ro_actors actors_of(ro_arena *arena, const char *list) {
  const char **items = NULL;
  size_t count = 0, capacity = 0;
  while (*list) {
    size_t length = strcspn(list, ",");
    if (length) *RO_ARENA_PUSH(arena, &items, count, capacity) = ro_arena_copy(arena, list, length);
    list += length + (list[length] == ',');
  }
  return (ro_actors){items, (uint32_t)count};
}

static ro_interval days_of(const char *text) {
  const char *slash = strchr(text, '/');
  return (ro_interval){ro_day_parse(text), ro_day_parse(slash ? slash + 1 : text)};
}

static bool read_status(const char *name, ro_record_status *status) {
  for (int i = 0; i < RO_STATUS_COUNT; i++)
    if (strcmp(name, ro_record_status_name((ro_record_status)i)) == 0) {
      *status = (ro_record_status)i;
      return true;
    }
  return false;
}

bool ro_correction_is_valid(const char *field, const char *value) {
  static const char *const texts[] = {"what", "where", "who", "whom", "says"};
  ro_record_status status;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (strcmp(field, texts[i]) == 0) return true;
  if (strcmp(field, "status") == 0) return read_status(value, &status);
  if (strcmp(field, "when") != 0 && strcmp(field, "due") != 0) return false;
  ro_interval days = days_of(value);
  return !*value || (days.first != RO_NO_DAY && days.last >= days.first);
}

static ro_parties parties_of(ro_arena *arena, ro_actors actors) {
  ro_parties parties = {ro_arena_alloc_array(arena, actors.count, sizeof(ro_party)), actors.count};
  for (uint32_t i = 0; i < actors.count; i++)
    parties.items[i] = ro_party_of(actors.items[i]);
  return parties;
}

static void correct(ro_arena *arena, const char *field, const char *value, ro_entry *entry,
                    ro_features *features) {
  const char *text = *value ? ro_arena_copy_string(arena, value) : NULL;
  if (strcmp(field, "what") == 0) entry->what = text;
  if (strcmp(field, "where") == 0) entry->where = text;
  if (strcmp(field, "says") == 0) entry->says = actors_of(arena, value);
  if (strcmp(field, "who") == 0) entry->who = actors_of(arena, value);
  if (strcmp(field, "whom") == 0) entry->whom = actors_of(arena, value);
  if (strcmp(field, "when") == 0) entry->when = days_of(value);
  if (strcmp(field, "due") == 0) entry->due = days_of(value);
  if (strcmp(field, "status") == 0) read_status(value, &entry->status);
  if (!features) return;
  features->who = parties_of(arena, entry->who);
  features->whom = parties_of(arena, entry->whom);
  features->when = entry->when;
  features->due = entry->due;
  features->status = entry->status;
}

void ro_decision_apply(const ro_decision *decision, ro_arena *arena, ro_entry *entry,
                       ro_features *features) {
  static const char *const said[] = {"accepted", "rejected", "corrected", "taken apart"};
  entry->decision = said[decision->verdict];
  entry->decided_by = decision->by ? ro_arena_copy_string(arena, decision->by) : NULL;
  entry->note = decision->note ? ro_arena_copy_string(arena, decision->note) : NULL;
  if (!decision->corrections) return;
  char *rest = ro_arena_copy_string(arena, decision->corrections);
  for (char *pair; (pair = strsep(&rest, ";"));) {
    char *value = strchr(pair, '=');
    if (!value) continue;
    *value++ = '\0';
    if (ro_correction_is_valid(pair, value)) correct(arena, pair, value, entry, features);
  }
}

/* Writing ---------------------------------------------------------------------------------------
 */

/* A cell: tabs and line breaks would end it. */
static void put_cell(FILE *file, const char *text) {
  for (; text && *text; text++)
    fputc(strchr("\t\r\n", *text) ? ' ' : *text, file);
}

static void put_decision(FILE *file, const ro_decision *decision) {
  char day[RO_INTERVAL_SIZE] = "";
  ro_interval_print((ro_interval){decision->on, decision->on}, day);
  const char *const cells[] = {decision->record,      verdicts[decision->verdict],
                               decision->by,          decision->on == RO_NO_DAY ? NULL : day,
                               decision->corrections, decision->note,
                               decision->report_hash, decision->kind};
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    put_cell(file, cells[i]);
    fputc('\t', file);
  }
  fprintf(file, "%zu\t%zu\n", decision->start, decision->end);
}

ro_status ro_decision_write(const char *path, const ro_decision *decision, ro_error *error) {
  static const char header[] =
      "# What people decided on the records of a ledger. One decision a line; of several on one\n"
      "# record that of the latest day holds, of one day the last line. Files may be joined line\n"
      "# by line.\n"
      "# record\tdecision\tby\ton\tcorrections\tnote\treport hash\tkind\tstart\tend\n";
  bool fresh = access(path, F_OK) != 0;
  FILE *file = fopen(path, "a");
  if (!file) return ro_fail(error, RO_ERROR_IO, path, 0, "cannot open: %s", strerror(errno));
  if (fresh) fputs(header, file);
  put_decision(file, decision);
  if (fclose(file) != 0)
    return ro_fail(error, RO_ERROR_IO, path, 0, "cannot write: %s", strerror(errno));
  return RO_OK;
}
