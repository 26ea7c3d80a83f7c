#include "ledger/storage/database.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "ledger/storage/database_file.h"
#include "ledger/storage/schema.h"

enum { STATEMENT_SLOTS = 256 };

struct ro_database {
  sqlite3 *handle;
  char *path;
  ro_status status;
  ro_error error;
  bool renewed; /* an older file, whose items are to be made anew before it is committed */
  struct {
    const char *sql;
    sqlite3_stmt *statement;
  } statements[STATEMENT_SLOTS];
};

sqlite3 *ro_database_handle(ro_database *database) {
  return database->handle;
}

bool ro_database_failed(const ro_database *database) {
  return database->status != RO_OK;
}

static void fail(ro_database *database, ro_status status, const char *message) {
  if (database->status != RO_OK) return;
  database->status = ro_fail(&database->error, status, database->path, 0, "%s", message);
}

/* Turns SQLite's last error into one for a person. */
static void note_error(ro_database *database, int code) {
  switch (code & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    fail(database, RO_ERROR_LOCKED,
         "another process has kept the ledger locked for 30 seconds; try again later");
    break;
  case SQLITE_NOTADB:
    fail(database, RO_ERROR_FORMAT, "this is no readout ledger");
    break;
  case SQLITE_CORRUPT:
    fail(database, RO_ERROR_FORMAT, "the ledger file is damaged; 'readout check' tells more");
    break;
  default:
    fail(database, RO_ERROR_IO, sqlite3_errmsg(database->handle));
  }
}

ro_status ro_database_result(ro_database *database, ro_error *error) {
  ro_status status = database->status;
  if (status != RO_OK && error) *error = database->error;
  database->status = RO_OK;
  return status;
}

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* SQLite waits for other processes itself, but not where one makes, recovers or closes the log of a
 * ledger just then: it says at once that the file is busy. Tells whether to try once more. */
static bool waits_again(const ro_database *database, int code, int64_t since) {
  enum { PAUSE = 10 };
  bool busy = (code & 0xff) == SQLITE_BUSY && sqlite3_get_autocommit(database->handle);
  if (!busy || milliseconds() - since >= RO_DATABASE_PATIENCE) return false;
  sqlite3_sleep(PAUSE);
  return true;
}

void ro_database_execute(ro_database *database, const char *sql) {
  if (database->status != RO_OK) return;
  int64_t since = milliseconds();
  int code;
  do {
    code = sqlite3_exec(database->handle, sql, NULL, NULL, NULL);
  } while (waits_again(database, code, since));
  if (code != SQLITE_OK) note_error(database, code);
}

sqlite3_stmt *ro_database_prepare(ro_database *database, const char *sql) {
  if (database->status != RO_OK) return NULL;
  size_t slot = ((uintptr_t)sql >> 3) % STATEMENT_SLOTS;
  for (size_t i = 0; i < STATEMENT_SLOTS; i++, slot = (slot + 1) % STATEMENT_SLOTS) {
    if (database->statements[slot].sql == sql) {
      sqlite3_stmt *known = database->statements[slot].statement;
      sqlite3_reset(known);
      sqlite3_clear_bindings(known);
      return known;
    }
    if (!database->statements[slot].sql) break;
  }
  sqlite3_stmt *statement = NULL;
  int64_t since = milliseconds();
  int code;
  do {
    code =
        sqlite3_prepare_v3(database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  } while (waits_again(database, code, since));
  if (code != SQLITE_OK) {
    note_error(database, code);
    return NULL;
  }
  database->statements[slot].sql = sql;
  database->statements[slot].statement = statement;
  return statement;
}

void ro_bind_text(sqlite3_stmt *statement, int index, const char *text) {
  if (text) sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT);
}

