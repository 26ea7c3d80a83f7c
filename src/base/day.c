#include "readout/day.h"

#include <stddef.h>

static bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return lengths[month - 1] + (month == 2 && is_leap(year));
}

/* Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
ro_day ro_day_from_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return RO_NO_DAY;
  if (day < 1 || day > month_length(year, month)) return RO_NO_DAY;
  int shifted_year = year - (month <= 2);
  int era = shifted_year / 400;
  int year_of_era = shifted_year - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

void ro_day_to_date(ro_day day, int *year, int *month, int *day_of_month) {
  int shifted = day + 719468;
  int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = shifted - era * 146097;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;
  int found_month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  if (day_of_month) *day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  if (month) *month = found_month;
  if (year) *year = year_of_era + era * 400 + (found_month <= 2);
}

int ro_day_weekday(ro_day day) {
  int from_thursday = day % 7; /* 1970-01-01 was a Thursday */
  return (from_thursday + 7 + 3) % 7 + 1;
}

static bool read_digits(const char *text, int count, int *value) {
  *value = 0;
  for (int i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9') return false;
    *value = *value * 10 + (text[i] - '0');
  }
  return true;
}

ro_day ro_day_parse(const char *text) {
  int year, month, day;
  if (!read_digits(text, 4, &year) || text[4] != '-') return RO_NO_DAY;
  if (!read_digits(text + 5, 2, &month) || text[7] != '-') return RO_NO_DAY;
  if (!read_digits(text + 8, 2, &day)) return RO_NO_DAY;
  return ro_day_from_date(year, month, day);
}

static char *put_digits(char *to, int value, int count) {
  for (int i = count; i-- > 0; value /= 10)
    to[i] = (char)('0' + value % 10);
  return to + count;
}

/* As YYYY-MM-DD; returns where it ends. Days are printed by the thousand, so without printf. */
static char *put_day(char *to, ro_day day) {
  int year, month, day_of_month;
  ro_day_to_date(day, &year, &month, &day_of_month);
  to = put_digits(to, year < 0 ? 0 : year > 9999 ? 9999 : year, 4);
  *to++ = '-';
  to = put_digits(to, month, 2);
  *to++ = '-';
  return put_digits(to, day_of_month, 2);
}

const char *ro_interval_print(ro_interval interval, char buffer[RO_INTERVAL_SIZE]) {
  if (interval.first == RO_NO_DAY) return NULL;
  char *end = put_day(buffer, interval.first);
  if (interval.last != RO_NO_DAY && interval.last != interval.first) {
    *end++ = '/';
    end = put_day(end, interval.last);
  }
  *end = '\0';
  return buffer;
}
