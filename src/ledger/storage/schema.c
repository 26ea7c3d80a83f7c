#include "ledger/storage/schema.h"

#include <stddef.h>

const char ro_schema_application_sql[] = "PRAGMA application_id = 0x72646f74";

/* What the reports say. Days are ISO 8601; offsets count code points of report.text. */
#define REPORT_TABLES                                                                              \
  "CREATE TABLE engine ("                                                                          \
  "  engine_key INTEGER PRIMARY KEY,"                                                              \
  "  versions TEXT NOT NULL UNIQUE);"                                                              \
  "CREATE TABLE report ("                                                                          \
  "  report_key INTEGER PRIMARY KEY,"                                                              \
  "  hash TEXT NOT NULL UNIQUE,"                                                                   \
  "  id TEXT NOT NULL,"                                                                            \
  "  url TEXT, publisher TEXT,"                                                                    \
  "  published TEXT NOT NULL, published_from TEXT, updated TEXT,"                                  \
  "  title TEXT, byline TEXT, dateline TEXT, language TEXT, paragraphs INTEGER NOT NULL,"          \
  "  engine_key INTEGER NOT NULL REFERENCES engine,"                                               \
  "  text TEXT NOT NULL);" /* last, since it is long and seldom wanted */                          \
  "CREATE INDEX report_by_day ON report (published);"                                              \
  "CREATE INDEX report_by_id ON report (id);"                                                      \
  "CREATE INDEX report_by_publisher ON report (publisher, published);"                             \
  "CREATE INDEX report_by_url ON report (url) WHERE url IS NOT NULL;"                              \
  "CREATE TABLE report_credit ("                                                                   \
  "  report_key INTEGER NOT NULL REFERENCES report,"                                               \
  "  credit TEXT NOT NULL,"                                                                        \
  "  PRIMARY KEY (report_key, credit)) WITHOUT ROWID;"                                             \
  "CREATE TABLE report_sketch ("                                                                   \
  "  report_key INTEGER PRIMARY KEY REFERENCES report,"                                            \
  "  sketch BLOB NOT NULL);"                                                                       \
  "CREATE TABLE report_band ("                                                                     \
  "  band INTEGER NOT NULL,"                                                                       \
  "  report_key INTEGER NOT NULL REFERENCES report,"                                               \
  "  PRIMARY KEY (band, report_key)) WITHOUT ROWID;"                                               \
  "CREATE VIRTUAL TABLE report_search USING fts5 (title, text, content = 'report',"                \
  "  content_rowid = 'report_key', tokenize = 'porter unicode61 remove_diacritics 2');"

