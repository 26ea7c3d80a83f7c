/* Evidence that can be read alone: no two words of a long clause, and no sentence of forty words
 * for an act told in its first ten. */
#ifndef RO_RECORDS_FAIR_LENGTH_H
#define RO_RECORDS_FAIR_LENGTH_H

#include "records/matching/matcher.h"

/* Lets `span`, the match's evidence, grow over the words that govern it where it is very short, and
 * ends or begins it at a comma where it is very long, outside of the predicate
 * and of `kept_token`, the condition. `anchor` is the match's. */
ro_span evidence_of_fair_length(ro_span span, const act_match *match, const ro_scene *scene,
                                uint32_t anchor, uint32_t kept_token, const bool *anchors);

#endif
