/* Which reports have their news from the same source. */
#ifndef RO_LEDGER_ORIGINS_H
#define RO_LEDGER_ORIGINS_H

#include "ledger/keys.h"
#include "ledger/ledger_file.h"
#include "ledger/reports.h"

/* What is known of the sources of some reports. */
typedef struct ro_origins ro_origins;

/* Of these reports, and their keys, which are sorted. In the arena. */
ro_origins *ro_origins_read(ro_ledger *ledger, ro_arena *arena, const ro_keys *report_keys,
                            const ro_report_table *reports);

/* Gives groups[i] the index of the first of the reports that report i has its source in common
 * with: publisher, credited agency or text, directly or through others of these. Returns how many
 * groups there are. */
uint32_t ro_origins_group(const ro_origins *origins, ro_arena *scratch, const int64_t *report_keys,
                          uint32_t count, uint32_t *groups);

#endif
