/* What happened, day by day: the steps of demands, promises and meetings. */
#ifndef RO_OUTPUT_TIMELINE_H
#define RO_OUTPUT_TIMELINE_H

#include "output/page.h"
#include "readout/ledger.h"

/* Steps of items that come one by one, in no order. What is to be printed of them waits in a
 * temporary file, so that memory holds little more than their days. */
typedef struct ro_timeline ro_timeline;

/* Of the steps between two days (RO_NO_DAY: no bound). For a page, or as JSON lines where it is
 * NULL. */
ro_status ro_timeline_create(ro_timeline **out, const ro_page *page, ro_day since, ro_day until,
                             ro_error *error);
void ro_timeline_free(ro_timeline *timeline);

/* Takes in the steps of an item. */
void ro_timeline_add(ro_timeline *timeline, const ro_item *item);

/* Prints all, in order: on the page, or as JSON to the stream. */
ro_status ro_timeline_print(ro_timeline *timeline, FILE *stream, ro_error *error);

#endif
