/* A report from a JSON object with the fields of the contract. */
#ifndef RO_REPORT_FORMATS_JSON_REPORT_H
#define RO_REPORT_FORMATS_JSON_REPORT_H

#include <jansson.h>

#include "base/error.h"
#include "report/builder/report_builder.h"

ro_status ro_read_json_report(ro_report_builder *builder, const json_t *object, ro_error *error);

#endif
