/* What the sides to an item say of it, where they do not say the same. */
#ifndef RO_LEDGER_ACCOUNTS_H
#define RO_LEDGER_ACCOUNTS_H

#include "ledger/items/item_draft.h"

/* Does somebody deny the item, or do two sides tell of it at the same time what cannot both be so:
 * that a meeting is agreed and is off, days or places that exclude one another? */
bool ro_accounts_differ(const ro_item_draft *draft);

#endif
