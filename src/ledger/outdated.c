/* The reports that other versions of readout have read, as a reader would give them. */
#include <jansson.h>
#include <string.h>

#include "ledger/items/ledger_file.h"

ro_status ro_ledger_count_outdated(ro_ledger *ledger, const char *versions, size_t *count,
                                   ro_error *error) {
  static const char sql[] = "SELECT count(*) FROM report JOIN engine USING (engine_key) "
                            "WHERE versions <> ?1";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, versions);
  *count = 0;
  while (ro_database_step(ledger->database, query))
    *count = (size_t)sqlite3_column_int64(query, 0);
  return ro_database_result(ledger->database, error);
}

typedef struct string_list {
  const char **items;
  size_t count, capacity;
} string_list;

static void add_string(ro_arena *arena, string_list *list, const char *string) {
  if (string)
    *RO_ARENA_PUSH(arena, &list->items, list->count, list->capacity) =
        ro_arena_copy_string(arena, string);
}

/* The strings of a JSON list. */
static string_list strings_in(ro_arena *arena, const char *text) {
  string_list list = {0};
  json_t *read = text ? json_loads(text, 0, NULL) : NULL;
  for (size_t i = 0; i < json_array_size(read); i++)
    add_string(arena, &list, json_string_value(json_array_get(read, i)));
  json_decref(read);
  return list;
}

static string_list credits_of(ro_ledger *ledger, ro_arena *arena, int64_t report_key) {
  static const char sql[] = "SELECT credit FROM report_credit WHERE report_key = ?1";
  string_list list = {0};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, report_key);
  while (ro_database_step(ledger->database, query))
    add_string(arena, &list, ro_column_text(query, 0));
  return list;
}

static const char *copy_column(ro_arena *arena, sqlite3_stmt *query, int column) {
  const char *text = ro_column_text(query, column);
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

static bool read_report(ro_ledger *ledger, ro_arena *arena, int64_t key, ro_report *report) {
  static const char sql[] =
      "SELECT id, url, publisher, published, published_from, updated, title, byline, dateline, "
      "language, text, paragraphs FROM report WHERE report_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, key);
  bool found = ro_database_step(ledger->database, query);
  if (found) {
    string_list byline = strings_in(arena, ro_column_text(query, 7));
    size_t size = (size_t)sqlite3_column_bytes(query, 10);
    const char *text = ro_column_text(query, 10);
    *report = (ro_report){.id = copy_column(arena, query, 0),
                          .url = copy_column(arena, query, 1),
                          .publisher = copy_column(arena, query, 2),
                          .published = ro_column_day(query, 3),
                          .published_from = copy_column(arena, query, 4),
                          .updated = ro_column_day(query, 5),
                          .title = copy_column(arena, query, 6),
                          .byline = byline.items,
                          .byline_count = byline.count,
                          .dateline = copy_column(arena, query, 8),
                          .language = copy_column(arena, query, 9),
                          .text = ro_arena_copy(arena, text ? text : "", text ? size : 0),
                          .text_size = text ? size : 0,
                          .one_line_paragraphs = sqlite3_column_int(query, 11) != 0};
  }
  sqlite3_reset(query);
  string_list credits = credits_of(ledger, arena, key);
  report->credits = credits.items;
  report->credit_count = credits.count;
  return found;
}

ro_status ro_ledger_each_outdated(ro_ledger *ledger, const char *versions,
                                  void (*each)(const ro_report *report, void *with), void *with,
                                  ro_error *error) {
  static const char sql[] = "SELECT report_key FROM report JOIN engine USING (engine_key) "
                            "WHERE versions <> ?1 ORDER BY report_key";
  ro_arena *keys_arena = ro_arena_create(), *arena = ro_arena_create();
  int64_t *keys = NULL;
  size_t count = 0, capacity = 0;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, versions);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(keys_arena, &keys, count, capacity) = sqlite3_column_int64(query, 0);
  for (size_t i = 0; i < count; i++) {
    ro_report report;
    if (read_report(ledger, arena, keys[i], &report)) each(&report, with);
    ro_arena_reset(arena);
  }
  ro_arena_free(arena);
  ro_arena_free(keys_arena);
  return ro_database_result(ledger->database, error);
}
