/* Agencies that a report names as its sources. */
#ifndef RO_REPORT_FACTS_CREDITS_H
#define RO_REPORT_FACTS_CREDITS_H

#include "report/builder/report_builder.h"

/* Adds every agency that is named in a line of credits. Returns how many there are. */
size_t ro_add_credits(ro_report_builder *builder, const char *line, size_t size);

/* Takes a line of credits as a whole: "Reporting by …", "Nordlys contributed reporting". */
void ro_take_credit_line(ro_report_builder *builder, const char *line, size_t size);

/* A credit that stands alone ("Reuters", "(Nordlys)", "— AFP"): adds it, known agency or not. False
 * where the line is something else. */
bool ro_add_lone_credit(ro_report_builder *builder, const char *line, size_t size);

/* Looks at the last paragraphs of the report's text, which stay as they are. */
void ro_find_text_credits(ro_report_builder *builder);

#endif