#define ANNOTATION_TABLES                                                                          \
  "CREATE TABLE statement ("                                                                       \
  "  report_key INTEGER NOT NULL REFERENCES report,"                                               \
  "  position INTEGER NOT NULL,"                                                                   \
  "  speaker TEXT, unnamed INTEGER NOT NULL, direct TEXT NOT NULL, manner TEXT NOT NULL,"          \
  "  channel TEXT, addressee TEXT, cue TEXT,"                                                      \
  "  start INTEGER NOT NULL, end INTEGER NOT NULL, content TEXT NOT NULL,"                         \
  "  PRIMARY KEY (report_key, position)) WITHOUT ROWID;"                                           \
  "CREATE INDEX statement_by_speaker ON statement (speaker);"                                      \
  "CREATE TABLE time (" /* of a report, as TIMEX3 */                                               \
  "  report_key INTEGER NOT NULL REFERENCES report,"                                               \
  "  position INTEGER NOT NULL,"                                                                   \
  "  start INTEGER NOT NULL, end INTEGER NOT NULL,"                                                \
  "  type TEXT NOT NULL, value TEXT, first TEXT, last TEXT,"                                       \
  "  PRIMARY KEY (report_key, position)) WITHOUT ROWID;"                                           \
  "CREATE TABLE place ("                                                                           \
  "  report_key INTEGER NOT NULL REFERENCES report,"                                               \
  "  position INTEGER NOT NULL,"                                                                   \
  "  start INTEGER NOT NULL, end INTEGER NOT NULL,"                                                \
  "  name TEXT, latitude REAL, longitude REAL, geonames_id INTEGER, country TEXT,"                 \
  "  use TEXT NOT NULL,"                                                                           \
  "  PRIMARY KEY (report_key, position)) WITHOUT ROWID;"                                           \
  "CREATE TABLE record ("                                                                          \
  "  record_key INTEGER PRIMARY KEY,"                                                              \
  "  id TEXT NOT NULL UNIQUE,"                                                                     \
  "  report_key INTEGER NOT NULL REFERENCES report,"                                               \
  "  position INTEGER NOT NULL,"                                                                   \
  "  kind TEXT, status TEXT,"                                                                      \
  "  when_first TEXT, when_last TEXT, when_precision TEXT,"                                        \
  "  due_first TEXT, due_last TEXT,"                                                               \
  "  place TEXT, what TEXT,"                                                                       \
  "  start INTEGER NOT NULL, end INTEGER NOT NULL, evidence TEXT NOT NULL,"                        \
  "  sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, sentence TEXT NOT NULL,"      \
  "  channel TEXT,"                                                                                \
  "  event TEXT, mode TEXT, contexts TEXT, cameo TEXT, source_codes TEXT, target_codes TEXT,"      \
  "  negated INTEGER NOT NULL, hypothetical INTEGER NOT NULL, background INTEGER NOT NULL,"        \
  "  score REAL NOT NULL);"                                                                        \
  "CREATE INDEX record_by_report ON record (report_key, position, kind);"                          \
  "CREATE TABLE record_actor ("                                                                    \
  "  record_key INTEGER NOT NULL REFERENCES record,"                                               \
  "  role TEXT NOT NULL,"                                                                          \
  "  position INTEGER NOT NULL,"                                                                   \
  "  actor TEXT NOT NULL, code TEXT NOT NULL,"                                                     \
  "  PRIMARY KEY (record_key, role, position)) WITHOUT ROWID;"                                     \
  "CREATE INDEX record_actor_by_code ON record_actor (code, role, record_key);"

/* What follows from the records alone and can be made anew at any time. */
#define MATCHING_TABLES                                                                            \
  "CREATE TABLE dealing ("                                                                         \
  "  party TEXT NOT NULL, other TEXT NOT NULL,"                                                    \
  "  day INTEGER NOT NULL, records INTEGER NOT NULL,"                                              \
  "  PRIMARY KEY (party, other, day)) WITHOUT ROWID;"                                              \
  "CREATE TABLE feature ("                                                                         \
  "  record_key INTEGER PRIMARY KEY REFERENCES record,"                                            \
  "  bytes BLOB NOT NULL);"                                                                        \
  "CREATE TABLE candidate ("                                                                       \
  "  bucket INTEGER NOT NULL,"                                                                     \
  "  day INTEGER NOT NULL, report INTEGER NOT NULL, position INTEGER NOT NULL,"                    \
  "  record_key INTEGER NOT NULL REFERENCES record,"                                               \
  "  PRIMARY KEY (bucket, day, report, position)) WITHOUT ROWID;"                                  \
  "CREATE TABLE link ("                                                                            \
  "  record_key INTEGER NOT NULL REFERENCES record,"                                               \
  "  target_key INTEGER NOT NULL REFERENCES record,"                                               \
  "  relation INTEGER NOT NULL,"                                                                   \
  "  score INTEGER NOT NULL,"                                                                      \
  "  PRIMARY KEY (record_key, target_key, relation)) WITHOUT ROWID;"                               \
  "CREATE INDEX link_by_target ON link (target_key, relation);"                                    \
  "CREATE TABLE item_record ("                                                                     \
  "  item_key INTEGER NOT NULL REFERENCES record,"                                                 \
  "  day INTEGER NOT NULL, report INTEGER NOT NULL, position INTEGER NOT NULL,"                    \
  "  record_key INTEGER NOT NULL REFERENCES record,"                                               \
  "  report_key INTEGER NOT NULL REFERENCES report,"                                               \
  "  relation INTEGER NOT NULL,"                                                                   \
  "  PRIMARY KEY (item_key, day, report, position)) WITHOUT ROWID;"                                \
  "CREATE INDEX item_record_by_record ON item_record (record_key);"                                \
  "CREATE TABLE item_state ("                                                                      \
  "  item_key INTEGER NOT NULL REFERENCES record,"                                                 \
  "  first INTEGER NOT NULL, last INTEGER NOT NULL,"                                               \
  "  kind INTEGER NOT NULL, state INTEGER NOT NULL,"                                               \
  "  since INTEGER NOT NULL, ahead_until INTEGER NOT NULL,"                                        \
  "  PRIMARY KEY (item_key, first)) WITHOUT ROWID;"                                                \
  "CREATE INDEX item_state_by_state ON item_state (kind, state, last, first, since, ahead_until);"

