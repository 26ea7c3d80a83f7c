/* Does an item that has been read fit the question? */
#ifndef RO_LEDGER_ITEM_FILTER_H
#define RO_LEDGER_ITEM_FILTER_H

#include "ledger/items/item_draft.h"

/* In all that the tables cannot tell before it is read. */
bool ro_item_fits(const ro_item_draft *draft, const ro_question *question);

/* What people left of the item may no longer be about it. */
bool ro_item_is_about(const ro_item_draft *draft, ro_terms about);

#endif
