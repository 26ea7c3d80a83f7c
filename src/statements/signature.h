/* Quotations signed with a dash: "We will wait." — Anna Orlova, mayor. */
#ifndef RO_STATEMENTS_SIGNATURE_H
#define RO_STATEMENTS_SIGNATURE_H

#include "statements/attribution_finder.h"

/* Adds an attribution for each signed quotation that has none: the dash is its cue, the name behind
 * it, in the same paragraph or in one of its own, the source. */
void ro_signatures_find(const ro_feature_source *source, ro_attributions *attributions);

#endif
