#include <stdlib.h>

#include "engine/data_directory.h"
#include "ledger/features/buckets.h"
#include "ledger/items/counterpart.h"
#include "ledger/items/items.h"
#include "ledger/items/ledger_file.h"
#include "ledger/rematch.h"
#include "ledger/storage/store.h"
#include "readout/ledger.h"

/* A file of an older version gets its items from the records that it holds. */
static ro_status renew_items(ro_ledger *ledger, ro_error *error) {
  if (!ro_database_is_renewed(ledger->database)) return RO_OK;
  ro_rematch_forget(ledger);
  ro_rematch_all(ledger);
  ro_database_finish(ledger->database);
  return ro_database_result(ledger->database, error);
}

ro_status ro_ledger_open(ro_ledger **out, const char *path, ro_ledger_access access,
                         ro_error *error) {
  *out = NULL;
  ro_database *database;
  ro_status status = ro_database_open(&database, path, access, error);
  if (status != RO_OK) return status;
  *out = ro_allocate(sizeof **out);
  **out = (ro_ledger){
      .database = database, .linker = ro_linker_create(database), .arena = ro_arena_create()};
  status = renew_items(*out, error);
  if (status == RO_OK)
    status = ro_ledger_read_decisions(*out, ro_arena_print((*out)->arena, "%s.decisions.tsv", path),
                                      error);
  if (status != RO_OK) {
    ro_ledger_free(*out);
    *out = NULL;
  }
  return status;
}

void ro_ledger_free(ro_ledger *ledger) {
  if (!ledger) return;
  ro_linker_free(ledger->linker);
  ro_vocabulary_free(ledger->vocabulary);
  ro_decisions_free(ledger->decisions);
  ro_arena_free(ledger->arena);
  ro_database_free(ledger->database);
  free(ledger);
}

ro_status ro_ledger_read_decisions(ro_ledger *ledger, const char *path, ro_error *error) {
  ro_decisions *decisions;
  ro_status status = ro_decisions_load(&decisions, path, ledger->database, error);
  if (status != RO_OK) return status;
  ro_decisions_free(ledger->decisions);
  ledger->decisions = decisions;
  return RO_OK;
}

const ro_decision *ro_ledger_decisions(const ro_ledger *ledger, const bool **there, size_t *count) {
  return ro_decisions_list(ledger->decisions, there, count);
}

ro_status ro_ledger_name_record(ro_ledger *ledger, const char *id, ro_decision *decision,
                                ro_error *error) {
  static const char sql[] =
      "SELECT record.id, report.hash, kind, start, end FROM record JOIN report USING (report_key) "
      "WHERE record.id >= ?1 AND record.id < ?1 || 'g' AND kind IS NOT NULL ORDER BY record.id";
  size_t found = 0;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, id);
  for (; ro_database_step(ledger->database, query); found++) {
    decision->record = ro_arena_copy_string(ledger->arena, ro_column_text(query, 0));
    decision->report_hash = ro_arena_copy_string(ledger->arena, ro_column_text(query, 1));
    decision->kind = ro_arena_copy_string(ledger->arena, ro_column_text(query, 2));
    decision->start = (size_t)sqlite3_column_int64(query, 3);
    decision->end = (size_t)sqlite3_column_int64(query, 4);
  }
  ro_status status = ro_database_result(ledger->database, error);
  if (status == RO_OK && found != 1)
    return ro_fail(error, RO_ERROR_USAGE, NULL, 0,
                   found ? "several records have an id that begins with '%s'"
                         : "no record has the id '%s'",
                   id);
  return status;
}

ro_status ro_ledger_load_vocabulary(ro_ledger *ledger, ro_error *error) {
  if (ledger->vocabulary) return RO_OK;
  ro_arena *arena = ro_arena_create();
  ro_status status = ro_vocabulary_load(&ledger->vocabulary, ro_data_directory(arena, NULL), error);
  ro_arena_free(arena);
  return status;
}

ro_status ro_ledger_begin(ro_ledger *ledger, ro_error *error) {
  if (ledger->writing)
    return ro_fail(error, RO_ERROR_USAGE, NULL, 0, "the ledger is being written already");
  ro_database_execute(ledger->database, "BEGIN IMMEDIATE");
  ro_status status = ro_database_result(ledger->database, error);
  ledger->writing = status == RO_OK;
  return status;
}

static void roll_back(ro_ledger *ledger) {
  sqlite3_exec(ro_database_handle(ledger->database), "ROLLBACK", NULL, NULL, NULL);
  ro_linker_forget(ledger->linker);
  ledger->broken = ledger->unmatched = false;
}

void ro_ledger_abandon(ro_ledger *ledger) {
  if (ledger->writing) roll_back(ledger);
  ledger->writing = false;
}

ro_status ro_ledger_commit(ro_ledger *ledger, ro_error *error) {
  if (!ledger->writing) return ro_fail(error, RO_ERROR_USAGE, NULL, 0, "nothing is being written");
  ledger->writing = false;
  if (ledger->broken) {
    roll_back(ledger);
    return ro_fail(error, RO_ERROR_IO, NULL, 0, "nothing of this batch of reports was written");
  }
  if (ledger->unmatched) ro_rematch_all(ledger);
  ledger->unmatched = false;
  ro_items_refresh(ledger->database, ledger->linker);
  ro_linker_settle(ledger->linker);
  ro_database_execute(ledger->database, "COMMIT");
  ro_status status = ro_database_result(ledger->database, error);
  if (status != RO_OK) roll_back(ledger);
  return status;
}

