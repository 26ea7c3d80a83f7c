/* Parts of TIMEX3 values that need no calendar. */
#ifndef RO_TIMES_TIME_VALUE_H
#define RO_TIMES_TIME_VALUE_H

#include "times/time_fields.h"

/* Room for any time of day. */
enum { RO_TIME_CLOCK_SIZE = 16 };

/* "T14:30", "TMO"; "" where the fields tell no time of day. */
void ro_time_clock_print(const ro_time_fields *fields, char out[RO_TIME_CLOCK_SIZE]);

/* What is told where there is nothing to count from: "XXXX-10-12", "XXXX-WXX-5". */
const char *ro_time_open_value(ro_arena *arena, const ro_time_fields *fields);

#endif
