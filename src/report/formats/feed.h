/* Feeds: RSS 0.9 to 2.0 and Atom. */
#ifndef RO_REPORT_FORMATS_FEED_H
#define RO_REPORT_FORMATS_FEED_H

#include "base/error.h"
#include "report/builder/report_builder.h"

typedef struct ro_feed ro_feed;

/* Reads a whole feed in valid UTF-8, whose bytes may go afterwards. On error *out is NULL. */
ro_status ro_feed_open(ro_feed **out, const char *bytes, size_t size, const char *name,
                       ro_error *error);
void ro_feed_free(ro_feed *feed);

/* Fills in the next entry; false after the last one. */
bool ro_feed_next(ro_feed *feed, ro_report_builder *builder);

#endif
