#include "times/calendar.h"

#include <stdio.h>

#include "times/feasts.h"

enum { LARGEST_COUNT = 4000000 };

int ro_calendar_year(ro_day day) {
  int year;
  ro_day_to_date(day, &year, NULL, NULL);
  return year;
}

int ro_calendar_month(ro_day day) {
  int month;
  ro_day_to_date(day, NULL, &month, NULL);
  return month;
}

static int month_length(int year, int month) {
  int length = 31;
  while (ro_day_from_date(year, month, length) == RO_NO_DAY && length > 28)
    length--;
  return length;
}

/* `months` months from the first of a month, which may lie outside of the year. */
static ro_interval months_from(int year, int month, int months) {
  int from = year * 12 + month - 1, to = from + months - 1;
  ro_interval period = {ro_day_from_date(from / 12, from % 12 + 1, 1),
                        ro_day_from_date(to / 12, to % 12 + 1, month_length(to / 12, to % 12 + 1))};
  if (period.first == RO_NO_DAY || period.last == RO_NO_DAY) period.first = period.last = RO_NO_DAY;
  return period;
}

/* 0 spring to 3 winter, and the year that the season begins in. */
static int season_of(ro_day day, int *year) {
  int month;
  ro_day_to_date(day, year, &month, NULL);
  if (month < 3) (*year)--;
  return (month + 9) % 12 / 3;
}

static ro_interval years_from(int year, int years) {
  return months_from(year, 1, years * 12);
}

static ro_interval larger_period(ro_time_unit unit, ro_day day, int year, int month) {
  switch (unit) {
  case RO_UNIT_MONTH:
    return months_from(year, month, 1);
  case RO_UNIT_QUARTER:
    return months_from(year, (month - 1) / 3 * 3 + 1, 3);
  case RO_UNIT_HALF:
    return months_from(year, month < 7 ? 1 : 7, 6);
  case RO_UNIT_YEAR:
    return years_from(year, 1);
  case RO_UNIT_DECADE:
    return years_from(year / 10 * 10, 10);
  case RO_UNIT_CENTURY:
    return years_from(year / 100 * 100, 100);
  case RO_UNIT_MILLENNIUM:
    return years_from(year / 1000 * 1000, 1000);
  case RO_UNIT_SEASON: {
    int season = season_of(day, &year);
    return months_from(year, 3 + 3 * season, 3);
  }
  default:
    return (ro_interval){day, day};
  }
}

ro_interval ro_calendar_period(ro_time_unit unit, ro_day day) {
  if (day == RO_NO_DAY) return (ro_interval){RO_NO_DAY, RO_NO_DAY};
  ro_day monday = day - (ro_day_weekday(day) - 1);
  if (unit == RO_UNIT_WEEK || unit == RO_UNIT_FORTNIGHT) return (ro_interval){monday, monday + 6};
  if (unit == RO_UNIT_WEEKEND) return (ro_interval){monday + 5, monday + 6};
  int year, month;
  ro_day_to_date(day, &year, &month, NULL);
  return larger_period(unit, day, year, month);
}

static int iso_week(ro_day day, int *year) {
  ro_day thursday = day - ro_day_weekday(day) + 4;
  *year = ro_calendar_year(thursday);
  return (thursday - ro_day_from_date(*year, 1, 1)) / 7 + 1;
}

