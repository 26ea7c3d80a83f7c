#include "report/facts/written_date.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "report/builder/tables.h"

enum { FIRST_YEAR = 1980, LAST_YEAR = 2099, LONGEST_MONTH = 10 };

typedef struct scanner {
  const char *text;
  size_t size;
  bool day_first;
} scanner;

static bool is_digit_at(const scanner *s, size_t at) {
  return at < s->size && isdigit((unsigned char)s->text[at]);
}

static bool is_letter_at(const scanner *s, size_t at) {
  return at < s->size && isalpha((unsigned char)s->text[at]);
}

/* Reads up to 8 digits; returns their number. */
static size_t read_number(const scanner *s, size_t at, int *value) {
  size_t length = 0;
  *value = 0;
  while (length < 8 && is_digit_at(s, at + length))
    *value = *value * 10 + (s->text[at + length++] - '0');
  return is_digit_at(s, at + length) ? 0 : length;
}

/* Reads a month's name; returns its length with the full stop behind it. */
static size_t read_month(const scanner *s, size_t at, int *month) {
  char name[LONGEST_MONTH];
  size_t length = 0;
  while (length < sizeof name - 1 && is_letter_at(s, at + length)) {
    name[length] = (char)tolower((unsigned char)s->text[at + length]);
    length++;
  }
  if (is_letter_at(s, at + length)) return 0;
  const ro_data_row *row = length ? ro_data_find(&ro_months_table, name, length) : NULL;
  if (!row) return 0;
  *month = 0;
  for (const char *digit = row->cells[1]; *digit; digit++)
    *month = *month * 10 + (*digit - '0');
  return length + (at + length < s->size && s->text[at + length] == '.');
}

/* Passes over up to `most` characters of `set`. */
static size_t pass(const scanner *s, size_t at, const char *set, size_t most) {
  size_t passed = 0;
  while (passed < most && at + passed < s->size && s->text[at + passed] &&
         strchr(set, s->text[at + passed]))
    passed++;
  return at + passed;
}

/* "st", "nd", "rd", "th" and " of". */
static size_t pass_ordinal(const scanner *s, size_t at) {
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  for (size_t i = 0; i < 4; i++)
    if (at + 2 <= s->size && strncasecmp(s->text + at, endings[i], 2) == 0 &&
        !is_letter_at(s, at + 2))
      at += 2;
  if (at + 4 <= s->size && strncasecmp(s->text + at, " of ", 4) == 0) at += 3;
  return at;
}

static ro_written_date date_of(int year, int month, int day, size_t start, size_t end) {
  ro_day found =
      year >= FIRST_YEAR && year <= LAST_YEAR ? ro_day_from_date(year, month, day) : RO_NO_DAY;
  return (ro_written_date){found, start, end};
}

static const ro_written_date no_date = {RO_NO_DAY, 0, 0};

/* "2022-01-18", "2022/1/18", "20220118". */
static ro_written_date year_first(const scanner *s, size_t start, int year, size_t length) {
  if (length == 8)
    return date_of(year / 10000, year / 100 % 100, year % 100, start, start + length);
  size_t at = start + 4;
  if (length != 4 || at >= s->size || !strchr("-/.", s->text[at])) return no_date;
  char separator = s->text[at];
  int month, day;
  size_t digits = read_number(s, at + 1, &month);
  at += 1 + digits;
  if (digits < 1 || digits > 2 || at >= s->size || s->text[at] != separator) return no_date;
  digits = read_number(s, at + 1, &day);
  if (digits < 1 || digits > 2) return no_date;
  return date_of(year, month, day, start, at + 1 + digits);
}

/* "18 January 2022", "18th of Jan., 2022", "18-Jan-22". */
static ro_written_date day_month_year(const scanner *s, size_t start, int day, size_t length) {
  if (length > 2) return no_date;
  size_t at = pass(s, pass_ordinal(s, start + length), " -/.", 3);
  int month, year;
  size_t letters = read_month(s, at, &month);
  if (!letters) return no_date;
  at = pass(s, at + letters, " -/,", 3);
  if (read_number(s, at, &year) != 4) return no_date;
  return date_of(year, month, day, start, at + 4);
}

/* "18/01/2022", "1/18/2022", "18.01.2022", "1/18/22". */
static ro_written_date all_numbers(const scanner *s, size_t start, int first, size_t length) {
  size_t at = start + length;
  if (length > 2 || at >= s->size || !strchr("/.-", s->text[at])) return no_date;
  char separator = s->text[at];
  int second, year;
  size_t digits = read_number(s, at + 1, &second);
  at += 1 + digits;
  if (digits < 1 || digits > 2 || at >= s->size || s->text[at] != separator) return no_date;
  digits = read_number(s, at + 1, &year);
  if (digits == 2 && separator == '/') year += 2000;
  if (digits != 4 && (digits != 2 || separator != '/')) return no_date;
  size_t end = at + 1 + digits;
  bool day_first = first > 12 || (second <= 12 && (s->day_first || separator == '.'));
  return day_first ? date_of(year, second, first, start, end)
                   : date_of(year, first, second, start, end);
}

