#include "ledger/linking.h"

#include <stdlib.h>
#include <string.h>

#include "ledger/buckets.h"
#include "ledger/match.h"

enum {
  LARGEST_WINDOW = 64,
  SIBLINGS = 16, /* records of the same report that a reaction looks at after itself */
  LINKS = 8,     /* that one record may have */
  REPEATS_FROM = 450,
  MOST_CACHED = 100000, /* features that stay in memory from one writing to the next */
};

typedef struct cache_slot {
  int64_t key; /* 0: free */
  ro_features *features;
} cache_slot;

struct ro_linker {
  ro_database *database;
  ro_arena *arena;
  cache_slot *cache; /* a hash table with linear probing */
  size_t cache_size, cache_count;
  ro_change *changes; /* on the heap */
  size_t change_count, change_capacity;
};

typedef struct neighbour {
  int64_t key;
  ro_rank rank;
} neighbour;

typedef struct scored_link {
  int64_t target;
  ro_match match;
  ro_rank rank;
} scored_link;

ro_linker *ro_linker_create(ro_database *database) {
  ro_linker *linker = ro_allocate(sizeof *linker);
  *linker = (ro_linker){.database = database, .arena = ro_arena_create()};
  return linker;
}

void ro_linker_free(ro_linker *linker) {
  if (!linker) return;
  ro_arena_free(linker->arena);
  free(linker->changes);
  free(linker);
}

void ro_linker_forget(ro_linker *linker) {
  ro_database *database = linker->database;
  ro_arena *arena = linker->arena;
  ro_arena_reset(arena);
  free(linker->changes);
  *linker = (ro_linker){.database = database, .arena = arena};
}

const ro_change *ro_linker_changes(const ro_linker *linker, size_t *count) {
  *count = linker->change_count;
  return linker->changes;
}

void ro_linker_settle(ro_linker *linker) {
  linker->change_count = 0;
  if (linker->cache_count > MOST_CACHED) ro_linker_forget(linker);
}

static void note_change(ro_linker *linker, int64_t key, ro_day day) {
  if (linker->change_count == linker->change_capacity) {
    linker->change_capacity = linker->change_capacity ? 2 * linker->change_capacity : 256;
    linker->changes =
        ro_reallocate(linker->changes, linker->change_capacity * sizeof *linker->changes);
  }
  linker->changes[linker->change_count++] = (ro_change){key, day};
}

/* Features in memory ----------------------------------------------------------------------------
 */

