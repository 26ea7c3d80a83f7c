/* What an expression does in its sentence: the day of an act, a deadline, a beginning, a length.
 * For the layers above, which fill `when` and `due` from it. */
#ifndef RO_TIMES_TIME_ROLE_H
#define RO_TIMES_TIME_ROLE_H

#include "base/document.h"

typedef enum ro_time_role {
  RO_TIME_ROLE_DAY,      /* "on Friday", "last week", "in December": when something is */
  RO_TIME_ROLE_DEADLINE, /* "by Friday", "until the end of the month", "within 48 hours", "in the
                            coming days" */
  RO_TIME_ROLE_DISTANCE, /* "in ten days": so far away from the publication */
  RO_TIME_ROLE_SINCE,    /* "since 2014", "from Monday" */
  RO_TIME_ROLE_LENGTH,   /* "for three years", "a two-day meeting", "the first in years" */
  RO_TIME_ROLE_REPEATED, /* "every Monday" */
  RO_TIME_ROLE_VAGUE,    /* "recently", "in the future": no days */
} ro_time_role;

ro_time_role ro_time_role_of(const ro_document *document, const ro_time *time);

/* The day that lies the length of `time` after `day`, or before it with a negative `sign`.
 * RO_NO_DAY where it is no length of days and more. */
ro_day ro_time_day_apart(const ro_time *time, ro_day day, int sign);

/* The days on which something that is to happen "by", "until", "within", "before" or on this time
 * falls due: the last day of what stands behind "by" ("by the end of July": 31 July), the eve of
 * what stands behind "before", the end of a length counted from the publication ("for 120 days"),
 * else all days of the time ("next week"). RO_NO_DAY where it has none, as "at least a year". */
ro_interval ro_time_due(const ro_document *document, const ro_time *time);

#endif
