/* Matching all records of a ledger anew, from their features. */
#ifndef RO_LEDGER_REMATCH_H
#define RO_LEDGER_REMATCH_H

#include "ledger/items/ledger_file.h"

/* Forgets links, items and states; the features stay. */
void ro_rematch_forget(ro_ledger *ledger);

/* Makes them from the features, report by report in order of publication. */
void ro_rematch_all(ro_ledger *ledger);

#endif
