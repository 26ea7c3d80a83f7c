/* Who takes part: the parties that a page names, each with its persons. */
#ifndef RO_OUTPUT_CAST_H
#define RO_OUTPUT_CAST_H

#include "output/page.h"
#include "readout/ledger.h"

typedef struct ro_cast ro_cast;

/* Lives in the arena. */
ro_cast *ro_cast_create(ro_arena *arena);
void ro_cast_add_entry(ro_cast *cast, const ro_entry *entry);

/* Parties that are named more than once, the most frequent first. */
void ro_cast_print(ro_cast *cast, const ro_page *page);

#endif
