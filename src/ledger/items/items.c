#include "ledger/items/items.h"

#include <stdlib.h>

#include "ledger/items/item_store.h"
#include "ledger/matching/match.h"
#include "ledger/matching/meetings.h"

/* A thread that is to be looked at again, and the first day on which something may have changed. */
typedef struct concern {
  int64_t root;
  ro_day from;
} concern;

typedef struct concern_list {
  concern *items;
  size_t count, capacity;
} concern_list;

typedef struct refresh_work {
  ro_database *database;
  ro_linker *linker;
  ro_reports *reports;
  ro_arena *arena;
  ro_change *changes; /* by record, each once */
  size_t change_count;
  concern_list concerns;
} refresh_work;

/* Changes ---------------------------------------------------------------------------------------
 */

static int by_record(const void *a, const void *b) {
  const ro_change *x = a, *y = b;
  if (x->record != y->record) return x->record < y->record ? -1 : 1;
  return x->day < y->day ? -1 : x->day > y->day;
}

static void read_changes(refresh_work *work) {
  size_t count;
  const ro_change *changes = ro_linker_changes(work->linker, &count);
  work->changes = ro_arena_alloc_array(work->arena, count, sizeof *changes);
  for (size_t i = 0; i < count; i++)
    work->changes[i] = changes[i];
  if (count) qsort(work->changes, count, sizeof *work->changes, by_record);
  for (size_t i = 0; i < count; i++)
    if (!work->change_count ||
        work->changes[work->change_count - 1].record != work->changes[i].record)
      work->changes[work->change_count++] = work->changes[i];
}

static bool is_changed(const refresh_work *work, int64_t record) {
  size_t first = 0, end = work->change_count;
  while (first < end) {
    size_t middle = (first + end) / 2;
    if (work->changes[middle].record < record)
      first = middle + 1;
    else
      end = middle;
  }
  return first < work->change_count && work->changes[first].record == record;
}

/* Threads ---------------------------------------------------------------------------------------
 */

/* The beginning of the record's thread. The links of a record that has not changed need not be
 * followed one by one: the table of items knows a record further up. */
static int64_t root_of(refresh_work *work, int64_t key) {
  for (;;) {
    int64_t earlier = 0;
    if (!is_changed(work, key)) earlier = ro_item_store_told_in(work->database, key);
    if (!earlier || earlier == key) earlier = ro_thread_before(work->database, key);
    if (!earlier) return key;
    key = earlier;
  }
}

static void add_concern(refresh_work *work, int64_t key, ro_day from) {
  *RO_ARENA_PUSH(work->arena, &work->concerns.items, work->concerns.count,
                 work->concerns.capacity) = (concern){root_of(work, key), from};
}

/* The thread that the changed record is in, and those of the items that it was in. */
static void add_concerns(refresh_work *work, const ro_change *change) {
  size_t count;
  const int64_t *items =
      ro_item_store_items_of(work->database, work->arena, change->record, &count);
  for (size_t i = 0; i < count; i++)
    add_concern(work, items[i], change->day);
  add_concern(work, change->record, change->day);
}

static int by_root(const void *a, const void *b) {
  const concern *x = a, *y = b;
  if (x->root != y->root) return x->root < y->root ? -1 : 1;
  return x->from < y->from ? -1 : x->from > y->from;
}

/* Items -----------------------------------------------------------------------------------------
 */

static bool begins_item(const ro_thread *items, size_t count, int64_t key) {
  for (size_t i = 0; i < count; i++)
    if (ro_thread_key(&items[i]) == key) return true;
  return false;
}

/* Records that may have begun an item before and do so no longer. */
static void forget_former(refresh_work *work, const ro_thread *thread, const ro_thread *items,
                          size_t count, ro_day from) {
  for (size_t i = 0; i < thread->count; i++) {
    const ro_member *member = &thread->items[i];
    if (member->turn.features->rank.day >= from && !begins_item(items, count, member->key))
      ro_item_store_forget(work->database, member->key);
  }
}

/* Has nothing changed in the item? Its members from before `from` are the same as ever: so if none
 * is newer, and none was. */
static bool is_untouched(refresh_work *work, const ro_thread *item, ro_day from) {
  return item->items[item->count - 1].turn.features->rank.day < from &&
         ro_item_store_size(work->database, ro_thread_key(item)) == item->count;
}

static void refresh_thread(refresh_work *work, ro_arena *arena, const concern *about) {
  const ro_features *features = ro_linker_features(work->linker, about->root);
  if (!features || !ro_is_thread(features->act)) return;
  ro_thread thread = ro_thread_gather(work->database, work->linker, arena, about->root);
  ro_item_kind kind = ro_thread_kind(features->act);
  ro_thread *items = &thread;
  size_t count = 1;
  if (kind == RO_ITEM_MEETING) items = ro_meetings_tell_apart(arena, &thread, &count);
  forget_former(work, &thread, items, count, about->from);
  for (size_t i = 0; i < count; i++)
    if (!is_untouched(work, &items[i], about->from))
      ro_item_store_update(work->database, work->reports, arena, kind, &items[i], about->from);
}

static void refresh_threads(refresh_work *work) {
  ro_arena *arena = ro_arena_create();
  const concern_list *concerns = &work->concerns;
  for (size_t i = 0; i < concerns->count; i++) {
    if (i && concerns->items[i - 1].root == concerns->items[i].root) continue;
    refresh_thread(work, arena, &concerns->items[i]);
    ro_arena_reset(arena);
    ro_reports_trim(work->reports);
    ro_linker_trim(work->linker);
  }
  ro_arena_free(arena);
}

void ro_items_refresh(ro_database *database, ro_linker *linker) {
  refresh_work work = {.database = database,
                       .linker = linker,
                       .reports = ro_reports_create(database, NULL, true),
                       .arena = ro_arena_create()};
  read_changes(&work);
  for (size_t i = 0; i < work.change_count; i++)
    add_concerns(&work, &work.changes[i]);
  concern_list *concerns = &work.concerns;
  if (concerns->count) qsort(concerns->items, concerns->count, sizeof(concern), by_root);
  refresh_threads(&work);
  ro_reports_free(work.reports);
  ro_arena_free(work.arena);
}
