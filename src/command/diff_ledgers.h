/* What two readings of the same reports have in different ways. */
#ifndef RO_COMMAND_DIFF_LEDGERS_H
#define RO_COMMAND_DIFF_LEDGERS_H

#include "command/ledger_options.h"

/* Prints the records that `ledger` has more than the ledger at options->against, has fewer, or has
 * with other fields. The question's filters count. */
ro_status ro_diff_ledgers(ro_ledger *ledger, ro_ledger_options *options, ro_error *error);

#endif
