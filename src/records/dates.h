/* On which day an act was done and by which day its matter falls due. */
#ifndef RO_RECORDS_DATES_H
#define RO_RECORDS_DATES_H

#include "records/matcher.h"

typedef struct act_dates {
  ro_interval when, due;
  const char *precision; /* "day", "week", "month", "year", "publication"; NULL */
} act_dates;

/* The report's times by the clause that they stand in, and the day of the scene as the report goes
 * on. */
typedef struct time_line {
  const ro_scene *scene;
  uint32_t *clauses;     /* of each time: the verb or noun of action that it says the day of */
  uint32_t *first_times; /* of each sentence, and of the end: index of its first time */
  ro_interval *settings; /* of each sentence: the last day set before its end */
} time_line;

void time_line_build(time_line *line, const ro_scene *scene);

act_dates dates_find(const act_match *match, const time_line *line);

#endif
