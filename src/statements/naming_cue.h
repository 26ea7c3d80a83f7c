/* "what he called a fair draft": words that somebody has for a thing. */
#ifndef RO_STATEMENTS_NAMING_CUE_H
#define RO_STATEMENTS_NAMING_CUE_H

#include "statements/attribution_finder.h"

/* Whether the token is a verb of naming in a clause with "what". */
bool ro_is_naming_cue(const ro_feature_source *source, uint32_t token);

/* Gives such an attribution its subject as source and the name as content. Others are left as they
 * are. */
void ro_naming_cue_complete(const ro_feature_source *source, ro_attribution *attribution);

#endif
