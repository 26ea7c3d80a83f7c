/* Reports as answers name them and tell their sources, each read once. */
#ifndef RO_LEDGER_REPORTS_H
#define RO_LEDGER_REPORTS_H

#include "base/arena.h"
#include "ledger/storage/database.h"
#include "report/same_text/fingerprint.h"

/* Two texts are compared where one of the first hashes of their sketches is the same. */
enum { RO_REPORT_HASHES = 8 };

/* A report without its text. */
typedef struct ro_report_head {
  int64_t key;
  const char *id, *publisher;
  const char *hash, *title, *url, *engine;
  ro_day published;
  uint64_t *signs; /* hashes of what tells where it has its news from: publisher and credits */
  uint32_t sign_count;
  uint32_t hash_count, hashes[RO_REPORT_HASHES]; /* the first of its sketch */
  ro_digest digest;                              /* of the sketch */
} ro_report_head;

/* Heads at hand. */
typedef struct ro_reports ro_reports;

/* Heads live in the arena; where it is NULL, in one of their own. With sources, signs, hashes
 * and digests are read too. */
ro_reports *ro_reports_create(ro_database *database, ro_arena *arena, bool with_sources);
void ro_reports_free(ro_reports *reports);

/* NULL where there is no such report. */
const ro_report_head *ro_reports_get(ro_reports *reports, int64_t report_key);

/* Forgets all heads once they are many and have an arena of their own. */
void ro_reports_trim(ro_reports *reports);

#endif
