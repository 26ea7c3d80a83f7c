#include "times/time_sharing.h"

#include <string.h>

static bool has(const ro_time_match *match, ro_time_field field) {
  return ro_time_has(&match->fields, field);
}

static bool is_one_of(const char *form, const char *const *forms) {
  for (; *forms; forms++)
    if (strcmp(form, *forms) == 0) return true;
  return false;
}

/* Whether a hyphen or one of these words alone stands between two expressions. */
static bool are_joined(const ro_time_unit_word *words, const ro_time_match *first,
                       const ro_time_match *second, const char *const *joining) {
  if (second->first == first->end) return words[second->first].joined;
  return second->first == first->end + 1 && is_one_of(words[first->end].form, joining);
}

/* The first date of two shares the year of the second. */
static void share_year(const ro_time_unit_word *words, ro_time_match *first,
                       const ro_time_match *second) {
  static const char *const joining[] = {"to",    "and", "or",           "through",
                                        "until", "-",   "\xe2\x80\x93", NULL};
  if (has(first, RO_FIELD_YEAR) || !has(first, RO_FIELD_MONTH)) return;
  if (!has(second, RO_FIELD_YEAR) || !has(second, RO_FIELD_MONTH)) return;
  if (are_joined(words, first, second, joining))
    first->fields.of[RO_FIELD_YEAR] = second->fields.of[RO_FIELD_YEAR];
}

/* "Friday", "Friday evening", not "next Friday" nor "Friday, May 3". */
static bool is_bare_weekday(const ro_time_match *match) {
  return has(match, RO_FIELD_WEEKDAY) && match->fields.of[RO_FIELD_WEEKDAY] < 8 &&
         !has(match, RO_FIELD_MONTH) && !has(match, RO_FIELD_SHIFT) &&
         !has(match, RO_FIELD_DIRECTION);
}

static bool run_from_to(const ro_time_unit_word *words, const ro_time_match *first,
                        const ro_time_match *second) {
  static const char *const joining[] = {"to", "through",      "until", "till",
                                        "-",  "\xe2\x80\x93", NULL};
  static const char *const between[] = {"and", NULL};
  if (are_joined(words, first, second, joining)) return true;
  return first->first > 0 && strcmp(words[first->first - 1].form, "between") == 0 &&
         are_joined(words, first, second, between);
}

/* "last Monday and Tuesday", "next Monday or Tuesday" */
static bool go_on(const ro_time_unit_word *words, const ro_time_match *first,
                  const ro_time_match *second) {
  static const char *const joining[] = {"and", "or", "to", "until", "through", NULL};
  return has(first, RO_FIELD_WEEKDAY) && has(first, RO_FIELD_DIRECTION) &&
         are_joined(words, first, second, joining);
}

/* A run of weekdays: the second one is the next after the first. */
static void tie_weekdays(const ro_time_unit_word *words, ro_time_match *first,
                         ro_time_match *second) {
  if (!is_bare_weekday(second)) return;
  bool run = is_bare_weekday(first) && run_from_to(words, first, second);
  if (!run && !go_on(words, first, second)) return;
  if (run) first->fields.of[RO_FIELD_UNTIL] = second->fields.of[RO_FIELD_WEEKDAY];
  second->fields.of[RO_FIELD_BASE] = RO_BASE_PASSAGE;
  second->fields.of[RO_FIELD_DIRECTION] = RO_DIRECTION_AFTER_BASE;
}

static bool names_day(const ro_time_match *match) {
  if (has(match, RO_FIELD_MONTH)) return has(match, RO_FIELD_DAY);
  return has(match, RO_FIELD_WEEKDAY) ||
         (has(match, RO_FIELD_SHIFT) && match->fields.of[RO_FIELD_UNIT] == RO_UNIT_DAY);
}

/* Whether nothing but brackets, commas and "on" stands between two expressions. */
static bool stand_together(const ro_time_unit_word *words, const ro_time_match *first,
                           const ro_time_match *second) {
  static const char *const between[] = {"(", ")", ",", "on", NULL};
  for (uint32_t i = first->end; i < second->first; i++)
    if (!is_one_of(words[i].form, between)) return false;
  return true;
}

/* An hour without a day takes the one that stands behind it. */
static void take_day_behind(const ro_time_unit_word *words, ro_time_match *hour,
                            const ro_time_match *next) {
  if (hour->rule->type != RO_TIME_TIME || hour->fields.of[RO_FIELD_BASE] != RO_BASE_NEARBY) return;
  if (!names_day(next) || !stand_together(words, hour, next)) return;
  static const ro_time_field of_clock[] = {RO_FIELD_HOUR,     RO_FIELD_MINUTE, RO_FIELD_SECOND,
                                           RO_FIELD_MERIDIEM, RO_FIELD_ZONE,   RO_FIELD_PART,
                                           RO_FIELD_MODIFIER};
  ro_time_fields fields = next->fields;
  for (size_t i = 0; i < sizeof of_clock / sizeof *of_clock; i++)
    fields.of[of_clock[i]] = RO_FIELD_UNSET;
  hour->fields.of[RO_FIELD_BASE] = RO_FIELD_UNSET;
  ro_time_fields_merge(&fields, &hour->fields);
  hour->fields = fields;
}

void ro_time_sharing_apply(const ro_time_unit_word *words, ro_time_match *matches, uint32_t count) {
  for (uint32_t i = count; i-- > 1;) {
    share_year(words, &matches[i - 1], &matches[i]);
    take_day_behind(words, &matches[i - 1], &matches[i]);
  }
  for (uint32_t i = 0; i + 1 < count; i++)
    tie_weekdays(words, &matches[i], &matches[i + 1]);
}
