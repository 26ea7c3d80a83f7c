/* In which state an event happens, by the places that its words name. */
#ifndef RO_RECORDS_EVENT_PLACE_H
#define RO_RECORDS_EVENT_PLACE_H

#include "records/matching/matcher.h"

/* The state of the place below the predicate, or below the verb that a participle goes on with;
 * NULL. `strictly`: only where the predicate itself happens, not what it is about. */
const char *event_place_state(const ro_scene *scene, const act_match *match, bool strictly);

#endif
