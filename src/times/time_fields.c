#include "times/time_fields.h"

#include <stdlib.h>
#include <string.h>

typedef struct named_value {
  const char *name;
  int32_t value;
} named_value;

static const named_value unit_names[] = {
    {"second", RO_UNIT_SECOND},
    {"minute", RO_UNIT_MINUTE},
    {"hour", RO_UNIT_HOUR},
    {"day", RO_UNIT_DAY},
    {"weekend", RO_UNIT_WEEKEND},
    {"week", RO_UNIT_WEEK},
    {"fortnight", RO_UNIT_FORTNIGHT},
    {"month", RO_UNIT_MONTH},
    {"quarter", RO_UNIT_QUARTER},
    {"season", RO_UNIT_SEASON},
    {"half", RO_UNIT_HALF},
    {"year", RO_UNIT_YEAR},
    {"decade", RO_UNIT_DECADE},
    {"century", RO_UNIT_CENTURY},
    {"millennium", RO_UNIT_MILLENNIUM},
    {"unknown", RO_UNIT_UNKNOWN},
    {0},
};
static const named_value weekday_names[] = {
    {"monday", 1}, {"tuesday", 2},  {"wednesday", 3}, {"thursday", 4},
    {"friday", 5}, {"saturday", 6}, {"sunday", 7},    {0},
};
static const named_value season_names[] = {
    {"spring", RO_SPRING}, {"summer", RO_SUMMER}, {"autumn", RO_AUTUMN}, {"winter", RO_WINTER}, {0},
};
static const named_value part_names[] = {
    {"daytime", RO_PART_DAYTIME},   {"morning", RO_PART_MORNING},
    {"noon", RO_PART_NOON},         {"afternoon", RO_PART_AFTERNOON},
    {"evening", RO_PART_EVENING},   {"night", RO_PART_NIGHT},
    {"midnight", RO_PART_MIDNIGHT}, {0},
};
static const named_value meridiem_names[] = {{"am", RO_MERIDIEM_AM}, {"pm", RO_MERIDIEM_PM}, {0}};
static const named_value zone_names[] = {{"utc", RO_ZONE_UTC}, {"local", RO_ZONE_LOCAL}, {0}};
static const named_value reference_names[] = {
    {"past", RO_REFERENCE_PAST},
    {"present", RO_REFERENCE_PRESENT},
    {"future", RO_REFERENCE_FUTURE},
    {0},
};
static const named_value modifier_names[] = {
    {"START", RO_MODIFIER_START},
    {"MID", RO_MODIFIER_MID},
    {"END", RO_MODIFIER_END},
    {"APPROX", RO_MODIFIER_APPROX},
    {"EQUAL_OR_LESS", RO_MODIFIER_EQUAL_OR_LESS},
    {"EQUAL_OR_MORE", RO_MODIFIER_EQUAL_OR_MORE},
    {"LESS_THAN", RO_MODIFIER_LESS_THAN},
    {"MORE_THAN", RO_MODIFIER_MORE_THAN},
    {"BEFORE", RO_MODIFIER_BEFORE},
    {"AFTER", RO_MODIFIER_AFTER},
    {"ON_OR_BEFORE", RO_MODIFIER_ON_OR_BEFORE},
    {"ON_OR_AFTER", RO_MODIFIER_ON_OR_AFTER},
    {0},
};
static const named_value base_names[] = {
    {"published", RO_BASE_PUBLISHED},
    {"passage", RO_BASE_PASSAGE},
    {"nearby", RO_BASE_NEARBY},
    {0},
};
static const named_value direction_names[] = {
    {"tense", RO_DIRECTION_TENSE},
    {"nearest", RO_DIRECTION_NEAREST},
    {"past", RO_DIRECTION_PAST},
    {"future", RO_DIRECTION_FUTURE},
    {"before", RO_DIRECTION_BEFORE_BASE},
    {"after", RO_DIRECTION_AFTER_BASE},
    {0},
};
static const named_value grain_names[] = {
    {"passage", RO_GRAIN_OF_PASSAGE}, {"year", RO_GRAIN_YEAR}, {"unit", RO_GRAIN_UNIT}, {0}};
