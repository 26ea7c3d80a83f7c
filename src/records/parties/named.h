/* Whom one word names, without what hangs on it. */
#ifndef RO_RECORDS_NAMED_H
#define RO_RECORDS_NAMED_H

#include "records/parties/parties.h"

/* Adds the actor of the word: of its mention, of a place that stands for its government, of the
 * first person in somebody's words, of the seat of a government. False where it names nobody. */
bool named_add(ro_parties *out, const ro_scene *scene, uint32_t token);

#endif
