#include "ledger/rematch.h"

#include "ledger/items/counterpart.h"
#include "ledger/items/items.h"

enum { BATCH = 64 /* reports whose items are made together */ };

void ro_rematch_forget(ro_ledger *ledger) {
  ro_database_execute(ledger->database, "DELETE FROM candidate; DELETE FROM link;"
                                        "DELETE FROM item_record; DELETE FROM item_evidence;"
                                        "DELETE FROM item_state");
  ro_linker_forget(ledger->linker);
}

typedef struct report_list {
  int64_t *items;
  size_t count, capacity;
} report_list;

static report_list reports_in_order(ro_ledger *ledger, ro_arena *arena) {
  static const char sql[] = "SELECT report_key FROM report ORDER BY published, hash";
  report_list reports = {0};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(arena, &reports.items, reports.count, reports.capacity) =
        sqlite3_column_int64(query, 0);
  return reports;
}

typedef struct feature_list {
  int64_t *keys;
  ro_features *items;
  size_t count, key_capacity, capacity;
} feature_list;

static feature_list features_of(ro_ledger *ledger, ro_arena *arena, int64_t report_key) {
  static const char sql[] = "SELECT record_key, bytes FROM record JOIN feature USING (record_key) "
                            "WHERE report_key = ?1 ORDER BY record.position";
  feature_list features = {0};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, report_key);
  while (ro_database_step(ledger->database, query)) {
    ro_features read;
    if (!ro_features_unpack(&read, arena, sqlite3_column_blob(query, 1),
                            (size_t)sqlite3_column_bytes(query, 1)))
      continue;
    size_t at = features.count;
    *RO_ARENA_PUSH(arena, &features.keys, at, features.key_capacity) =
        sqlite3_column_int64(query, 0);
    *RO_ARENA_PUSH(arena, &features.items, features.count, features.capacity) = read;
  }
  return features;
}

static void match_report(ro_ledger *ledger, int64_t report_key) {
  static const char sql[] = "DELETE FROM feature WHERE record_key IN "
                            "(SELECT record_key FROM record WHERE report_key = ?1)";
  ro_arena *arena = ro_arena_create();
  feature_list features = features_of(ledger, arena, report_key);
  sqlite3_stmt *deletion = ro_database_prepare(ledger->database, sql);
  ro_bind_number(deletion, 1, report_key);
  ro_database_run(ledger->database, deletion); /* the linker writes them again */
  ro_linker_add(ledger->linker, features.keys, features.items, features.count);
  ro_arena_free(arena);
}

void ro_rematch_all(ro_ledger *ledger) {
  ro_dealings_count(ledger->database);
  ro_arena *arena = ro_arena_create();
  report_list reports = reports_in_order(ledger, arena);
  for (size_t i = 0; i < reports.count && !ro_database_failed(ledger->database); i++) {
    match_report(ledger, reports.items[i]);
    if ((i + 1) % BATCH && i + 1 < reports.count) continue;
    ro_items_refresh(ledger->database, ledger->linker);
    ro_linker_settle(ledger->linker);
  }
  ro_arena_free(arena);
}
