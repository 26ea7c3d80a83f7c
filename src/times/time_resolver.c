#include "times/time_resolver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "times/calendar.h"
#include "times/feasts.h"
#include "times/time_length.h"
#include "times/time_value.h"

/* A period of the calendar that an expression means. */
typedef struct period {
  ro_time_unit unit;
  ro_day day; /* in it */
  ro_interval days;
} period;

typedef struct time_resolver {
  ro_arena *arena;
  const ro_time_fields *fields;
  const ro_time_anchors *anchors;
  ro_time_anchor base;
  bool base_in_text;
} time_resolver;

static const ro_interval no_days = {RO_NO_DAY, RO_NO_DAY};

static int32_t get(const time_resolver *resolver, ro_time_field field) {
  return resolver->fields->of[field];
}

static bool has(const time_resolver *resolver, ro_time_field field) {
  return ro_time_has(resolver->fields, field);
}

static bool set_period(period *out, ro_time_unit unit, ro_day day) {
  if (day == RO_NO_DAY) return false;
  *out = (period){unit, day, ro_calendar_period(unit, day)};
  return out->days.first != RO_NO_DAY;
}

static bool month_in_year(const time_resolver *resolver, int year, period *out) {
  int month = get(resolver, RO_FIELD_MONTH);
  if (has(resolver, RO_FIELD_ORDINAL) && has(resolver, RO_FIELD_WEEKDAY) &&
      !has(resolver, RO_FIELD_DAY))
    return set_period(out, RO_UNIT_DAY,
                      ro_calendar_nth_weekday(year, month, get(resolver, RO_FIELD_WEEKDAY),
                                              get(resolver, RO_FIELD_ORDINAL)));
  if (!has(resolver, RO_FIELD_DAY))
    return set_period(out, RO_UNIT_MONTH, ro_day_from_date(year, month, 1));
  if (!set_period(out, RO_UNIT_DAY, ro_day_from_date(year, month, get(resolver, RO_FIELD_DAY))))
    return false;
  ro_day last = RO_NO_DAY;
  if (has(resolver, RO_FIELD_LAST_DAY))
    last = ro_day_from_date(year, month, get(resolver, RO_FIELD_LAST_DAY));
  if (last != RO_NO_DAY && last > out->days.first) out->days.last = last;
  return true;
}

/* A feast is named by its first day and covers all of its days. */
static bool feast_in_year(int year, int32_t holiday, period *out) {
  if (!set_period(out, RO_UNIT_DAY, ro_calendar_holiday(year, holiday))) return false;
  ro_interval days = ro_feast_days(year, holiday);
  if (days.first != RO_NO_DAY) out->days = days;
  return true;
}

/* What the fields below the year mean in `year`; false where they state none or make no date. */
static bool part_of_year(const time_resolver *resolver, int year, period *out) {
  if (has(resolver, RO_FIELD_HOLIDAY))
    return feast_in_year(year, get(resolver, RO_FIELD_HOLIDAY), out);
  if (has(resolver, RO_FIELD_MONTH)) return month_in_year(resolver, year, out);
  if (has(resolver, RO_FIELD_QUARTER))
    return set_period(out, RO_UNIT_QUARTER,
                      ro_calendar_quarter(year, get(resolver, RO_FIELD_QUARTER)));
  if (has(resolver, RO_FIELD_HALF))
    return set_period(out, RO_UNIT_HALF, ro_calendar_half(year, get(resolver, RO_FIELD_HALF)));
  if (has(resolver, RO_FIELD_SEASON))
    return set_period(out, RO_UNIT_SEASON,
                      ro_calendar_season(year, get(resolver, RO_FIELD_SEASON)));
  if (!has(resolver, RO_FIELD_WEEK)) return false;
  return set_period(out, RO_UNIT_WEEK, ro_calendar_week(year, get(resolver, RO_FIELD_WEEK), 1));
}

