/* Periods of the calendar: which one a day lies in, moving by periods, and their TIMEX3 names. */
#ifndef RO_TIMES_CALENDAR_H
#define RO_TIMES_CALENDAR_H

#include "readout/day.h"
#include "times/time_fields.h"

/* Room for any value that is printed here. */
enum { RO_CALENDAR_NAME_SIZE = 48 };

/* The period of this unit that `day` lies in: its first and last day. */
ro_interval ro_calendar_period(ro_time_unit unit, ro_day day);

/* "1998-W08" of the week that `day` lies in. Units without a name of their own print the day. */
void ro_calendar_name(ro_time_unit unit, ro_day day, char name[RO_CALENDAR_NAME_SIZE]);

/* `day` moved by whole units; the last day of a month stays within it. RO_NO_DAY outside of the
 * years 1 to 9999. */
ro_day ro_calendar_shift(ro_day day, ro_time_unit unit, int32_t count);

/* First day of a quarter (1-4), half (1-2) or season of a year. */
ro_day ro_calendar_quarter(int year, int quarter);
ro_day ro_calendar_half(int year, int half);
ro_day ro_calendar_season(int year, int season);

/* The day of ISO 8601 week `week` that is `weekday` (1: Monday). */
ro_day ro_calendar_week(int year, int week, int weekday);

/* The day of a holiday that moves (ro_time_holiday). */
ro_day ro_calendar_holiday(int year, int32_t holiday);

/* The nth weekday of a month, the last with n = -1; RO_NO_DAY where there is none. */
ro_day ro_calendar_nth_weekday(int year, int month, int weekday, int n);

/* What "early", "mid" and "late" (START, MID and END of ro_time_modifier) leave of a period's days;
 * all of them for other modifiers and for periods of less than three days. */
ro_interval ro_calendar_part(ro_time_unit unit, ro_interval days, int32_t modifier);

int ro_calendar_year(ro_day day);
int ro_calendar_month(ro_day day);

#endif
