#include "unit_test.h"

#include "readout/day.h"

static void a_date_is_read_and_printed_back(void **state) {
  (void)state;
  char buffer[RO_INTERVAL_SIZE];
  ro_day day = ro_day_parse("2022-01-18");
  assert_string_equal(ro_interval_print((ro_interval){day, day}, buffer), "2022-01-18");
  assert_string_equal(ro_interval_print((ro_interval){day, day + 2}, buffer),
                      "2022-01-18/2022-01-20");
}

static void every_day_of_four_centuries_survives_the_round_trip(void **state) {
  (void)state;
  ro_day last = ro_day_from_date(2100, 12, 31);
  for (ro_day day = ro_day_from_date(1700, 1, 1); day <= last; day++) {
    int year, month, day_of_month;
    ro_day_to_date(day, &year, &month, &day_of_month);
    assert_int_equal(ro_day_from_date(year, month, day_of_month), day);
  }
}

static void weekdays_count_from_monday(void **state) {
  (void)state;
  assert_int_equal(ro_day_weekday(ro_day_parse("2022-01-17")), 1);
  assert_int_equal(ro_day_weekday(ro_day_parse("2022-01-23")), 7);
  assert_int_equal(ro_day_weekday(ro_day_parse("1969-12-31")), 3);
}

static void what_is_no_date_is_refused(void **state) {
  (void)state;
  assert_int_equal(ro_day_parse(""), RO_NO_DAY);
  assert_int_equal(ro_day_parse("2022-02-29"), RO_NO_DAY);
  assert_int_equal(ro_day_parse("2022-13-01"), RO_NO_DAY);
  assert_int_equal(ro_day_parse("22-01-01"), RO_NO_DAY);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_date_is_read_and_printed_back),
      cmocka_unit_test(every_day_of_four_centuries_survives_the_round_trip),
      cmocka_unit_test(weekdays_count_from_monday),
      cmocka_unit_test(what_is_no_date_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
