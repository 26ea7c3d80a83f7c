/* Who wrote a report: names from "By Jane Doe and John Roe, Diplomatic Editor". */
#ifndef RO_REPORT_FACTS_BYLINE_H
#define RO_REPORT_FACTS_BYLINE_H

#include "report/builder/report_builder.h"
#include "report/builder/slice.h"

/* Takes a line that is a byline ("By …", "Reported by …"); false where it is none. */
bool ro_take_byline(ro_report_builder *report, ro_slice line);

/* Adds the names of a text that is known to hold names and little else. Gives their number. */
size_t ro_add_byline_names(ro_report_builder *report, ro_slice names);

/* Whether a text is the name of a person or medium and nothing else. */
bool ro_is_byline_name(ro_slice text);

#endif
