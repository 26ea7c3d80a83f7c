/* Title, date and byline as they stand on the page, above or below the text. */
#ifndef RO_REPORT_PAGE_PAGE_LABELS_H
#define RO_REPORT_PAGE_PAGE_LABELS_H

#include "report/page/block_rules.h"

/* Looks around the blocks that were kept and notes what it finds in *facts. Takes the title and
 * labels out of the text where they got into it. */
void ro_read_page_labels(ro_page_facts *facts, const ro_blocks *blocks, const ro_page *page,
                         ro_verdict *verdicts);

/* Whether a heading is the title that the page's head tells. */
bool ro_agrees_with_head(const ro_page_facts *facts, ro_slice heading);

#endif
