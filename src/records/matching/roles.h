/* From the frame of a matched entry to the actors in its roles; matcher.h has what the other files
 * ask. */
#ifndef RO_RECORDS_ROLES_H
#define RO_RECORDS_ROLES_H

#include "records/matching/matcher.h"

/* "a series of TALKS", "two of the HOSTAGES": past words that only count. */
uint32_t roles_past_quantity(const ro_scene *scene, uint32_t token);

/* Adds the parties of every argument at the path. */
void roles_at(ro_parties *out, const ro_scene *scene, const ro_arguments *arguments,
              const act_path *path);

#endif
