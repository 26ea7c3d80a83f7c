/* Whom words are told to is no part of the words: "assured London once more THAT …". */
#ifndef RO_STATEMENTS_TOLD_PARTY_H
#define RO_STATEMENTS_TOLD_PARTY_H

#include "statements/attribution_finder.h"

/* Lets a content that begins with whom the words are told to begin with its "that", wherever the
 * parser hangs that clause. */
void ro_told_party_leave(const ro_feature_source *source, ro_attribution *attribution);

#endif
