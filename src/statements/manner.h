/* Whether words are reported, and in whose wording. */
#ifndef RO_STATEMENTS_MANNER_H
#define RO_STATEMENTS_MANNER_H

#include "statements/attribution_finder.h"

/* Speech, thought or act, by the cue's word and by whether words are reported. */
ro_manner ro_manner_of(const ro_feature_source *source, const ro_attribution *attribution,
                       ro_directness directness);

ro_directness ro_directness_of(const ro_feature_source *source, const ro_attribution *attribution);

#endif
