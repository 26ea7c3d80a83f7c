/* From a match to an act that the report vouches for: what was not done, only thought of or asked
 * about falls away, what is to come and what is refused becomes the act that it is. */
#ifndef RO_RECORDS_JUDGE_H
#define RO_RECORDS_JUDGE_H

#include "records/matching/matcher.h"

/* Whether the entry may be read here at all: some tell an act only when said of another, or of
 * oneself. */
bool judge_applies(const act_match *match, const ro_scene *scene);

/* Sets act, status and decision, or `dropped`. */
void judge_match(act_match *match, const ro_scene *scene);

/* Whether `parties` are on the side of the one who says it. */
bool judge_is_own(const act_match *match, const ro_scene *scene);

#endif
