/* To which state, body or group the phrase of a common noun says that it belongs: "RUSSIAN
 * leaders", "the mayor OF ODESSA". */
#ifndef RO_NAMES_NOUN_OWNER_H
#define RO_NAMES_NOUN_OWNER_H

#include "names/name_scene.h"

/* First word of the phrase that the noun heads, without what stands after it. */
uint32_t ro_noun_phrase_start(const ro_document *document, uint32_t head);

/* Fills actor, base and code from the names in the phrase; the noun begins at that token. */
void ro_noun_find_owner(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t noun);

/* Whether the noun means that of a state where no owner is told: "the president". */
bool ro_noun_is_of_state(const ro_mention_draft *draft);

/* Gives a noun the actor and code of whom it belongs to. */
void ro_noun_belong(const ro_name_scene *scene, ro_mention_draft *draft,
                    const ro_mention_draft *owner);

/* The state that the phrase behind the noun names, by itself or by a town; NULL. */
const char *ro_noun_state_named(const ro_name_scene *scene, uint32_t head);

/* The state whose name, or a large town of which, begins at the token; NULL. */
const char *ro_noun_state_at(const ro_name_scene *scene, uint32_t token);

#endif