static bool states_part_of_year(const time_resolver *resolver) {
  return has(resolver, RO_FIELD_HOLIDAY) || has(resolver, RO_FIELD_MONTH) ||
         has(resolver, RO_FIELD_QUARTER) || has(resolver, RO_FIELD_HALF) ||
         has(resolver, RO_FIELD_SEASON) || has(resolver, RO_FIELD_WEEK);
}

/* Where to look for a name that fits many periods: the direction that the rule gives, else the
 * tense. */
static ro_time_direction direction_of(const time_resolver *resolver) {
  int32_t stated = get(resolver, RO_FIELD_DIRECTION);
  if (stated != RO_FIELD_UNSET && stated != RO_DIRECTION_TENSE) return (ro_time_direction)stated;
  if (resolver->anchors->tense == RO_TENSE_PAST) return RO_DIRECTION_PAST;
  if (resolver->anchors->tense == RO_TENSE_FUTURE) return RO_DIRECTION_FUTURE;
  return RO_DIRECTION_NEAREST;
}

enum { IMPOSSIBLE = 1 << 24 };

/* How far a candidate lies from the base, in days, with `penalty` where it lies on the wrong side.
 * A rule's own direction binds; the tense of a verb only inclines. */
static int32_t cost_of(const time_resolver *resolver, const period *candidate, int32_t penalty) {
  ro_day base = resolver->base.day;
  ro_time_direction direction = direction_of(resolver);
  if (get(resolver, RO_FIELD_DIRECTION) != RO_FIELD_UNSET &&
      get(resolver, RO_FIELD_DIRECTION) != RO_DIRECTION_TENSE)
    penalty = IMPOSSIBLE;
  int32_t distance = 0;
  if (candidate->days.first > base) distance = candidate->days.first - base;
  if (candidate->days.last < base) distance = base - candidate->days.last;
  bool later = candidate->days.first > base, earlier = candidate->days.last < base;
  if (direction == RO_DIRECTION_PAST && later) return distance + penalty;
  if (direction == RO_DIRECTION_FUTURE && earlier) return distance + penalty;
  if (direction == RO_DIRECTION_BEFORE_BASE && !earlier) return IMPOSSIBLE;
  if (direction == RO_DIRECTION_AFTER_BASE && !later) return IMPOSSIBLE;
  return distance;
}

static void keep_cheaper(const time_resolver *resolver, const period *candidate, int32_t penalty,
                         period *best, int32_t *best_cost) {
  int32_t cost = cost_of(resolver, candidate, penalty);
  if (cost >= *best_cost) return;
  *best = *candidate;
  *best_cost = cost;
}

/* "in October", "March 5": of the years around the base the one that fits best. */
static bool nearest_year(const time_resolver *resolver, period *out) {
  enum { WRONG_TENSE = 250, WRONG_TENSE_OF_QUARTER = 150, YEARS_AROUND = 4 };
  int32_t penalty = has(resolver, RO_FIELD_QUARTER) ? WRONG_TENSE_OF_QUARTER : WRONG_TENSE;
  int year = ro_calendar_year(resolver->base.day);
  int32_t best = IMPOSSIBLE;
  for (int i = -YEARS_AROUND; i <= YEARS_AROUND; i++) {
    period candidate;
    if (part_of_year(resolver, year + i, &candidate))
      keep_cheaper(resolver, &candidate, penalty, out, &best);
  }
  return best < IMPOSSIBLE;
}

static bool weekday_of_week(int32_t weekday, ro_day monday, period *out) {
  if (weekday == 8) return set_period(out, RO_UNIT_WEEKEND, monday + 5);
  return set_period(out, RO_UNIT_DAY, monday + weekday - 1);
}

/* "Friday": of the weeks around the base. The base's own day counts; without a tense news looks
 * back. */
