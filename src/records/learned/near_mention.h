/* The mention of a side that stands nearest to a predicate. */
#ifndef RO_RECORDS_NEAR_MENTION_H
#define RO_RECORDS_NEAR_MENTION_H

#include "records/learned/report_sides.h"

enum { NEAR_MENTION_PLACES = 11 };

/* A token of the side: in the predicate's sentence rather than before it, before it rather than
 * after it. */
uint32_t near_mention_find(const ro_document *document, const report_side *side,
                           uint32_t predicate);

/* Where a mention stands to the predicate, from 1 below NEAR_MENTION_PLACES: behind it and governed
 * by it, behind it, before it and governed, before it; one, two, up to four sentences before, or
 * more; one sentence after, or more. */
unsigned near_mention_place(const ro_document *document, uint32_t predicate, uint32_t token);

#endif
