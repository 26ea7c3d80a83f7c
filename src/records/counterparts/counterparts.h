/* Whom an act is done to, by the acts that are told around it. */
#ifndef RO_RECORDS_COUNTERPARTS_H
#define RO_RECORDS_COUNTERPARTS_H

#include "records/counterparts/surroundings.h"

/* Fills match->whom by the first rule that finds somebody; false where none does. */
bool counterparts_find(act_match *match, const surroundings *around);

#endif
