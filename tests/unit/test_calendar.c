#include "unit_test.h"

#include "times/calendar.h"
#include "times/feasts.h"

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

static void expect_feast(int year, int32_t holiday, const char *expected) {
  char buffer[RO_INTERVAL_SIZE];
  const char *days = ro_interval_print(ro_feast_days(year, holiday), buffer);
  assert_string_equal(days ? days : "none", expected);
}

static void feasts_of_the_moon_are_found(void **state) {
  (void)state;
  expect_feast(2024, RO_HOLIDAY_RAMADAN, "2024-03-11/2024-04-09");
  expect_feast(2024, RO_HOLIDAY_EID_AL_FITR, "2024-04-10/2024-04-12");
  expect_feast(2021, RO_HOLIDAY_EID_AL_ADHA, "2021-07-20/2021-07-23");
  expect_feast(2023, RO_HOLIDAY_PASSOVER, "2023-04-06/2023-04-13");
  expect_feast(2023, RO_HOLIDAY_YOM_KIPPUR, "2023-09-25");
  expect_feast(2021, RO_HOLIDAY_HANUKKAH, "2021-11-29/2021-12-06");
  expect_feast(2023, RO_HOLIDAY_HANUKKAH, "2023-12-08/2023-12-15");
  expect_feast(2024, RO_HOLIDAY_PURIM, "2024-03-24");
  expect_feast(2023, RO_HOLIDAY_NOWRUZ, "2023-03-21");
  expect_feast(2024, RO_HOLIDAY_NOWRUZ, "2024-03-20");
  expect_feast(2024, RO_HOLIDAY_EASTER, "none");
  expect_feast(300, RO_HOLIDAY_RAMADAN, "none");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(periods_have_their_timex_names),
      cmocka_unit_test(periods_have_first_and_last_days),
      cmocka_unit_test(a_shift_keeps_within_the_month),
      cmocka_unit_test(a_shift_out_of_the_calendar_gives_no_day),
      cmocka_unit_test(holidays_that_move_are_found),
      cmocka_unit_test(feasts_of_the_moon_are_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
