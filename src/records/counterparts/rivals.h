/* Who meets, by the quarrel that the report tells of: the other side of the one that is named, or
 * both where only their ranks are. */
#ifndef RO_RECORDS_RIVALS_H
#define RO_RECORDS_RIVALS_H

#include "records/matching/matcher.h"

/* Completes a meeting of one side or of nobody known: "the commanders of both ARMIES met". */
void rivals_join(act_match *meeting, const ro_scene *scene, const act_match *matches, size_t count);

#endif
