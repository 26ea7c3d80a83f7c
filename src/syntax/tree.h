/* Questions that rules ask of a dependency tree. Token indices count over the whole report. */
#ifndef RO_SYNTAX_TREE_H
#define RO_SYNTAX_TREE_H

#include "base/document.h"

/* Makes the lists of dependents from the tokens' heads. */
void ro_tree_link(ro_document *document);

/* The first dependent of `token` with that relation, or the next one after `after`; RO_NONE. */
uint32_t ro_tree_child(const ro_document *document, uint32_t token, ro_deprel deprel);
uint32_t ro_tree_next_child(const ro_document *document, uint32_t after, ro_deprel deprel);

/* First and last token (inclusive) of the subtree below `token`. */
void ro_tree_extent(const ro_document *document, uint32_t token, uint32_t *first, uint32_t *last);

/* Whether `token` is `ancestor` or stands below it. */
bool ro_tree_is_below(const ro_document *document, uint32_t token, uint32_t ancestor);

/* Bytes from the first to the last of the tokens (inclusive). */
ro_span ro_tree_span(const ro_document *document, uint32_t first, uint32_t last);

#endif
