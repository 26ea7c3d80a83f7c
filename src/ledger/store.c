#include "ledger/store.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "ledger/copies.h"

const char *ro_hash_print(uint64_t hash, char buffer[RO_HASH_TEXT_SIZE]) {
  snprintf(buffer, RO_HASH_TEXT_SIZE, "%016" PRIx64, hash);
  return buffer;
}

static uint64_t add_string(uint64_t hash, const char *string) {
  return ro_hash_add(hash, string ? string : "", string ? strlen(string) + 1 : 1);
}

/* The top bit stays free, so that the number is the same signed and unsigned. */
static uint64_t finish(uint64_t hash) {
  return ro_hash_finish(hash) >> 1;
}

uint64_t ro_store_hash(const ro_report *report) {
  char day[RO_INTERVAL_SIZE];
  uint64_t hash = add_string(RO_HASH_START, report->id);
  hash = add_string(hash, report->url);
  hash = add_string(hash, report->publisher);
  hash =
      add_string(hash, ro_interval_print((ro_interval){report->published, report->published}, day));
  hash = add_string(hash, report->title);
  hash = ro_hash_add(hash, report->text, report->text_size);
  return finish(hash);
}

static int64_t first_number(ro_database *database, sqlite3_stmt *query) {
  int64_t number = 0;
  if (ro_database_step(database, query)) number = sqlite3_column_int64(query, 0);
  sqlite3_reset(query);
  return number;
}

static void bind_hash(sqlite3_stmt *statement, int index, uint64_t hash) {
  char buffer[RO_HASH_TEXT_SIZE];
  ro_bind_text(statement, index, ro_hash_print(hash, buffer));
}

int64_t ro_store_find(ro_database *database, uint64_t hash) {
  static const char sql[] = "SELECT report_key FROM report WHERE hash = ?1";
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  bind_hash(query, 1, hash);
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

/* A list of strings as JSON; NULL for an empty one. The caller frees it. */
static char *list_to_text(const char *const *strings, size_t count) {
  if (!count) return NULL;
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++)
    json_array_append_new(list, json_string_nocheck(strings[i]));
  char *text = json_dumps(list, JSON_COMPACT);
  json_decref(list);
  return text;
}

