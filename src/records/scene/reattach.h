/* Repairs of a sentence's tree that the rules of this layer can tell and the parser often can't: to
 * which of two verbs a coordinated one belongs, and what goes on behind an inserted "he said". The
 * document's own tree stays as it is. */
#ifndef RO_RECORDS_REATTACH_H
#define RO_RECORDS_REATTACH_H

#include "records/scene/scene.h"

/* Puts a repaired copy of the document in the scene's place; its classes must be known. */
void reattach(ro_scene *scene);

#endif
