/* Whom an act is done to at last: by the quarrel that the report tells of. */
#ifndef RO_RECORDS_QUARREL_H
#define RO_RECORDS_QUARREL_H

#include "records/counterparts/surroundings.h"

/* Fills match->whom by the side that its doer is most at odds with, or by both sides where a third
 * party asks or threatens; false where the act need not concern them. */
bool quarrel_find(act_match *match, const surroundings *around);

#endif
