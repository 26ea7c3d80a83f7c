/* Reading the reports of a ledger again: `add --reread`. */
#ifndef RO_COMMAND_REREAD_H
#define RO_COMMAND_REREAD_H

#include "readout/ledger.h"

/* Reads again what other versions than these have read, on `jobs` threads, and says how much; the
 * exit status. */
int ro_command_reread(ro_ledger *ledger, const ro_engine *engine, const char *versions,
                      unsigned jobs);

#endif
