/* The ledger: the state of a negotiation on any day, from many reports, kept in one SQLite file. */
#ifndef READOUT_LEDGER_H
#define READOUT_LEDGER_H

#include "readout/annotation.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ro_ledger ro_ledger;

/* Opens a ledger file, or makes one where `create` is set and none is there. */
RO_API ro_status ro_ledger_open(ro_ledger **out, const char *path, bool create, ro_error *error);
RO_API void ro_ledger_free(ro_ledger *ledger);

typedef enum ro_added {
  RO_ADDED_NEW,
  RO_ADDED_KNOWN,
  RO_ADDED_DUPLICATE,
  RO_ADDED_VERSION
} ro_added;

/* Puts a report with its annotation into the ledger, whole or not at all; one that is known already
 * changes nothing. */
RO_API ro_status ro_ledger_add(ro_ledger *ledger, const ro_report *report,
                               const ro_annotation *annotation, ro_added *added, ro_error *error);

#ifdef __cplusplus
}
#endif
#endif
