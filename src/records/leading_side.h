/* Which states and armed groups a report speaks of most. */
#ifndef RO_RECORDS_LEADING_SIDE_H
#define RO_RECORDS_LEADING_SIDE_H

#include "records/parties.h"

/* Adds the state or armed group that the report names most, three times and in a fifth of all
 * mentions at least, and that is on no side of `others`; nothing where there is none. */
void leading_side_but(ro_parties *out, const ro_scene *scene, const ro_parties *others);

#endif
