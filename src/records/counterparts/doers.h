/* Who does an act whose clause names nobody known: "they", "the two", "the visitors", a participle
 * or a passive without a doer. Only in reports that tell of several parties' acts. */
#ifndef RO_RECORDS_DOERS_H
#define RO_RECORDS_DOERS_H

#include "records/matching/matcher.h"

/* `matches` are those of the whole report, in its order. */
void doers_find(const ro_scene *scene, act_match *matches, size_t count);

/* Meetings called off or put off of which nobody is told who was to be there. */
void doers_of_put_off_find(const ro_scene *scene, act_match *matches, size_t count);

#endif
