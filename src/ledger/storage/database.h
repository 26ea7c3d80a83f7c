/* The SQLite file under a ledger. Errors stick: after the first one every call does nothing, and
 * ro_database_result tells what went wrong. So a run of statements is checked once, at its end. */
#ifndef RO_LEDGER_DATABASE_H
#define RO_LEDGER_DATABASE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "readout/day.h"
#include "readout/ledger.h"

/* Milliseconds that a process waits for another one that writes. */
enum { RO_DATABASE_PATIENCE = 30000 };

typedef struct ro_database ro_database;

ro_status ro_database_open(ro_database **out, const char *path, ro_ledger_access access,
                           ro_error *error);
void ro_database_free(ro_database *database);
sqlite3 *ro_database_handle(ro_database *database);

/* Was the file an older one, whose tables are new now and whose items are to be made anew? Then a
 * transaction is open, which the other function ends. */
bool ro_database_is_renewed(const ro_database *database);
void ro_database_finish(ro_database *database);

/* A statement, prepared at its first use and kept. `sql` must be a constant: it is known again by
 * its address. It is reset and has no parameters bound. */
sqlite3_stmt *ro_database_prepare(ro_database *database, const char *sql);

/* Binding: absent strings, days and ends of intervals become NULL. */
void ro_bind_text(sqlite3_stmt *statement, int index, const char *text);
void ro_bind_bytes(sqlite3_stmt *statement, int index, const char *text, size_t size);
void ro_bind_number(sqlite3_stmt *statement, int index, int64_t number);
void ro_bind_day(sqlite3_stmt *statement, int index, ro_day day);

/* Columns of the current row; a string lives until the next step. */
const char *ro_column_text(sqlite3_stmt *statement, int index);
ro_day ro_column_day(sqlite3_stmt *statement, int index);

/* True where there is a row; after the last one the statement is reset. */
bool ro_database_step(ro_database *database, sqlite3_stmt *statement);

/* Runs a statement that gives no rows. */
void ro_database_run(ro_database *database, sqlite3_stmt *statement);

/* Runs a constant piece of SQL without parameters. */
void ro_database_execute(ro_database *database, const char *sql);

bool ro_database_failed(const ro_database *database);

/* What went wrong since the last call of this, if anything; forgets it. */
ro_status ro_database_result(ro_database *database, ro_error *error);

#endif
