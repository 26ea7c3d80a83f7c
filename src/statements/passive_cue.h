/* Speakers in the passive: "Orlova was quoted as saying that …". The model has learned that the
 * subject of a passive is what was said. */
#ifndef RO_STATEMENTS_PASSIVE_CUE_H
#define RO_STATEMENTS_PASSIVE_CUE_H

#include "statements/attribution_finder.h"

/* Whether the token is "quoted" or "cited", in the passive and followed by "as saying". */
bool ro_is_passive_cue(const ro_document *document, uint32_t token);

/* Makes the subject the source of such an attribution, "was quoted as saying" its cue, and neither
 * of them part of its content. False where nothing is left as content. */
bool ro_passive_cue_complete(const ro_document *document, ro_attribution *attribution);

#endif
