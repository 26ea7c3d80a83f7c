#include "ledger/storage/store.h"

#include "base/hash.h"
#include "ledger/storage/bindings.h"
#include "ledger/storage/copies.h"
#include "ledger/storage/hashes.h"

uint64_t ro_store_hash(const ro_report *report) {
  char day[RO_INTERVAL_SIZE];
  uint64_t hash = ro_hash_add_string(RO_HASH_START, report->id);
  hash = ro_hash_add_string(hash, report->url);
  hash = ro_hash_add_string(hash, report->publisher);
  hash = ro_hash_add_string(
      hash, ro_interval_print((ro_interval){report->published, report->published}, day));
  hash = ro_hash_add_string(hash, report->title);
  hash = ro_hash_add(hash, report->text, report->text_size);
  return ro_hash_finish_positive(hash);
}

static int64_t first_number(ro_database *database, sqlite3_stmt *query) {
  int64_t number = 0;
  if (ro_database_step(database, query)) number = sqlite3_column_int64(query, 0);
  sqlite3_reset(query);
  return number;
}

int64_t ro_store_find(ro_database *database, uint64_t hash) {
  static const char sql[] = "SELECT report_key FROM report WHERE hash = ?1";
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_hash(query, 1, hash);
  return first_number(database, query);
}

static bool has_other_version(ro_database *database, const ro_report *report) {
  static const char by_id[] = "SELECT report_key FROM report WHERE id = ?1";
  static const char by_url[] = "SELECT report_key FROM report WHERE url = ?1";
  sqlite3_stmt *query = ro_database_prepare(database, by_id);
  ro_bind_text(query, 1, report->id);
  if (first_number(database, query)) return true;
  if (!report->url) return false;
  query = ro_database_prepare(database, by_url);
  ro_bind_text(query, 1, report->url);
  return first_number(database, query) != 0;
}

ro_added ro_store_compare(ro_database *database, const ro_report *report,
                          const ro_fingerprint *print) {
  if (has_other_version(database, report)) return RO_ADDED_VERSION;
  return ro_copies_has_another(database, print) ? RO_ADDED_DUPLICATE : RO_ADDED_NEW;
}

static int64_t store_engine(ro_database *database, const char *versions) {
  static const char insert_sql[] = "INSERT OR IGNORE INTO engine (versions) VALUES (?1)";
  static const char find_sql[] = "SELECT engine_key FROM engine WHERE versions = ?1";
  sqlite3_stmt *statement = ro_database_prepare(database, find_sql);
  ro_bind_text(statement, 1, versions);
  int64_t key = first_number(database, statement);
  if (key) return key;
  statement = ro_database_prepare(database, insert_sql);
  ro_bind_text(statement, 1, versions);
  ro_database_run(database, statement);
  return sqlite3_last_insert_rowid(ro_database_handle(database));
}

static void store_credits(ro_database *database, int64_t report_key, const ro_report *report) {
  static const char sql[] =
      "INSERT OR IGNORE INTO report_credit (report_key, credit) VALUES (?1, ?2)";
  for (size_t i = 0; i < report->credit_count; i++) {
    sqlite3_stmt *insert = ro_database_prepare(database, sql);
    ro_bind_number(insert, 1, report_key);
    ro_bind_text(insert, 2, report->credits[i]);
    ro_database_run(database, insert);
  }
}

static void make_searchable(ro_database *database, int64_t report_key, const ro_report *report) {
  static const char sql[] = "INSERT INTO report_search (rowid, title, text) VALUES (?1, ?2, ?3)";
  sqlite3_stmt *insert = ro_database_prepare(database, sql);
  ro_bind_number(insert, 1, report_key);
  ro_bind_text(insert, 2, report->title);
  ro_bind_bytes(insert, 3, report->text, report->text_size);
  ro_database_run(database, insert);
}

int64_t ro_store_report(ro_database *database, const ro_report *report, uint64_t hash,
                        const ro_fingerprint *print, const char *versions) {
  static const char sql[] =
      "INSERT INTO report (hash, id, url, publisher, published, published_from, updated, title, "
      "byline, dateline, language, text, engine_key, paragraphs) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
  int64_t engine_key = store_engine(database, versions);
  sqlite3_stmt *insert = ro_database_prepare(database, sql);
  ro_bind_hash(insert, 1, hash);
  ro_bind_text(insert, 2, report->id);
  ro_bind_text(insert, 3, report->url);
  ro_bind_text(insert, 4, report->publisher);
  ro_bind_day(insert, 5, report->published);
  ro_bind_text(insert, 6, report->published_from);
  ro_bind_day(insert, 7, report->updated);
  ro_bind_text(insert, 8, report->title);
  ro_bind_list(insert, 9, report->byline, report->byline_count);
  ro_bind_text(insert, 10, report->dateline);
  ro_bind_text(insert, 11, report->language);
  ro_bind_bytes(insert, 12, report->text, report->text_size);
  ro_bind_number(insert, 13, engine_key);
  ro_bind_number(insert, 14, report->one_line_paragraphs);
  ro_database_run(database, insert);
  int64_t key = sqlite3_last_insert_rowid(ro_database_handle(database));
  ro_copies_store(database, key, print);
  store_credits(database, key, report);
  make_searchable(database, key, report);
  return key;
}

void ro_store_versions(ro_database *database, int64_t report_key, const char *versions) {
  static const char sql[] = "UPDATE report SET engine_key = ?2 WHERE report_key = ?1";
  int64_t engine_key = store_engine(database, versions);
  sqlite3_stmt *update = ro_database_prepare(database, sql);
  ro_bind_number(update, 1, report_key);
  ro_bind_number(update, 2, engine_key);
  ro_database_run(database, update);
}
