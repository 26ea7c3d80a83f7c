/* What a report calls a body or group for short: "the Front" of the Tigray People's Liberation
 * Front, "the Agency" of the IAEA. */
#ifndef RO_NAMES_SHORT_NAMES_H
#define RO_NAMES_SHORT_NAMES_H

#include "names/name_scene.h"

/* Adds a mention for each such word that no name holds yet. */
void ro_short_names_find(ro_name_scene *scene);

#endif
