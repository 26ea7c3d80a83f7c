/* Whom a pronoun or a definite noun refers to. Where the text leaves it open, nobody: a wrong guess
 * is worse than none. Precise rules first, as in Raghunathan and others, "A multi-pass sieve for
 * coreference resolution" (EMNLP 2010). */
#ifndef RO_NAMES_REFERENCE_H
#define RO_NAMES_REFERENCE_H

#include "names/name_scene.h"

/* The person named before whom "the Russian diplomat" or "the minister" can mean; RO_NONE. */
uint32_t ro_refer_to_person(const ro_name_scene *scene, const ro_person_clue *clue, uint32_t token);

/* The body or state that "the alliance", "the ministry" or "the country" can mean; RO_NONE. */
uint32_t ro_refer_to_body(const ro_name_scene *scene, const ro_name_match *noun);

/* "both sides", "the two countries": fills the members of the mention. */
void ro_refer_to_both(const ro_name_scene *scene, const ro_name_match *noun,
                      ro_actor_mention *mention);

/* The member of the cast that a pronoun stands for; RO_NONE. */
uint32_t ro_refer_by_pronoun(const ro_name_scene *scene, uint32_t token);

/* "he", "its", "they" and the like. */
bool ro_is_third_person(const ro_name_scene *scene, uint32_t token);

#endif
