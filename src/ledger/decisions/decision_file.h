/* The table of text in which decisions are kept: a line each. */
#ifndef RO_LEDGER_DECISION_FILE_H
#define RO_LEDGER_DECISION_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "readout/ledger.h"

/* Reads all, in the order of the file. In the arena. */
ro_status ro_decision_file_read(ro_decision **out, size_t *count, ro_arena *arena, const char *path,
                                ro_error *error);

#endif
