/* What is said in so many words but with no verb of its own: "Kyiv must sweep its mines" is a
 * demand of who says it, "we will return" a promise, "there will be consequences" a warning. */
#ifndef RO_RECORDS_SPEECH_H
#define RO_RECORDS_SPEECH_H

#include "records/matching/matcher.h"

/* Tries the rules on a predicate inside a statement; true where one of them found an act. */
bool speech_match(act_match *match, const ro_scene *scene, uint32_t predicate);

#endif
