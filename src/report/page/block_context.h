/* What a block's neighbours tell of it: teasers, lists of links, notes on the author, captions. */
#ifndef RO_REPORT_PAGE_BLOCK_CONTEXT_H
#define RO_REPORT_PAGE_BLOCK_CONTEXT_H

#include "report/page/block_rules.h"

/* Changes verdicts that were given block by block. Title, date and authors in *facts are known. */
void ro_apply_context(const ro_blocks *blocks, const ro_page *page, const ro_page_facts *facts,
                      ro_verdict *verdicts);

#endif
