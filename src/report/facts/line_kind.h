/* What a line of a page is, where it is no part of the report (data/reading/lines.tsv,
 * line_parts.tsv). */
#ifndef RO_REPORT_FACTS_LINE_KIND_H
#define RO_REPORT_FACTS_LINE_KIND_H

#include <stddef.h>

typedef enum ro_line_kind {
  RO_LINE_TEXT, /* nothing speaks against it */
  RO_LINE_RELATED,
  RO_LINE_SHARE,
  RO_LINE_NEWSLETTER,
  RO_LINE_ADVERT,
  RO_LINE_COMMENT,
  RO_LINE_COPYRIGHT,
  RO_LINE_CONTACT,
  RO_LINE_CREDIT, /* "AFP contributed reporting." */
  RO_LINE_PHOTO,
  RO_LINE_SOURCE_ADDRESS, /* "Original url:" */
  RO_LINE_DATE,
} ro_line_kind;

ro_line_kind ro_kind_of_line(const char *line, size_t size);

/* "related", "share" … as --dropped prints it; "text" for RO_LINE_TEXT. */
const char *ro_line_kind_name(ro_line_kind kind);

#endif
