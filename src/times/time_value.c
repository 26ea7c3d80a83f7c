#include "times/time_value.h"

#include <stdio.h>

void ro_time_clock_print(const ro_time_fields *fields, char out[RO_TIME_CLOCK_SIZE]) {
  const size_t size = RO_TIME_CLOCK_SIZE;
  static const char *const parts[] = {"TDT", "TMO", "T12:00", "TAF", "TEV", "TNI", "T24:00"};
  const char *zone = fields->of[RO_FIELD_ZONE] == RO_ZONE_UTC ? "Z" : "";
  out[0] = '\0';
  if (!ro_time_has(fields, RO_FIELD_HOUR)) {
    if (ro_time_has(fields, RO_FIELD_PART))
      snprintf(out, size, "%s", parts[fields->of[RO_FIELD_PART]]);
    return;
  }
  int32_t hour = fields->of[RO_FIELD_HOUR], meridiem = fields->of[RO_FIELD_MERIDIEM];
  int32_t part = fields->of[RO_FIELD_PART];
  bool late = meridiem == RO_MERIDIEM_PM || part == RO_PART_AFTERNOON || part == RO_PART_EVENING;
  if (hour == 12 && meridiem == RO_MERIDIEM_AM) hour = 0;
  if (hour < 12 && (late || (part == RO_PART_NIGHT && hour > 5))) hour += 12;
  int32_t minute = ro_time_has(fields, RO_FIELD_MINUTE) ? fields->of[RO_FIELD_MINUTE] : 0;
  snprintf(out, size, "T%02u:%02u%s", (unsigned)hour % 100, (unsigned)minute % 100, zone);
}

const char *ro_time_open_value(ro_arena *arena, const ro_time_fields *fields) {
  static const char *const by_unit[] = {
      [RO_UNIT_WEEKEND] = "XXXX-WXX-WE", [RO_UNIT_WEEK] = "XXXX-WXX",
      [RO_UNIT_FORTNIGHT] = "XXXX-WXX",  [RO_UNIT_MONTH] = "XXXX-XX",
      [RO_UNIT_QUARTER] = "XXXX-QX",     [RO_UNIT_HALF] = "XXXX-HX",
      [RO_UNIT_YEAR] = "XXXX",           [RO_UNIT_DECADE] = "XXX",
      [RO_UNIT_CENTURY] = "XX",          [RO_UNIT_UNKNOWN] = NULL,
  };
  static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
  const char *day = "";
  if (ro_time_has(fields, RO_FIELD_MONTH)) {
    if (ro_time_has(fields, RO_FIELD_DAY))
      day = ro_arena_print(arena, "-%02d", fields->of[RO_FIELD_DAY]);
    return ro_arena_print(arena, "XXXX-%02d%s", fields->of[RO_FIELD_MONTH], day);
  }
  if (ro_time_has(fields, RO_FIELD_QUARTER))
    return ro_arena_print(arena, "XXXX-Q%d", fields->of[RO_FIELD_QUARTER]);
  if (ro_time_has(fields, RO_FIELD_SEASON))
    return ro_arena_print(arena, "XXXX-%s", seasons[fields->of[RO_FIELD_SEASON]]);
  if (fields->of[RO_FIELD_WEEKDAY] == 8) return "XXXX-WXX-WE";
  if (ro_time_has(fields, RO_FIELD_WEEKDAY))
    return ro_arena_print(arena, "XXXX-WXX-%d", fields->of[RO_FIELD_WEEKDAY]);
  int32_t unit = ro_time_has(fields, RO_FIELD_UNIT) && ro_time_has(fields, RO_FIELD_SHIFT)
                     ? fields->of[RO_FIELD_UNIT]
                     : RO_UNIT_DAY;
  return by_unit[unit] ? by_unit[unit] : "XXXX-XX-XX";
}
