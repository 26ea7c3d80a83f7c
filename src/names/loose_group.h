/* Groups that are known by description alone: "Western governments", "Russia's allies". */
#ifndef RO_NAMES_LOOSE_GROUP_H
#define RO_NAMES_LOOSE_GROUP_H

#include "names/name_scene.h"

/* Makes the noun in the plural a loose group; false where nothing tells it from others of its
 * kind. */
bool ro_loose_group_make(const ro_name_scene *scene, ro_mention_draft *draft);

#endif