/* What other programs may rely on: docs/schema.md. */
#define STATE_NAME                                                                                 \
  "CASE item_state.state WHEN 1 THEN 'open' WHEN 2 THEN 'met' WHEN 3 THEN 'partly met' "           \
  "WHEN 4 THEN 'refused' WHEN 5 THEN 'pending' WHEN 6 THEN 'kept' WHEN 7 THEN 'broken' "           \
  "WHEN 8 THEN 'overdue' WHEN 9 THEN 'proposed' WHEN 10 THEN 'scheduled' WHEN 11 THEN 'held' "     \
  "WHEN 12 THEN 'cancelled' WHEN 13 THEN 'postponed' WHEN 14 THEN 'withdrawn' END"

#define KIND_NAME                                                                                  \
  "CASE item_state.kind WHEN 0 THEN 'demand' WHEN 1 THEN 'promise' ELSE 'meeting' END"

#define RELATION_NAME                                                                              \
  "CASE relation WHEN 0 THEN 'tells' WHEN 1 THEN 'repeats' WHEN 2 THEN 'refuses' "                 \
  "WHEN 3 THEN 'delivers' WHEN 4 THEN 'withdraws' WHEN 5 THEN 'breaks' ELSE 'denies' END"

#define DAY_OF(column) "date('1970-01-01', " column " || ' days')"

#define ACTORS(in_role)                                                                            \
  "(SELECT group_concat(actor, '; ') FROM (SELECT actor FROM record_actor a "                      \
  "WHERE a.record_key = record.record_key AND role = '" in_role "' ORDER BY position))"

#define ITEM_VIEWS                                                                                                          \
  "CREATE VIEW item_history AS SELECT record.id AS item, " KIND_NAME " AS kind, " STATE_NAME                                \
  " AS state, " DAY_OF("since") " AS since, " DAY_OF(                                                                       \
      "item_state.first") " AS as_of_first, "                                                                               \
                          "CASE last WHEN 2147483647 THEN NULL ELSE " DAY_OF(                                               \
                              "last") " END AS as_of_last "                                                                 \
                                      "FROM item_state JOIN record ON record_key = item_key;"                               \
                                      "CREATE VIEW items AS SELECT item, kind, state, since FROM "                          \
                                      "item_history "                                                                       \
                                      "WHERE as_of_last IS NULL;"                                                           \
                                      "CREATE VIEW evidence AS SELECT root.id AS "                                          \
                                      "item, " RELATION_NAME " AS relation, "                                               \
                                      "record.id AS record, record.kind, record.status, " ACTORS("who") " AS who, " ACTORS( \
                                          "whom") " AS whom, " ACTORS("says") " AS says, "                                  \
                                                                              "record.when_first,"                          \
                                                                              " record.when_last,"                          \
                                                                              " "                                           \
                                                                              "record.due_first, "                          \
                                                                              "record.due_last, "                           \
                                                                              "record.place, "                              \
                                                                              "record.what, "                               \
                                                                              "report.id AS "                               \
                                                                              "report, "                                    \
                                                                              "report.publisher, "                          \
                                                                              "report.published, "                          \
                                                                              "report.url, "                                \
                                                                              "record.start, "                              \
                                                                              "record.end, "                                \
                                                                              "record.evidence "                            \
                                                                              "AS text "                                    \
                                                                              "FROM item_record "                           \
                                                                              "JOIN record root "                           \
                                                                              "ON "                                         \
                                                                              "root.record_key = "                          \
                                                                              "item_key "                                   \
                                                                              "JOIN record ON "                             \
                                                                              "record.record_key "                          \
                                                                              "= "                                          \
                                                                              "item_record."                                \
                                                                              "record_key "                                 \
                                                                              "JOIN report ON "                             \
                                                                              "report.report_key "                          \
                                                                              "= "                                          \
                                                                              "record.report_key;"

