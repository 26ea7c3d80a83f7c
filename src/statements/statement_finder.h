/* Attributions: who says what, on whose word, through whom. */
#ifndef RO_STATEMENTS_STATEMENT_FINDER_H
#define RO_STATEMENTS_STATEMENT_FINDER_H

#include "base/document.h"
#include "base/error.h"

/* What the layer reads once and shares read-only: cues and the model's weights. */
typedef struct ro_statement_finder ro_statement_finder;

ro_status ro_statement_finder_load(ro_statement_finder **out, const char *data_directory,
                                   ro_error *error);
void ro_statement_finder_free(ro_statement_finder *finder);

/* Fills the document's statements, from its trees, vectors and actors. */
void ro_statement_finder_annotate(const ro_statement_finder *finder, ro_document *document);

#endif
