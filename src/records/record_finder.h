/* Acts of negotiation and PLOVER events. */
#ifndef RO_RECORDS_RECORD_FINDER_H
#define RO_RECORDS_RECORD_FINDER_H

#include "base/document.h"
#include "base/error.h"

/* What the layer reads once and shares read-only: the lexicon of acts and the codes. */
typedef struct ro_record_finder ro_record_finder;

ro_status ro_record_finder_load(ro_record_finder **out, const char *data_directory,
                                ro_error *error);
void ro_record_finder_free(ro_record_finder *finder);

/* Fills the document's records. */
void ro_record_finder_annotate(const ro_record_finder *finder, ro_document *document);

#endif