/* "January 18, 2022", "Jan. 18th 2022". */
static ro_written_date month_first(const scanner *s, size_t start) {
  int month, day, year;
  size_t letters = read_month(s, start, &month);
  if (!letters) return no_date;
  size_t at = pass(s, start + letters, " -/", 2);
  size_t digits = read_number(s, at, &day);
  if (digits < 1 || digits > 2) return no_date;
  at = pass(s, pass_ordinal(s, at + digits), " ,-/", 3);
  if (read_number(s, at, &year) != 4) return no_date;
  return date_of(year, month, day, start, at + 4);
}

static ro_written_date date_at(const scanner *s, size_t at) {
  if (is_letter_at(s, at)) return month_first(s, at);
  int number;
  size_t length = read_number(s, at, &number);
  if (!length) return no_date;
  ro_written_date found = year_first(s, at, number, length);
  if (found.day == RO_NO_DAY) found = day_month_year(s, at, number, length);
  if (found.day == RO_NO_DAY) found = all_numbers(s, at, number, length);
  return found;
}

ro_written_date ro_find_date(const char *text, size_t size, bool day_first) {
  scanner s = {text, size, day_first};
  for (size_t at = 0; at < size; at++) {
    bool number = is_digit_at(&s, at), word = is_letter_at(&s, at);
    if (!number && !word) continue;
    ro_written_date found = date_at(&s, at);
    if (found.day != RO_NO_DAY) return found;
    while (number ? is_digit_at(&s, at + 1) : is_letter_at(&s, at + 1))
      at++;
  }
  return no_date;
}

/* Words that may stand beside a date in a line that tells nothing else. */
static bool is_date_word(const char *word, size_t length) {
  static const char *const words[] = {
      "published", "posted",   "updated", "last",    "modified",  "on",     "at",
      "date",      "first",    "gmt",     "utc",     "est",       "edt",    "pst",
      "pdt",       "cst",      "cdt",     "bst",     "ist",       "cet",    "cest",
      "et",        "pt",       "am",      "pm",      "a",         "p",      "m",
      "t",         "z",        "monday",  "tuesday", "wednesday", "friday", "sunday",
      "thursday",  "saturday", "mon",     "tue",     "tues",      "wed",    "thu",
      "thur",      "thurs",    "fri",     "sat",     "sun",       "min",    "read",
      "hrs",       "created",  "issued",  "release", "released",  "of",     "publication"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == length && strncasecmp(word, words[i], length) == 0) return true;
  return false;
}

bool ro_is_date_line(const char *line, size_t size, ro_written_date date) {
  if (date.day == RO_NO_DAY || size > 120) return false;
  for (size_t at = 0; at < size; at++) {
    if (at == date.start) at = date.end;
    if (at >= size) break;
    if (!isalpha((unsigned char)line[at])) continue;
    size_t start = at;
    while (at < size && isalpha((unsigned char)line[at]))
      at++;
    int month;
    scanner s = {line, size, false};
    if (!is_date_word(line + start, at - start) && !read_month(&s, start, &month)) return false;
    at--;
  }
  return true;
}

bool ro_is_update_line(const char *line, size_t size) {
  static const char *const beginnings[] = {
      "updated",       "update ",  "update:",     "last updated",
      "last modified", "modified", "last update", "edited"};
  for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
    size_t length = strlen(beginnings[i]);
    if (size >= length && strncasecmp(line, beginnings[i], length) == 0) return true;
  }
  return false;
}

int ro_utc_hour(const char *stamp) {
  size_t length = strlen(stamp);
  size_t mark = length > 14 && stamp[8] == 'T' ? 8 : 10;
  if (length < 14 || !strchr("T ", stamp[mark])) return -1;
  if (!isdigit((unsigned char)stamp[mark + 1]) || !isdigit((unsigned char)stamp[mark + 2]))
    return -1;
  static const char *const zones[] = {"Z", "+00:00", "+0000", "GMT", "UTC"};
  for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
    size_t size = strlen(zones[i]);
    if (strcmp(stamp + length - size, zones[i]) == 0)
      return (stamp[mark + 1] - '0') * 10 + (stamp[mark + 2] - '0');
  }
  return -1;
}
