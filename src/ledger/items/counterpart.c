#include "ledger/items/counterpart.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
  LEAST_PARTNERS = 2, /* with one other it may as well have been somebody else */
  MOST_PARTNERS = 3,
  MOST_PARTIES = 10, /* of a report on one dispute */
  LEAST_TIMES = 2,   /* records that tell of one */
  NEAR = 800,        /* code points: a digest tells of other matters a little further on */
};

/* Dealings --------------------------------------------------------------------------------------
 */

/* Pairs of parties to one act, both ways; those on whose word it is told are none. */
#define PAIRS                                                                                      \
  "SELECT DISTINCT own.code AS party, other.code AS other, own.record_key "                        \
  "FROM record_actor own JOIN record_actor other USING (record_key) "                              \
  "WHERE own.role <> 'says' AND other.role <> 'says' AND own.code <> other.code"

void ro_dealings_add(ro_database *database, int64_t record_key, ro_day day) {
  static const char sql[] = "INSERT INTO dealing (party, other, day, records) "
                            "SELECT party, other, ?2, 1 FROM (" PAIRS " AND own.record_key = ?1) "
                            "WHERE true ON CONFLICT DO UPDATE SET records = records + 1";
  sqlite3_stmt *insert = ro_database_prepare(database, sql);
  ro_bind_number(insert, 1, record_key);
  ro_bind_number(insert, 2, day);
  ro_database_run(database, insert);
}

void ro_dealings_count(ro_database *database) {
  ro_database_execute(database, "DELETE FROM dealing");
  ro_database_execute(
      database, "INSERT INTO dealing (party, other, day, records) "
                "SELECT party, other, CAST(julianday(published) - 2440587.5 AS INTEGER), count(*) "
                "FROM (" PAIRS ") JOIN record USING (record_key) JOIN report USING (report_key) "
                "GROUP BY 1, 2, 3");
}

/* Asking ----------------------------------------------------------------------------------------
 */

/* The code of the first of the parties. */
static const char *party_of(ro_arena *arena, const ro_entry *entry) {
  const char *actor = entry->who.items[0];
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  return ro_arena_copy(arena, actor, strcspn(actor, ":"));
}

/* A digest tells of many disputes: what stands near in it need not belong together. */
static bool is_digest(ro_ledger *ledger, int64_t report_key) {
  static const char sql[] =
      "SELECT count(DISTINCT code) FROM record JOIN record_actor USING (record_key) "
      "WHERE report_key = ?1 AND role <> 'says'";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, report_key);
  bool many = false;
  while (ro_database_step(ledger->database, query))
    many = sqlite3_column_int(query, 0) > MOST_PARTIES;
  return many;
}

ro_actors ro_counterpart_of(ro_ledger *ledger, ro_arena *arena, const ro_entry *entry,
                            int64_t report_key, ro_day as_of) {
  static const char sql[] =
      "SELECT code, (SELECT sum(records) FROM dealing "
      "WHERE party = ?2 AND other = code AND day <= ?4) AS times, min(abs(start - ?3)) AS apart "
      "FROM record JOIN record_actor USING (record_key) "
      "WHERE report_key = ?1 AND kind IS NOT NULL AND role <> 'says' AND code <> ?2 "
      "AND abs(start - ?3) < ?5 "
      "GROUP BY code HAVING times > 0 ORDER BY times DESC, apart, code LIMIT 1";
  if (entry->who.count != 1 || is_digest(ledger, report_key)) return (ro_actors){0};
  const char *party = party_of(arena, entry), **found = NULL;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, report_key);
  ro_bind_text(query, 2, party);
  ro_bind_number(query, 3, (int64_t)entry->start);
  ro_bind_number(query, 4, as_of);
  ro_bind_number(query, 5, NEAR);
  while (ro_database_step(ledger->database, query)) {
    found = ro_arena_alloc_array(arena, 1, sizeof *found);
    found[0] = ro_arena_copy_string(arena, ro_column_text(query, 0));
  }
  return (ro_actors){found, found ? 1 : 0};
}

/* Letters in lower case make a code a loose group. */
static bool is_loose(const char *code) {
  for (; *code; code++)
    if (*code >= 'a' && *code <= 'z') return true;
  return false;
}

ro_actors ro_partners_of(ro_ledger *ledger, ro_arena *arena, const ro_entry *entry,
                         int64_t report_key) {
  static const char sql[] =
      "SELECT code, count(DISTINCT record_key) AS times, min(abs(start - ?2)) AS apart "
      "FROM record JOIN record_actor USING (record_key) "
      "WHERE report_key = ?1 AND kind IS NOT NULL AND role <> 'says' AND code <> ?3 "
      "AND abs(start - ?2) < ?4 GROUP BY code ORDER BY times DESC, apart, code";
  const char **items = ro_arena_alloc_array(arena, MOST_PARTNERS, sizeof *items);
  uint32_t count = 0;
  int64_t most = 0;
  if (!entry->who.count || is_digest(ledger, report_key)) return (ro_actors){0};
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, report_key);
  ro_bind_number(query, 2, (int64_t)entry->start);
  ro_bind_text(query, 3, party_of(arena, entry));
  ro_bind_number(query, 4, 2 * NEAR);
  while (ro_database_step(ledger->database, query)) {
    const char *code = ro_column_text(query, 0);
    int64_t times = sqlite3_column_int64(query, 1);
    bool known = code && !is_loose(code) && times >= LEAST_TIMES && 2 * times >= most;
    if (!known || count == MOST_PARTNERS) continue;
    if (!count) most = times;
    items[count++] = ro_arena_copy_string(arena, code);
  }
  return count < LEAST_PARTNERS ? (ro_actors){0} : (ro_actors){items, count};
}
