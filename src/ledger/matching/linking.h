/* Links records of the ledger: each to the earlier one that it goes on with, or to the ones that it
 * refuses, delivers, withdraws, breaks or denies.
 *
 * A link depends on the two records and on which others stand between them, never on the order of
 * adding; and a record's links never depend on reports published later, so that they are right as
 * of every day. Adding a report costs the same however large the ledger is: a record looks at the
 * last few records of each of its buckets, and a late arrival is shown to the few that follow. */
#ifndef RO_LEDGER_LINKING_H
#define RO_LEDGER_LINKING_H

#include "ledger/features/features.h"
#include "ledger/storage/database.h"

typedef struct ro_linker ro_linker;

ro_linker *ro_linker_create(ro_database *database);
void ro_linker_free(ro_linker *linker);

/* Takes in the records of one report, which are in the table "record" already: keeps their
 * features, links them, and looks again at later records that they may concern. */
void ro_linker_add(ro_linker *linker, const int64_t *record_keys, const ro_features *features,
                   size_t count);

/* Keeps the features of a record that is not to be matched yet. */
void ro_linker_keep(ro_linker *linker, int64_t record_key, const ro_features *features);

/* The features of a record; NULL where the ledger has none. They live at least until the linker has
 * been trimmed twice. */
const ro_features *ro_linker_features(ro_linker *linker, int64_t record_key);

/* A record whose links have changed, or that another has begun or ceased to point to, and the day
 * of publication from which on that makes a difference. */
typedef struct ro_change {
  int64_t record;
  ro_day day;
} ro_change;

/* The changes so far, in no order; a record may have several. */
const ro_change *ro_linker_changes(const ro_linker *linker, size_t *count);

/* Forgets in time the features that are not asked for. */
void ro_linker_trim(ro_linker *linker);

/* Forgets the changes too. */
void ro_linker_settle(ro_linker *linker);

/* Forgets the changes, and the features in memory. */
void ro_linker_forget(ro_linker *linker);

#endif
