#include "times/feasts.h"

static const ro_interval no_days = {RO_NO_DAY, RO_NO_DAY};

typedef enum calendar_kind { CALENDAR_NONE, CALENDAR_ISLAMIC, CALENDAR_HEBREW } calendar_kind;

/* Where a feast lies: by month and day of the Islamic calendar, or by days from the Hebrew new
 * year that begins in the same Gregorian year. */
typedef struct feast {
  calendar_kind calendar;
  int month, day; /* Islamic */
  int offset;     /* Hebrew */
  int length;     /* in days */
} feast;

static const feast feasts[] = {
    [RO_HOLIDAY_ISLAMIC_NEW_YEAR] = {CALENDAR_ISLAMIC, 1, 1, 0, 1},
    [RO_HOLIDAY_ASHURA] = {CALENDAR_ISLAMIC, 1, 10, 0, 1},
    [RO_HOLIDAY_ARBAEEN] = {CALENDAR_ISLAMIC, 2, 20, 0, 1},
    [RO_HOLIDAY_MAWLID] = {CALENDAR_ISLAMIC, 3, 12, 0, 1},
    [RO_HOLIDAY_RAMADAN] = {CALENDAR_ISLAMIC, 9, 1, 0, 30},
    [RO_HOLIDAY_EID_AL_FITR] = {CALENDAR_ISLAMIC, 10, 1, 0, 3},
    [RO_HOLIDAY_EID_AL_ADHA] = {CALENDAR_ISLAMIC, 12, 10, 0, 4},
    [RO_HOLIDAY_PURIM] = {CALENDAR_HEBREW, 0, 0, -193, 1},
    [RO_HOLIDAY_PASSOVER] = {CALENDAR_HEBREW, 0, 0, -163, 8},
    [RO_HOLIDAY_SHAVUOT] = {CALENDAR_HEBREW, 0, 0, -113, 2},
    [RO_HOLIDAY_ROSH_HASHANAH] = {CALENDAR_HEBREW, 0, 0, 0, 2},
    [RO_HOLIDAY_YOM_KIPPUR] = {CALENDAR_HEBREW, 0, 0, 9, 1},
    [RO_HOLIDAY_SUKKOT] = {CALENDAR_HEBREW, 0, 0, 14, 7},
    [RO_HOLIDAY_HANUKKAH] = {CALENDAR_HEBREW, 0, 0, 83, 8},
};

/* The tabular Islamic calendar: leap years in a cycle of 30, months of 30 and 29 days in turn. What
 * is proclaimed when the moon is seen can lie a day off. */
static ro_day islamic_day(int year, int month, int day) {
  const int epoch = 227014; /* 1 Muharram of the year 1, in days from 31 December of the year 0 */
  int days = epoch + (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2 + day;
  return ro_day_from_date(1, 1, 1) + days - 1;
}

static ro_day islamic_feast(int year, const feast *is) {
  int first = (year - 622) * 33 / 32 - 1;
  for (int i = first > 1 ? first : 1; i <= first + 4; i++) {
    int begins_in;
    ro_day day = islamic_day(i, is->month, is->day);
    ro_day_to_date(day, &begins_in, NULL, NULL);
    if (begins_in == year) return day;
  }
  return RO_NO_DAY;
}

/* Days from the epoch to the new moon of a Hebrew year, put off where the calendar's rule of
 * weekdays asks for it (Dershowitz and Reingold, Calendrical Calculations). */
static int hebrew_elapsed(int year) {
  int months = (235 * year - 234) / 19;
  int64_t parts = 12084 + 13753 * (int64_t)months;
  int day = months * 29 + (int)(parts / 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

static ro_day hebrew_new_year(int year) {
  const int epoch = -1373427; /* in days from 31 December of the year 0 */
  int before = hebrew_elapsed(year - 1), now = hebrew_elapsed(year);
  int correction = before && now - before == 382;
  if (hebrew_elapsed(year + 1) - now == 356) correction = 2;
  return ro_day_from_date(1, 1, 1) + epoch + now + correction - 1;
}

static ro_day hebrew_feast(int year, int offset, int32_t holiday) {
  const int difference = 3761;
  ro_day new_year = hebrew_new_year(year + difference);
  ro_day length = hebrew_new_year(year + difference + 1) - new_year;
  bool long_year = length % 10 == 5; /* the second month has a day more */
  return new_year + offset + (holiday == RO_HOLIDAY_HANUKKAH && long_year);
}

/* 1 Farvardin: the day of the equinox in Tehran. */
static ro_interval nowruz(int year) {
  enum { FIRST_KNOWN = 1960, FIRST_EARLY = 1996, TWO_IN_FOUR = 2029, LAST_KNOWN = 2060 };
  if (year < FIRST_KNOWN || year > LAST_KNOWN) return no_days;
  bool early = year >= FIRST_EARLY && year % 4 <= (year >= TWO_IN_FOUR);
  ro_day day = ro_day_from_date(year, 3, early ? 20 : 21);
  return (ro_interval){day, day};
}

ro_interval ro_feast_days(int year, int32_t holiday) {
  enum { FIRST_YEAR = 700, LAST_YEAR = 3000 };
  if (holiday == RO_HOLIDAY_NOWRUZ) return nowruz(year);
  if (holiday < 0 || (size_t)holiday >= sizeof feasts / sizeof *feasts) return no_days;
  const feast *found = &feasts[holiday];
  if (found->calendar == CALENDAR_NONE || year < FIRST_YEAR || year > LAST_YEAR) return no_days;
  ro_day day = found->calendar == CALENDAR_ISLAMIC ? islamic_feast(year, found)
                                                   : hebrew_feast(year, found->offset, holiday);
  if (day == RO_NO_DAY) return no_days;
  return (ro_interval){day, day + found->length - 1};
}
