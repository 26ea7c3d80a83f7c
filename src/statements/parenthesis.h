/* Attributions set into the sentence that they report: "The boats, the envoy said, are gone." */
#ifndef RO_STATEMENTS_PARENTHESIS_H
#define RO_STATEMENTS_PARENTHESIS_H

#include "statements/attribution_finder.h"

/* Whether the token is a verb of speech with a subject, set into a sentence of the report's words.
 */
bool ro_is_parenthetical_cue(const ro_feature_source *source, uint32_t token);

/* Gives such an attribution what the model has missed: the clause before or after it, the source.
 */
void ro_parenthesis_complete(const ro_feature_source *source, ro_attribution *attribution);

#endif