/* Version 2: what answers tell of a report and of an item's records lies together, so that an
 * answer of many thousand records is read in one go. Items are made anew. */
#define ANSWER_TABLES                                                                              \
  "CREATE INDEX report_heads ON report"                                                            \
  "  (report_key, id, hash, published, publisher, title, url, engine_key);"                        \
  "DROP TABLE item_record;"                                                                        \
  "CREATE TABLE item_record ("                                                                     \
  "  item_key INTEGER NOT NULL REFERENCES record,"                                                 \
  "  day INTEGER NOT NULL, report INTEGER NOT NULL, position INTEGER NOT NULL,"                    \
  "  record_key INTEGER NOT NULL REFERENCES record,"                                               \
  "  report_key INTEGER NOT NULL REFERENCES report,"                                               \
  "  relation INTEGER NOT NULL, slot INTEGER NOT NULL,"                                            \
  "  PRIMARY KEY (item_key, day, report, position)) WITHOUT ROWID;"                                \
  "CREATE INDEX item_record_by_record ON item_record (record_key);"                                \
  "CREATE TABLE item_evidence (" /* item_key and slot are one number: an item's rows lie together  \
                                  */                                                               \
  "  place INTEGER PRIMARY KEY,"                                                                   \
  "  bytes BLOB NOT NULL);"                                                                        \
  "DROP TABLE item_state;"                                                                         \
  "CREATE TABLE item_state ("                                                                      \
  "  item_key INTEGER NOT NULL REFERENCES record,"                                                 \
  "  first INTEGER NOT NULL, last INTEGER NOT NULL,"                                               \
  "  kind INTEGER NOT NULL, state INTEGER NOT NULL,"                                               \
  "  since INTEGER NOT NULL, ahead_until INTEGER NOT NULL,"                                        \
  "  began INTEGER NOT NULL, id INTEGER NOT NULL,"                                                 \
  "  PRIMARY KEY (item_key, first)) WITHOUT ROWID;"                                                \
  "CREATE INDEX item_state_by_state ON item_state"                                                 \
  "  (kind, state, last, first, since, ahead_until, began, id);"

#define EVENT_VIEW                                                                                 \
  "CREATE VIEW events AS SELECT record.id AS record, report.published, event, mode, contexts, "    \
  "cameo, source_codes, target_codes, when_first, when_last, place, report.id AS report, "         \
  "record.start, record.end, evidence AS text "                                                    \
  "FROM record JOIN report USING (report_key) WHERE event IS NOT NULL;"

const ro_schema_step ro_schema_steps[] = {
    {1, REPORT_TABLES}, {1, ANNOTATION_TABLES}, {1, MATCHING_TABLES},
    {1, ITEM_VIEWS},    {1, EVENT_VIEW},        {2, ANSWER_TABLES},
    {0, NULL},
};
