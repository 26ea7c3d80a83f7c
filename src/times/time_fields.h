/* The meaning of a time expression as words and rules state it: a set of fields, each a whole
 * number, some with names ("unit=week", "part=morning"). What the parts of an expression say is
 * merged; the resolver turns the whole into a TIMEX3 value and days. */
#ifndef RO_TIMES_TIME_FIELDS_H
#define RO_TIMES_TIME_FIELDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

typedef enum ro_time_field {
  RO_FIELD_YEAR,
  RO_FIELD_DECADE,  /* 198 for the 1980s */
  RO_FIELD_CENTURY, /* 19 for the 20th */
  RO_FIELD_HALF,
  RO_FIELD_QUARTER,
  RO_FIELD_SEASON,
  RO_FIELD_MONTH,
  RO_FIELD_WEEK,
  RO_FIELD_WEEKDAY, /* 1: Monday; 8: weekend */
  RO_FIELD_UNTIL,   /* the weekday on which the run that WEEKDAY begins ends */
  RO_FIELD_DAY,
  RO_FIELD_LAST_DAY, /* of "3 to 5 June" */
  RO_FIELD_HOLIDAY,
  RO_FIELD_PART, /* of the day */
  RO_FIELD_HOUR,
  RO_FIELD_MINUTE,
  RO_FIELD_SECOND,
  RO_FIELD_MERIDIEM,
  RO_FIELD_ZONE,
  RO_FIELD_FISCAL,    /* the year is a business year */
  RO_FIELD_UNIT,      /* of a shift, a length or a repetition */
  RO_FIELD_SHIFT,     /* how many units from the base, in hundredths */
  RO_FIELD_YEARS,     /* a further shift in whole years */
  RO_FIELD_WEEKS,     /* a further shift in whole weeks */
  RO_FIELD_AMOUNT,    /* of units in a length, in hundredths */
  RO_FIELD_AND_HALF,  /* half a unit more */
  RO_FIELD_ORDINAL,   /* "third" */
  RO_FIELD_WITHIN,    /* the unit that "the beginning of the" or "the third week of" counts in */
  RO_FIELD_REFERENCE, /* PRESENT_REF and its like */
  RO_FIELD_MODIFIER,
  RO_FIELD_BASE,
  RO_FIELD_DIRECTION,
  RO_FIELD_GRAIN, /* how fine the value is, where not as fine as the unit */
  RO_FIELD_COUNT,
} ro_time_field;

/* A field that is not stated; and a number that is not told ("several"). */
#define RO_FIELD_UNSET INT32_MIN
#define RO_FIELD_VAGUE INT32_MAX

/* Values of fields that have names. */
typedef enum ro_time_unit {
  RO_UNIT_SECOND,
  RO_UNIT_MINUTE,
  RO_UNIT_HOUR,
  RO_UNIT_DAY,
  RO_UNIT_WEEKEND,
  RO_UNIT_WEEK,
  RO_UNIT_FORTNIGHT,
  RO_UNIT_MONTH,
  RO_UNIT_QUARTER,
  RO_UNIT_SEASON,
  RO_UNIT_HALF,
  RO_UNIT_YEAR,
  RO_UNIT_DECADE,
  RO_UNIT_CENTURY,
  RO_UNIT_MILLENNIUM,
  RO_UNIT_UNKNOWN, /* "a while" */
} ro_time_unit;

typedef enum ro_time_season { RO_SPRING, RO_SUMMER, RO_AUTUMN, RO_WINTER } ro_time_season;

typedef enum ro_time_part {
  RO_PART_DAYTIME,
  RO_PART_MORNING,
  RO_PART_NOON,
  RO_PART_AFTERNOON,
  RO_PART_EVENING,
  RO_PART_NIGHT,
  RO_PART_MIDNIGHT,
} ro_time_part;

