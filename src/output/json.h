/* JSON values from the library's values. NULL strings and absent days become null. */
#ifndef RO_OUTPUT_JSON_H
#define RO_OUTPUT_JSON_H

#include <jansson.h>
#include <stdio.h>

#include "readout/annotation.h"
#include "readout/ledger.h"
#include "readout/report.h"

json_t *ro_json_string(const char *string);
json_t *ro_json_strings(const char *const *strings, size_t count);
json_t *ro_json_day(ro_day day);
json_t *ro_json_interval(ro_interval interval);

/* The objects that `readout read` and `readout annotate` print; the caller owns them. */
json_t *ro_report_to_json(const ro_report *report);
json_t *ro_annotation_to_json(const ro_report *report, const ro_annotation *annotation);

/* Prints one object a line and releases it. */
void ro_json_print_line(json_t *object, FILE *stream);

#endif
