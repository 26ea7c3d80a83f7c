#include "ledger/reports.h"

#include <stdlib.h>
#include <string.h>

static const char *copy_column(ro_arena *arena, sqlite3_stmt *query, int column) {
  const char *text = ro_column_text(query, column);
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

/* The string of the column, or the one before where it is the same: engines are few. */
static const char *shared_column(ro_arena *arena, sqlite3_stmt *query, int column,
                                 const char *before) {
  const char *text = ro_column_text(query, column);
  return before && text && strcmp(before, text) == 0 ? before : copy_column(arena, query, column);
}

ro_report_table ro_reports_read(ro_ledger *ledger, ro_arena *arena, ro_arena *scratch,
                                const ro_keys *keys) {
  static const char sql[] =
      "SELECT report_key, report.id, publisher, title, url, published, hash, versions "
      "FROM json_each(?1) wanted CROSS JOIN report ON report_key = wanted.value "
      "JOIN engine USING (engine_key)";
  ro_report_table table = {.rows = ro_arena_alloc_array(scratch, keys->count, sizeof *table.rows)};
  const char *engine = NULL;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, ro_keys_print(scratch, keys));
  while (table.count < keys->count && ro_database_step(ledger->database, query)) {
    engine = shared_column(arena, query, 7, engine);
    table.rows[table.count++] = (ro_report_row){.key = sqlite3_column_int64(query, 0),
                                                .id = copy_column(arena, query, 1),
                                                .publisher = copy_column(arena, query, 2),
                                                .title = copy_column(arena, query, 3),
                                                .url = copy_column(arena, query, 4),
                                                .published = ro_column_day(query, 5),
                                                .hash = copy_column(arena, query, 6),
                                                .engine = engine};
  }
  sqlite3_reset(query);
  return table;
}

static int by_key(const void *key, const void *row) {
  int64_t x = *(const int64_t *)key, y = ((const ro_report_row *)row)->key;
  return x < y ? -1 : x > y;
}

const ro_report_row *ro_reports_find(const ro_report_table *table, int64_t key) {
  if (!table->count) return NULL;
  return bsearch(&key, table->rows, table->count, sizeof *table->rows, by_key);
}
