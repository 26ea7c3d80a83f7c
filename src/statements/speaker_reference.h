/* Whom a source stands for that is no name: a relative pronoun, a subject left out. */
#ifndef RO_STATEMENTS_SPEAKER_REFERENCE_H
#define RO_STATEMENTS_SPEAKER_REFERENCE_H

#include "base/document.h"

bool ro_is_relative_pronoun(const ro_token *token);

/* The noun that the clause of the relative pronoun describes; RO_NONE. */
uint32_t ro_antecedent(const ro_document *document, uint32_t pronoun);

/* The subject of the verb, or of the one above it that it shares a subject with. A passive without
 * agent has no speaker: "it was announced that …". RO_NONE. */
uint32_t ro_shared_subject(const ro_document *document, uint32_t verb);

#endif
