/* Values of annotations as parameters of statements. */
#ifndef RO_LEDGER_BINDINGS_H
#define RO_LEDGER_BINDINGS_H

#include "ledger/storage/database.h"
#include "readout/annotation.h"

/* A list of strings as JSON; NULL for an empty one. */
void ro_bind_list(sqlite3_stmt *statement, int index, const char *const *strings, size_t count);

/* Start and end in code points, as two parameters. */
void ro_bind_span(sqlite3_stmt *statement, int index, const ro_annotation *annotation,
                  ro_span span);

/* The words of the span. */
void ro_bind_words(sqlite3_stmt *statement, int index, const ro_annotation *annotation,
                   ro_span span);

#endif
