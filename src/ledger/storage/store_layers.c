#include "ledger/storage/bindings.h"
#include "ledger/storage/store.h"

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
    if (statement->cue.count) ro_bind_words(insert, 9, annotation, whole(statement->cue));
    ro_bind_span(insert, 10, annotation, content);
    ro_bind_words(insert, 12, annotation, content);
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
    ro_bind_span(insert, 3, annotation, times[i].span);
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
    ro_bind_span(insert, 3, annotation, places[i].span);
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
