/* On which day an act was done and by which day its matter falls due. */
#ifndef RO_RECORDS_DATES_H
#define RO_RECORDS_DATES_H

#include "records/days/time_line.h"
#include "records/matching/matcher.h"

typedef struct act_dates {
  ro_interval when, due;
  const char *precision; /* "day", "week", "month", "year", "publication"; NULL */
} act_dates;

act_dates dates_find(const act_match *match, const time_line *line);

#endif
