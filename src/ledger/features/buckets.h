/* Where a record is looked for, and looks for others: under its parties, and under its parties
 * with what it is about. Records that may belong together share a bucket. */
#ifndef RO_LEDGER_BUCKETS_H
#define RO_LEDGER_BUCKETS_H

#include "ledger/features/features.h"

enum { RO_BUCKETS_LIMIT = 40 };

typedef struct ro_bucket {
  int64_t key;
  uint32_t window; /* how many of the records before it a record looks at */
} ro_bucket;

/* Fills `buckets`, each once, and returns their number. */
uint32_t ro_buckets_of(const ro_features *features, ro_bucket buckets[RO_BUCKETS_LIMIT]);

#endif
