/* To whom a demand or promise is addressed where its own sentence does not say. */
#ifndef RO_LEDGER_COUNTERPART_H
#define RO_LEDGER_COUNTERPART_H

#include "ledger/ledger_file.h"

/* The parties that the entry's party deals with where the report next speaks of it: in the record
 * that stands nearest. Empty where the report tells of no other. In the arena. */
ro_actors ro_counterpart_of(ro_ledger *ledger, ro_arena *arena, const ro_entry *entry,
                            int64_t report_key);

#endif