static const named_value vague_name[] = {{"several", RO_FIELD_VAGUE}, {0}};
static const named_value holiday_names[] = {
    {"king_day", RO_HOLIDAY_KING_DAY},
    {"presidents_day", RO_HOLIDAY_PRESIDENTS_DAY},
    {"mothers_day", RO_HOLIDAY_MOTHERS_DAY},
    {"memorial_day", RO_HOLIDAY_MEMORIAL_DAY},
    {"labor_day", RO_HOLIDAY_LABOR_DAY},
    {"columbus_day", RO_HOLIDAY_COLUMBUS_DAY},
    {"election_day", RO_HOLIDAY_ELECTION_DAY},
    {"thanksgiving", RO_HOLIDAY_THANKSGIVING},
    {"ash_wednesday", RO_HOLIDAY_ASH_WEDNESDAY},
    {"palm_sunday", RO_HOLIDAY_PALM_SUNDAY},
    {"good_friday", RO_HOLIDAY_GOOD_FRIDAY},
    {"easter", RO_HOLIDAY_EASTER},
    {"easter_monday", RO_HOLIDAY_EASTER_MONDAY},
    {"pentecost", RO_HOLIDAY_PENTECOST},
    {"orthodox_easter", RO_HOLIDAY_ORTHODOX_EASTER},
    {"islamic_new_year", RO_HOLIDAY_ISLAMIC_NEW_YEAR},
    {"ashura", RO_HOLIDAY_ASHURA},
    {"arbaeen", RO_HOLIDAY_ARBAEEN},
    {"mawlid", RO_HOLIDAY_MAWLID},
    {"ramadan", RO_HOLIDAY_RAMADAN},
    {"eid_al_fitr", RO_HOLIDAY_EID_AL_FITR},
    {"eid_al_adha", RO_HOLIDAY_EID_AL_ADHA},
    {"purim", RO_HOLIDAY_PURIM},
    {"passover", RO_HOLIDAY_PASSOVER},
    {"shavuot", RO_HOLIDAY_SHAVUOT},
    {"rosh_hashanah", RO_HOLIDAY_ROSH_HASHANAH},
    {"yom_kippur", RO_HOLIDAY_YOM_KIPPUR},
    {"sukkot", RO_HOLIDAY_SUKKOT},
    {"hanukkah", RO_HOLIDAY_HANUKKAH},
    {"nowruz", RO_HOLIDAY_NOWRUZ},
    {0},
};

typedef struct field_description {
  const char *name;
  const named_value *names; /* NULL: numbers alone */
  int32_t least, most;      /* of numbers; hundredths where `scaled` */
  bool scaled;              /* a decimal number, kept in hundredths */
} field_description;

enum { LARGEST_AMOUNT = 2000000000 };

static const field_description descriptions[RO_FIELD_COUNT] = {
    [RO_FIELD_YEAR] = {"year", NULL, 1, 9999, false},
    [RO_FIELD_DECADE] = {"decade", NULL, 0, 999, false},
    [RO_FIELD_CENTURY] = {"century", NULL, 0, 99, false},
    [RO_FIELD_HALF] = {"half", NULL, 1, 2, false},
    [RO_FIELD_QUARTER] = {"quarter", NULL, 0, 4, false},
    [RO_FIELD_SEASON] = {"season", season_names, 0, 3, false},
    [RO_FIELD_MONTH] = {"month", NULL, 1, 12, false},
    [RO_FIELD_WEEK] = {"week", NULL, 1, 53, false},
    [RO_FIELD_WEEKDAY] = {"weekday", weekday_names, 1, 8, false},
    [RO_FIELD_UNTIL] = {"until", weekday_names, 1, 7, false},
    [RO_FIELD_DAY] = {"day", NULL, 1, 31, false},
    [RO_FIELD_LAST_DAY] = {"last_day", NULL, 1, 31, false},
    [RO_FIELD_HOLIDAY] = {"holiday", holiday_names, 0, RO_HOLIDAY_NOWRUZ, false},
    [RO_FIELD_PART] = {"part", part_names, 0, 6, false},
    [RO_FIELD_HOUR] = {"hour", NULL, 0, 24, false},
    [RO_FIELD_MINUTE] = {"minute", NULL, 0, 59, false},
    [RO_FIELD_SECOND] = {"second", NULL, 0, 59, false},
    [RO_FIELD_MERIDIEM] = {"meridiem", meridiem_names, 0, 1, false},
    [RO_FIELD_ZONE] = {"zone", zone_names, 0, 1, false},
    [RO_FIELD_FISCAL] = {"fiscal", NULL, 0, 1, false},
    [RO_FIELD_UNIT] = {"unit", unit_names, 0, RO_UNIT_UNKNOWN, false},
    [RO_FIELD_SHIFT] = {"shift", vague_name, -LARGEST_AMOUNT, LARGEST_AMOUNT, true},
    [RO_FIELD_YEARS] = {"years", NULL, -100, 100, false},
    [RO_FIELD_WEEKS] = {"weeks", NULL, -100, 100, false},
    [RO_FIELD_AMOUNT] = {"amount", vague_name, 0, LARGEST_AMOUNT, true},
    [RO_FIELD_AND_HALF] = {"and_half", NULL, 0, 1, false},
    [RO_FIELD_ORDINAL] = {"ordinal", NULL, -1, 999, false},
    [RO_FIELD_WITHIN] = {"within", unit_names, 0, RO_UNIT_UNKNOWN, false},
    [RO_FIELD_REFERENCE] = {"reference", reference_names, 0, 2, false},
    [RO_FIELD_MODIFIER] = {"mod", modifier_names, 0, RO_MODIFIER_ON_OR_AFTER, false},
    [RO_FIELD_BASE] = {"base", base_names, 0, RO_BASE_NEARBY, false},
    [RO_FIELD_DIRECTION] = {"direction", direction_names, 0, 5, false},
    [RO_FIELD_GRAIN] = {"grain", grain_names, 0, 2, false},
};

