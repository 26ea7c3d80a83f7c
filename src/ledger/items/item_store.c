#include "ledger/items/item_store.h"

#include <limits.h>
#include <stdlib.h>

#include "ledger/items/evidence_store.h"
#include "ledger/storage/hashes.h"

int64_t ro_item_store_told_in(ro_database *database, int64_t record_key) {
  static const char sql[] =
      "SELECT item_key FROM item_record WHERE record_key = ?1 AND relation = 0 LIMIT 1";
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, record_key);
  int64_t item = 0;
  if (ro_database_step(database, query)) item = sqlite3_column_int64(query, 0);
  sqlite3_reset(query);
  return item;
}

const int64_t *ro_item_store_items_of(ro_database *database, ro_arena *arena, int64_t record_key,
                                      size_t *count) {
  static const char sql[] = "SELECT item_key FROM item_record WHERE record_key = ?1";
  int64_t *items = NULL;
  size_t capacity = 0;
  *count = 0;
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, record_key);
  while (ro_database_step(database, query))
    *RO_ARENA_PUSH(arena, &items, *count, capacity) = sqlite3_column_int64(query, 0);
  return items;
}

size_t ro_item_store_size(ro_database *database, int64_t item_key) {
  static const char sql[] = "SELECT count(*) FROM item_record WHERE item_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, item_key);
  size_t size = 0;
  if (ro_database_step(database, query)) size = (size_t)sqlite3_column_int64(query, 0);
  sqlite3_reset(query);
  return size;
}

static void run_with(ro_database *database, const char *sql, int64_t first, int64_t second) {
  sqlite3_stmt *statement = ro_database_prepare(database, sql);
  ro_bind_number(statement, 1, first);
  ro_bind_number(statement, 2, second);
  ro_database_run(database, statement);
}

void ro_item_store_forget(ro_database *database, int64_t item_key) {
  static const char records[] = "DELETE FROM item_record WHERE item_key = ?1 AND day > ?2";
  static const char states[] = "DELETE FROM item_state WHERE item_key = ?1 AND first > ?2";
  run_with(database, records, item_key, INT64_MIN);
  run_with(database, states, item_key, INT64_MIN);
  ro_evidence_forget_all(database, item_key);
}

/* Members ---------------------------------------------------------------------------------------
 */

/* A row of item_record. */
typedef struct stored_member {
  int64_t key, slot;
  ro_relation relation;
} stored_member;

typedef struct stored_members {
  stored_member *items;
  size_t count, capacity;
  int64_t free_slot; /* above all that are taken */
} stored_members;

static stored_members read_members(ro_database *database, ro_arena *arena, int64_t item_key) {
  static const char sql[] = "SELECT record_key, relation, slot FROM item_record "
                            "WHERE item_key = ?1 ORDER BY record_key";
  stored_members members = {0};
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, item_key);
  while (ro_database_step(database, query)) {
    stored_member *member = RO_ARENA_PUSH(arena, &members.items, members.count, members.capacity);
    *member = (stored_member){sqlite3_column_int64(query, 0), sqlite3_column_int64(query, 2),
                              (ro_relation)sqlite3_column_int(query, 1)};
    if (member->slot >= members.free_slot) members.free_slot = member->slot + 1;
  }
  return members;
}

static void remove_member(ro_database *database, int64_t item_key, const stored_member *member) {
  static const char sql[] = "DELETE FROM item_record WHERE item_key = ?1 AND record_key = ?2";
  run_with(database, sql, item_key, member->key);
  ro_evidence_forget(database, item_key, member->slot);
}

static void store_member(ro_database *database, int64_t item_key, const ro_member *member,
                         int64_t slot) {
  static const char sql[] = "INSERT INTO item_record (item_key, day, report, position, record_key, "
                            "relation, report_key, slot) "
                            "SELECT ?1, ?2, ?3, ?4, ?5, ?6, report_key, ?7 "
                            "FROM record WHERE record_key = ?5";
  const ro_rank *rank = &member->turn.features->rank;
  sqlite3_stmt *insert = ro_database_prepare(database, sql);
  ro_bind_number(insert, 1, item_key);
  ro_bind_number(insert, 2, rank->day);
  ro_bind_number(insert, 3, (int64_t)rank->report);
  ro_bind_number(insert, 4, rank->position);
  ro_bind_number(insert, 5, member->key);
  ro_bind_number(insert, 6, member->turn.relation);
  ro_bind_number(insert, 7, slot);
  ro_database_run(database, insert);
}

static void add_members(ro_database *database, ro_reports *reports, ro_arena *arena,
                        int64_t item_key, const ro_thread *added, int64_t slot) {
  for (size_t i = 0; i < added->count; i++)
    store_member(database, item_key, &added->items[i], slot + (int64_t)i);
  ro_evidence_store(database, reports, arena, item_key, added, slot);
}

static int by_key(const void *a, const void *b) {
  const ro_member *x = *(const ro_member *const *)a, *y = *(const ro_member *const *)b;
  return x->key < y->key ? -1 : x->key > y->key;
}

