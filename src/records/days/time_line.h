/* The report's times by the clauses that they stand in, and the day of the scene as the report
 * goes on. */
#ifndef RO_RECORDS_TIME_LINE_H
#define RO_RECORDS_TIME_LINE_H

#include "records/scene/scene.h"

typedef struct time_line {
  const ro_scene *scene;
  uint32_t *clauses;     /* of each time: the verb or noun of action that it says the day of */
  uint32_t *first_times; /* of each sentence, and of the end: index of its first time */
  ro_interval *settings; /* of each sentence: the last day set before its end */
} time_line;

void time_line_build(time_line *line, const ro_scene *scene);

/* The token of a time that hangs on something outside of it; RO_NONE. */
uint32_t time_line_head(const ro_document *document, const ro_time *time);

/* Whether it is a date or a time of day, and its days are known. */
bool time_line_is_day(const ro_time *time);

#define TIME_LINE_ANY_DAY INT32_MIN /* earlier than every day */

/* The verb whose day a time at this clause tells too: "said after talks on Friday". RO_NONE. */
uint32_t time_line_verb_around(const ro_document *document, uint32_t clause);

/* The first such time whose clause is `clause` and that is not over before `earliest`; NULL. */
const ro_time *time_line_first(const time_line *line, uint32_t clause, ro_day earliest);

/* "had told" */
bool time_line_is_past_perfect(const ro_document *document, uint32_t verb);

static inline bool time_line_has_days(ro_interval interval) {
  return interval.first != RO_NO_DAY && interval.last != RO_NO_DAY;
}

#endif
