/* Speakers whom another quotes: "TASS quoted Orlova as saying that …". The corpus that the model
 * has learned from has only the outer statement, with "Orlova as saying that …" as content. */
#ifndef RO_STATEMENTS_QUOTED_SPEAKER_H
#define RO_STATEMENTS_QUOTED_SPEAKER_H

#include "statements/attribution_finder.h"

/* The statement of the one who is quoted in `outer`: what stands before "as" is its source,
 * "saying" its cue, the rest its content. False where `outer` quotes nobody in this way. */
bool ro_quoted_speaker_find(const ro_feature_source *source, const ro_attribution *outer,
                            ro_attribution *inner);

#endif
