/* States that towns tell: "MOSCOW police". */
#ifndef RO_NAMES_NOUN_TOWN_H
#define RO_NAMES_NOUN_TOWN_H

#include "names/name_scene.h"

/* The state that the phrase behind the noun names, by itself or by a town; NULL. */
const char *ro_noun_state_named(const ro_name_scene *scene, uint32_t head);

/* The state whose name, or a large town of which, begins at the token; NULL. */
const char *ro_noun_state_at(const ro_name_scene *scene, uint32_t token);

/* The state of the town in the noun's phrase, which begins at the token: "MOSCOW police", "the
 * mayor of ODESSA"; talks are held in towns by those of other states, so that "in" tells nothing of
 * officials. NULL. */
const char *ro_noun_state_of_town(const ro_name_scene *scene, const ro_mention_draft *draft,
                                  uint32_t noun);

#endif
