#include "ledger/matching/linking.h"

#include <stdlib.h>
#include <string.h>

#include "ledger/features/keys.h"
#include "ledger/matching/candidates.h"
#include "ledger/matching/match.h"
#include "ledger/storage/feature_store.h"

enum {
  LINKS = 8, /* that one record may have */
  REPEATS_FROM = 450,
};

struct ro_linker {
  ro_database *database;
  ro_feature_store *features;
  ro_change *changes; /* on the heap */
  size_t change_count, change_capacity;
};

typedef struct scored_link {
  int64_t target;
  ro_match match;
  ro_rank rank;
} scored_link;

ro_linker *ro_linker_create(ro_database *database) {
  ro_linker *linker = ro_allocate(sizeof *linker);
  *linker = (ro_linker){.database = database, .features = ro_feature_store_create(database)};
  return linker;
}

void ro_linker_free(ro_linker *linker) {
  if (!linker) return;
  ro_feature_store_free(linker->features);
  free(linker->changes);
  free(linker);
}

void ro_linker_forget(ro_linker *linker) {
  ro_feature_store_forget(linker->features);
  linker->change_count = 0;
}

const ro_change *ro_linker_changes(const ro_linker *linker, size_t *count) {
  *count = linker->change_count;
  return linker->changes;
}

void ro_linker_trim(ro_linker *linker) {
  ro_feature_store_settle(linker->features);
}

void ro_linker_settle(ro_linker *linker) {
  ro_linker_trim(linker);
  linker->change_count = 0;
}

void ro_linker_keep(ro_linker *linker, int64_t record_key, const ro_features *features) {
  ro_feature_store_write(linker->features, record_key, features);
}

const ro_features *ro_linker_features(ro_linker *linker, int64_t record_key) {
  return ro_feature_store_get(linker->features, record_key);
}

static void note_change(ro_linker *linker, int64_t key, ro_day day) {
  if (linker->change_count == linker->change_capacity) {
    linker->change_capacity = linker->change_capacity ? 2 * linker->change_capacity : 256;
    linker->changes =
        ro_reallocate(linker->changes, linker->change_capacity * sizeof *linker->changes);
  }
  linker->changes[linker->change_count++] = (ro_change){key, day};
}

/* Links of one record ---------------------------------------------------------------------------
 */

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
  ro_candidate_list *found = ro_allocate(sizeof *found);
  ro_candidates_find(linker->database, features, found);
  scored_link *links = ro_allocate((found->count + 1) * sizeof *links);
  uint32_t count = 0;
  for (uint32_t i = 0; i < found->count; i++) {
    const ro_features *earlier = ro_feature_store_get(linker->features, found->places[i].key);
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
static bool points_to_any(ro_linker *linker, int64_t key, const ro_candidate *places,
                          uint32_t count) {
  if (!count) return false;
  int64_t targets[2 * LINKS];
  uint32_t target_count = targets_of(linker, key, targets);
  for (uint32_t i = 0; i < target_count; i++)
    for (uint32_t k = 0; k < count; k++)
      if (targets[i] == places[k].key) return true;
  return false;
}

/* The records after a new one in a bucket that it may concern: those that match it, and those
 * whose target it has pushed out of their window. `siblings` records came in together. */
static void find_concerned(ro_linker *linker, ro_arena *arena, const ro_bucket *bucket,
                           const ro_features *features, uint32_t siblings, ro_keys *concerned) {
  ro_candidate before[2 * RO_LARGEST_WINDOW], after[RO_LARGEST_WINDOW];
  uint32_t after_count = ro_candidates_near(linker->database, bucket->key, &features->rank, true,
                                            bucket->window, after);
  if (!after_count) return;
  uint32_t before_count = ro_candidates_near(linker->database, bucket->key, &features->rank, false,
                                             bucket->window + siblings, before);
  for (uint32_t j = 0; j < after_count; j++) {
    if (ro_ranks_of_one_report(&after[j].rank, &features->rank)) continue;
    uint32_t pushed = bucket->window - j - 1, end = pushed + siblings;
    if (end > before_count) end = before_count;
    const ro_features *later = ro_feature_store_get(linker->features, after[j].key);
    if (!later) continue;
    bool concerns =
        ro_match_records(later, features).score > 0 ||
        (pushed < end && points_to_any(linker, after[j].key, before + pushed, end - pushed));
    if (concerns) ro_keys_add(arena, concerned, after[j].key);
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

static void link_again(ro_linker *linker, ro_keys *concerned) {
  ro_keys_sort(concerned);
  for (size_t i = 0; i < concerned->count; i++) {
    const ro_features *features = ro_feature_store_get(linker->features, concerned->items[i]);
    if (!features) continue;
    unlink_record(linker, concerned->items[i], features->rank.day);
    link_record(linker, concerned->items[i], features);
  }
}

void ro_linker_add(ro_linker *linker, const int64_t *record_keys, const ro_features *features,
                   size_t count) {
  for (size_t i = 0; i < count; i++) {
    ro_feature_store_write(linker->features, record_keys[i], &features[i]);
    ro_candidates_store(linker->database, record_keys[i], &features[i]);
  }
  for (size_t i = 0; i < count; i++)
    link_record(linker, record_keys[i], &features[i]);
  ro_arena *arena = ro_arena_create();
  ro_keys concerned = {0};
  uint32_t siblings = count < RO_LARGEST_WINDOW ? (uint32_t)count : RO_LARGEST_WINDOW;
  for (size_t i = 0; i < count; i++) {
    ro_bucket buckets[RO_BUCKETS_LIMIT];
    uint32_t bucket_count = ro_buckets_of(&features[i], buckets);
    for (uint32_t k = 0; k < bucket_count; k++)
      find_concerned(linker, arena, &buckets[k], &features[i], siblings, &concerned);
  }
  link_again(linker, &concerned);
  ro_arena_free(arena);
}
