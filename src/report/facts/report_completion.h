/* What a report says of itself in its own text. */
#ifndef RO_REPORT_FACTS_REPORT_COMPLETION_H
#define RO_REPORT_FACTS_REPORT_COMPLETION_H

#include "report/builder/report_builder.h"

/* Fills in what follows from the rest (publisher, dateline, credits, language) and gives the
 * report. Its lists and text live in the arena. */
void ro_report_finish(ro_report_builder *builder, const ro_reader_options *options);

#endif
