#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "ledger/items/ledger_file.h"

typedef struct check_work {
  ro_ledger *ledger;
  ro_check *result;
  void (*complain)(const char *what, void *with);
  void *with;
  ro_arena *arena;
} check_work;

static void complain(check_work *check, const char *text) {
  check->result->problems++;
  check->complain(text, check->with);
}

/* Complains of what each row of a query says in its first column. */
static void complain_of_rows(check_work *check, const char *sql, const char *fine) {
  sqlite3_stmt *query = ro_database_prepare(check->ledger->database, sql);
  while (ro_database_step(check->ledger->database, query)) {
    const char *text = ro_column_text(query, 0);
    if (text && (!fine || strcmp(text, fine) != 0)) complain(check, text);
  }
}

static size_t count(check_work *check, const char *sql) {
  sqlite3_stmt *query = ro_database_prepare(check->ledger->database, sql);
  size_t number = 0;
  while (ro_database_step(check->ledger->database, query))
    number = (size_t)sqlite3_column_int64(query, 0);
  return number;
}

/* The file itself, and rows that point to nothing. */
static void check_file(check_work *check) {
  static const char integrity[] = "PRAGMA integrity_check";
  static const char keys[] = "SELECT 'a row of ' || \"table\" || ' points to no row of ' || parent "
                             "FROM pragma_foreign_key_check";
  complain_of_rows(check, integrity, "ok");
  complain_of_rows(check, keys, NULL);
}

static void check_search(check_work *check) {
  static const char sql[] = "SELECT 'the search misses report ' || id FROM report "
                            "WHERE report_key NOT IN (SELECT rowid FROM report_search)";
  complain_of_rows(check, sql, NULL);
}

/* Byte offset of a code point. */
static size_t byte_of(const char *text, size_t size, size_t codepoint) {
  size_t at = 0;
  for (; codepoint && at < size; codepoint--)
    ro_utf8_next(text, size, &at);
  return at;
}

/* Does every record's evidence stand where its offsets say? */
static void check_offsets(check_work *check) {
  static const char sql[] =
      "SELECT record.id, start, end, evidence, text FROM record JOIN report USING (report_key)";
  sqlite3_stmt *query = ro_database_prepare(check->ledger->database, sql);
  while (ro_database_step(check->ledger->database, query)) {
    const char *id = ro_column_text(query, 0), *evidence = ro_column_text(query, 3);
    const char *text = ro_column_text(query, 4);
    if (!id || !evidence || !text) continue;
    size_t size = strlen(text);
    size_t from = byte_of(text, size, (size_t)sqlite3_column_int64(query, 1));
    size_t to = byte_of(text, size, (size_t)sqlite3_column_int64(query, 2));
    if (to < from || to - from != strlen(evidence) || memcmp(text + from, evidence, to - from) != 0)
      complain(check, ro_arena_print(check->arena,
                                     "the evidence of record %s is not where it should be", id));
  }
}

/* What was made from the records: every one that takes part has features, every link its ends. */
static void check_matching(check_work *check) {
  static const char features[] =
      "SELECT DISTINCT 'record ' || id || ' takes part in an item but has no features' "
      "FROM item_record JOIN record USING (record_key) "
      "WHERE record_key NOT IN (SELECT record_key FROM feature)";
  static const char order[] =
      "SELECT 'record ' || a.id || ' goes on with a later one' FROM link "
      "JOIN record a ON a.record_key = link.record_key JOIN report ra USING (report_key) "
      "JOIN record b ON b.record_key = link.target_key "
      "JOIN report rb ON rb.report_key = b.report_key "
      "WHERE relation = 0 AND rb.published > ra.published";
  static const char lacking[] =
      "SELECT 'item ' || root.id || ' lacks the evidence of record ' || record.id "
      "FROM item_record JOIN record USING (record_key) "
      "JOIN record root ON root.record_key = item_key "
      "WHERE NOT EXISTS (SELECT 1 FROM item_evidence WHERE place = (item_key << 24) + slot)";
  static const char left_over[] =
      "SELECT 'evidence of no item is left over at ' || place FROM item_evidence "
      "WHERE NOT EXISTS (SELECT 1 FROM item_record "
      "WHERE item_key = place >> 24 AND slot = place & 0xffffff)";
  complain_of_rows(check, features, NULL);
  complain_of_rows(check, lacking, NULL);
  complain_of_rows(check, left_over, NULL);
  complain_of_rows(check, order, NULL);
}

ro_status ro_ledger_check(ro_ledger *ledger, ro_check *result,
                          void (*tell)(const char *problem, void *with), void *with,
                          ro_error *error) {
  *result = (ro_check){0};
  check_work check = {ledger, result, tell, with, ro_arena_create()};
  check_file(&check);
  if (!result->problems) {
    check_search(&check);
    check_offsets(&check);
    check_matching(&check);
    result->reports = count(&check, "SELECT count(*) FROM report");
    result->records = count(&check, "SELECT count(*) FROM record");
    result->items = count(&check, "SELECT count(DISTINCT item_key) FROM item_state");
  }
  ro_arena_free(check.arena);
  return ro_database_result(ledger->database, error);
}
