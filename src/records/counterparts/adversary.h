/* The other side in a dispute. */
#ifndef RO_RECORDS_ADVERSARY_H
#define RO_RECORDS_ADVERSARY_H

#include "records/matching/matcher.h"

/* Adds the state or armed group that those in `own` have most to do with in the report: that the
 * report speaks of most, above all in acts between the two; nothing where there is none. Whether it
 * is so by far. */
bool adversary_of(ro_parties *out, const ro_scene *scene, const act_match *matches, size_t count,
                  const ro_parties *own);

/* Adds the two states or armed groups that the report plainly speaks of most, where those in `own`
 * are neither of them: whose quarrel it is for a third party. */
void adversaries_for(ro_parties *out, const ro_scene *scene, const ro_parties *own);

/* The same of all but those in `own`: whom one speaks to who says "both" and the noun; of
 * ministers, countries and capitals states alone. */
void adversaries_beside(ro_parties *out, const ro_scene *scene, const ro_parties *own,
                        uint32_t noun);

/* Adds the state that the report speaks of most, but those in `own`. */
void adversaries_state(ro_parties *out, const ro_scene *scene, const ro_parties *own);

/* Adds the armed group that the report speaks of most. */
void adversaries_rebels(ro_parties *out, const ro_scene *scene);

/* Whether the two are different states or armed groups that the report speaks of more than once. */
bool adversaries_may_be(const ro_scene *scene, const ro_parties *two);

/* Bodies of states that are told to promise, refuse, threaten or punish several times are a side of
 * the quarrel as states are. To be called before the others. */
void adversary_weigh_bodies(const ro_scene *scene, const act_match *matches, size_t count);

#endif