static bool nearest_weekday(const time_resolver *resolver, int32_t weekday, period *out) {
  enum { WRONG_TENSE = 14, LOOK_AHEAD = 7 };
  ro_day base = resolver->base.day, monday = base - ro_day_weekday(base) + 1;
  int32_t best = IMPOSSIBLE;
  for (int i = -1; i <= 1; i++) {
    period candidate;
    if (!weekday_of_week(weekday, monday + 7 * i, &candidate)) continue;
    bool ahead = direction_of(resolver) == RO_DIRECTION_NEAREST && candidate.days.first > base;
    int32_t cost = cost_of(resolver, &candidate, WRONG_TENSE) + (ahead ? LOOK_AHEAD : 0);
    if (cost < best) *out = candidate;
    if (cost < best) best = cost;
  }
  return best < IMPOSSIBLE;
}

/* A weekday; one that begins a run in the past lies before the last day of the run. */
static bool found_weekday(const time_resolver *resolver, period *out) {
  int32_t weekday = get(resolver, RO_FIELD_WEEKDAY), until = get(resolver, RO_FIELD_UNTIL);
  if (until == RO_FIELD_UNSET || direction_of(resolver) == RO_DIRECTION_FUTURE)
    return nearest_weekday(resolver, weekday, out);
  period end;
  if (!nearest_weekday(resolver, until, &end)) return false;
  int32_t days = (until - weekday + 7) % 7;
  return set_period(out, RO_UNIT_DAY, end.day - (days ? days : 7));
}

/* "the 15th": of the months around the base. */
static bool nearest_day_of_month(const time_resolver *resolver, period *out) {
  enum { WRONG_TENSE = 31 };
  int32_t best = IMPOSSIBLE;
  int around = resolver->base_in_text ? 0 : 1; /* the month that the text speaks of */
  for (int i = -around; i <= around; i++) {
    int year, month;
    period candidate;
    ro_day shifted = ro_calendar_shift(resolver->base.day, RO_UNIT_MONTH, i);
    if (shifted == RO_NO_DAY) continue;
    ro_day_to_date(shifted, &year, &month, NULL);
    if (set_period(&candidate, RO_UNIT_DAY,
                   ro_day_from_date(year, month, get(resolver, RO_FIELD_DAY))))
      keep_cheaper(resolver, &candidate, WRONG_TENSE, out, &best);
  }
  return best < IMPOSSIBLE;
}

/* The unit that a shifted value is printed in. */
static ro_time_unit grain_of(const time_resolver *resolver, ro_time_unit unit) {
  if (unit < RO_UNIT_DAY) return RO_UNIT_DAY;
  if (unit == RO_UNIT_FORTNIGHT) return RO_UNIT_WEEK;
  if (get(resolver, RO_FIELD_GRAIN) == RO_GRAIN_YEAR) return RO_UNIT_YEAR;
  if (get(resolver, RO_FIELD_GRAIN) == RO_GRAIN_OF_PASSAGE && unit == RO_UNIT_YEAR &&
      resolver->anchors->quarter != RO_NO_DAY)
    return RO_UNIT_QUARTER;
  if (get(resolver, RO_FIELD_GRAIN) == RO_GRAIN_OF_PASSAGE && unit == RO_UNIT_DAY)
    return resolver->base.unit;
  return unit;
}

/* The fields below the unit that has been shifted: "October last year", "Friday of next week". */
static bool refine(const time_resolver *resolver, ro_time_unit unit, ro_day day, period *out) {
  int year, month;
  ro_day_to_date(day, &year, &month, NULL);
  if (unit == RO_UNIT_YEAR && states_part_of_year(resolver))
    return part_of_year(resolver, year, out);
  if (unit == RO_UNIT_WEEK && has(resolver, RO_FIELD_WEEKDAY))
    return weekday_of_week(get(resolver, RO_FIELD_WEEKDAY), day - ro_day_weekday(day) + 1, out);
  if (unit == RO_UNIT_MONTH && has(resolver, RO_FIELD_DAY))
    return set_period(out, RO_UNIT_DAY, ro_day_from_date(year, month, get(resolver, RO_FIELD_DAY)));
  return set_period(out, grain_of(resolver, unit), day);
}

