/* What an item shows of itself, put together from its records. */
#ifndef RO_LEDGER_ITEM_PARTS_H
#define RO_LEDGER_ITEM_PARTS_H

#include "ledger/items/item_draft.h"

/* State, days and history. */
void ro_item_find_history(ro_arena *arena, ro_item_draft *draft, ro_day as_of);

/* who and whom. */
void ro_item_find_parties(ro_arena *arena, ro_item_draft *draft);

/* what, and of a meeting where. */
void ro_item_find_matter(ro_item_draft *draft);

/* The reports. */
void ro_item_find_reports(ro_arena *arena, ro_arena *scratch, ro_item_draft *draft);

#endif
