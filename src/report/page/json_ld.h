/* The report as a page describes it for search engines (schema.org in JSON-LD). */
#ifndef RO_REPORT_PAGE_JSON_LD_H
#define RO_REPORT_PAGE_JSON_LD_H

#include "report/page/page_metadata.h"

/* Takes in one script's content; what is no JSON is passed over. */
void ro_read_json_ld(ro_page_facts *facts, ro_arena *arena, ro_slice script);

#endif
