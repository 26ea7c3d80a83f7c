#include "ledger/matching/thread.h"

#include <stdlib.h>

int64_t ro_thread_key(const ro_thread *thread) {
  for (size_t i = 0; i < thread->count; i++)
    if (thread->items[i].turn.relation == RO_RELATION_TELLS) return thread->items[i].key;
  return 0;
}

int64_t ro_thread_before(ro_database *database, int64_t key) {
  static const char sql[] = "SELECT target_key FROM link WHERE record_key = ?1 AND relation = 0";
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, key);
  int64_t before = 0;
  if (ro_database_step(database, query)) before = sqlite3_column_int64(query, 0);
  sqlite3_reset(query);
  return before;
}

/* Keys and relations of the records that a query gives. */
static void add_members(ro_database *database, ro_arena *arena, const char *sql, int64_t root,
                        ro_thread *thread) {
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, root);
  while (ro_database_step(database, query)) {
    ro_member *member = RO_ARENA_PUSH(arena, &thread->items, thread->count, thread->capacity);
    member->key = sqlite3_column_int64(query, 0);
    member->turn.relation = (ro_relation)sqlite3_column_int(query, 1);
  }
}

static int by_key(const void *a, const void *b) {
  const ro_member *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return (int)x->turn.relation - (int)y->turn.relation;
}

static int by_rank(const void *a, const void *b) {
  const ro_member *x = a, *y = b;
  return ro_rank_compare(&x->turn.features->rank, &y->turn.features->rank);
}

/* A record that points to several records of one thread counts once, as what it does first. */
static void keep_each_once(ro_linker *linker, ro_thread *thread) {
  size_t kept = 0;
  if (thread->count) qsort(thread->items, thread->count, sizeof *thread->items, by_key);
  for (size_t i = 0; i < thread->count; i++) {
    ro_member *member = &thread->items[i];
    if (kept && thread->items[kept - 1].key == member->key) continue;
    member->turn.features = ro_linker_features(linker, member->key);
    if (member->turn.features) thread->items[kept++] = *member;
  }
  thread->count = kept;
  if (kept) qsort(thread->items, kept, sizeof *thread->items, by_rank);
}

ro_thread ro_thread_gather(ro_database *database, ro_linker *linker, ro_arena *arena,
                           int64_t root) {
  static const char sql[] =
      "WITH RECURSIVE thread (record_key) AS (VALUES (?1) UNION ALL "
      "SELECT link.record_key FROM thread JOIN link ON target_key = thread.record_key "
      "WHERE relation = 0) "
      "SELECT record_key, 0 FROM thread UNION ALL "
      "SELECT link.record_key, relation FROM thread JOIN link ON target_key = thread.record_key "
      "WHERE relation > 0";
  ro_thread thread = {0};
  add_members(database, arena, sql, root, &thread);
  keep_each_once(linker, &thread);
  return thread;
}
