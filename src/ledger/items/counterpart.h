/* With whom a party deals, where a sentence does not say. */
#ifndef RO_LEDGER_COUNTERPART_H
#define RO_LEDGER_COUNTERPART_H

#include "ledger/items/ledger_file.h"

/* Counts that the parties of a record, which is in the ledger, have dealt with one another. */
void ro_dealings_add(ro_database *database, int64_t record_key, ro_day day);

/* Counts all records anew. */
void ro_dealings_count(ro_database *database);

/* To whom a demand or promise is addressed that names nobody: of the parties that its report tells
 * of, the one that its maker has dealt with most, as of the day; the nearer one of equals. Empty
 * where the report tells of no other. In the arena. */
ro_actors ro_counterpart_of(ro_ledger *ledger, ro_arena *arena, const ro_entry *entry,
                            int64_t report_key, ro_day as_of);

/* Whom the person met who alone is named as taking part in a meeting: the parties that the report
 * tells most of, if there are several. In the arena. */
ro_actors ro_partners_of(ro_ledger *ledger, ro_arena *arena, const ro_entry *entry,
                         int64_t report_key);

#endif
