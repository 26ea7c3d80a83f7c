/* Cues of statements inside statements ("the mayor said the captain had warned that …"). The corpus
 * that the model has learned cues from leaves these out, so the tree and the list of cues decide.
 */
#ifndef RO_STATEMENTS_INNER_CUE_H
#define RO_STATEMENTS_INNER_CUE_H

#include "statements/features.h"

/* Whether the token is a listed verb of speech with an actor as its subject and a clause of what is
 * said. */
bool ro_is_inner_cue(const ro_feature_source *source, uint32_t token);

#endif
