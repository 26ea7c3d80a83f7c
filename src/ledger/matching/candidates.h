/* The records of every bucket, in the ledger's order, and those among which a record looks. */
#ifndef RO_LEDGER_CANDIDATES_H
#define RO_LEDGER_CANDIDATES_H

#include "ledger/features/buckets.h"
#include "ledger/storage/database.h"

enum {
  RO_LARGEST_WINDOW = 64,
  RO_SIBLINGS = 16, /* records of the same report that a reaction looks at after itself */
};

typedef struct ro_candidate {
  int64_t key;
  ro_rank rank;
} ro_candidate;

typedef struct ro_candidate_list {
  ro_candidate places[RO_BUCKETS_LIMIT * (RO_LARGEST_WINDOW + RO_SIBLINGS)];
  uint32_t count;
} ro_candidate_list;

/* Puts a record into its buckets. */
void ro_candidates_store(ro_database *database, int64_t key, const ro_features *features);

/* The neighbours of a rank in a bucket, before or after it, the nearest first; at most `limit`. */
uint32_t ro_candidates_near(ro_database *database, int64_t bucket, const ro_rank *rank, bool after,
                            uint32_t limit, ro_candidate *places);

/* Those that the record may go on with or react to, each once. */
void ro_candidates_find(ro_database *database, const ro_features *features,
                        ro_candidate_list *found);

#endif
