/* Reading records back, with what a citation needs of their reports. */
#ifndef RO_LEDGER_ENTRIES_H
#define RO_LEDGER_ENTRIES_H

#include "ledger/ledger_file.h"

/* The record's entry and its report's key; false where the ledger has none. All in the arena. */
bool ro_entry_read(ro_ledger *ledger, ro_arena *arena, int64_t record_key, ro_entry *entry,
                   int64_t *report_key);

#endif
