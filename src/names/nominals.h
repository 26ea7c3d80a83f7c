/* Common nouns for those who act, with the state, body or group that they belong to: "the Russian
 * diplomat", "State Department spokesman"; and pronouns. */
#ifndef RO_NAMES_NOMINALS_H
#define RO_NAMES_NOMINALS_H

#include "names/name_scene.h"

void ro_nominals_find(ro_name_scene *scene);

#endif
