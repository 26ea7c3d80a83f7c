/* Tagged words to lemmas. */
#ifndef RO_SYNTAX_LEMMATIZER_H
#define RO_SYNTAX_LEMMATIZER_H

#include "base/document.h"
#include "base/error.h"

/* What the layer reads once and shares read-only: lemmatizer.model and lemmas.tsv. */
typedef struct ro_lemmatizer ro_lemmatizer;

ro_status ro_lemmatizer_load(ro_lemmatizer **out, const char *data_directory, ro_error *error);
void ro_lemmatizer_free(ro_lemmatizer *lemmatizer);

/* Fills the lemmas of all tokens from form, upos and xpos; needs trees only to tell "it's done"
 * from "it's been". */
void ro_lemmatizer_annotate(const ro_lemmatizer *lemmatizer, ro_document *document);

#endif
