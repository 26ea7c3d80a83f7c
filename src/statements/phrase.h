/* Questions about stretches of tokens. */
#ifndef RO_STATEMENTS_PHRASE_H
#define RO_STATEMENTS_PHRASE_H

#include "statements/attribution_finder.h"

bool ro_ranges_hold(const ro_token_ranges *ranges, uint32_t token);

/* The word of the ranges whose head lies outside: the first one that is no mark and no preposition;
 * RO_NONE where there is none. */
uint32_t ro_ranges_head(const ro_document *document, const ro_token_ranges *ranges);

/* A noun with what stands close before it ("joint statement", "Spanish newspaper El País"), without
 * article and possessor, as the text has it; in the document's arena. */
const char *ro_noun_phrase(const ro_document *document, uint32_t noun);

bool ro_token_has_lemma(const ro_token *token, const char *lemma);

#endif