/* "the quarter": the one named last, else the last that is over. */
static ro_day quarter_of_passage(const time_resolver *resolver) {
  const ro_time_anchors *anchors = resolver->anchors;
  if (anchors->quarter != RO_NO_DAY) return anchors->quarter;
  ro_day base = anchors->published == RO_NO_DAY ? resolver->base.day : anchors->published;
  return ro_calendar_shift(base, RO_UNIT_QUARTER, -1);
}

/* "two days ago", "last week", "the following year" */
static bool shifted(const time_resolver *resolver, period *out) {
  ro_time_unit unit = (ro_time_unit)get(resolver, RO_FIELD_UNIT);
  int32_t hundredths = get(resolver, RO_FIELD_SHIFT), count = hundredths / 100;
  ro_day day = resolver->base.day;
  if (unit > RO_UNIT_DAY && hundredths % 100 && unit == RO_UNIT_YEAR)
    day = ro_calendar_shift(day, RO_UNIT_MONTH, hundredths % 100 * 12 / 100);
  if (grain_of(resolver, unit) == RO_UNIT_QUARTER && unit == RO_UNIT_YEAR)
    day = resolver->anchors->quarter;
  if (unit == RO_UNIT_QUARTER && resolver->base_in_text) day = quarter_of_passage(resolver);
  day = ro_calendar_shift(day, unit, count);
  if (day == RO_NO_DAY) return false;
  if (resolver->base_in_text && resolver->base.unit > unit && unit != RO_UNIT_QUARTER &&
      !has(resolver, RO_FIELD_GRAIN))
    return false; /* the text has told no day that one could count from */
  return refine(resolver, unit, day, out);
}

static bool is_shift(const time_resolver *resolver) {
  return has(resolver, RO_FIELD_UNIT) && has(resolver, RO_FIELD_SHIFT);
}

static bool is_vague_shift(const time_resolver *resolver) {
  return is_shift(resolver) && abs(get(resolver, RO_FIELD_SHIFT)) == RO_FIELD_VAGUE;
}

/* Whether the expression rests on no other day. */
static bool is_absolute(const time_resolver *resolver) {
  return has(resolver, RO_FIELD_YEAR) || has(resolver, RO_FIELD_DECADE) ||
         has(resolver, RO_FIELD_CENTURY);
}

static bool absolute(const time_resolver *resolver, period *out) {
  if (has(resolver, RO_FIELD_YEAR)) {
    int year = get(resolver, RO_FIELD_YEAR);
    if (states_part_of_year(resolver)) return part_of_year(resolver, year, out);
    return set_period(out, RO_UNIT_YEAR, ro_day_from_date(year, 1, 1));
  }
  if (has(resolver, RO_FIELD_DECADE))
    return set_period(out, RO_UNIT_DECADE,
                      ro_day_from_date(get(resolver, RO_FIELD_DECADE) * 10, 1, 1));
  int century = get(resolver, RO_FIELD_CENTURY);
  return set_period(out, RO_UNIT_CENTURY,
                    ro_day_from_date((century - 1) * 100 + (century == 1), 1, 1));
}

static bool relative(const time_resolver *resolver, period *out) {
  if (resolver->base.day == RO_NO_DAY) return false;
  if (is_shift(resolver)) return shifted(resolver, out);
  if (states_part_of_year(resolver)) return nearest_year(resolver, out);
  if (has(resolver, RO_FIELD_WEEKDAY)) return found_weekday(resolver, out);
  if (has(resolver, RO_FIELD_DAY)) return nearest_day_of_month(resolver, out);
  if (resolver->base_in_text && resolver->base.unit != RO_UNIT_DAY)
    return set_period(out, RO_UNIT_DAY, resolver->anchors->published);
  return set_period(out, RO_UNIT_DAY, resolver->base.day);
}

/* "the first week of May", "the last day of the month" */
static void enter_within(const time_resolver *resolver, period *found) {
  if (!has(resolver, RO_FIELD_WITHIN) || !has(resolver, RO_FIELD_ORDINAL)) return;
  ro_time_unit unit = (ro_time_unit)get(resolver, RO_FIELD_WITHIN);
  int32_t n = get(resolver, RO_FIELD_ORDINAL);
  ro_day day = found->days.last;
  if (n > 0) day = ro_calendar_shift(found->days.first, unit, n - 1);
  if (day != RO_NO_DAY && day >= found->days.first && day <= found->days.last)
    set_period(found, unit, day);
}

