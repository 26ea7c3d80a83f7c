/* Names of states, bodies, groups and persons, from the dictionary and from the name tags. */
#ifndef RO_NAMES_NAMED_ACTORS_H
#define RO_NAMES_NAMED_ACTORS_H

#include "names/name_scene.h"

void ro_named_actors_find(ro_name_scene *scene);

#endif
