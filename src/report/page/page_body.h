/* The report's text in the page around it. */
#ifndef RO_REPORT_PAGE_PAGE_BODY_H
#define RO_REPORT_PAGE_PAGE_BODY_H

#include "report/page/page_metadata.h"

/* Finds the body and puts it, with captions, links and what was left out, into the report; notes
 * the title, date and byline that stand around it in *facts. */
void ro_read_page_body(ro_report_builder *builder, const ro_page *page, ro_page_facts *facts);

/* The same for a page that holds nothing but the body. */
void ro_read_fragment_body(ro_report_builder *builder, const ro_page *page);

#endif
