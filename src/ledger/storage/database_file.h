/* What can be told of a ledger file before SQLite opens it. */
#ifndef RO_LEDGER_DATABASE_FILE_H
#define RO_LEDGER_DATABASE_FILE_H

#include <stdbool.h>

#include "base/error.h"
#include "readout/ledger.h"

/* May the file be a ledger, and is it whole? */
ro_status ro_database_check_path(const char *path, ro_ledger_access access, ro_error *error);

#endif
