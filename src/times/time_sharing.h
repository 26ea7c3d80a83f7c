/* What expressions of one sentence take from each other before they are resolved: "from May 3 to
 * June 4, 2009" has one year, "from Monday to Wednesday" one week, "at 10 a.m. (0700 GMT) Friday"
 * one day. */
#ifndef RO_TIMES_TIME_SHARING_H
#define RO_TIMES_TIME_SHARING_H

#include "times/time_chart.h"

void ro_time_sharing_apply(const ro_time_unit_word *words, ro_time_match *matches, uint32_t count);

#endif