void ro_calendar_name(ro_time_unit unit, ro_day day, char name[RO_CALENDAR_NAME_SIZE]) {
  static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
  const size_t size = RO_CALENDAR_NAME_SIZE;
  int year, month, day_of_month, week_year, season_year;
  ro_day_to_date(day, &year, &month, &day_of_month);
  int week = iso_week(day, &week_year), season = season_of(day, &season_year);
  switch (unit) {
  case RO_UNIT_WEEK:
  case RO_UNIT_FORTNIGHT:
    snprintf(name, size, "%04d-W%02d", week_year, week);
    break;
  case RO_UNIT_WEEKEND:
    snprintf(name, size, "%04d-W%02d-WE", week_year, week);
    break;
  case RO_UNIT_MONTH:
    snprintf(name, size, "%04d-%02d", year, month);
    break;
  case RO_UNIT_QUARTER:
    snprintf(name, size, "%04d-Q%d", year, (month - 1) / 3 + 1);
    break;
  case RO_UNIT_HALF:
    snprintf(name, size, "%04d-H%d", year, month < 7 ? 1 : 2);
    break;
  case RO_UNIT_SEASON:
    snprintf(name, size, "%04d-%s", season_year, seasons[season]);
    break;
  case RO_UNIT_YEAR:
    snprintf(name, size, "%04d", year);
    break;
  case RO_UNIT_DECADE:
    snprintf(name, size, "%03d", year / 10);
    break;
  case RO_UNIT_CENTURY:
    snprintf(name, size, "%02d", year / 100);
    break;
  case RO_UNIT_MILLENNIUM:
    snprintf(name, size, "%d", year / 1000);
    break;
  default:
    snprintf(name, size, "%04d-%02d-%02d", year, month, day_of_month);
    break;
  }
}

static ro_day shift_months(ro_day day, int32_t count) {
  int year, month, day_of_month;
  ro_day_to_date(day, &year, &month, &day_of_month);
  int64_t months = (int64_t)year * 12 + month - 1 + count;
  if (months < 12 || months >= 12 * 10000) return RO_NO_DAY;
  year = (int)(months / 12);
  month = (int)(months % 12) + 1;
  int length = month_length(year, month);
  return ro_day_from_date(year, month, day_of_month < length ? day_of_month : length);
}

static ro_day shift_days(ro_day day, int32_t count) {
  int64_t moved = (int64_t)day + count;
  if (moved < ro_day_from_date(1, 1, 1) || moved > ro_day_from_date(9999, 12, 31)) return RO_NO_DAY;
  return (ro_day)moved;
}

ro_day ro_calendar_shift(ro_day day, ro_time_unit unit, int32_t count) {
  if (day == RO_NO_DAY || count > LARGEST_COUNT || count < -LARGEST_COUNT) return RO_NO_DAY;
  switch (unit) {
  case RO_UNIT_SECOND:
  case RO_UNIT_MINUTE:
    return day;
  case RO_UNIT_HOUR:
    return shift_days(day, count / 24);
  case RO_UNIT_DAY:
    return shift_days(day, count);
  case RO_UNIT_WEEKEND:
  case RO_UNIT_WEEK:
    return shift_days(day, count * 7);
  case RO_UNIT_FORTNIGHT:
    return shift_days(day, count * 14);
  case RO_UNIT_MONTH:
    return shift_months(day, count);
  case RO_UNIT_QUARTER:
  case RO_UNIT_SEASON:
    return shift_months(day, count * 3);
  case RO_UNIT_HALF:
    return shift_months(day, count * 6);
  case RO_UNIT_YEAR:
    return shift_months(day, count * 12);
  case RO_UNIT_DECADE:
    return shift_months(day, count * 120);
  case RO_UNIT_CENTURY:
    return shift_months(day, count < 100 && count > -100 ? count * 1200 : INT32_MAX / 2);
  default:
    return RO_NO_DAY;
  }
}

ro_day ro_calendar_quarter(int year, int quarter) {
  return ro_day_from_date(year, (quarter - 1) * 3 + 1, 1);
}

ro_day ro_calendar_half(int year, int half) {
  return ro_day_from_date(year, half == 1 ? 1 : 7, 1);
}

ro_day ro_calendar_season(int year, int season) {
  return ro_day_from_date(year, 3 + 3 * season, 1);
}

ro_day ro_calendar_week(int year, int week, int weekday) {
  ro_day fourth = ro_day_from_date(year, 1, 4); /* always in the first week */
  if (fourth == RO_NO_DAY) return RO_NO_DAY;
  return shift_days(fourth, 1 - ro_day_weekday(fourth) + (week - 1) * 7 + weekday - 1);
}