/* Those that move with the week or the moon; others are a month and a day. */
typedef enum ro_time_holiday {
  RO_HOLIDAY_KING_DAY,
  RO_HOLIDAY_PRESIDENTS_DAY,
  RO_HOLIDAY_MOTHERS_DAY,
  RO_HOLIDAY_MEMORIAL_DAY,
  RO_HOLIDAY_LABOR_DAY,
  RO_HOLIDAY_COLUMBUS_DAY,
  RO_HOLIDAY_ELECTION_DAY,
  RO_HOLIDAY_THANKSGIVING,
  RO_HOLIDAY_ASH_WEDNESDAY,
  RO_HOLIDAY_PALM_SUNDAY,
  RO_HOLIDAY_GOOD_FRIDAY,
  RO_HOLIDAY_EASTER,
  RO_HOLIDAY_EASTER_MONDAY,
  RO_HOLIDAY_PENTECOST,
  RO_HOLIDAY_ORTHODOX_EASTER,
  RO_HOLIDAY_ISLAMIC_NEW_YEAR,
  RO_HOLIDAY_ASHURA,
  RO_HOLIDAY_ARBAEEN,
  RO_HOLIDAY_MAWLID,
  RO_HOLIDAY_RAMADAN,
  RO_HOLIDAY_EID_AL_FITR,
  RO_HOLIDAY_EID_AL_ADHA,
  RO_HOLIDAY_PURIM,
  RO_HOLIDAY_PASSOVER,
  RO_HOLIDAY_SHAVUOT,
  RO_HOLIDAY_ROSH_HASHANAH,
  RO_HOLIDAY_YOM_KIPPUR,
  RO_HOLIDAY_SUKKOT,
  RO_HOLIDAY_HANUKKAH,
  RO_HOLIDAY_NOWRUZ,
} ro_time_holiday;

typedef enum ro_time_meridiem { RO_MERIDIEM_AM, RO_MERIDIEM_PM } ro_time_meridiem;
typedef enum ro_time_zone { RO_ZONE_UTC, RO_ZONE_LOCAL } ro_time_zone;

typedef enum ro_time_reference {
  RO_REFERENCE_PAST,
  RO_REFERENCE_PRESENT,
  RO_REFERENCE_FUTURE,
} ro_time_reference;

typedef enum ro_time_modifier {
  RO_MODIFIER_START,
  RO_MODIFIER_MID,
  RO_MODIFIER_END,
  RO_MODIFIER_APPROX,
  RO_MODIFIER_EQUAL_OR_LESS,
  RO_MODIFIER_EQUAL_OR_MORE,
  RO_MODIFIER_LESS_THAN,
  RO_MODIFIER_MORE_THAN,
  RO_MODIFIER_BEFORE,
  RO_MODIFIER_AFTER,
  RO_MODIFIER_ON_OR_BEFORE,
  RO_MODIFIER_ON_OR_AFTER,
} ro_time_modifier;

/* What a shift counts from, and where a name without its year or week is looked for. */
typedef enum ro_time_base {
  RO_BASE_PUBLISHED,
  RO_BASE_PASSAGE, /* the day or period that the text has last named */
  RO_BASE_NEARBY,  /* the day named last, from a verb that looks ahead only a near one; else
                      publication */
} ro_time_base;

typedef enum ro_time_direction {
  RO_DIRECTION_TENSE, /* as the verb has it, else the nearest */
  RO_DIRECTION_NEAREST,
  RO_DIRECTION_PAST,        /* the base itself counts */
  RO_DIRECTION_FUTURE,      /* the base itself counts */
  RO_DIRECTION_BEFORE_BASE, /* strictly */
  RO_DIRECTION_AFTER_BASE,  /* strictly */
} ro_time_direction;

typedef enum ro_time_grain { RO_GRAIN_OF_PASSAGE, RO_GRAIN_YEAR, RO_GRAIN_UNIT } ro_time_grain;

typedef struct ro_time_fields {
  int32_t of[RO_FIELD_COUNT];
} ro_time_fields;

/* One "field=value" of a rule; with `copied`, "field=other" or "field=-other". */
typedef struct ro_time_setting {
  uint8_t field, source;
  bool copied, negative;
  int32_t value;
} ro_time_setting;

typedef struct ro_time_meaning {
  const ro_time_setting *settings;
  uint32_t count;
} ro_time_meaning;

/* Reads "unit=week shift=-1"; errors name `file` and `line`. */
ro_status ro_time_meaning_parse(ro_time_meaning *out, ro_arena *arena, const char *text,
                                const char *file, size_t line, ro_error *error);

/* Applies a rule's meaning to what its parts have said. */
void ro_time_meaning_apply(ro_time_meaning meaning, ro_time_fields *fields);

/* No field stated. */
void ro_time_fields_clear(ro_time_fields *fields);

/* Adds the fields that `more` states. */
void ro_time_fields_merge(ro_time_fields *fields, const ro_time_fields *more);

static inline bool ro_time_has(const ro_time_fields *fields, ro_time_field field) {
  return fields->of[field] != RO_FIELD_UNSET;
}

/* "START"; NULL where the modifier is not stated. */
const char *ro_time_modifier_name(int32_t modifier);

#endif
