#include "ledger/items.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "ledger/history.h"
#include "ledger/match.h"

typedef struct member {
  int64_t key;
  ro_turn turn;
} member;

typedef struct member_list {
  member *items;
  size_t count, capacity;
} member_list;

typedef struct key_list {
  int64_t *items;
  size_t count, capacity;
} key_list;

typedef struct refresh_work {
  ro_database *database;
  ro_linker *linker;
  ro_arena *arena;
} refresh_work;

static void push_key(refresh_work *refresher, key_list *keys, int64_t key) {
  *RO_ARENA_PUSH(refresher->arena, &keys->items, keys->count, keys->capacity) = key;
}

/* Keys that a query with one parameter gives. */
static key_list keys_by(refresh_work *refresher, const char *sql, int64_t parameter) {
  key_list found = {0};
  sqlite3_stmt *query = ro_database_prepare(refresher->database, sql);
  ro_bind_number(query, 1, parameter);
  while (ro_database_step(refresher->database, query))
    push_key(refresher, &found, sqlite3_column_int64(query, 0));
  return found;
}

/* What the record goes on with; 0 where it begins a thread. */
static int64_t before(refresh_work *refresher, int64_t key) {
  static const char sql[] = "SELECT target_key FROM link WHERE record_key = ?1 AND relation = 0";
  key_list found = keys_by(refresher, sql, key);
  return found.count ? found.items[0] : 0;
}

static int64_t root_of(refresh_work *refresher, int64_t key) {
  for (int64_t earlier; (earlier = before(refresher, key)) != 0;)
    key = earlier;
  return key;
}

/* Gathering -------------------------------------------------------------------------------------
 */

static void add_member(refresh_work *refresher, member_list *thread, int64_t key,
                       ro_relation relation) {
  const ro_features *features = ro_linker_features(refresher->linker, key);
  if (!features) return;
  *RO_ARENA_PUSH(refresher->arena, &thread->items, thread->count, thread->capacity) =
      (member){key, {features, relation}};
}

/* The thread: the root and all that goes on with it, directly or not. */
static member_list gather_thread(refresh_work *refresher, int64_t root) {
  static const char sql[] = "SELECT record_key FROM link WHERE target_key = ?1 AND relation = 0";
  member_list thread = {0};
  add_member(refresher, &thread, root, RO_RELATION_TELLS);
  for (size_t i = 0; i < thread.count; i++) {
    key_list next = keys_by(refresher, sql, thread.items[i].key);
    for (size_t k = 0; k < next.count; k++)
      add_member(refresher, &thread, next.items[k], RO_RELATION_TELLS);
  }
  return thread;
}

static void add_reactions(refresh_work *refresher, member_list *thread) {
  static const char sql[] =
      "SELECT record_key, relation FROM link WHERE target_key = ?1 AND relation > 0";
  size_t told = thread->count;
  for (size_t i = 0; i < told; i++) {
    sqlite3_stmt *query = ro_database_prepare(refresher->database, sql);
    ro_bind_number(query, 1, thread->items[i].key);
    key_list found = {0};
    while (ro_database_step(refresher->database, query)) {
      push_key(refresher, &found, sqlite3_column_int64(query, 0));
      push_key(refresher, &found, sqlite3_column_int64(query, 1));
    }
    for (size_t k = 0; k < found.count; k += 2)
      add_member(refresher, thread, found.items[k], (ro_relation)found.items[k + 1]);
  }
}

static int by_key(const void *a, const void *b) {
  const member *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return (int)x->turn.relation - (int)y->turn.relation;
}

static int by_rank(const void *a, const void *b) {
  const member *x = a, *y = b;
  return ro_rank_compare(&x->turn.features->rank, &y->turn.features->rank);
}

/* A record that points to several records of one thread counts once. */
static void keep_each_once(member_list *thread) {
  size_t kept = 0;
  qsort(thread->items, thread->count, sizeof *thread->items, by_key);
  for (size_t i = 0; i < thread->count; i++)
    if (!kept || thread->items[kept - 1].key != thread->items[i].key)
      thread->items[kept++] = thread->items[i];
  thread->count = kept;
  qsort(thread->items, thread->count, sizeof *thread->items, by_rank);
}

/* Storing ---------------------------------------------------------------------------------------
 */

static void store_members(refresh_work *refresher, int64_t root, const member_list *thread) {
  static const char sql[] =
      "INSERT INTO item_record (item_key, record_key, relation) VALUES (?1, ?2, ?3)";
  for (size_t i = 0; i < thread->count; i++) {
    sqlite3_stmt *insert = ro_database_prepare(refresher->database, sql);
    ro_bind_number(insert, 1, root);
    ro_bind_number(insert, 2, thread->items[i].key);
    ro_bind_number(insert, 3, thread->items[i].turn.relation);
    ro_database_run(refresher->database, insert);
  }
}

