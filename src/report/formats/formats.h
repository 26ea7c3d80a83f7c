/* One function a format: from the text of one report, in valid UTF-8 and NUL-terminated, to a
 * report in the builder. */
#ifndef RO_REPORT_FORMATS_FORMATS_H
#define RO_REPORT_FORMATS_FORMATS_H

#include "base/error.h"
#include "report/builder/report_builder.h"

/* Kept character for character; without `verbatim` a title and a date line at the top are taken
 * off. */
void ro_read_plain_text(ro_report_builder *builder, const char *text, size_t size, bool verbatim);

void ro_read_markdown(ro_report_builder *builder, const char *text, size_t size);

/* `url` is where the page came from, if that is known; else NULL. */
void ro_read_html(ro_report_builder *builder, const char *html, size_t size, const char *url);

/* A part of a page that is the report's text already, as feeds carry it. */
void ro_read_html_fragment(ro_report_builder *builder, const char *html, size_t size);

/* One JSON object with the fields of a report. */
ro_status ro_read_json(ro_report_builder *builder, const char *json, size_t size, ro_error *error);

#endif
