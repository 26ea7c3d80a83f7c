/* Which blocks of a page make up the report's text. */
#ifndef RO_REPORT_PAGE_BLOCK_RULES_H
#define RO_REPORT_PAGE_BLOCK_RULES_H

#include "report/page/page_blocks.h"
#include "report/page/page_metadata.h"

typedef struct ro_verdict {
  bool keep, caption;
  const char *kind; /* what it is instead, as --dropped prints it; NULL: nothing worth telling */
} ro_verdict;

/* One verdict a block, in the page's arena. `container` is the part that holds the text. Notes
 * title, date and byline of the page in *facts. */
ro_verdict *ro_judge_blocks(const ro_blocks *blocks, const ro_page *page, ro_page_facts *facts,
                            uint32_t container);

/* The same where there is no page around the text: short lines count too. */
ro_verdict *ro_judge_fragment(const ro_blocks *blocks, const ro_page *page);

#endif
