/* Events that no row of the lexicon tells: where a verb joins two political actors, the relation
 * model says what the one does to the other, if it is sure enough. */
#ifndef RO_RECORDS_RELATED_H
#define RO_RECORDS_RELATED_H

#include "records/matching/matcher.h"
#include "records/relation/relation_model.h"

/* Reads a verb that neither lexicon nor rules have; true where it tells an event. */
bool related_match(act_match *match, const ro_scene *scene, const ro_relation_model *model,
                   uint32_t predicate);

#endif
