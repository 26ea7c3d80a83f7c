/* Writing one report with its annotation into the tables. */
#ifndef RO_LEDGER_STORE_H
#define RO_LEDGER_STORE_H

#include "ledger/storage/database.h"
#include "readout/annotation.h"
#include "report/same_text/fingerprint.h"

/* Hash of all that identifies a report. */
uint64_t ro_store_hash(const ro_report *report);

/* The key of the report with this hash; 0 where there is none. */
int64_t ro_store_find(ro_database *database, uint64_t hash);

/* Is it new, another version of a report that is there, or a copy of one? */
ro_added ro_store_compare(ro_database *database, const ro_report *report,
                          const ro_fingerprint *print);

int64_t ro_store_report(ro_database *database, const ro_report *report, uint64_t hash,
                        const ro_fingerprint *print, const char *versions);

/* Tells that these versions have read the report. */
void ro_store_versions(ro_database *database, int64_t report_key, const char *versions);

/* Forgets all that was found in the report. */
void ro_store_forget_layers(ro_database *database, int64_t report_key);

/* Statements, times and places. */
void ro_store_layers(ro_database *database, int64_t report_key, const ro_annotation *annotation);

/* One record; returns its key, or 0 where the report has told the same with the same words. */
int64_t ro_store_record(ro_database *database, int64_t report_key, uint64_t report_hash,
                        const ro_annotation *annotation, const ro_record *record,
                        uint32_t position);

#endif
