/* Sides that are only described: "both", "the parties", "the rebels". */
#ifndef RO_RECORDS_BOTH_SIDES_H
#define RO_RECORDS_BOTH_SIDES_H

#include "records/counterparts/surroundings.h"

/* Puts the two whose quarrel it is for "both sides" where the names lead elsewhere. */
void both_sides_find(act_match *match, const ro_scene *scene);

/* Finds who is meant by rebels, an army, a government that is asked or blamed. */
void sides_described(act_match *match, const surroundings *around);

/* "the opposition demanded a vote": what a party of the opposition says, it says to the government
 * of its state. */
bool sides_of_opposition(act_match *match, const surroundings *around);

/* "threatened to leave the coalition": the government of one's own state. */
bool sides_of_own_government(act_match *match, const ro_scene *scene);

#endif
