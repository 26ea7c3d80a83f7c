/* What people decided on records, in a file of their own beside the ledger. */
#ifndef RO_LEDGER_DECISIONS_H
#define RO_LEDGER_DECISIONS_H

#include "ledger/features/features.h"
#include "ledger/storage/database.h"

typedef struct ro_decisions ro_decisions;

/* Reads the file and looks up the records that it speaks of. A file that is not there decides
 * nothing. */
ro_status ro_decisions_load(ro_decisions **out, const char *path, ro_database *database,
                            ro_error *error);
void ro_decisions_free(ro_decisions *decisions);

/* The decision that holds for a record; NULL where there is none (or no decisions at all). */
const ro_decision *ro_decisions_find(const ro_decisions *decisions, int64_t record_key);

/* The keys of the records that something was decided on, in order. */
const int64_t *ro_decisions_records(const ro_decisions *decisions, size_t *count);

/* All of them as the file has them, in its order; `there` tells whether the ledger has the record.
 */
const ro_decision *ro_decisions_list(const ro_decisions *decisions, const bool **there,
                                     size_t *count);

/* Puts the decision, and the corrections it holds, into an entry and (where not NULL) its features.
 * Strings come to lie in the arena. */
void ro_decision_apply(const ro_decision *decision, ro_arena *arena, ro_entry *entry,
                       ro_features *features);

#endif
