/* Which reports of an item have their news from the same source. */
#ifndef RO_LEDGER_ORIGINS_H
#define RO_LEDGER_ORIGINS_H

#include "ledger/ledger_file.h"

/* Gives the entries' `origin`: reports that share publisher, credited agency or text have the same
 * number. Returns how many numbers there are. Entries of a report stand together. */
uint32_t ro_origins_of_entries(ro_ledger *ledger, ro_arena *arena, ro_entry *entries,
                               const int64_t *report_keys, uint32_t count);

/* How many reports of the item, of those published up to the day, are independent of one another.
 */
uint32_t ro_origins_of_item(ro_ledger *ledger, ro_arena *arena, int64_t item_key, ro_day as_of);

#endif
