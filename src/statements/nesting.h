/* Which statement stands inside which: TASS quotes a minister, who says that an alliance promised.
 */
#ifndef RO_STATEMENTS_NESTING_H
#define RO_STATEMENTS_NESTING_H

#include "statements/attribution_finder.h"

/* For each attribution the one with the smallest content that holds its cue; RO_NONE. Of two that
 * would hold each other the larger one is outside. The array lives in the document's arena. */
uint32_t *ro_nesting_find(const ro_document *document, const ro_attributions *attributions);

#endif