static bool equals(const char *name, const char *text, size_t length) {
  return strlen(name) == length && memcmp(name, text, length) == 0;
}

static bool find_field(const char *text, size_t length, uint8_t *field) {
  for (int i = 0; i < RO_FIELD_COUNT; i++) {
    if (!equals(descriptions[i].name, text, length)) continue;
    *field = (uint8_t)i;
    return true;
  }
  return false;
}

static bool find_name(const named_value *names, const char *text, size_t length, int32_t *value) {
  for (; names && names->name; names++) {
    if (!equals(names->name, text, length)) continue;
    *value = names->value;
    return true;
  }
  return false;
}

/* "-1", "20", with `scaled` also "0.5" and in hundredths. */
static bool read_number(const char *text, size_t length, bool scaled, int32_t *value) {
  size_t at = 0;
  bool negative = length && text[0] == '-';
  if (negative) at++;
  int64_t number = 0, decimals = -1;
  for (; at < length; at++) {
    if (text[at] == '.' && scaled && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (text[at] < '0' || text[at] > '9' || number > LARGEST_AMOUNT / 100) return false;
    number = number * 10 + (text[at] - '0');
    if (decimals >= 0) decimals++;
  }
  if (length == (size_t)negative || decimals > 2) return false;
  if (scaled)
    for (int64_t i = decimals < 0 ? 0 : decimals; i < 2; i++)
      number *= 10;
  if (number > LARGEST_AMOUNT) return false;
  *value = (int32_t)(negative ? -number : number);
  return true;
}

/* The right side of "field=value": a name, a number, or another field. */
static bool read_value(ro_time_setting *setting, const char *text, size_t length) {
  const field_description *description = &descriptions[setting->field];
  setting->value = RO_FIELD_UNSET;
  if (equals("none", text, length)) return true;
  if (find_name(description->names, text, length, &setting->value)) return true;
  if (read_number(text, length, description->scaled, &setting->value))
    return setting->value >= description->least && setting->value <= description->most;
  setting->copied = true;
  setting->negative = length && text[0] == '-';
  return find_field(text + setting->negative, length - setting->negative, &setting->source);
}

static bool read_setting(ro_time_setting *setting, const char *text, size_t length) {
  const char *sign = memchr(text, '=', length);
  if (!sign || !find_field(text, (size_t)(sign - text), &setting->field)) return false;
  return read_value(setting, sign + 1, length - (size_t)(sign + 1 - text));
}

ro_status ro_time_meaning_parse(ro_time_meaning *out, ro_arena *arena, const char *text,
                                const char *file, size_t line, ro_error *error) {
  ro_time_setting *settings = NULL;
  size_t count = 0, capacity = 0;
  while (*text) {
    size_t length = strcspn(text, " ");
    if (length) {
      ro_time_setting *setting = RO_ARENA_PUSH(arena, &settings, count, capacity);
      if (!read_setting(setting, text, length))
        return ro_fail(error, RO_ERROR_FORMAT, file, line,
                       "\"%.*s\" is no field=value that means a time",
                       (int)(length < 100 ? length : 100), text);
    }
    text += length + (text[length] == ' ');
  }
  *out = (ro_time_meaning){settings, (uint32_t)count};
  return RO_OK;
}

void ro_time_fields_clear(ro_time_fields *fields) {
  for (int i = 0; i < RO_FIELD_COUNT; i++)
    fields->of[i] = RO_FIELD_UNSET;
}

void ro_time_fields_merge(ro_time_fields *fields, const ro_time_fields *more) {
  for (int i = 0; i < RO_FIELD_COUNT; i++)
    if (more->of[i] != RO_FIELD_UNSET) fields->of[i] = more->of[i];
}

/* A copy between a field in hundredths and one in whole numbers converts; one that does not fit
 * stays unset. */
static int32_t copied_value(const ro_time_setting *setting, const ro_time_fields *fields) {
  int32_t value = fields->of[setting->source];
  if (value == RO_FIELD_UNSET) return value;
  const field_description *from = &descriptions[setting->source];
  const field_description *to = &descriptions[setting->field];
  if (value == RO_FIELD_VAGUE && !to->scaled) return RO_FIELD_UNSET;
  if (value == RO_FIELD_VAGUE) return setting->negative ? -value : value;
  if (from->scaled && !to->scaled) value /= 100;
  if (!from->scaled && to->scaled)
    value = value > LARGEST_AMOUNT / 100 ? RO_FIELD_VAGUE : value * 100;
  if (setting->negative) value = -value;
  return value < to->least || value > to->most ? RO_FIELD_UNSET : value;
}

void ro_time_meaning_apply(ro_time_meaning meaning, ro_time_fields *fields) {
  for (uint32_t i = 0; i < meaning.count; i++) {
    const ro_time_setting *setting = &meaning.settings[i];
    fields->of[setting->field] = setting->copied ? copied_value(setting, fields) : setting->value;
  }
}

const char *ro_time_modifier_name(int32_t modifier) {
  for (const named_value *name = modifier_names; name->name; name++)
    if (name->value == modifier) return name->name;
  return NULL;
}
