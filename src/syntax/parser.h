/* Words to tags, lemmas and dependency trees. */
#ifndef RO_SYNTAX_PARSER_H
#define RO_SYNTAX_PARSER_H

#include "base/document.h"
#include "base/error.h"

/* What the layer reads once and shares read-only: the network of syntax.model. */
typedef struct ro_parser ro_parser;

ro_status ro_parser_load(ro_parser **out, const char *data_directory, ro_error *error);
void ro_parser_free(ro_parser *parser);

/* Fills upos, xpos, feats, lemma, head, deprel and name tags of all tokens, the sentences' roots
 * and the lists of dependents. */
void ro_parser_annotate(const ro_parser *parser, ro_document *document);

#endif
