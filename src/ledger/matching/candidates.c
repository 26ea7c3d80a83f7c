#include "ledger/matching/candidates.h"

#include <stdlib.h>

#include "ledger/matching/match.h"

static void store_candidate(ro_database *database, int64_t bucket, int64_t key,
                            const ro_rank *rank) {
  static const char sql[] = "INSERT INTO candidate (bucket, day, report, position, record_key) "
                            "VALUES (?1, ?2, ?3, ?4, ?5)";
  sqlite3_stmt *insert = ro_database_prepare(database, sql);
  ro_bind_number(insert, 1, bucket);
  ro_bind_number(insert, 2, rank->day);
  ro_bind_number(insert, 3, (int64_t)rank->report);
  ro_bind_number(insert, 4, rank->position);
  ro_bind_number(insert, 5, key);
  ro_database_run(database, insert);
}

void ro_candidates_store(ro_database *database, int64_t key, const ro_features *features) {
  ro_bucket buckets[RO_BUCKETS_LIMIT];
  uint32_t count = ro_buckets_of(features, buckets);
  for (uint32_t i = 0; i < count; i++)
    store_candidate(database, buckets[i].key, key, &features->rank);
}

uint32_t ro_candidates_near(ro_database *database, int64_t bucket, const ro_rank *rank, bool after,
                            uint32_t limit, ro_candidate *places) {
  static const char before_sql[] = "SELECT record_key, day, report, position FROM candidate "
                                   "WHERE bucket = ?1 AND (day, report, position) < (?2, ?3, ?4) "
                                   "ORDER BY day DESC, report DESC, position DESC LIMIT ?5";
  static const char after_sql[] = "SELECT record_key, day, report, position FROM candidate "
                                  "WHERE bucket = ?1 AND (day, report, position) > (?2, ?3, ?4) "
                                  "ORDER BY day, report, position LIMIT ?5";
  sqlite3_stmt *query = ro_database_prepare(database, after ? after_sql : before_sql);
  ro_bind_number(query, 1, bucket);
  ro_bind_number(query, 2, rank->day);
  ro_bind_number(query, 3, (int64_t)rank->report);
  ro_bind_number(query, 4, rank->position);
  ro_bind_number(query, 5, limit);
  uint32_t count = 0;
  while (ro_database_step(database, query) && count < limit)
    places[count++] = (ro_candidate){sqlite3_column_int64(query, 0),
                                     {(ro_day)sqlite3_column_int(query, 1),
                                      (uint64_t)sqlite3_column_int64(query, 2),
                                      (uint32_t)sqlite3_column_int(query, 3)}};
  return count;
}

static int by_key(const void *a, const void *b) {
  int64_t x = ((const ro_candidate *)a)->key, y = ((const ro_candidate *)b)->key;
  return x < y ? -1 : x > y;
}

static void keep_each_once(ro_candidate_list *found) {
  uint32_t kept = 0;
  if (found->count) qsort(found->places, found->count, sizeof *found->places, by_key);
  for (uint32_t i = 0; i < found->count; i++)
    if (!kept || found->places[kept - 1].key != found->places[i].key)
      found->places[kept++] = found->places[i];
  found->count = kept;
}

void ro_candidates_find(ro_database *database, const ro_features *features,
                        ro_candidate_list *found) {
  ro_bucket buckets[RO_BUCKETS_LIMIT];
  uint32_t bucket_count = ro_buckets_of(features, buckets);
  found->count = 0;
  for (uint32_t i = 0; i < bucket_count; i++) {
    found->count += ro_candidates_near(database, buckets[i].key, &features->rank, false,
                                       buckets[i].window, found->places + found->count);
    if (ro_is_thread(features->act)) continue;
    ro_candidate *after = found->places + found->count;
    uint32_t count =
        ro_candidates_near(database, buckets[i].key, &features->rank, true, RO_SIBLINGS, after);
    for (uint32_t k = 0; k < count && ro_ranks_of_one_report(&after[k].rank, &features->rank); k++)
      found->count++;
  }
  keep_each_once(found);
}
