#include "ledger/storage/store.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "ledger/storage/bindings.h"
#include "ledger/storage/hashes.h"

static uint64_t add_actors(uint64_t hash, ro_actors actors) {
  for (uint32_t i = 0; i < actors.count; i++)
    hash = ro_hash_add_string(hash, actors.items[i]);
  return ro_hash_add_string(hash, NULL);
}

/* From the report, the act, the words and the parties: the same wherever and whenever it is read.
 */
static uint64_t hash_record(uint64_t report_hash, const ro_record *record) {
  char numbers[96];
  snprintf(numbers, sizeof numbers, "%016" PRIx64 " %u %u", report_hash, record->evidence.start,
           record->evidence.end);
  uint64_t hash = ro_hash_add_string(RO_HASH_START, numbers);
  hash = ro_hash_add_string(hash, ro_act_name(record->act));
  hash = ro_hash_add_string(hash, record->act == RO_ACT_NONE ? record->event : NULL);
  hash = add_actors(hash, record->who);
  return ro_hash_finish_positive(add_actors(hash, record->whom));
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
  ro_bind_list(insert, 22, record->contexts, record->context_count);
  ro_bind_text(insert, 23, record->cameo);
  ro_bind_list(insert, 24, record->source_codes, record->source_code_count);
  ro_bind_list(insert, 25, record->target_codes, record->target_code_count);
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
  ro_bind_hash(insert, 1, hash_record(report_hash, record));
  ro_bind_number(insert, 2, report_key);
  ro_bind_number(insert, 3, position);
  bind_acts(insert, record);
  ro_bind_span(insert, 13, annotation, record->evidence);
  ro_bind_words(insert, 15, annotation, record->evidence);
  ro_bind_span(insert, 16, annotation, sentence_of(annotation, record));
  ro_bind_words(insert, 18, annotation, sentence_of(annotation, record));
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
