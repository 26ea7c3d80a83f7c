/* Whether a word is negated where it stands. */
#ifndef RO_RECORDS_NEGATION_H
#define RO_RECORDS_NEGATION_H

#include "records/scene/scene.h"

/* Whether a negation stands at the word: not, no, never, no longer, neither. */
bool negation_of(const ro_scene *scene, uint32_t token);

/* Whether the verb has a negated subject or object: "No Ukrainian sat", "made no promise". */
bool negation_of_argument(const ro_scene *scene, uint32_t verb);

#endif
