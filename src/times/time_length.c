#include "times/time_length.h"

typedef struct length_unit {
  const char *sign; /* TIMEX3 letters */
  const char *half; /* half of the unit, where that is a whole number of smaller ones */
  const char *many; /* letters where the number is not told; NULL: the same */
  int32_t factor;   /* of the letter: a decade is 10 years */
  bool clock;       /* stands behind "T" */
} length_unit;

static const length_unit units[] = {
    [RO_UNIT_SECOND] = {"S", NULL, NULL, 1, true},
    [RO_UNIT_MINUTE] = {"M", "30S", NULL, 1, true},
    [RO_UNIT_HOUR] = {"H", "30M", NULL, 1, true},
    [RO_UNIT_DAY] = {"D", "T12H", NULL, 1, false},
    [RO_UNIT_WEEKEND] = {"WE", NULL, NULL, 1, false},
    [RO_UNIT_WEEK] = {"W", NULL, NULL, 1, false},
    [RO_UNIT_FORTNIGHT] = {"W", NULL, NULL, 2, false},
    [RO_UNIT_MONTH] = {"M", NULL, NULL, 1, false},
    [RO_UNIT_QUARTER] = {"Q", NULL, NULL, 1, false},
    [RO_UNIT_SEASON] = {"Q", NULL, NULL, 1, false},
    [RO_UNIT_HALF] = {"M", NULL, NULL, 6, false},
    [RO_UNIT_YEAR] = {"Y", "6M", NULL, 1, false},
    [RO_UNIT_DECADE] = {"Y", NULL, "DE", 10, false},
    [RO_UNIT_CENTURY] = {"Y", NULL, "CE", 100, false},
    [RO_UNIT_MILLENNIUM] = {"Y", NULL, "ML", 1000, false},
    [RO_UNIT_UNKNOWN] = {"X", NULL, NULL, 1, false},
};

static const char *print_known(ro_arena *arena, const length_unit *unit, int64_t hundredths) {
  const char *clock = unit->clock ? "T" : "";
  hundredths *= unit->factor;
  long long whole = hundredths / 100, rest = hundredths % 100;
  if (rest == 0) return ro_arena_print(arena, "P%s%lld%s", clock, whole, unit->sign);
  if (rest == 50 && unit->half) {
    const char *half_clock = unit->half[0] == 'T' || whole ? "" : clock;
    if (whole == 0) return ro_arena_print(arena, "P%s%s", half_clock, unit->half);
    return ro_arena_print(arena, "P%s%lld%s%s", clock, whole, unit->sign, unit->half);
  }
  if (rest % 10 == 0)
    return ro_arena_print(arena, "P%s%lld.%lld%s", clock, whole, rest / 10, unit->sign);
  return ro_arena_print(arena, "P%s%lld.%02lld%s", clock, whole, rest, unit->sign);
}

const char *ro_time_length_print(ro_arena *arena, const ro_time_fields *fields) {
  int32_t named = fields->of[RO_FIELD_UNIT];
  const length_unit *unit = &units[named == RO_FIELD_UNSET ? RO_UNIT_UNKNOWN : named];
  int32_t amount = fields->of[RO_FIELD_AMOUNT];
  if (amount == RO_FIELD_VAGUE || named == RO_FIELD_UNSET || named == RO_UNIT_UNKNOWN)
    return ro_arena_print(arena, "P%sX%s", unit->clock ? "T" : "",
                          unit->many ? unit->many : unit->sign);
  int64_t hundredths = amount == RO_FIELD_UNSET ? 100 : amount;
  if (fields->of[RO_FIELD_AND_HALF] == 1) hundredths += 50;
  return print_known(arena, unit, hundredths);
}
