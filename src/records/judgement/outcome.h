/* What negation, future, will and possibility make of an act: "will not accept" is a refusal, what
 * is to be delivered a promise. */
#ifndef RO_RECORDS_OUTCOME_H
#define RO_RECORDS_OUTCOME_H

#include "records/matching/matcher.h"

/* The act is none, for that reason. */
void outcome_drop(act_match *match, const char *why);

/* The act is another one, for that reason. */
void outcome_become(act_match *match, ro_act act, ro_record_status status, const char *why);

void outcome_of_negation(act_match *match, const ro_scene *scene);
void outcome_of_reality(act_match *match, const ro_scene *scene);

#endif
