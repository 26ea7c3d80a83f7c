/* Names of bodies that no dictionary has: parties, unions, companies, from the name tags. */
#ifndef RO_NAMES_BODY_NAMES_H
#define RO_NAMES_BODY_NAMES_H

#include "names/name_scene.h"

/* The actor of such a body is its acronym where the report gives one ("Free Herring Union (FHU)"),
 * else its name in capitals: HERRING-GUILD. */
void ro_body_names_find(ro_name_scene *scene);

#endif