ro_day ro_calendar_nth_weekday(int year, int month, int weekday, int n) {
  ro_day first = ro_day_from_date(year, month, 1);
  if (first == RO_NO_DAY) return RO_NO_DAY;
  int offset = (weekday - ro_day_weekday(first) + 7) % 7;
  int day = 1 + offset + 7 * (n - 1);
  if (n == -1)
    for (day = 1 + offset; day + 7 <= month_length(year, month);)
      day += 7;
  return ro_day_from_date(year, month, day);
}

/* The anonymous Gregorian computus (Nature, 1876). */
static ro_day easter(int year) {
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return ro_day_from_date(year, month, day);
}

/* Easter Sunday by the Julian calendar, whose days lie 13 later since 1900 (Meeus, Astronomical
 * Algorithms). */
static ro_day orthodox_easter(int year) {
  int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  int month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;
  ro_day same_name = ro_day_from_date(year, month, day);
  return same_name == RO_NO_DAY ? RO_NO_DAY : same_name + year / 100 - year / 400 - 2;
}

ro_day ro_calendar_holiday(int year, int32_t holiday) {
  ro_day sunday = easter(year);
  if (sunday == RO_NO_DAY) return RO_NO_DAY;
  switch ((ro_time_holiday)holiday) {
  case RO_HOLIDAY_KING_DAY:
    return ro_calendar_nth_weekday(year, 1, 1, 3);
  case RO_HOLIDAY_PRESIDENTS_DAY:
    return ro_calendar_nth_weekday(year, 2, 1, 3);
  case RO_HOLIDAY_MOTHERS_DAY:
    return ro_calendar_nth_weekday(year, 5, 7, 2);
  case RO_HOLIDAY_MEMORIAL_DAY:
    return ro_calendar_nth_weekday(year, 5, 1, -1);
  case RO_HOLIDAY_LABOR_DAY:
    return ro_calendar_nth_weekday(year, 9, 1, 1);
  case RO_HOLIDAY_COLUMBUS_DAY:
    return ro_calendar_nth_weekday(year, 10, 1, 2);
  case RO_HOLIDAY_ELECTION_DAY:
    return ro_calendar_nth_weekday(year, 11, 1, 1) + 1;
  case RO_HOLIDAY_THANKSGIVING:
    return ro_calendar_nth_weekday(year, 11, 4, 4);
  case RO_HOLIDAY_ASH_WEDNESDAY:
    return sunday - 46;
  case RO_HOLIDAY_PALM_SUNDAY:
    return sunday - 7;
  case RO_HOLIDAY_GOOD_FRIDAY:
    return sunday - 2;
  case RO_HOLIDAY_EASTER:
    return sunday;
  case RO_HOLIDAY_EASTER_MONDAY:
    return sunday + 1;
  case RO_HOLIDAY_PENTECOST:
    return sunday + 49;
  case RO_HOLIDAY_ORTHODOX_EASTER:
    return orthodox_easter(year);
  default:
    return ro_feast_days(year, holiday).first;
  }
}

static ro_interval third_of(ro_interval days, int32_t modifier, int32_t first, int32_t last) {
  if (modifier == RO_MODIFIER_START) return (ro_interval){days.first, days.first + first - 1};
  if (modifier == RO_MODIFIER_END) return (ro_interval){days.last - last + 1, days.last};
  return (ro_interval){days.first + first, days.last - last};
}

ro_interval ro_calendar_part(ro_time_unit unit, ro_interval days, int32_t modifier) {
  int32_t length = days.last - days.first + 1;
  if (modifier != RO_MODIFIER_START && modifier != RO_MODIFIER_MID && modifier != RO_MODIFIER_END)
    return days;
  if (length < 3) return days;
  if (unit == RO_UNIT_WEEK)
    return modifier == RO_MODIFIER_MID ? (ro_interval){days.first + 1, days.first + 3}
                                       : third_of(days, modifier, 3, 4);
  if (unit == RO_UNIT_MONTH) return third_of(days, modifier, 10, length - 20);
  return third_of(days, modifier, length / 3, length / 3);
}
