#include "ledger/items/entries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *copy_column(ro_arena *arena, sqlite3_stmt *query, int column) {
  const char *text = ro_column_text(query, column);
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

static ro_act act_named(const char *name) {
  for (int act = RO_ACT_NONE + 1; name && act < RO_ACT_COUNT; act++)
    if (strcmp(name, ro_act_name((ro_act)act)) == 0) return (ro_act)act;
  return RO_ACT_NONE;
}

static ro_record_status status_named(const char *name) {
  for (int status = 0; name && status < RO_STATUS_COUNT; status++)
    if (strcmp(name, ro_record_status_name((ro_record_status)status)) == 0)
      return (ro_record_status)status;
  return RO_STATUS_MADE;
}

static int compare_keys(int64_t a, int64_t b) {
  return a < b ? -1 : a > b;
}

static int by_record(const void *key, const void *row) {
  return compare_keys(*(const int64_t *)key, ((const ro_entry_row *)row)->key);
}

const ro_entry_row *ro_entries_find(const ro_entry_table *table, int64_t key) {
  if (!table->count) return NULL;
  return bsearch(&key, table->rows, table->count, sizeof *table->rows, by_record);
}

/* Records ---------------------------------------------------------------------------------------
 */

static ro_entry entry_of(ro_arena *arena, sqlite3_stmt *query) {
  return (ro_entry){
      .id = copy_column(arena, query, 2),
      .act = act_named(ro_column_text(query, 3)),
      .status = status_named(ro_column_text(query, 4)),
      .when = {ro_column_day(query, 5), ro_column_day(query, 6)},
      .due = {ro_column_day(query, 7), ro_column_day(query, 8)},
      .where = copy_column(arena, query, 9),
      .what = copy_column(arena, query, 10),
      .start = (size_t)sqlite3_column_int64(query, 11),
      .end = (size_t)sqlite3_column_int64(query, 12),
      .text = copy_column(arena, query, 13),
      .sentence = copy_column(arena, query, 14),
      .channel = copy_column(arena, query, 15),
      .event = copy_column(arena, query, 16),
      .mode = copy_column(arena, query, 17),
      .cameo = copy_column(arena, query, 18),
  };
}

static const ro_features *features_of(ro_arena *scratch, sqlite3_stmt *query, int column) {
  ro_features *features = ro_arena_alloc(scratch, sizeof *features);
  bool read = ro_features_unpack(features, scratch, sqlite3_column_blob(query, column),
                                 (size_t)sqlite3_column_bytes(query, column));
  return read ? features : NULL;
}

static void read_records(ro_database *database, ro_arena *arena, ro_arena *scratch,
                         const char *keys, size_t most, ro_entry_table *table) {
  static const char sql[] =
      "SELECT record.record_key, report_key, record.id, kind, status, when_first, when_last, "
      "due_first, "
      "due_last, place, what, start, end, evidence, sentence, channel, event, mode, cameo, bytes "
      "FROM json_each(?1) wanted CROSS JOIN record ON record.record_key = wanted.value "
      "LEFT JOIN feature ON feature.record_key = record.record_key";
  table->rows = ro_arena_alloc_array(scratch, most, sizeof *table->rows);
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_text(query, 1, keys);
  while (table->count < most && ro_database_step(database, query))
    table->rows[table->count++] = (ro_entry_row){.key = sqlite3_column_int64(query, 0),
                                                 .report_key = sqlite3_column_int64(query, 1),
                                                 .entry = entry_of(arena, query),
                                                 .features = features_of(scratch, query, 19)};
  sqlite3_reset(query);
}

/* Actors ----------------------------------------------------------------------------------------
 */

/* Actors of one record in one role, until the next row is of another. */
typedef struct actor_run {
  ro_entry *entry;
  char role[8];
  const char **items;
  size_t count, capacity;
} actor_run;

static void end_run(ro_arena *arena, actor_run *run) {
  if (!run->count) return;
  const char **items = ro_arena_alloc_array(arena, run->count, sizeof *items);
  memcpy(items, run->items, run->count * sizeof *items);
  ro_actors actors = {items, (uint32_t)run->count};
  if (strcmp(run->role, "who") == 0) run->entry->who = actors;
  if (strcmp(run->role, "whom") == 0) run->entry->whom = actors;
  if (strcmp(run->role, "says") == 0) run->entry->says = actors;
  run->count = 0;
}

static void read_actors(ro_database *database, ro_arena *arena, ro_arena *scratch, const char *keys,
                        ro_entry_table *table) {
  static const char sql[] =
      "SELECT record_key, role, actor FROM json_each(?1) wanted "
      "CROSS JOIN record_actor ON record_key = wanted.value"; /* in the order of its key */
  actor_run run = {0};
  size_t at = 0;
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_text(query, 1, keys);
  while (ro_database_step(database, query)) {
    int64_t key = sqlite3_column_int64(query, 0);
    const char *role = ro_column_text(query, 1);
    while (at < table->count && table->rows[at].key < key)
      at++;
    if (at == table->count || table->rows[at].key != key || !role) continue;
    if (run.entry != &table->rows[at].entry || strcmp(run.role, role) != 0) end_run(arena, &run);
    run.entry = &table->rows[at].entry;
    snprintf(run.role, sizeof run.role, "%s", role);
    *RO_ARENA_PUSH(scratch, &run.items, run.count, run.capacity) = copy_column(arena, query, 2);
  }
  end_run(arena, &run);
}

/* Reports ---------------------------------------------------------------------------------------
 */

void ro_entry_take_report(ro_entry *entry, const ro_report_head *report) {
  entry->report = report->id;
  entry->publisher = report->publisher;
  entry->title = report->title;
  entry->url = report->url;
  entry->published = report->published;
  entry->report_hash = report->hash;
  entry->engine = report->engine;
}

/* Keeps the entries whose reports are there. */
static void add_reports(ro_entry_table *table, ro_reports *reports) {
  size_t kept = 0;
  for (size_t i = 0; i < table->count; i++) {
    const ro_report_head *report = ro_reports_get(reports, table->rows[i].report_key);
    if (!report) continue;
    ro_entry_take_report(&table->rows[i].entry, report);
    table->rows[i].report = report;
    table->rows[kept++] = table->rows[i];
  }
  table->count = kept;
}

ro_entry_table ro_entries_read(ro_database *database, ro_arena *arena, ro_arena *scratch,
                               const ro_keys *keys, ro_reports *reports) {
  ro_entry_table table = {0};
  if (!keys->count) return table;
  const char *list = ro_keys_print(scratch, keys);
  read_records(database, arena, scratch, list, keys->count, &table);
  read_actors(database, arena, scratch, list, &table);
  if (reports) add_reports(&table, reports);
  return table;
}
