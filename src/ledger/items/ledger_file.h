/* A ledger in use: its file, and what is loaded only when something is added. */
#ifndef RO_LEDGER_LEDGER_FILE_H
#define RO_LEDGER_LEDGER_FILE_H

#include "ledger/decisions/decisions.h"
#include "ledger/features/terms.h"
#include "ledger/matching/linking.h"
#include "ledger/storage/database.h"

struct ro_ledger {
  ro_database *database;
  ro_linker *linker;
  ro_vocabulary *vocabulary; /* NULL until it is wanted */
  ro_decisions *decisions;
  ro_arena *arena; /* what callers were given that lives as long as the ledger */
  bool writing;    /* between begin and commit */
  bool broken;     /* an add has failed since begin: nothing will be written */
  bool unmatched;  /* records were replaced since begin: commit matches all anew */
};

/* Loads the vocabulary where it is not there yet. */
ro_status ro_ledger_load_vocabulary(ro_ledger *ledger, ro_error *error);

/* ro_ledger_add with records of any origin: `records` instead of the annotation's own. Their spans
 * and indices are of the annotation. */
ro_status ro_ledger_add_records(ro_ledger *ledger, const ro_report *report,
                                const ro_annotation *annotation, const ro_record *records,
                                size_t record_count, const char *versions, ro_added *added,
                                ro_error *error);

#endif
