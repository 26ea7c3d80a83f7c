#include "unit_test.h"

#include "times/calendar.h"

static void expect_name(ro_time_unit unit, const char *day, const char *expected) {
  char name[RO_CALENDAR_NAME_SIZE];
  ro_calendar_name(unit, ro_day_parse(day), name);
  assert_string_equal(name, expected);
}

static void expect_period(ro_time_unit unit, const char *day, const char *expected) {
  char buffer[RO_INTERVAL_SIZE];
  assert_string_equal(ro_interval_print(ro_calendar_period(unit, ro_day_parse(day)), buffer),
                      expected);
}

static void periods_have_their_timex_names(void **state) {
  (void)state;
  expect_name(RO_UNIT_WEEK, "2021-01-03", "2020-W53");
  expect_name(RO_UNIT_WEEKEND, "2022-01-18", "2022-W03-WE");
  expect_name(RO_UNIT_QUARTER, "2022-09-30", "2022-Q3");
  expect_name(RO_UNIT_HALF, "2022-07-01", "2022-H2");
  expect_name(RO_UNIT_SEASON, "2022-01-18", "2021-WI");
  expect_name(RO_UNIT_DECADE, "1987-05-05", "198");
  expect_name(RO_UNIT_CENTURY, "1987-05-05", "19");
}

static void periods_have_first_and_last_days(void **state) {
  (void)state;
  expect_period(RO_UNIT_WEEK, "2022-01-18", "2022-01-17/2022-01-23");
  expect_period(RO_UNIT_WEEKEND, "2022-01-18", "2022-01-22/2022-01-23");
  expect_period(RO_UNIT_MONTH, "2024-02-11", "2024-02-01/2024-02-29");
  expect_period(RO_UNIT_SEASON, "2022-01-18", "2021-12-01/2022-02-28");
  expect_period(RO_UNIT_DECADE, "1987-05-05", "1980-01-01/1989-12-31");
}

static void a_shift_keeps_within_the_month(void **state) {
  (void)state;
  ro_day day = ro_day_parse("2022-01-31");
  assert_int_equal(ro_calendar_shift(day, RO_UNIT_MONTH, 1), ro_day_parse("2022-02-28"));
  assert_int_equal(ro_calendar_shift(day, RO_UNIT_YEAR, -2), ro_day_parse("2020-01-31"));
  assert_int_equal(ro_calendar_shift(day, RO_UNIT_FORTNIGHT, 1), day + 14);
}

static void a_shift_out_of_the_calendar_gives_no_day(void **state) {
  (void)state;
  ro_day day = ro_day_parse("2022-01-31");
  assert_int_equal(ro_calendar_shift(day, RO_UNIT_CENTURY, 1000), RO_NO_DAY);
  assert_int_equal(ro_calendar_shift(day, RO_UNIT_DECADE, INT32_MAX), RO_NO_DAY);
  assert_int_equal(ro_calendar_shift(day, RO_UNIT_YEAR, -3000), RO_NO_DAY);
  assert_int_equal(ro_calendar_shift(RO_NO_DAY, RO_UNIT_DAY, 1), RO_NO_DAY);
}

static void holidays_that_move_are_found(void **state) {
  (void)state;
  assert_int_equal(ro_calendar_holiday(2022, RO_HOLIDAY_EASTER), ro_day_parse("2022-04-17"));
  assert_int_equal(ro_calendar_holiday(2022, RO_HOLIDAY_ORTHODOX_EASTER),
                   ro_day_parse("2022-04-24"));
  assert_int_equal(ro_calendar_holiday(2023, RO_HOLIDAY_ORTHODOX_EASTER),
                   ro_day_parse("2023-04-16"));
  assert_int_equal(ro_calendar_holiday(2000, RO_HOLIDAY_GOOD_FRIDAY), ro_day_parse("2000-04-21"));
  assert_int_equal(ro_calendar_holiday(2021, RO_HOLIDAY_THANKSGIVING), ro_day_parse("2021-11-25"));
  assert_int_equal(ro_calendar_holiday(2022, RO_HOLIDAY_MEMORIAL_DAY), ro_day_parse("2022-05-30"));
  assert_int_equal(ro_calendar_holiday(2020, RO_HOLIDAY_ELECTION_DAY), ro_day_parse("2020-11-03"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(periods_have_their_timex_names),
      cmocka_unit_test(periods_have_first_and_last_days),
      cmocka_unit_test(a_shift_keeps_within_the_month),
      cmocka_unit_test(a_shift_out_of_the_calendar_gives_no_day),
      cmocka_unit_test(holidays_that_move_are_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
