/* The table item_evidence: all that answers tell of an item's records, side by side in the file. An
 * item's rows are numbered by slots, in no order. */
#ifndef RO_LEDGER_EVIDENCE_STORE_H
#define RO_LEDGER_EVIDENCE_STORE_H

#include "ledger/items/evidence_bytes.h"
#include "ledger/matching/thread.h"

/* Writes the records, which are in the table "record" already, into the slots from `slot` on. */
void ro_evidence_store(ro_database *database, ro_reports *reports, ro_arena *arena,
                       int64_t item_key, const ro_thread *members, int64_t slot);

/* Forgets one; all of an item. */
void ro_evidence_forget(ro_database *database, int64_t item_key, int64_t slot);
void ro_evidence_forget_all(ro_database *database, int64_t item_key);

typedef struct ro_evidence {
  ro_entry_row *rows; /* in the ledger's order */
  size_t count, capacity;
} ro_evidence;

/* What was published up to the day. What entries point to lies in the arena, all else in `scratch`.
 */
ro_evidence ro_evidence_read(ro_database *database, ro_arena *arena, ro_arena *scratch,
                             int64_t item_key, ro_day as_of);

#endif