void ro_bind_bytes(sqlite3_stmt *statement, int index, const char *text, size_t size) {
  sqlite3_bind_text64(statement, index, text, size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void ro_bind_number(sqlite3_stmt *statement, int index, int64_t number) {
  sqlite3_bind_int64(statement, index, number);
}

void ro_bind_day(sqlite3_stmt *statement, int index, ro_day day) {
  char buffer[RO_INTERVAL_SIZE];
  ro_bind_text(statement, index, ro_interval_print((ro_interval){day, day}, buffer));
}

const char *ro_column_text(sqlite3_stmt *statement, int index) {
  return (const char *)sqlite3_column_text(statement, index);
}

ro_day ro_column_day(sqlite3_stmt *statement, int index) {
  const char *text = ro_column_text(statement, index);
  return text ? ro_day_parse(text) : RO_NO_DAY;
}

bool ro_database_step(ro_database *database, sqlite3_stmt *statement) {
  if (database->status != RO_OK || !statement) return false;
  bool begins = !sqlite3_stmt_busy(statement);
  int64_t since = begins ? milliseconds() : 0;
  int code = sqlite3_step(statement);
  while (begins && waits_again(database, code, since)) {
    sqlite3_reset(statement);
    code = sqlite3_step(statement);
  }
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) note_error(database, code);
  sqlite3_reset(statement);
  return false;
}

void ro_database_run(ro_database *database, sqlite3_stmt *statement) {
  while (ro_database_step(database, statement))
    continue;
}

static int64_t number_of(ro_database *database, const char *sql) {
  sqlite3_stmt *statement = ro_database_prepare(database, sql);
  int64_t number = 0;
  while (ro_database_step(database, statement))
    number = sqlite3_column_int64(statement, 0);
  return number;
}

static void connect(ro_database *database, ro_ledger_access access) {
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  if (access == RO_LEDGER_CREATE) flags |= SQLITE_OPEN_CREATE;
  int code = sqlite3_open_v2(database->path, &database->handle, flags, NULL);
  if (code != SQLITE_OK) {
    note_error(database, code);
    return;
  }
  sqlite3_busy_timeout(database->handle, RO_DATABASE_PATIENCE);
  sqlite3_extended_result_codes(database->handle, 1);
  /* A row's references are true as it is written; `readout check` looks whether they all are, where
   * SQLite would read the row that each points to, from all over a large file. */
  ro_database_execute(database, "PRAGMA foreign_keys = OFF;"
                                "PRAGMA cache_size = -8192;"
                                "PRAGMA temp_store = MEMORY;");
}

static bool is_fresh(ro_database *database) {
  return number_of(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

static void check_kind(ro_database *database) {
  if (number_of(database, "PRAGMA application_id") != RO_SCHEMA_APPLICATION)
    fail(database, RO_ERROR_FORMAT, "this is a database of another program, no readout ledger");
  else if (number_of(database, "PRAGMA user_version") > RO_SCHEMA_VERSION)
    fail(database, RO_ERROR_FORMAT, "a newer readout wrote this ledger; this one cannot read it");
}

/* Makes the tables of a new file, or brings those of an older one up to date, in one transaction:
 * of two processes that meet here one waits for the other. That of an older file goes on until
 * ro_database_finish. */
static void bring_up_to_date(ro_database *database) {
  if (is_fresh(database)) ro_database_execute(database, "PRAGMA journal_mode = WAL;");
  ro_database_execute(database, "BEGIN IMMEDIATE");
  bool fresh = is_fresh(database);
  if (fresh) ro_database_execute(database, ro_schema_application_sql);
  check_kind(database);
  int64_t version = number_of(database, "PRAGMA user_version");
  database->renewed = !fresh && version < RO_SCHEMA_VERSION;
  for (const ro_schema_step *step = ro_schema_steps; step->sql; step++)
    if (step->version > version) ro_database_execute(database, step->sql);
  ro_database_execute(database, RO_SCHEMA_SET_VERSION);
  if (!database->renewed || database->status != RO_OK) ro_database_finish(database);
}

bool ro_database_is_renewed(const ro_database *database) {
  return database->renewed;
}

void ro_database_finish(ro_database *database) {
  bool failed = database->status != RO_OK;
  sqlite3_exec(database->handle, failed ? "ROLLBACK" : "COMMIT", NULL, NULL, NULL);
  database->renewed = false;
}

static void settle(ro_database *database, ro_ledger_access access) {
  bool fresh = is_fresh(database);
  if (fresh && access != RO_LEDGER_CREATE) {
    fail(database, RO_ERROR_FORMAT, "an empty file, no readout ledger");
    return;
  }
  if (!fresh) check_kind(database);
  ro_database_execute(database, "PRAGMA synchronous = FULL");
  if (fresh || number_of(database, "PRAGMA user_version") < RO_SCHEMA_VERSION)
    bring_up_to_date(database);
}

ro_status ro_database_open(ro_database **out, const char *path, ro_ledger_access access,
                           ro_error *error) {
  *out = NULL;
  ro_status status = ro_database_check_path(path, access, error);
  if (status != RO_OK) return status;
  ro_database *database = ro_allocate(sizeof *database);
  *database = (ro_database){.path = ro_copy_string(path)};
  connect(database, access);
  settle(database, access);
  status = ro_database_result(database, error);
  if (status != RO_OK) {
    ro_database_free(database);
    return status;
  }
  *out = database;
  return RO_OK;
}

void ro_database_free(ro_database *database) {
  if (!database) return;
  for (size_t i = 0; i < STATEMENT_SLOTS; i++)
    sqlite3_finalize(database->statements[i].statement);
  sqlite3_close(database->handle);
  free(database->path);
  free(database);
}
