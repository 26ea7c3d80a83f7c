#include "ledger/entries.h"

#include <stdlib.h>
#include <string.h>

static const char *copy_column(ro_arena *arena, sqlite3_stmt *query, int column) {
  const char *text = ro_column_text(query, column);
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

static ro_act act_named(const char *name) {
  for (int act = RO_ACT_NONE + 1; name && act < RO_ACT_COUNT; act++)
    if (strcmp(name, ro_act_name((ro_act)act)) == 0) return (ro_act)act;
  return RO_ACT_NONE;
}

static ro_record_status status_named(const char *name) {
  for (int status = 0; name && status < RO_STATUS_COUNT; status++)
    if (strcmp(name, ro_record_status_name((ro_record_status)status)) == 0)
      return (ro_record_status)status;
  return RO_STATUS_MADE;
}

static void read_actors(ro_ledger *ledger, ro_arena *arena, int64_t record_key, ro_entry *entry) {
  static const char sql[] =
      "SELECT role, actor FROM record_actor WHERE record_key = ?1 ORDER BY role, position";
  struct {
    const char *role;
    ro_actors *actors;
    const char **items;
    size_t count, capacity;
  } roles[] = {{.role = "who", .actors = &entry->who},
               {.role = "whom", .actors = &entry->whom},
               {.role = "says", .actors = &entry->says}};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, record_key);
  while (ro_database_step(ledger->database, query)) {
    const char *role = ro_column_text(query, 0), *actor = copy_column(arena, query, 1);
    for (int i = 0; i < 3; i++)
      if (role && strcmp(role, roles[i].role) == 0)
        *RO_ARENA_PUSH(arena, &roles[i].items, roles[i].count, roles[i].capacity) = actor;
  }
  for (int i = 0; i < 3; i++)
    *roles[i].actors = (ro_actors){roles[i].items, (uint32_t)roles[i].count};
}

static void fill(ro_arena *arena, sqlite3_stmt *query, ro_entry *entry) {
  *entry = (ro_entry){
      .id = copy_column(arena, query, 0),
      .act = act_named(ro_column_text(query, 1)),
      .status = status_named(ro_column_text(query, 2)),
      .when = {ro_column_day(query, 3), ro_column_day(query, 4)},
      .due = {ro_column_day(query, 5), ro_column_day(query, 6)},
      .where = copy_column(arena, query, 7),
      .what = copy_column(arena, query, 8),
      .start = (size_t)sqlite3_column_int64(query, 9),
      .end = (size_t)sqlite3_column_int64(query, 10),
      .text = copy_column(arena, query, 11),
      .sentence = copy_column(arena, query, 12),
      .channel = copy_column(arena, query, 13),
      .event = copy_column(arena, query, 14),
      .mode = copy_column(arena, query, 15),
      .cameo = copy_column(arena, query, 16),
      .report = copy_column(arena, query, 17),
      .publisher = copy_column(arena, query, 18),
      .title = copy_column(arena, query, 19),
      .url = copy_column(arena, query, 20),
      .published = ro_column_day(query, 21),
      .report_hash = copy_column(arena, query, 23),
      .engine = copy_column(arena, query, 24),
  };
}

bool ro_entry_read(ro_ledger *ledger, ro_arena *arena, int64_t record_key, ro_entry *entry,
                   int64_t *report_key) {
  static const char sql[] =
      "SELECT record.id, kind, status, when_first, when_last, due_first, due_last, place, what, "
      "start, end, evidence, sentence, channel, event, mode, cameo, "
      "report.id, publisher, title, url, published, report_key, report.hash, versions "
      "FROM record JOIN report USING (report_key) JOIN engine USING (engine_key) "
      "WHERE record_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, record_key);
  bool found = ro_database_step(ledger->database, query);
  if (found) {
    fill(arena, query, entry);
    *report_key = sqlite3_column_int64(query, 22);
  }
  sqlite3_reset(query);
  if (found) read_actors(ledger, arena, record_key, entry);
  return found;
}
