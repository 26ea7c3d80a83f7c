/* Whom an act is done to, by the acts that are told around it. */
#ifndef RO_RECORDS_COUNTERPARTS_H
#define RO_RECORDS_COUNTERPARTS_H

#include "records/counterparts/surroundings.h"

/* The name of the rule by which each of two promises goes to who gave the other. */
extern const char promised_in_exchange[];

/* Fills match->whom by the first rule that finds somebody; false where none does. */
bool counterparts_find(act_match *match, const surroundings *around);

#endif