bool ro_ledger_knows(ro_ledger *ledger, const ro_report *report) {
  return ro_store_find(ledger->database, ro_store_hash(report)) != 0;
}

/* Features are all that a record leaves here: matching waits until all have been read anew. */
static void keep_features(ro_ledger *ledger, const int64_t *keys, const ro_features *features,
                          size_t count) {
  for (size_t i = 0; i < count; i++)
    ro_linker_keep(ledger->linker, keys[i], &features[i]);
}

/* Is the record one that items are made of? */
static bool is_matched(const ro_features *features) {
  ro_bucket buckets[RO_BUCKETS_LIMIT];
  return ro_buckets_of(features, buckets) > 0;
}

static void store_records(ro_ledger *ledger, int64_t report_key, uint64_t hash, ro_day published,
                          const ro_annotation *annotation, const ro_record *records, size_t count) {
  ro_arena *arena = ro_arena_create();
  int64_t *keys = ro_arena_alloc_array(arena, count, sizeof *keys);
  ro_features *features = ro_arena_alloc_array(arena, count, sizeof *features);
  size_t matched = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t position = (uint32_t)i;
    int64_t key =
        ro_store_record(ledger->database, report_key, hash, annotation, &records[i], position);
    if (!key) continue;
    ro_dealings_add(ledger->database, key, published);
    ro_rank rank = {published, hash, position};
    features[matched] = ro_features_of(ledger->vocabulary, arena, annotation, &records[i], rank);
    keys[matched] = key;
    if (is_matched(&features[matched])) matched++;
  }
  if (ledger->unmatched)
    keep_features(ledger, keys, features, matched);
  else
    ro_linker_add(ledger->linker, keys, features, matched);
  ro_arena_free(arena);
}

static ro_status add_within(ro_ledger *ledger, const ro_report *report,
                            const ro_annotation *annotation, const ro_record *records,
                            size_t record_count, const char *versions, ro_added *added,
                            ro_error *error) {
  ro_database *database = ledger->database;
  uint64_t hash = ro_store_hash(report);
  ro_fingerprint print = ro_fingerprint_of(report->text, report->text_size);
  *added = RO_ADDED_KNOWN;
  if (ro_store_find(database, hash)) return ro_database_result(database, error);

  *added = ro_store_compare(database, report, &print);
  int64_t key = ro_store_report(database, report, hash, &print, versions);
  ro_store_layers(database, key, annotation);
  store_records(ledger, key, hash, report->published, annotation, records, record_count);
  ro_status status = ro_database_result(database, error);
  ledger->broken |= status != RO_OK;
  return status;
}

ro_status ro_ledger_add_records(ro_ledger *ledger, const ro_report *report,
                                const ro_annotation *annotation, const ro_record *records,
                                size_t record_count, const char *versions, ro_added *added,
                                ro_error *error) {
  *added = RO_ADDED_UNDATED;
  if (report->published == RO_NO_DAY) return RO_OK;
  ro_status status = ro_ledger_load_vocabulary(ledger, error);
  if (status != RO_OK) return status;
  if (ledger->writing)
    return add_within(ledger, report, annotation, records, record_count, versions, added, error);
  status = ro_ledger_begin(ledger, error);
  if (status != RO_OK) return status;
  status = add_within(ledger, report, annotation, records, record_count, versions, added, error);
  ro_error *first = status == RO_OK ? error : NULL;
  ro_status committed = ro_ledger_commit(ledger, first);
  return status == RO_OK ? committed : status;
}

ro_status ro_ledger_add(ro_ledger *ledger, const ro_report *report, const ro_annotation *annotation,
                        const char *versions, ro_added *added, ro_error *error) {
  size_t count;
  const ro_record *records = ro_annotation_records(annotation, &count);
  return ro_ledger_add_records(ledger, report, annotation, records, count, versions, added, error);
}

ro_status ro_ledger_read_anew(ro_ledger *ledger, const ro_report *report,
                              const ro_annotation *annotation, const char *versions,
                              ro_error *error) {
  size_t count;
  ro_database *database = ledger->database;
  uint64_t hash = ro_store_hash(report);
  int64_t key = ro_store_find(database, hash);
  if (!ledger->writing) return ro_fail(error, RO_ERROR_USAGE, NULL, 0, "nothing is being written");
  ro_status status = ro_ledger_load_vocabulary(ledger, error);
  if (status != RO_OK || !key) return status;
  if (!ledger->unmatched) ro_rematch_forget(ledger);
  ledger->unmatched = true;
  const ro_record *records = ro_annotation_records(annotation, &count);
  ro_store_forget_layers(database, key);
  ro_store_versions(database, key, versions);
  ro_store_layers(database, key, annotation);
  store_records(ledger, key, hash, report->published, annotation, records, count);
  status = ro_database_result(database, error);
  ledger->broken |= status != RO_OK;
  return status;
}
