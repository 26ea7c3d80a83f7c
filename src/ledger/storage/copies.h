/* Reports of the ledger that give the same text: agency copy that several papers print, reprints.
 * Each is kept and counted, but they are not independent of one another. */
#ifndef RO_LEDGER_COPIES_H
#define RO_LEDGER_COPIES_H

#include "ledger/storage/database.h"
#include "report/same_text/fingerprint.h"

/* Keeps the fingerprint of a report, so that copies of it are found. */
void ro_copies_store(ro_database *database, int64_t report_key, const ro_fingerprint *print);

/* Is there another report with the same text, or nearly? */
bool ro_copies_has_another(ro_database *database, const ro_fingerprint *print);

/* The fingerprint of a report; false where there is none. */
bool ro_copies_read(ro_database *database, int64_t report_key, ro_fingerprint *print);

#endif
