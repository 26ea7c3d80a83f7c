/* Words told by a phrase: "in HER WORDS, Norway was playing for time", "by HIS ACCOUNT the rebels
 * were sending men". */
#ifndef RO_STATEMENTS_WORDED_PHRASE_H
#define RO_STATEMENTS_WORDED_PHRASE_H

#include "statements/attribution_finder.h"
#include "statements/features.h"

/* Adds an attribution for each such phrase that none has for its cue. */
void ro_worded_phrases_find(const ro_feature_source *source, ro_attributions *attributions);

#endif
