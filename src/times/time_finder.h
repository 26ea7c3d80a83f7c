/* Time expressions and their values. */
#ifndef RO_TIMES_TIME_FINDER_H
#define RO_TIMES_TIME_FINDER_H

#include "base/document.h"
#include "base/error.h"

/* What the layer reads once and shares read-only: the rules of times.tsv. */
typedef struct ro_time_finder ro_time_finder;

ro_status ro_time_finder_load(ro_time_finder **out, const char *data_directory, ro_error *error);
void ro_time_finder_free(ro_time_finder *finder);

/* Fills the document's times. */
void ro_time_finder_annotate(const ro_time_finder *finder, ro_document *document);

#endif