static void bind_list(sqlite3_stmt *statement, int index, const char *const *strings,
                      size_t count) {
  char *text = list_to_text(strings, count);
  ro_bind_text(statement, index, text);
  free(text);
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
  bind_hash(insert, 1, hash);
  ro_bind_text(insert, 2, report->id);
  ro_bind_text(insert, 3, report->url);
  ro_bind_text(insert, 4, report->publisher);
  ro_bind_day(insert, 5, report->published);
  ro_bind_text(insert, 6, report->published_from);
  ro_bind_day(insert, 7, report->updated);
  ro_bind_text(insert, 8, report->title);
  bind_list(insert, 9, report->byline, report->byline_count);
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

/* Layers ----------------------------------------------------------------------------------------
 */

static void bind_span(sqlite3_stmt *statement, int index, const ro_annotation *annotation,
                      ro_span span) {
  ro_bind_number(statement, index, (int64_t)ro_annotation_codepoint(annotation, span.start));
  ro_bind_number(statement, index + 1, (int64_t)ro_annotation_codepoint(annotation, span.end));
}

static void bind_words(sqlite3_stmt *statement, int index, const ro_annotation *annotation,
                       ro_span span) {
  size_t size;
  const char *text = ro_annotation_text(annotation, &size);
  ro_bind_bytes(statement, index, text + span.start, span.end - span.start);
}

/* From the first span to the last one. */
static ro_span whole(ro_spans spans) {
  if (!spans.count) return (ro_span){0, 0};
  return (ro_span){spans.items[0].start, spans.items[spans.count - 1].end};
}

static void store_statements(ro_database *database, int64_t report_key,
                             const ro_annotation *annotation) {
  static const char sql[] =
      "INSERT INTO statement (report_key, position, speaker, unnamed, direct, manner, channel, "
      "addressee, cue, start, end, content) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
  static const char *const directness[] = {"indirect", "direct", "mixed"};
  static const char *const manners[] = {"speech", "thought", "act"};
  size_t count;
  const ro_statement *statements = ro_annotation_statements(annotation, &count);
  for (size_t i = 0; i < count; i++) {
    const ro_statement *statement = &statements[i];
    ro_span content = whole(statement->content);
    sqlite3_stmt *insert = ro_database_prepare(database, sql);
    ro_bind_number(insert, 1, report_key);
    ro_bind_number(insert, 2, (int64_t)i);
    ro_bind_text(insert, 3, statement->speaker);
    ro_bind_number(insert, 4, statement->unnamed);
    ro_bind_text(insert, 5, directness[statement->directness]);
    ro_bind_text(insert, 6, manners[statement->manner]);
    ro_bind_text(insert, 7, statement->channel);
    ro_bind_text(insert, 8, statement->addressee);
    if (statement->cue.count) bind_words(insert, 9, annotation, whole(statement->cue));
    bind_span(insert, 10, annotation, content);
    bind_words(insert, 12, annotation, content);
    ro_database_run(database, insert);
  }
}

static void store_times(ro_database *database, int64_t report_key,
                        const ro_annotation *annotation) {
  static const char sql[] =
      "INSERT INTO time (report_key, position, start, end, type, value, first, last) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
  static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
  size_t count;
  const ro_time *times = ro_annotation_times(annotation, &count);
  for (size_t i = 0; i < count; i++) {
    sqlite3_stmt *insert = ro_database_prepare(database, sql);
    ro_bind_number(insert, 1, report_key);
    ro_bind_number(insert, 2, (int64_t)i);
    bind_span(insert, 3, annotation, times[i].span);
    ro_bind_text(insert, 5, types[times[i].type]);
    ro_bind_text(insert, 6, times[i].value);
    ro_bind_day(insert, 7, times[i].interval.first);
    ro_bind_day(insert, 8, times[i].interval.last);
    ro_database_run(database, insert);
  }
}

static void store_places(ro_database *database, int64_t report_key,
                         const ro_annotation *annotation) {
  static const char sql[] =
      "INSERT INTO place (report_key, position, start, end, name, latitude, longitude, "
      "geonames_id, country, use) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
  static const char *const uses[] = {"location", "government", "adjective", "inside name"};
  size_t count;
  const ro_place *places = ro_annotation_places(annotation, &count);
  for (size_t i = 0; i < count; i++) {
    sqlite3_stmt *insert = ro_database_prepare(database, sql);
    ro_bind_number(insert, 1, report_key);
    ro_bind_number(insert, 2, (int64_t)i);
    bind_span(insert, 3, annotation, places[i].span);
    ro_bind_text(insert, 5, places[i].name);
    if (places[i].located) sqlite3_bind_double(insert, 6, places[i].latitude);
    if (places[i].located) sqlite3_bind_double(insert, 7, places[i].longitude);
    if (places[i].geonames_id) ro_bind_number(insert, 8, places[i].geonames_id);
    ro_bind_text(insert, 9, places[i].country);
    ro_bind_text(insert, 10, uses[places[i].use]);
    ro_database_run(database, insert);
  }
}

void ro_store_layers(ro_database *database, int64_t report_key, const ro_annotation *annotation) {
  store_statements(database, report_key, annotation);
  store_times(database, report_key, annotation);
  store_places(database, report_key, annotation);
}

#define OF_ITS_RECORDS " WHERE record_key IN (SELECT record_key FROM record WHERE report_key = ?1)"

void ro_store_forget_layers(ro_database *database, int64_t report_key) {
  static const char *const deletions[] = {
      "DELETE FROM record_actor" OF_ITS_RECORDS,  "DELETE FROM feature" OF_ITS_RECORDS,
      "DELETE FROM record WHERE report_key = ?1", "DELETE FROM statement WHERE report_key = ?1",
      "DELETE FROM time WHERE report_key = ?1",   "DELETE FROM place WHERE report_key = ?1",
  };
  for (size_t i = 0; i < sizeof deletions / sizeof *deletions; i++) {
    sqlite3_stmt *deletion = ro_database_prepare(database, deletions[i]);
    ro_bind_number(deletion, 1, report_key);
    ro_database_run(database, deletion);
  }
}

/* Records ---------------------------------------------------------------------------------------
 */

static uint64_t add_actors(uint64_t hash, ro_actors actors) {
  for (uint32_t i = 0; i < actors.count; i++)
    hash = add_string(hash, actors.items[i]);
  return add_string(hash, NULL);
}

/* From the report, the act, the words and the parties: the same wherever and whenever it is read.
 */
static uint64_t hash_record(uint64_t report_hash, const ro_record *record) {
  char numbers[96];
  snprintf(numbers, sizeof numbers, "%016" PRIx64 " %u %u", report_hash, record->evidence.start,
           record->evidence.end);
  uint64_t hash = add_string(RO_HASH_START, numbers);
  hash = add_string(hash, ro_act_name(record->act));
  hash = add_string(hash, record->act == RO_ACT_NONE ? record->event : NULL);
  hash = add_actors(hash, record->who);
  return finish(add_actors(hash, record->whom));
}

static ro_span sentence_of(const ro_annotation *annotation, const ro_record *record) {
  size_t count;
  const ro_sentence *sentences = ro_annotation_sentences(annotation, &count);
  return record->sentence < count ? sentences[record->sentence].span : record->evidence;
}

static const char *channel_of(const ro_annotation *annotation, const ro_record *record) {
  size_t count;
  const ro_statement *statements = ro_annotation_statements(annotation, &count);
  return record->statement < count ? statements[record->statement].channel : NULL;
}

static void store_actors(ro_database *database, int64_t record_key, const char *role,
                         ro_actors actors) {
  static const char sql[] = "INSERT INTO record_actor (record_key, role, position, actor, code) "
                            "VALUES (?1, ?2, ?3, ?4, ?5)";
  for (uint32_t i = 0; i < actors.count; i++) {
    const char *code = actors.items[i];
    if (strncmp(code, "unnamed ", 8) == 0) code += 8;
    sqlite3_stmt *insert = ro_database_prepare(database, sql);
    ro_bind_number(insert, 1, record_key);
    ro_bind_text(insert, 2, role);
    ro_bind_number(insert, 3, i);
    ro_bind_text(insert, 4, actors.items[i]);
    ro_bind_bytes(insert, 5, code, strcspn(code, ":"));
    ro_database_run(database, insert);
  }
}

static void bind_acts(sqlite3_stmt *insert, const ro_record *record) {
  ro_bind_text(insert, 4, ro_act_name(record->act));
  ro_bind_text(insert, 5,
               record->act == RO_ACT_NONE ? NULL : ro_record_status_name(record->status));
  ro_bind_day(insert, 6, record->when.first);
  ro_bind_day(insert, 7, record->when.last);
  ro_bind_text(insert, 8, record->when_precision);
  ro_bind_day(insert, 9, record->due.first);
  ro_bind_day(insert, 10, record->due.last);
  ro_bind_text(insert, 11, record->where);
  ro_bind_text(insert, 12, record->what);
}

static void bind_codes(sqlite3_stmt *insert, const ro_record *record) {
  ro_bind_text(insert, 20, record->event);
  ro_bind_text(insert, 21, record->mode);
  bind_list(insert, 22, record->contexts, record->context_count);
  ro_bind_text(insert, 23, record->cameo);
  bind_list(insert, 24, record->source_codes, record->source_code_count);
  bind_list(insert, 25, record->target_codes, record->target_code_count);
  ro_bind_number(insert, 26, record->negated);
  ro_bind_number(insert, 27, record->hypothetical || record->questioned);
  ro_bind_number(insert, 28, record->background);
  sqlite3_bind_double(insert, 29, (double)record->score);
}

int64_t ro_store_record(ro_database *database, int64_t report_key, uint64_t report_hash,
                        const ro_annotation *annotation, const ro_record *record,
                        uint32_t position) {
  static const char sql[] =
      "INSERT OR IGNORE INTO record (id, report_key, position, kind, status, when_first, "
      "when_last, when_precision, due_first, due_last, place, what, start, end, evidence, "
      "sentence_start, sentence_end, sentence, channel, event, mode, contexts, cameo, "
      "source_codes, target_codes, negated, hypothetical, background, score) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
      "?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)";
  sqlite3_stmt *insert = ro_database_prepare(database, sql);
  bind_hash(insert, 1, hash_record(report_hash, record));
  ro_bind_number(insert, 2, report_key);
  ro_bind_number(insert, 3, position);
  bind_acts(insert, record);
  bind_span(insert, 13, annotation, record->evidence);
  bind_words(insert, 15, annotation, record->evidence);
  bind_span(insert, 16, annotation, sentence_of(annotation, record));
  bind_words(insert, 18, annotation, sentence_of(annotation, record));
  ro_bind_text(insert, 19, channel_of(annotation, record));
  bind_codes(insert, record);
  ro_database_run(database, insert);
  sqlite3 *handle = ro_database_handle(database);
  if (ro_database_failed(database) || !sqlite3_changes(handle)) return 0;
  int64_t key = sqlite3_last_insert_rowid(handle);
  store_actors(database, key, "who", record->who);
  store_actors(database, key, "whom", record->whom);
  store_actors(database, key, "says", record->says);
  return key;
}
