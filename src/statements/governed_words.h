/* Attributions that the tree alone tells: a verb of speech with somebody for its subject and the
 * words it governs, where the model has passed over the verb or found no words. */
#ifndef RO_STATEMENTS_GOVERNED_WORDS_H
#define RO_STATEMENTS_GOVERNED_WORDS_H

#include "statements/attribution_finder.h"

/* Whether the token is a listed verb of speech with a known subject that governs a clause ("warned
 * that …"), a request ("appealed to both to stop") or a phrase ("spoke of a new low"). */
bool ro_is_governing_cue(const ro_feature_source *source, uint32_t token);

/* Gives such an attribution the words and the source that the model has missed, and leaves out whom
 * the words are told to or held against ("accused Oslo OF FISHING"). */
void ro_governed_words_complete(const ro_feature_source *source, ro_attribution *attribution);

#endif
