/* The place, day and agency that open a report: "GENEVA, Jan 21 (Reuters) -". */
#ifndef RO_REPORT_FACTS_DATELINE_H
#define RO_REPORT_FACTS_DATELINE_H

#include "report/builder/report_builder.h"

/* Looks for a dateline at the start of the report's text and notes it and its agency. */
void ro_find_dateline(ro_report_builder *builder);

#endif
