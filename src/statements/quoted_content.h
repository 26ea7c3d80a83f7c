/* Content that is quoted goes on as long as its quotation does: over the sentences of one pair of
 * marks, over the paragraphs that go on with it, and into the next quotation that nobody else is
 * said to speak. */
#ifndef RO_STATEMENTS_QUOTED_CONTENT_H
#define RO_STATEMENTS_QUOTED_CONTENT_H

#include "statements/attribution_finder.h"

/* Adds to the contents of the attributions, which are in the order of their cues. */
void ro_quoted_content_complete(const ro_feature_source *source, ro_attributions *attributions);

#endif
