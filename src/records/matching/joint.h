/* Several who do the same: to each other, or one as the other did. */
#ifndef RO_RECORDS_JOINT_H
#define RO_RECORDS_JOINT_H

#include "records/matching/matcher.h"

/* Whether the doers are also those whom it is done to: "blamed each other". */
bool joint_is_mutual(const act_match *match, const ro_scene *scene);

/* Adds who is said to have done the same: "as did Oslo". */
void joint_add_others(ro_parties *out, const ro_scene *scene, uint32_t predicate);

/* "agreed WITH OSLO on a quota", "signed a pact WITH OSLO": both do it. */
void joint_add_partners(act_match *match, const ro_scene *scene);

#endif
