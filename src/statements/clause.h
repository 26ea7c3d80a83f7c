/* Where clauses begin and end, told by tags and marks. */
#ifndef RO_STATEMENTS_CLAUSE_H
#define RO_STATEMENTS_CLAUSE_H

#include "statements/attribution_finder.h"

/* Whether the token's Penn tag begins so: "VB" takes all forms of verbs. */
bool ro_token_has_tag(const ro_token *token, const char *prefix);

bool ro_is_finite(const ro_token *token);

/* Whether the verb of the words from `first` on is a past tense that the tagger takes for a
 * participle: "the four RETORTED", "an official who would not be named TOLD". */
bool ro_is_misread_past(const ro_document *document, uint32_t verb, uint32_t first);

bool ro_has_finite_verb(const ro_document *document, ro_token_range range);

/* Whether the token is a mark that sets clauses off, as a hyphen in a name does not. */
bool ro_separates(const ro_document *document, uint32_t token);

/* The range without such marks at its ends. */
ro_token_range ro_without_marks(const ro_document *document, ro_token_range range);

/* "who", "which", "what". */
bool ro_is_relative(const ro_token *token);

bool ro_is_nominal(const ro_token *token);

bool ro_may_open_noun_phrase(const ro_token *token);

#endif
