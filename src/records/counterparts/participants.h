/* Who else meets, where the clause names one side or none: "they will meet again", "the next round
 * has been put off", "said after the talks that Oslo had promised …". */
#ifndef RO_RECORDS_PARTICIPANTS_H
#define RO_RECORDS_PARTICIPANTS_H

#include "records/matching/matcher.h"

/* `matches` are those of the whole report, in its order. */
void participants_find(const ro_scene *scene, act_match *matches, size_t count);

/* "THE BLOC'S MINISTERS met": the members of one body of states, who meet nobody else. */
bool participants_are_members(const ro_scene *scene, const ro_parties *parties);

#endif
