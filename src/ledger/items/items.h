/* Items: threads of linked records with the reactions to them, and their state on every day. What
 * the tables item_record and item_state hold follows from the links alone. */
#ifndef RO_LEDGER_ITEMS_H
#define RO_LEDGER_ITEMS_H

#include "ledger/matching/linking.h"

/* Makes the items anew that the changed records of the linker belong, or belonged, to. */
void ro_items_refresh(ro_database *database, ro_linker *linker);

#endif
