#include "report_test.h"

#include "report/facts/written_date.h"

static ro_day found(const char *text, bool day_first) {
  return ro_find_date(text, strlen(text), day_first).day;
}

static void dates_are_read_as_pages_write_them(void **state) {
  (void)state;
  static const char *const written[] = {
      "January 18, 2022",
      "Jan. 18th, 2022",
      "18 January 2022",
      "18th of January, 2022",
      "2022-01-18T23:10:00+0300",
      "Tue, 18 Jan 2022 10:00:00 GMT",
      "2022/01/18",
      "20220118",
      "18-Jan-2022",
      "18.01.2022",
      "/world/2022/01/18/talks",
      "Published at 10:15 on Tuesday 18 January 2022",
  };
  for (size_t i = 0; i < sizeof written / sizeof *written; i++)
    assert_day(found(written[i], false), "2022-01-18");
}

static void the_country_decides_which_number_is_the_day(void **state) {
  (void)state;
  assert_day(found("03/04/2022", false), "2022-03-04");
  assert_day(found("03/04/2022", true), "2022-04-03");
  assert_day(found("25/04/2022", false), "2022-04-25");
  assert_day(found("03.04.2022", false), "2022-04-03");
}

static void what_tells_no_day_is_no_date(void **state) {
  (void)state;
  static const char *const none[] = {"",
                                     "January 2022",
                                     "2022",
                                     "31 February 2022",
                                     "12/2022",
                                     "article 20229999",
                                     "1234-56-78",
                                     "18 Jan",
                                     "room 18, 2022"};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    assert_day(found(none[i], false), NULL);
}

static bool is_line(const char *text) {
  size_t size = strlen(text);
  return ro_is_date_line(text, size, ro_find_date(text, size, false));
}

static void a_date_line_tells_nothing_else(void **state) {
  (void)state;
  assert_true(is_line("Published: Tuesday, 18 January 2022, 10:15 am GMT"));
  assert_true(is_line("January 18, 2022"));
  assert_false(is_line("Talks broke down on January 18, 2022"));
  assert_false(is_line("Published"));
}

static void the_hour_is_known_of_stamps_in_utc_alone(void **state) {
  (void)state;
  assert_int_equal(ro_utc_hour("2022-01-18T02:15:00Z"), 2);
  assert_int_equal(ro_utc_hour("20220118T00:38:07Z"), 0);
  assert_int_equal(ro_utc_hour("2022-01-18T23:15:00+00:00"), 23);
  assert_int_equal(ro_utc_hour("2022-01-18T02:15:00+03:00"), -1);
  assert_int_equal(ro_utc_hour("2022-01-18"), -1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(dates_are_read_as_pages_write_them),
      cmocka_unit_test(the_country_decides_which_number_is_the_day),
      cmocka_unit_test(what_tells_no_day_is_no_date),
      cmocka_unit_test(a_date_line_tells_nothing_else),
      cmocka_unit_test(the_hour_is_known_of_stamps_in_utc_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
