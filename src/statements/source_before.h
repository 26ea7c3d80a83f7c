/* A source that stands right before its verb although the parser hangs it elsewhere: "In an
 * interview with an agency DIRECTOR JON BERG pointed out that …". */
#ifndef RO_STATEMENTS_SOURCE_BEFORE_H
#define RO_STATEMENTS_SOURCE_BEFORE_H

#include "statements/attribution_finder.h"

/* Gives an attribution without a source the actor named right before its verb, and takes him out of
 * the content. Others are left as they are. */
void ro_source_before_complete(const ro_feature_source *source, ro_attribution *attribution);

#endif
