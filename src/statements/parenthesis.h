/* Attributions set into the sentence that they report: "The boats, the envoy said, are gone." */
#ifndef RO_STATEMENTS_PARENTHESIS_H
#define RO_STATEMENTS_PARENTHESIS_H

#include "statements/attribution_finder.h"

/* Whether the token is the verb of a reporting clause that marks set off. */
bool ro_is_parenthetical_cue(const ro_feature_source *source, uint32_t token);

/* Gives such an attribution what the model has missed: the words before or after it, the source.
 * Other attributions are left as they are. */
void ro_parenthesis_complete(const ro_feature_source *source, ro_attribution *attribution);

#endif
