/* The entries of a live blog over several days, each of which is a report of its own day. */
#ifndef RO_REPORT_FORMATS_LIVE_BLOG_H
#define RO_REPORT_FORMATS_LIVE_BLOG_H

#include <stdbool.h>

#include "report/builder/report_builder.h"

typedef struct ro_live_blog ro_live_blog;

/* Copies what the page tells; the builder's memory is needed no longer. */
ro_live_blog *ro_live_blog_open(const ro_report_builder *page);
void ro_live_blog_free(ro_live_blog *blog);

/* Puts the next entry into an empty builder, in the page's order; false after the last one. */
bool ro_live_blog_next(ro_live_blog *blog, ro_report_builder *builder);

#endif
