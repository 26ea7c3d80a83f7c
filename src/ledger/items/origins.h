/* Which reports have their news from the same source. */
#ifndef RO_LEDGER_ORIGINS_H
#define RO_LEDGER_ORIGINS_H

#include "ledger/storage/reports.h"

/* Remembers which two reports were compared, and some of their fingerprints. */
typedef struct ro_origins ro_origins;

ro_origins *ro_origins_create(ro_database *database);
void ro_origins_free(ro_origins *origins);

/* Gives groups[i] the index of the first of the reports that report i has its source in common
 * with: publisher, credited agency or text, directly or through others of these. Returns how many
 * groups there are. */
uint32_t ro_origins_group(ro_origins *origins, ro_arena *scratch,
                          const ro_report_head *const *reports, uint32_t count, uint32_t *groups);

#endif