/* The further shift that `field` states, if it does; false where it leads out of the calendar. */
static bool move_on(const time_resolver *resolver, ro_time_field field, ro_time_unit unit,
                    period *found) {
  if (!has(resolver, field)) return true;
  return set_period(found, found->unit, ro_calendar_shift(found->day, unit, get(resolver, field)));
}

static const char *reference_name(int32_t reference) {
  static const char *const names[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  return names[reference];
}

static const char *print_anchor(const time_resolver *resolver) {
  char name[RO_CALENDAR_NAME_SIZE];
  if (resolver->base.day == RO_NO_DAY) return NULL;
  ro_calendar_name(resolver->base.unit, resolver->base.day, name);
  const char *told = resolver->anchors->by_date_line ? "date line" : "published";
  return ro_arena_print(resolver->arena, "%s (%s)", name,
                        resolver->base_in_text ? "in the text" : told);
}

static ro_time_resolution unresolved(const time_resolver *resolver) {
  char clock[RO_TIME_CLOCK_SIZE];
  ro_time_clock_print(resolver->fields, clock);
  const char *value = ro_arena_print(resolver->arena, "%s%s",
                                     ro_time_open_value(resolver->arena, resolver->fields), clock);
  return (ro_time_resolution){.value = value, .interval = no_days, .named = {RO_NO_DAY, 0}};
}

static ro_time_resolution referring(const time_resolver *resolver, int32_t reference) {
  ro_time_resolution result = {
      .value = reference_name(reference), .interval = no_days, .named = {RO_NO_DAY, 0}};
  ro_day published = resolver->anchors->published;
  if (reference != RO_REFERENCE_PRESENT || published == RO_NO_DAY) return result;
  result.interval = (ro_interval){published, published};
  result.from_publication = true;
  result.anchor = print_anchor(resolver);
  return result;
}

static ro_time_resolution resolve_point(const time_resolver *resolver) {
  if (has(resolver, RO_FIELD_REFERENCE))
    return referring(resolver, get(resolver, RO_FIELD_REFERENCE));
  if (is_vague_shift(resolver))
    return referring(resolver,
                     get(resolver, RO_FIELD_SHIFT) < 0 ? RO_REFERENCE_PAST : RO_REFERENCE_FUTURE);
  period found;
  bool fixed = is_absolute(resolver);
  if (!(fixed ? absolute(resolver, &found) : relative(resolver, &found)))
    return unresolved(resolver);
  if (!move_on(resolver, RO_FIELD_YEARS, RO_UNIT_YEAR, &found) ||
      !move_on(resolver, RO_FIELD_WEEKS, RO_UNIT_WEEK, &found))
    return unresolved(resolver);
  enter_within(resolver, &found);
  if (get(resolver, RO_FIELD_GRAIN) == RO_GRAIN_UNIT && has(resolver, RO_FIELD_UNIT))
    set_period(&found, (ro_time_unit)get(resolver, RO_FIELD_UNIT), found.day);
  char name[RO_CALENDAR_NAME_SIZE], clock[RO_TIME_CLOCK_SIZE];
  ro_calendar_name(found.unit, found.day, name);
  ro_time_clock_print(resolver->fields, clock);
  return (ro_time_resolution){
      .value =
          ro_arena_print(resolver->arena, "%s%s", name, found.unit == RO_UNIT_DAY ? clock : ""),
      .anchor = fixed ? NULL : print_anchor(resolver),
      .interval = ro_calendar_part(found.unit, found.days, get(resolver, RO_FIELD_MODIFIER)),
      .named = {found.day, found.unit},
      .from_publication = !fixed && !resolver->base_in_text,
  };
}

/* "the past three days", "the next two weeks": the days up to or from the base. */
static ro_interval stretch(const time_resolver *resolver) {
  ro_day base = resolver->base.day;
  int32_t amount = get(resolver, RO_FIELD_AMOUNT), direction = get(resolver, RO_FIELD_DIRECTION);
  if (base == RO_NO_DAY || amount == RO_FIELD_UNSET || amount == RO_FIELD_VAGUE) return no_days;
  if (direction != RO_DIRECTION_PAST && direction != RO_DIRECTION_FUTURE) return no_days;
  int32_t sign = direction == RO_DIRECTION_PAST ? -1 : 1;
  int32_t count = amount / 100 + (amount % 100 > 0);
  ro_time_unit unit = (ro_time_unit)get(resolver, RO_FIELD_UNIT);
  if (unit == RO_UNIT_HOUR) count = (count + 23) / 24;
  ro_day end = ro_calendar_shift(base, unit == RO_UNIT_HOUR ? RO_UNIT_DAY : unit, sign * count);
  if (end == RO_NO_DAY) return no_days;
  return sign < 0 ? (ro_interval){end, base} : (ro_interval){base, end};
}

static ro_time_resolution resolve_length(const time_resolver *resolver) {
  ro_time_resolution result = {.named = {RO_NO_DAY, 0}, .interval = stretch(resolver)};
  result.value = ro_time_length_print(resolver->arena, resolver->fields);
  if (result.interval.first == RO_NO_DAY) return result;
  result.anchor = print_anchor(resolver);
  result.from_publication = !resolver->base_in_text;
  return result;
}

/* "every Monday", "each July", "daily" */
static ro_time_resolution resolve_set(const time_resolver *resolver) {
  char clock[RO_TIME_CLOCK_SIZE];
  ro_time_resolution result = {.named = {RO_NO_DAY, 0}, .interval = no_days};
  ro_time_clock_print(resolver->fields, clock);
  if (states_part_of_year(resolver) || has(resolver, RO_FIELD_WEEKDAY) || clock[0])
    result.value = ro_arena_print(resolver->arena, "%s%s",
                                  ro_time_open_value(resolver->arena, resolver->fields), clock);
  else
    result.value = ro_time_length_print(resolver->arena, resolver->fields);
  return result;
}

/* Whether a day cannot be what is counted from: one to come, where the verb tells of the past. */
static bool lies_ahead(const ro_time_anchors *anchors, ro_day day) {
  return anchors->tense == RO_TENSE_PAST && anchors->published != RO_NO_DAY &&
         day > anchors->published;
}

static void choose_base(time_resolver *resolver) {
  const ro_time_anchors *anchors = resolver->anchors;
  resolver->base = (ro_time_anchor){anchors->published, RO_UNIT_DAY};
  int32_t stated = get(resolver, RO_FIELD_BASE);
  bool told = anchors->day_is_near || anchors->tense != RO_TENSE_FUTURE;
  bool nearby = stated == RO_BASE_NEARBY && anchors->day != RO_NO_DAY && told;
  bool passage = stated == RO_BASE_PASSAGE && anchors->passage.day != RO_NO_DAY;
  if (!nearby && !passage) return;
  ro_time_anchor named = anchors->passage;
  bool of_days =
      nearby || get(resolver, RO_FIELD_UNIT) == RO_UNIT_DAY || has(resolver, RO_FIELD_WEEKDAY);
  if (of_days && !has(resolver, RO_FIELD_GRAIN) && anchors->day != RO_NO_DAY)
    named = (ro_time_anchor){anchors->day, RO_UNIT_DAY};
  if (lies_ahead(anchors, named.day)) return;
  resolver->base = named;
  resolver->base_in_text = true;
}

ro_time_resolution ro_time_resolve(ro_arena *arena, ro_time_type type, const ro_time_fields *fields,
                                   const ro_time_anchors *anchors) {
  time_resolver resolver = {.arena = arena, .fields = fields, .anchors = anchors};
  choose_base(&resolver);
  if (type == RO_TIME_DURATION) return resolve_length(&resolver);
  if (type == RO_TIME_SET) return resolve_set(&resolver);
  return resolve_point(&resolver);
}
