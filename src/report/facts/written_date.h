/* Dates as pages write them: "January 18, 2022", "18 Jan 2022", "2022-01-18T10:00Z", "18/01/2022".
 */
#ifndef RO_REPORT_FACTS_WRITTEN_DATE_H
#define RO_REPORT_FACTS_WRITTEN_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "readout/day.h"

typedef struct ro_written_date {
  ro_day day; /* RO_NO_DAY where there is none */
  size_t start, end;
} ro_written_date;

/* The first full date (day, month and year) in a text. `day_first` says how to read "3/4/2022". */
ro_written_date ro_find_date(const char *text, size_t size, bool day_first);

/* Whether a line tells a date and nothing else but weekday, time of day, "Published" and the like.
 */
bool ro_is_date_line(const char *line, size_t size, ro_written_date date);

/* Whether a line tells the time of a change: "Updated", "Last modified". */
bool ro_is_update_line(const char *line, size_t size);

/* The hour of a time stamp that is in UTC ("2022-01-18T02:00:00Z": 2), -1 for any other. */
int ro_utc_hour(const char *stamp);

#endif