static void store_state(refresh_work *refresher, int64_t root, ro_item_kind kind,
                        const ro_history *history, ro_day first, ro_day last) {
  static const char sql[] =
      "INSERT INTO item_state (item_key, first, last, kind, state, since, ahead_until) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
  sqlite3_stmt *insert = ro_database_prepare(refresher->database, sql);
  ro_bind_number(insert, 1, root);
  ro_bind_number(insert, 2, first);
  ro_bind_number(insert, 3, last);
  ro_bind_number(insert, 4, kind);
  ro_bind_number(insert, 5, history->state);
  ro_bind_number(insert, 6, history->since);
  ro_bind_number(insert, 7, history->ahead_until);
  ro_database_run(refresher->database, insert);
}

static bool same_state(const ro_history *a, const ro_history *b) {
  return a->state == b->state && a->since == b->since && a->ahead_until == b->ahead_until;
}

static void store_states(refresh_work *refresher, int64_t root, ro_item_kind kind,
                         const member_list *thread) {
  ro_arena *arena = refresher->arena;
  ro_turn *turns = ro_arena_alloc_array(arena, thread->count, sizeof *turns);
  for (size_t i = 0; i < thread->count; i++)
    turns[i] = thread->items[i].turn;
  uint32_t day_count, count = (uint32_t)thread->count;
  const ro_day *days = ro_history_days(arena, kind, turns, count, &day_count);
  ro_history current = {0};
  ro_day first = RO_NO_DAY;
  for (uint32_t i = 0; i < day_count; i++) {
    ro_history next = ro_history_tell(arena, kind, turns, count, days[i]);
    if (i && same_state(&current, &next)) continue;
    if (i && current.state) store_state(refresher, root, kind, &current, first, days[i] - 1);
    current = next;
    first = days[i];
  }
  if (current.state) store_state(refresher, root, kind, &current, first, INT32_MAX);
}

/* Meetings --------------------------------------------------------------------------------------
 */

/* One meeting of a series, on its way into an item. */
typedef struct meeting {
  member_list members;
  ro_interval days;
  bool held;
} meeting;

typedef struct meeting_series {
  meeting *items;
  size_t count, capacity;
} meeting_series;

static bool overlap(ro_interval a, ro_interval b) {
  return a.first <= b.last && b.first <= a.last;
}

static bool is_of_report(const meeting *one, const ro_rank *rank) {
  for (size_t i = 0; i < one->members.count; i++) {
    const ro_rank *other = &one->members.items[i].turn.features->rank;
    if (other->day == rank->day && other->report == rank->report) return true;
  }
  return false;
}

/* Are both dated, and alike? Such a meeting goes before one without a day. */
static bool has_same_day(const meeting *one, const ro_features *record) {
  return ro_meeting_has_day(record) && one->days.last != RO_NO_DAY &&
         overlap(one->days, record->when) && !is_of_report(one, &record->rank);
}

/* Was the meeting spoken of only after the day that the record tells? */
static bool is_too_late(const meeting *one, const ro_features *record) {
  return ro_meeting_has_day(record) && one->days.last == RO_NO_DAY &&
         record->when.last < one->members.items[0].turn.features->rank.day;
}

/* May the record speak of this meeting of the series? A report tells of one meeting once; a meeting
 * that has been held is spoken of with its day, or in the past. */
static bool fits_meeting(const meeting *one, const ro_features *record) {
  if (is_of_report(one, &record->rank) || is_too_late(one, record)) return false;
  bool past = record->status == RO_STATUS_HELD;
  if (!ro_meeting_has_day(record) || one->days.last == RO_NO_DAY) return !one->held || past;
  if (overlap(one->days, record->when)) return true;
  return !one->held && record->status == RO_STATUS_POSTPONED;
}

static meeting *meeting_of(refresh_work *refresher, meeting_series *series,
                           const ro_features *record) {
  for (size_t i = series->count; i-- > 0;)
    if (has_same_day(&series->items[i], record)) return &series->items[i];
  for (size_t i = series->count; i-- > 0;)
    if (fits_meeting(&series->items[i], record)) return &series->items[i];
  meeting *added = RO_ARENA_PUSH(refresher->arena, &series->items, series->count, series->capacity);
  added->days = (ro_interval){RO_NO_DAY, RO_NO_DAY};
  return added;
}

