/* Web archives: WARC 1.0 and 1.1, record by record from a stream. */
#ifndef RO_REPORT_INPUT_WARC_H
#define RO_REPORT_INPUT_WARC_H

#include <stdbool.h>

#include "base/arena.h"
#include "readout/day.h"
#include "report/builder/slice.h"
#include "report/input/stream.h"

typedef struct ro_warc_page {
  ro_slice content;    /* in the arena */
  const char *url;     /* in the arena */
  const char *charset; /* of the HTTP header, in the arena; NULL */
  ro_day crawled;      /* when it was fetched, which is not when it was published */
  bool is_html;        /* else plain text */
} ro_warc_page;

/* Passes over records that hold no page (requests, pictures, redirects, failures) to the next one
 * that does. Resets the arena for each. RO_END after the last one; on RO_ERROR_LIMIT and
 * RO_ERROR_FORMAT it may be called again for what comes behind. */
ro_status ro_warc_next(ro_stream *stream, ro_arena *arena, const char *name, ro_warc_page *page,
                       ro_error *error);

#endif
