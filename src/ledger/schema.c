#include "ledger/schema.h"

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
  "  text TEXT NOT NULL,"                                                                          \
  "  engine_key INTEGER NOT NULL REFERENCES engine);"                                              \
  "CREATE INDEX report_by_day ON report (published);"                                              \
  "CREATE INDEX report_by_id ON report (id);"                                                      \
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
  "CREATE INDEX record_by_report ON record (report_key, position);"                                \
  "CREATE TABLE record_actor ("                                                                    \
  "  record_key INTEGER NOT NULL REFERENCES record,"                                               \
  "  role TEXT NOT NULL,"                                                                          \
  "  position INTEGER NOT NULL,"                                                                   \
  "  actor TEXT NOT NULL, code TEXT NOT NULL,"                                                     \
  "  PRIMARY KEY (record_key, role, position)) WITHOUT ROWID;"                                     \
  "CREATE INDEX record_actor_by_code ON record_actor (code, role, record_key);"

/* What follows from the records alone and can be made anew at any time. */
#define MATCHING_TABLES                                                                            \
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
  "  record_key INTEGER NOT NULL REFERENCES record,"                                               \
  "  relation INTEGER NOT NULL,"                                                                   \
  "  PRIMARY KEY (item_key, record_key)) WITHOUT ROWID;"                                           \
  "CREATE INDEX item_record_by_record ON item_record (record_key);"                                \
  "CREATE TABLE item_state ("                                                                      \
  "  item_key INTEGER NOT NULL REFERENCES record,"                                                 \
  "  first INTEGER NOT NULL, last INTEGER NOT NULL,"                                               \
  "  kind INTEGER NOT NULL, state INTEGER NOT NULL,"                                               \
  "  since INTEGER NOT NULL, ahead_until INTEGER NOT NULL,"                                        \
  "  PRIMARY KEY (item_key, first)) WITHOUT ROWID;"                                                \
  "CREATE INDEX item_state_by_state ON item_state (kind, state, last, first);"

const ro_schema_step ro_schema_steps[] = {
    {1, REPORT_TABLES},
    {1, ANNOTATION_TABLES},
    {1, MATCHING_TABLES},
    {0, NULL},
};
