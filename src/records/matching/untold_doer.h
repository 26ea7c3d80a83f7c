/* The speaker as the doer of what he says. */
#ifndef RO_RECORDS_UNTOLD_DOER_H
#define RO_RECORDS_UNTOLD_DOER_H

#include "records/matching/matcher.h"

/* "He said that the offer was ruled out": where no doer is told, it is the one who says it. */
void untold_doer_fill(act_match *match, const ro_scene *scene);

/* "Norwegian escorts are OUT OF THE QUESTION, he said": what is said of another's thing the speaker
 * does, and the other is whom he does it to. */
void untold_doer_of_phrase(act_match *match, const ro_scene *scene);

#endif