static void join_meeting(refresh_work *refresher, meeting *one, const member *told) {
  const ro_features *record = told->turn.features;
  *RO_ARENA_PUSH(refresher->arena, &one->members.items, one->members.count, one->members.capacity) =
      *told;
  if (ro_meeting_has_day(record)) one->days = record->when;
  one->held |= record->status == RO_STATUS_HELD;
}

static void add_reaction(refresh_work *refresher, meeting_series *series, const member *reaction) {
  meeting *last = series->count ? &series->items[series->count - 1] : NULL;
  if (last)
    *RO_ARENA_PUSH(refresher->arena, &last->members.items, last->members.count,
                   last->members.capacity) = *reaction;
}

/* The thread of meetings of the same parties, told apart by their days, in the order in which they
 * were told: what comes later changes nothing of what was known before. */
static meeting_series tell_apart(refresh_work *refresher, const member_list *thread) {
  meeting_series series = {0};
  for (size_t i = 0; i < thread->count; i++) {
    const member *told = &thread->items[i];
    if (told->turn.relation == RO_RELATION_TELLS)
      join_meeting(refresher, meeting_of(refresher, &series, told->turn.features), told);
    else
      add_reaction(refresher, &series, told);
  }
  return series;
}

static void forget_item(refresh_work *refresher, int64_t key) {
  static const char records[] = "DELETE FROM item_record WHERE item_key = ?1";
  static const char states[] = "DELETE FROM item_state WHERE item_key = ?1";
  const char *const statements[] = {records, states};
  for (int i = 0; i < 2; i++) {
    sqlite3_stmt *statement = ro_database_prepare(refresher->database, statements[i]);
    ro_bind_number(statement, 1, key);
    ro_database_run(refresher->database, statement);
  }
}

static void store_item(refresh_work *refresher, ro_item_kind kind, const member_list *members) {
  int64_t key = members->items[0].key;
  store_members(refresher, key, members);
  store_states(refresher, key, kind, members);
}

static void make_items(refresh_work *refresher, int64_t root) {
  const ro_features *features = ro_linker_features(refresher->linker, root);
  if (!features || !ro_is_thread(features->act)) return;
  ro_item_kind kind = ro_thread_kind(features->act);
  member_list thread = gather_thread(refresher, root);
  for (size_t i = 0; i < thread.count; i++)
    forget_item(refresher, thread.items[i].key);
  add_reactions(refresher, &thread);
  keep_each_once(&thread);
  if (kind != RO_ITEM_MEETING) {
    store_item(refresher, kind, &thread);
    return;
  }
  meeting_series series = tell_apart(refresher, &thread);
  for (size_t i = 0; i < series.count; i++)
    store_item(refresher, kind, &series.items[i].members);
}

/* -----------------------------------------------------------------------------------------------
 */

static int compare_keys(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}

static void sort_once(key_list *keys) {
  size_t kept = 0;
  if (keys->count) qsort(keys->items, keys->count, sizeof *keys->items, compare_keys);
  for (size_t i = 0; i < keys->count; i++)
    if (!kept || keys->items[kept - 1] != keys->items[i]) keys->items[kept++] = keys->items[i];
  keys->count = kept;
}

/* The items that the record is in now, and the one that it belongs to by its links. */
static void add_concerned(refresh_work *refresher, key_list *items, int64_t record) {
  static const char sql[] = "SELECT item_key FROM item_record WHERE record_key = ?1";
  key_list now = keys_by(refresher, sql, record);
  for (size_t i = 0; i < now.count; i++) {
    push_key(refresher, items, now.items[i]);
    push_key(refresher, items, root_of(refresher, now.items[i]));
  }
  push_key(refresher, items, root_of(refresher, record));
}

void ro_items_refresh(ro_database *database, ro_linker *linker) {
  refresh_work refresher = {database, linker, ro_arena_create()};
  size_t count;
  const int64_t *changed = ro_linker_changed(linker, &count);
  key_list records = {0}, items = {0};
  for (size_t i = 0; i < count; i++)
    push_key(&refresher, &records, changed[i]);
  sort_once(&records);
  for (size_t i = 0; i < records.count; i++)
    add_concerned(&refresher, &items, records.items[i]);
  sort_once(&items);
  for (size_t i = 0; i < items.count; i++)
    forget_item(&refresher, items.items[i]);
  for (size_t i = 0; i < items.count; i++)
    if (!before(&refresher, items.items[i])) make_items(&refresher, items.items[i]);
  ro_arena_free(refresher.arena);
}