/* Takes out what is no longer a member and puts in what is new. */
static void update_members(ro_database *database, ro_reports *reports, ro_arena *arena,
                           int64_t item_key, const ro_thread *members) {
  size_t k = 0;
  ro_thread added = {0};
  stored_members stored = read_members(database, arena, item_key);
  const ro_member **sorted = ro_arena_alloc_array(arena, members->count, sizeof(void *));
  for (size_t i = 0; i < members->count; i++)
    sorted[i] = &members->items[i];
  qsort(sorted, members->count, sizeof *sorted, by_key);
  for (size_t i = 0; i < members->count; i++) {
    for (; k < stored.count && stored.items[k].key < sorted[i]->key; k++)
      remove_member(database, item_key, &stored.items[k]);
    const stored_member *same =
        k < stored.count && stored.items[k].key == sorted[i]->key ? &stored.items[k++] : NULL;
    if (same && same->relation == sorted[i]->turn.relation) continue;
    if (same) remove_member(database, item_key, same);
    *RO_ARENA_PUSH(arena, &added.items, added.count, added.capacity) = *sorted[i];
  }
  for (; k < stored.count; k++)
    remove_member(database, item_key, &stored.items[k]);
  add_members(database, reports, arena, item_key, &added, stored.free_slot);
}

/* States ----------------------------------------------------------------------------------------
 */

/* A row of item_state: a state, and the days as of which it is told. */
typedef struct span_of_state {
  ro_day first, since, ahead_until, began;
  ro_item_state state;
} span_of_state;

/* The item's id as a number. */
static uint64_t id_of(ro_database *database, int64_t item_key) {
  static const char sql[] = "SELECT id FROM record WHERE record_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, item_key);
  uint64_t id = 0;
  if (ro_database_step(database, query)) id = ro_hash_parse(ro_column_text(query, 0));
  sqlite3_reset(query);
  return id;
}

/* An item whose states are being written. */
typedef struct named_item {
  int64_t key;
  uint64_t id;
  ro_item_kind kind;
} named_item;

static void store_state(ro_database *database, const named_item *item, const span_of_state *span,
                        ro_day last) {
  static const char sql[] =
      "INSERT INTO item_state (item_key, first, last, kind, state, since, ahead_until, began, id) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
  if (span->state == RO_ITEM_NO_STATE) return;
  sqlite3_stmt *insert = ro_database_prepare(database, sql);
  ro_bind_number(insert, 1, item->key);
  ro_bind_number(insert, 2, span->first);
  ro_bind_number(insert, 3, last);
  ro_bind_number(insert, 4, item->kind);
  ro_bind_number(insert, 5, span->state);
  ro_bind_number(insert, 6, span->since);
  ro_bind_number(insert, 7, span->ahead_until);
  ro_bind_number(insert, 8, span->began);
  ro_bind_number(insert, 9, (int64_t)item->id);
  ro_database_run(database, insert);
}

/* The state that was told as of the day before, cut off from what follows. */
static span_of_state state_before(ro_database *database, int64_t item_key, ro_day from) {
  static const char find[] = "SELECT first, state, since, ahead_until, began FROM item_state "
                             "WHERE item_key = ?1 AND first < ?2 AND last >= ?2 - 1";
  static const char remove[] = "DELETE FROM item_state WHERE item_key = ?1 AND last >= ?2 - 1";
  span_of_state span = {0};
  sqlite3_stmt *query = ro_database_prepare(database, find);
  ro_bind_number(query, 1, item_key);
  ro_bind_number(query, 2, from);
  while (ro_database_step(database, query))
    span = (span_of_state){.first = (ro_day)sqlite3_column_int(query, 0),
                           .state = (ro_item_state)sqlite3_column_int(query, 1),
                           .since = (ro_day)sqlite3_column_int(query, 2),
                           .ahead_until = (ro_day)sqlite3_column_int(query, 3),
                           .began = (ro_day)sqlite3_column_int(query, 4)};
  run_with(database, remove, item_key, from);
  return span;
}

static void update_states(ro_database *database, ro_arena *arena, ro_item_kind kind,
                          const ro_thread *members, ro_day from) {
  int64_t item_key = ro_thread_key(members);
  named_item item = {item_key, id_of(database, item_key), kind};
  uint32_t day_count, count = (uint32_t)members->count;
  ro_turn *turns = ro_arena_alloc_array(arena, count, sizeof *turns);
  for (size_t i = 0; i < count; i++)
    turns[i] = members->items[i].turn;
  const ro_day *days = ro_history_days(arena, kind, turns, count, &day_count);
  span_of_state span = state_before(database, item_key, from);
  for (uint32_t i = 0; i < day_count; i++) {
    if (days[i] < from) continue;
    ro_history told = ro_history_tell(arena, kind, turns, count, days[i]);
    ro_day began = ro_history_first_day(&told);
    if (told.state == span.state && told.since == span.since &&
        told.ahead_until == span.ahead_until && began == span.began)
      continue;
    store_state(database, &item, &span, days[i] - 1);
    span = (span_of_state){days[i], told.since, told.ahead_until, began, told.state};
  }
  store_state(database, &item, &span, INT32_MAX);
}

void ro_item_store_update(ro_database *database, ro_reports *reports, ro_arena *arena,
                          ro_item_kind kind, const ro_thread *members, ro_day from) {
  update_members(database, reports, arena, ro_thread_key(members), members);
  update_states(database, arena, kind, members, from);
}
