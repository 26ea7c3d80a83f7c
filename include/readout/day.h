/* Calendar days (proleptic Gregorian) and intervals of days. */
#ifndef READOUT_DAY_H
#define READOUT_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "readout/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Days since 1970-01-01; RO_NO_DAY where there is none. */
typedef int32_t ro_day;
#define RO_NO_DAY INT32_MIN

/* Both ends inclusive; both RO_NO_DAY where there is none. */
typedef struct ro_interval {
  ro_day first, last;
} ro_interval;

/* Size of a buffer that holds any printed interval with its final NUL. */
enum { RO_INTERVAL_SIZE = 32 };

/* The day of a date, or RO_NO_DAY where year, month (1-12) and day (1-31) make none. */
RO_API ro_day ro_day_from_date(int year, int month, int day);

/* The reverse; any pointer may be NULL. */
RO_API void ro_day_to_date(ro_day day, int *year, int *month, int *day_of_month);

/* 1 (Monday) to 7 (Sunday). */
RO_API int ro_day_weekday(ro_day day);

/* Reads "2022-01-18" at the start of `text`; RO_NO_DAY where it is none. What follows is ignored.
 */
RO_API ro_day ro_day_parse(const char *text);

/* Prints "2022-01-18" or "2022-01-10/2022-01-16" into `buffer` and returns it; NULL for no day. */
RO_API const char *ro_interval_print(ro_interval interval, char buffer[RO_INTERVAL_SIZE]);

#ifdef __cplusplus
}
#endif
#endif
