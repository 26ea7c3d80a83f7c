/* "Lund was in Reykjavik on Friday", "will be in Oslo": who is in the capital of another visits it.
 */
#ifndef RO_RECORDS_WHEREABOUTS_H
#define RO_RECORDS_WHEREABOUTS_H

#include "records/matching/matcher.h"

/* Whether the word, a place, tells such a visit; then fills *match but for its predicate. */
bool whereabouts_match(act_match *match, const ro_scene *scene, uint32_t place);

#endif
