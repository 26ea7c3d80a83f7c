#include "ledger/counterpart.h"

#include <stdlib.h>
#include <string.h>

/* The record of the report that stands nearest to a place and has the party on one side and others
 * on the other; 0 where there is none. *side is the other side. */
static int64_t nearest_dealing(ro_ledger *ledger, int64_t report_key, const char *party,
                               size_t place, const char **side) {
  static const char sql[] =
      "SELECT record_key, own.role FROM record JOIN record_actor own USING (record_key) "
      "WHERE report_key = ?1 AND kind IS NOT NULL AND own.code = ?2 AND own.role <> 'says' "
      "AND EXISTS (SELECT 1 FROM record_actor other WHERE other.record_key = record.record_key "
      "AND other.role = CASE own.role WHEN 'who' THEN 'whom' ELSE 'who' END AND other.code <> ?2) "
      "ORDER BY abs(start - ?3), start, record_key LIMIT 1";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, report_key);
  ro_bind_bytes(query, 2, party, strlen(party));
  ro_bind_number(query, 3, (int64_t)place);
  int64_t key = 0;
  if (ro_database_step(ledger->database, query)) {
    const char *role = ro_column_text(query, 1);
    key = sqlite3_column_int64(query, 0);
    *side = role && strcmp(role, "who") == 0 ? "whom" : "who";
  }
  sqlite3_reset(query);
  return key;
}

static ro_actors others_of(ro_ledger *ledger, ro_arena *arena, int64_t record_key, const char *side,
                           const char *party) {
  static const char sql[] = "SELECT DISTINCT code FROM record_actor WHERE record_key = ?1 "
                            "AND role = ?2 AND code <> ?3 ORDER BY position";
  const char **items = NULL;
  size_t count = 0, capacity = 0;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, record_key);
  ro_bind_text(query, 2, side);
  ro_bind_text(query, 3, party);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(arena, &items, count, capacity) =
        ro_arena_copy_string(arena, ro_column_text(query, 0));
  return (ro_actors){items, (uint32_t)count};
}

ro_actors ro_counterpart_of(ro_ledger *ledger, ro_arena *arena, const ro_entry *entry,
                            int64_t report_key) {
  if (entry->who.count != 1) return (ro_actors){0};
  const char *side = NULL, *actor = entry->who.items[0];
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  const char *party = ro_arena_copy(arena, actor, strcspn(actor, ":"));
  int64_t record = nearest_dealing(ledger, report_key, party, entry->start, &side);
  return record ? others_of(ledger, arena, record, side, party) : (ro_actors){0};
}
