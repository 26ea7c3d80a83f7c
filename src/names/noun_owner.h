/* To which state, body or group the phrase of a common noun says that it belongs: "RUSSIAN
 * leaders", "the mayor OF ODESSA". */
#ifndef RO_NAMES_NOUN_OWNER_H
#define RO_NAMES_NOUN_OWNER_H

#include "names/name_scene.h"

/* Fills actor, base and code from the names in the phrase; the noun begins at that token. */
void ro_noun_find_owner(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t noun);

/* Whether the noun means that of a state where no owner is told: "the president". */
bool ro_noun_is_of_state(const ro_mention_draft *draft);

/* Whether it means that of the state which the whole report is about: "the junta". */
bool ro_noun_is_of_main_state(const ro_mention_draft *draft);

/* Gives a noun the actor and code of whom it belongs to. */
void ro_noun_belong(const ro_name_scene *scene, ro_mention_draft *draft,
                    const ro_mention_draft *owner);

#endif
