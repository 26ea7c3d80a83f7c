/* What happened, day by day: the steps of demands, promises and meetings. */
#ifndef RO_OUTPUT_TIMELINE_H
#define RO_OUTPUT_TIMELINE_H

#include "output/page.h"
#include "readout/ledger.h"

/* One line of a timeline. */
typedef struct ro_event_line {
  ro_day day;
  const ro_item *item;
  const ro_step *step;
  const ro_entry *entry; /* that says so; NULL: time alone, a due day has passed */
} ro_event_line;

/* The steps of the items that lie between two days (RO_NO_DAY: no bound), in order; the arena
 * holds the list, which points into the items. */
ro_event_line *ro_timeline_of(ro_arena *arena, const ro_item *items, size_t item_count,
                              ro_day since, ro_day until, size_t *count);

void ro_timeline_print(const ro_page *page, const ro_event_line *lines, size_t count);

/* "demand refused", "meeting held", "promise overdue". */
const char *ro_event_line_name(ro_arena *arena, const ro_event_line *line);

#endif
