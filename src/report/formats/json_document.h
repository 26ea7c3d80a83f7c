/* A JSON file that is one value over several lines: a report, or a list of them. */
#ifndef RO_REPORT_FORMATS_JSON_DOCUMENT_H
#define RO_REPORT_FORMATS_JSON_DOCUMENT_H

#include "base/error.h"
#include "report/builder/report_builder.h"

typedef struct ro_json_document ro_json_document;

/* Whether the first bytes look like such a file and not like JSON lines. */
bool ro_may_be_json_document(const char *bytes, size_t size);

/* NULL where the bytes are not one JSON value. They may go afterwards. */
ro_json_document *ro_json_document_open(const char *bytes, size_t size);
void ro_json_document_free(ro_json_document *document);

/* Fills in the next report; RO_END after the last one. An error concerns one report of a list. */
ro_status ro_json_document_next(ro_json_document *document, ro_report_builder *builder,
                                ro_error *error);

#endif
