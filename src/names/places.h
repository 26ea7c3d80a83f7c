/* Names of places, where they are, and what they stand for. */
#ifndef RO_NAMES_PLACES_H
#define RO_NAMES_PLACES_H

#include "names/name_scene.h"

/* Fills the document's places. */
void ro_places_find(ro_name_scene *scene);

#endif