static cache_slot *slot_of(const ro_linker *linker, int64_t key) {
  size_t at =
      (size_t)((uint64_t)key * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (linker->cache_size - 1);
  while (linker->cache[at].key && linker->cache[at].key != key)
    at = (at + 1) & (linker->cache_size - 1);
  return &linker->cache[at];
}

static void grow_cache(ro_linker *linker) {
  cache_slot *before = linker->cache;
  size_t size = linker->cache_size;
  linker->cache_size = size ? 2 * size : 1024;
  linker->cache = ro_arena_alloc_array(linker->arena, linker->cache_size, sizeof(cache_slot));
  for (size_t i = 0; i < size; i++)
    if (before[i].key) *slot_of(linker, before[i].key) = before[i];
}

static void remember(ro_linker *linker, int64_t key, ro_features *features) {
  if (2 * linker->cache_count >= linker->cache_size) grow_cache(linker);
  *slot_of(linker, key) = (cache_slot){key, features};
  linker->cache_count++;
}

const ro_features *ro_linker_features(ro_linker *linker, int64_t record_key) {
  if (linker->cache_size) {
    const cache_slot *slot = slot_of(linker, record_key);
    if (slot->key) return slot->features;
  }
  static const char sql[] = "SELECT bytes FROM feature WHERE record_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(linker->database, sql);
  ro_bind_number(query, 1, record_key);
  ro_features *features = NULL;
  while (ro_database_step(linker->database, query)) {
    ro_features *read = ro_arena_alloc(linker->arena, sizeof *read);
    if (ro_features_unpack(read, linker->arena, sqlite3_column_blob(query, 0),
                           (size_t)sqlite3_column_bytes(query, 0)))
      features = read;
  }
  remember(linker, record_key, features);
  return features;
}

static void store_features(ro_linker *linker, ro_arena *arena, int64_t key,
                           const ro_features *features) {
  static const char sql[] = "INSERT INTO feature (record_key, bytes) VALUES (?1, ?2)";
  size_t size;
  const unsigned char *bytes = ro_features_pack(arena, features, &size);
  sqlite3_stmt *insert = ro_database_prepare(linker->database, sql);
  ro_bind_number(insert, 1, key);
  sqlite3_bind_blob(insert, 2, bytes, (int)size, SQLITE_TRANSIENT);
  ro_database_run(linker->database, insert);
}

void ro_linker_keep(ro_linker *linker, int64_t record_key, const ro_features *features) {
  ro_arena *arena = ro_arena_create();
  store_features(linker, arena, record_key, features);
  ro_arena_free(arena);
}

/* Buckets ---------------------------------------------------------------------------------------
 */

static void store_candidate(ro_linker *linker, int64_t bucket, int64_t key, const ro_rank *rank) {
  static const char sql[] = "INSERT INTO candidate (bucket, day, report, position, record_key) "
                            "VALUES (?1, ?2, ?3, ?4, ?5)";
  sqlite3_stmt *insert = ro_database_prepare(linker->database, sql);
  ro_bind_number(insert, 1, bucket);
  ro_bind_number(insert, 2, rank->day);
  ro_bind_number(insert, 3, (int64_t)rank->report);
  ro_bind_number(insert, 4, rank->position);
  ro_bind_number(insert, 5, key);
  ro_database_run(linker->database, insert);
}

static void store_candidates(ro_linker *linker, int64_t key, const ro_features *features) {
  ro_bucket buckets[RO_BUCKETS_LIMIT];
  uint32_t count = ro_buckets_of(features, buckets);
  for (uint32_t i = 0; i < count; i++)
    store_candidate(linker, buckets[i].key, key, &features->rank);
}

/* The neighbours of a rank in a bucket, the nearest first. */
static uint32_t neighbours(ro_linker *linker, int64_t bucket, const ro_rank *rank, bool after,
                           uint32_t limit, neighbour *places) {
  static const char before_sql[] = "SELECT record_key, day, report, position FROM candidate "
                                   "WHERE bucket = ?1 AND (day, report, position) < (?2, ?3, ?4) "
                                   "ORDER BY day DESC, report DESC, position DESC LIMIT ?5";
  static const char after_sql[] = "SELECT record_key, day, report, position FROM candidate "
                                  "WHERE bucket = ?1 AND (day, report, position) > (?2, ?3, ?4) "
                                  "ORDER BY day, report, position LIMIT ?5";
  sqlite3_stmt *query = ro_database_prepare(linker->database, after ? after_sql : before_sql);
  ro_bind_number(query, 1, bucket);
  ro_bind_number(query, 2, rank->day);
  ro_bind_number(query, 3, (int64_t)rank->report);
  ro_bind_number(query, 4, rank->position);
  ro_bind_number(query, 5, limit);
  uint32_t count = 0;
  while (ro_database_step(linker->database, query) && count < limit)
    places[count++] =
        (neighbour){sqlite3_column_int64(query, 0),
                    {(ro_day)sqlite3_column_int(query, 1), (uint64_t)sqlite3_column_int64(query, 2),
                     (uint32_t)sqlite3_column_int(query, 3)}};
  return count;
}

static bool of_one_report(const ro_rank *a, const ro_rank *b) {
  return a->day == b->day && a->report == b->report;
}

/* Links of one record ---------------------------------------------------------------------------
 */

typedef struct candidate_list {
  neighbour places[RO_BUCKETS_LIMIT * (LARGEST_WINDOW + SIBLINGS)];
  uint32_t count;
} candidate_list;

static int by_key(const void *a, const void *b) {
  int64_t x = ((const neighbour *)a)->key, y = ((const neighbour *)b)->key;
  return x < y ? -1 : x > y;
}

static void keep_each_once(candidate_list *found) {
  uint32_t kept = 0;
  if (found->count) qsort(found->places, found->count, sizeof *found->places, by_key);
  for (uint32_t i = 0; i < found->count; i++)
    if (!kept || found->places[kept - 1].key != found->places[i].key)
      found->places[kept++] = found->places[i];
  found->count = kept;
}

static void find_candidates(ro_linker *linker, const ro_features *features, candidate_list *found) {
  ro_bucket buckets[RO_BUCKETS_LIMIT];
  uint32_t bucket_count = ro_buckets_of(features, buckets);
  found->count = 0;
  for (uint32_t i = 0; i < bucket_count; i++) {
    found->count += neighbours(linker, buckets[i].key, &features->rank, false, buckets[i].window,
                               found->places + found->count);
    if (ro_is_thread(features->act)) continue;
    neighbour *after = found->places + found->count;
    uint32_t count = neighbours(linker, buckets[i].key, &features->rank, true, SIBLINGS, after);
    for (uint32_t k = 0; k < count && of_one_report(&after[k].rank, &features->rank); k++)
      found->count++;
  }
  keep_each_once(found);
}

/* Better first: by score, then the later one. */
static int by_score(const void *a, const void *b) {
  const scored_link *x = a, *y = b;
  if (x->match.score != y->match.score) return x->match.score > y->match.score ? -1 : 1;
  return ro_rank_compare(&y->rank, &x->rank);
}

static void store_link(ro_linker *linker, int64_t key, ro_day day, const scored_link *link,
                       ro_relation relation) {
  static const char sql[] = "INSERT OR IGNORE INTO link (record_key, target_key, relation, score) "
                            "VALUES (?1, ?2, ?3, ?4)";
  sqlite3_stmt *insert = ro_database_prepare(linker->database, sql);
  ro_bind_number(insert, 1, key);
  ro_bind_number(insert, 2, link->target);
  ro_bind_number(insert, 3, relation);
  ro_bind_number(insert, 4, link->match.score);
  ro_database_run(linker->database, insert);
  note_change(linker, link->target, day);
}

/* A condition may name what several demands demand; so may a demand. */
static bool may_repeat(ro_act act) {
  return act == RO_ACT_DEMAND || act == RO_ACT_CONDITION;
}

/* A record of a thread goes on with the best one, and may repeat further demands that it resembles
 * strongly. */
static void store_thread(ro_linker *linker, int64_t key, const ro_features *features,
                         const scored_link *links, uint32_t count) {
  for (uint32_t i = 0; i < count && i < LINKS; i++) {
    if (i && (!may_repeat(features->act) || links[i].match.score < REPEATS_FROM)) break;
    store_link(linker, key, features->rank.day, &links[i],
               i ? RO_RELATION_REPEATS : RO_RELATION_TELLS);
  }
}

/* A reaction may concern several records of several items, as long as they fit nearly as well as
 * the best; a breach is one of the best alone. */
static void store_reaction(ro_linker *linker, int64_t key, const ro_features *features,
                           const scored_link *links, uint32_t count) {
  for (uint32_t i = 0; i < count && i < LINKS; i++) {
    if (links[i].match.score * 5 < links[0].match.score * 4) break;
    if (i && links[i].match.relation == RO_RELATION_BREAKS) break;
    store_link(linker, key, features->rank.day, &links[i], links[i].match.relation);
  }
}

static void link_record(ro_linker *linker, int64_t key, const ro_features *features) {
  candidate_list *found = ro_allocate(sizeof *found);
  find_candidates(linker, features, found);
  scored_link *links = ro_allocate((found->count + 1) * sizeof *links);
  uint32_t count = 0;
  for (uint32_t i = 0; i < found->count; i++) {
    const ro_features *earlier = ro_linker_features(linker, found->places[i].key);
    if (!earlier || found->places[i].key == key) continue;
    ro_match match = ro_match_records(features, earlier);
    if (match.score) links[count++] = (scored_link){found->places[i].key, match, earlier->rank};
  }
  if (count) qsort(links, count, sizeof *links, by_score);
  if (ro_is_thread(features->act))
    store_thread(linker, key, features, links, count);
  else
    store_reaction(linker, key, features, links, count);
  note_change(linker, key, features->rank.day);
  free(links);
  free(found);
}

/* Late arrivals ---------------------------------------------------------------------------------
 */

static uint32_t targets_of(ro_linker *linker, int64_t key, int64_t targets[2 * LINKS]) {
  static const char sql[] = "SELECT target_key FROM link WHERE record_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(linker->database, sql);
  ro_bind_number(query, 1, key);
  uint32_t count = 0;
  while (ro_database_step(linker->database, query) && count < 2 * LINKS)
    targets[count++] = sqlite3_column_int64(query, 0);
  sqlite3_reset(query);
  return count;
}

/* Does the record point to one of these? They have moved out of the reach of this bucket. */
static bool points_to_any(ro_linker *linker, int64_t key, const neighbour *places, uint32_t count) {
  if (!count) return false;
  int64_t targets[2 * LINKS];
  uint32_t target_count = targets_of(linker, key, targets);
  for (uint32_t i = 0; i < target_count; i++)
    for (uint32_t k = 0; k < count; k++)
      if (targets[i] == places[k].key) return true;
  return false;
}

typedef struct key_list {
  int64_t *items;
  size_t count, capacity;
} key_list;

/* The records after a new one in a bucket that it may concern: those that match it, and those
 * whose target it has pushed out of their window. `siblings` records came in together. */
static void find_concerned(ro_linker *linker, const ro_bucket *bucket, const ro_features *features,
                           uint32_t siblings, key_list *concerned) {
  neighbour before[2 * LARGEST_WINDOW], after[LARGEST_WINDOW];
  uint32_t after_count =
      neighbours(linker, bucket->key, &features->rank, true, bucket->window, after);
  if (!after_count) return;
  uint32_t before_count =
      neighbours(linker, bucket->key, &features->rank, false, bucket->window + siblings, before);
  for (uint32_t j = 0; j < after_count; j++) {
    if (of_one_report(&after[j].rank, &features->rank)) continue;
    uint32_t pushed = bucket->window - j - 1, end = pushed + siblings;
    if (end > before_count) end = before_count;
    const ro_features *later = ro_linker_features(linker, after[j].key);
    if (!later) continue;
    bool concerns =
        ro_match_records(later, features).score > 0 ||
        (pushed < end && points_to_any(linker, after[j].key, before + pushed, end - pushed));
    if (concerns)
      *RO_ARENA_PUSH(linker->arena, &concerned->items, concerned->count, concerned->capacity) =
          after[j].key;
  }
}

static void unlink_record(ro_linker *linker, int64_t key, ro_day day) {
  static const char sql[] = "DELETE FROM link WHERE record_key = ?1";
  int64_t targets[2 * LINKS];
  uint32_t count = targets_of(linker, key, targets);
  for (uint32_t i = 0; i < count; i++)
    note_change(linker, targets[i], day);
  sqlite3_stmt *statement = ro_database_prepare(linker->database, sql);
  ro_bind_number(statement, 1, key);
  ro_database_run(linker->database, statement);
}

static int compare_keys(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}

static void link_again(ro_linker *linker, key_list *concerned) {
  if (concerned->count)
    qsort(concerned->items, concerned->count, sizeof *concerned->items, compare_keys);
  for (size_t i = 0; i < concerned->count; i++) {
    if (i && concerned->items[i] == concerned->items[i - 1]) continue;
    const ro_features *features = ro_linker_features(linker, concerned->items[i]);
    if (!features) continue;
    unlink_record(linker, concerned->items[i], features->rank.day);
    link_record(linker, concerned->items[i], features);
  }
}

static ro_features *copy_features(ro_linker *linker, const ro_features *features) {
  size_t size;
  const unsigned char *bytes = ro_features_pack(linker->arena, features, &size);
  ro_features *copy = ro_arena_alloc(linker->arena, sizeof *copy);
  ro_features_unpack(copy, linker->arena, bytes, size);
  return copy;
}

void ro_linker_add(ro_linker *linker, const int64_t *record_keys, const ro_features *features,
                   size_t count) {
  for (size_t i = 0; i < count; i++) {
    remember(linker, record_keys[i], copy_features(linker, &features[i]));
    store_features(linker, linker->arena, record_keys[i], &features[i]);
    store_candidates(linker, record_keys[i], &features[i]);
  }
  for (size_t i = 0; i < count; i++)
    link_record(linker, record_keys[i], &features[i]);
  key_list concerned = {0};
  uint32_t siblings = count < LARGEST_WINDOW ? (uint32_t)count : LARGEST_WINDOW;
  for (size_t i = 0; i < count; i++) {
    ro_bucket buckets[RO_BUCKETS_LIMIT];
    uint32_t bucket_count = ro_buckets_of(&features[i], buckets);
    for (uint32_t k = 0; k < bucket_count; k++)
      find_concerned(linker, &buckets[k], &features[i], siblings, &concerned);
  }
  link_again(linker, &concerned);
}
