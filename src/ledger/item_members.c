#include "ledger/item_members.h"

/* What is read of a large item for a brief. */
enum { FIRST_MEMBERS = 4, LAST_MEMBERS = 28 };

static void read_members(ro_ledger *ledger, ro_arena *arena, const char *sql, int64_t key,
                         ro_day as_of, ro_item_members *members) {
  size_t capacity = 0;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, key);
  ro_bind_number(query, 2, as_of);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(arena, &members->items, members->count, capacity) =
        (ro_item_member){.key = sqlite3_column_int64(query, 0),
                         .report_key = sqlite3_column_int64(query, 1),
                         .relation = (ro_relation)sqlite3_column_int(query, 2),
                         .wanted = true};
}

/* The record that names the item is always read. */
static void want_few(ro_item_members *members, int64_t item_key) {
  members->partly = members->count > FIRST_MEMBERS + LAST_MEMBERS;
  for (size_t i = FIRST_MEMBERS; members->partly && i + LAST_MEMBERS < members->count; i++)
    members->items[i].wanted = members->items[i].key == item_key;
}

ro_item_members ro_item_members_of(ro_ledger *ledger, ro_arena *arena, const ro_found_item *found,
                                   ro_day as_of) {
  static const char all[] = "SELECT record_key, report_key, relation FROM item_record "
                            "WHERE item_key = ?1 AND day <= ?2 ORDER BY day, report, position";
  static const char alone[] = "SELECT record_key, report_key, 0 FROM record WHERE record_key = ?1";
  ro_item_members members = {0};
  read_members(ledger, arena, found->detached ? alone : all, found->key, as_of, &members);
  if (found->in_brief) want_few(&members, found->key);
  return members;
}
