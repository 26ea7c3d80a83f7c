/* What the trees alone say of who says what, where the statements layer has nothing: the clause of
 * a verb of speech, or the clause that "he said" interrupts. */
#ifndef RO_RECORDS_REPORTED_H
#define RO_RECORDS_REPORTED_H

#include "records/scene/scene.h"

/* Adds such statements to the scene's own list. */
void reported_add(ro_scene *scene);

#endif
