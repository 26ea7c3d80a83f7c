/* Cues of quotations that the model has passed over: "spoke of an “insult”", "The envoy: “…”". */
#ifndef RO_STATEMENTS_QUOTING_CUE_H
#define RO_STATEMENTS_QUOTING_CUE_H

#include "statements/attribution_finder.h"

/* Whether the token is a listed verb that governs words in quotation marks, or a colon between a
 * heading that names somebody and a quotation. */
bool ro_is_quoting_cue(const ro_feature_source *source, uint32_t token);

/* Gives such an attribution the source and the quotation that the model has missed. Others are left
 * as they are. */
void ro_quoting_cue_complete(const ro_feature_source *source, ro_attribution *attribution);

#endif
