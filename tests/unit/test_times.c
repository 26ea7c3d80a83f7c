#include "times_test.h"

#include "times/time_role.h"

/* Every expression of a text published on Tuesday, 18 January 2022, as "words=value; words=value",
 * must be as expected. */
static void expect(const char *text, const char *expected) {
  ro_document document = read_text(text, "2022-01-18");
  char *found = ro_arena_print(document.arena, "%s", "");
  for (uint32_t i = 0; i < document.time_count; i++) {
    const ro_time *time = &document.times[i];
    int length = (int)(time->span.end - time->span.start);
    found = ro_arena_print(document.arena, "%s%s%.*s=%s", found, i ? "; " : "", length,
                           text + time->span.start, time->value);
  }
  assert_string_equal(found, expected);
  ro_arena_free(document.arena);
}

/* The days of the first expression. */
static void expect_days(const char *text, const char *expected) {
  ro_document document = read_text(text, "2022-01-18");
  char buffer[RO_INTERVAL_SIZE];
  assert_true(document.time_count > 0);
  const char *days = ro_interval_print(document.times[0].interval, buffer);
  assert_string_equal(days ? days : "none", expected);
  ro_arena_free(document.arena);
}

static void dates_of_the_calendar_are_read_in_any_order(void **state) {
  (void)state;
  expect("The accord of 17 December 2021 stands.", "17 December 2021=2021-12-17");
  expect("It was signed on December 17, 2021.", "December 17, 2021=2021-12-17");
  expect("They meet on Feb. 3.", "Feb. 3=2022-02-03");
  expect("They met on Sept. 3.", "Sept. 3=2021-09-03");
  expect("They met on the 3rd of February 2020.", "the 3rd of February 2020=2020-02-03");
  expect("The file is dated 2022-01-05.", "2022-01-05=2022-01-05");
  expect("It came at 2022-01-05T14:30:00Z.", "2022-01-05T14:30:00Z=2022-01-05T14:30Z");
}

static void a_weekday_follows_the_verb(void **state) {
  (void)state;
  expect("The ministers met on Friday.", "Friday=2022-01-14");
  expect("The ministers will meet on Friday.", "Friday=2022-01-21");
  expect("The ministers said they expected an answer.", "");
}

static void the_publication_day_counts_as_its_weekday(void **state) {
  (void)state;
  expect("The ministers met on Tuesday.", "Tuesday=2022-01-18");
  expect("The ministers will meet on Tuesday.", "Tuesday=2022-01-18");
  expect("The ministers met last Tuesday.", "last Tuesday=2022-01-11");
}

static void weeks_months_and_years_count_from_publication(void **state) {
  (void)state;
  expect("Talks failed last week.", "last week=2022-W02");
  expect("Talks resume next month.", "next month=2022-02");
  expect("It began two years ago.", "two years ago=2020");
  expect("It began three days ago.", "three days ago=2022-01-15");
  expect("They met in December.", "December=2021-12");
}

static void later_days_count_from_the_day_named_before(void **state) {
  (void)state;
  expect("They met on March 3, 2021. Two days later the talks broke off.",
         "March 3, 2021=2021-03-03; Two days later=2021-03-05");
  expect("They met in 2021. Six minutes later they left.", "2021=2021; Six minutes later=PT6M");
  expect("They met on March 3, 2021. A week earlier the talks broke off.",
         "March 3, 2021=2021-03-03; A week earlier=2021-02-24");
  expect("They met on March 3, 2021. The following day the talks broke off.",
         "March 3, 2021=2021-03-03; The following day=2021-03-04");
}

static void times_of_day_take_the_day_beside_them(void **state) {
  (void)state;
  expect("They met at 10 p.m. Wednesday in Vienna.", "10 p.m. Wednesday=2022-01-12T22:00");
  expect("The talks on Friday began at noon.", "Friday=2022-01-14; noon=2022-01-14T12:00");
  expect("It was signed at 0900 GMT.", "0900 GMT=2022-01-18T09:00Z");
  expect("Talks began at 18:00 Moscow time.", "18:00 Moscow time=2022-01-18T18:00");
  expect("It was signed at 10:30 a.m. (0730 GMT) on Friday.",
         "10:30 a.m.=2022-01-14T10:30; 0730 GMT=2022-01-14T07:30Z; Friday=2022-01-14");
}

static void lengths_and_repetitions_have_their_own_values(void **state) {
  (void)state;
  expect("The truce lasted for three years.", "three years=P3Y");
  expect("It lasted two and a half hours.", "two and a half hours=PT2H30M");
  expect("They waited several months.", "several months=PXM");
  expect("Envoys meet every Monday.", "every Monday=XXXX-WXX-1");
  expect("Both sides speak daily.", "daily=P1D");
  expect("They speak every single day.", "every single day=P1D");
  expect("The decades-long feud and the daylong talks ended.", "decades-long=PXDE; daylong=P1D");
  expect("It lasted a quarter century.", "a quarter century=P25Y");
}

static void early_and_late_leave_a_part_of_the_days(void **state) {
  (void)state;
  expect_days("They met early this week.", "2022-01-17/2022-01-19");
  expect_days("They met last week.", "2022-01-10/2022-01-16");
  expect_days("They met in December.", "2021-12-01/2021-12-31");
  expect_days("They will meet in early March.", "2022-03-01/2022-03-10");
}

static void a_run_of_weekdays_lies_in_one_stretch(void **state) {
  (void)state;
  expect("Talks lasted from Saturday to Tuesday.", "Saturday=2022-01-15; Tuesday=2022-01-18");
  expect("Talks lasted from Monday until Wednesday.", "Monday=2022-01-10; Wednesday=2022-01-12");
  expect("Talks will last from Monday to Wednesday.", "Monday=2022-01-24; Wednesday=2022-01-26");
  expect("They will meet between Thursday and Saturday.",
         "Thursday=2022-01-20; Saturday=2022-01-22");
  expect("They will meet next Monday and Tuesday.", "next Monday=2022-01-24; Tuesday=2022-01-25");
}

static void years_and_weeks_may_be_told_from_this_one(void **state) {
  (void)state;
  expect("It took effect on May 3 of last year.", "May 3 of last year=2021-05-03");
  expect("They will meet this September.", "this September=2022-09");
  expect("They will meet the week after next.", "the week after next=2022-W05");
  expect("It ran from July 13 to 17 of last year.", "July 13 to 17 of last year=2021-07-13");
  expect("They met on Friday and the day before.", "Friday=2022-01-14; the day before=2022-01-13");
  expect("They met on the 5th of this month.", "the 5th of this month=2022-01-05");
  expect("They will meet in the first half of next month.", "the first half of next month=2022-02");
  expect("It fell half a century ago.", "half a century ago=1972");
  expect("They met the week before last.", "the week before last=2022-W01");
  expect("They will meet a week from today.", "a week from today=2022-01-25");
}

static void decades_may_be_early_or_late(void **state) {
  (void)state;
  expect("The pact dates from the early 1990s.", "the early 1990s=199");
  expect("He died in his late forties.", "");
}

static void of_two_numbers_the_second_is_the_length(void **state) {
  (void)state;
  expect("It will take two to three weeks.", "two to three weeks=P3W");
}

static void words_that_only_look_like_dates_are_left_alone(void **state) {
  (void)state;
  expect("They may march to the border, and the second convoy sat there.", "");
}

static void names_that_hold_a_time_are_none(void **state) {
  (void)state;
  expect("It followed the September 11 attacks.", "");
  expect("It followed the attacks of September 11.", "September 11=2021-09-11");
  expect("The Good Friday Agreement holds, the Daily Mail said on Friday.", "Friday=2022-01-14");
  expect("They fought in the Six-Day War.", "");
  expect("Three quarters of the members left Easter Island.", "");
}

static void without_a_publication_day_values_stay_open(void **state) {
  (void)state;
  ro_document document = read_text("They met on Friday and in October.", "");
  assert_int_equal(document.time_count, 2);
  assert_string_equal(document.times[0].value, "XXXX-WXX-5");
  assert_string_equal(document.times[1].value, "XXXX-10");
  assert_int_equal(document.times[0].interval.first, RO_NO_DAY);
  ro_arena_free(document.arena);
}

static void an_undated_report_takes_the_day_of_its_date_line(void **state) {
  (void)state;
  ro_document document = read_text("March 3, 2020\n\nThey met yesterday.", "");
  assert_int_equal(document.time_count, 2);
  assert_string_equal(document.times[1].value, "2020-03-02");
  assert_string_equal(document.times[1].anchor, "2020-03-03 (date line)");
  ro_arena_free(document.arena);
  document = read_text("GENEVA, March 3, 2020 (Wire) - They met yesterday.", "");
  assert_string_equal(document.times[1].value, "2020-03-02");
  ro_arena_free(document.arena);
}

static void an_expression_tells_what_it_rests_on(void **state) {
  (void)state;
  ro_document document = read_text("They met last week, and on March 3, 2020.", "2022-01-18");
  assert_string_equal(document.times[0].anchor, "2022-01-18 (published)");
  assert_true(document.times[0].from_publication);
  assert_string_equal(document.times[0].rule, "last unit");
  assert_null(document.times[1].anchor);
  assert_false(document.times[1].from_publication);
  ro_arena_free(document.arena);
}

static void numbers_of_texts_and_counts_are_no_years(void **state) {
  (void)state;
  expect("Resolution 1701 stands.", "");
  expect("It rests on 50 U.S.C. 1701 et seq. and on section 1201.", "");
  expect("The temple of 1200 B.C. burned.", "");
  expect("In all 1846 persons fled with 1368 million pounds.", "");
  expect("It ended the 2009 H1N1 outbreak.", "2009=2009");
}

static void an_hour_lies_on_the_day_named_last(void **state) {
  (void)state;
  expect("The port burned on Friday. Nobody was hurt. Two ships sank. The fire began at 6 a.m.",
         "Friday=2022-01-14; 6 a.m.=2022-01-14T06:00");
  expect("The port burned on Friday. Nobody was hurt. Two ships sank. Talks will begin at 6 a.m.",
         "Friday=2022-01-14; 6 a.m.=2022-01-18T06:00");
}

static void a_month_may_follow_what_was_named(void **state) {
  (void)state;
  expect("He resigned in March 1991. That September he died.",
         "March 1991=1991-03; That September=1991-09");
}

static void four_small_figures_are_a_year_only_beside_what_tells_so(void **state) {
  (void)state;
  expect("The treaty of 1494 split about 1010 islands.", "1494=1494");
}

static void feasts_cover_their_days(void **state) {
  (void)state;
  expect_days("Talks will resume during Ramadan.", "2022-04-03/2022-05-02");
  expect("They will meet before the Muslim feast of Eid al-Adha.",
         "the Muslim feast of Eid al-Adha=2022-07-10");
  expect("They spoke on Independence Day.", "");
  expect("They will speak on Ukraine's Independence Day.", "Ukraine's Independence Day=2022-08-24");
}

static void dates_of_another_calendar_are_left_alone(void **state) {
  (void)state;
  expect("The decree of 1 Farvardin 1402 (21 March 2023) stands.", "21 March 2023=2023-03-21");
}

static void a_week_more_may_be_added(void **state) {
  (void)state;
  expect("They meet on Thursday week.", "Thursday week=2022-01-27");
  expect("They meet the Friday after next.", "the Friday after next=2022-01-28");
}

/* The days on which what stands before the first expression falls due. */
static void expect_due(const char *text, ro_time_role role, const char *expected) {
  ro_document document = read_text(text, "2022-01-18");
  char buffer[RO_INTERVAL_SIZE];
  assert_true(document.time_count > 0);
  assert_int_equal(ro_time_role_of(&document, &document.times[0]), role);
  const char *days = ro_interval_print(ro_time_due(&document, &document.times[0]), buffer);
  assert_string_equal(days ? days : "none", expected);
  ro_arena_free(document.arena);
}

static void a_deadline_is_the_last_day_of_what_it_names(void **state) {
  (void)state;
  expect_due("They will answer by Friday.", RO_TIME_ROLE_DEADLINE, "2022-01-21");
  expect_due("They will answer by the end of the month.", RO_TIME_ROLE_DEADLINE, "2022-01-31");
  expect_due("They will answer no later than March 5.", RO_TIME_ROLE_DEADLINE, "2022-03-05");
  expect_due("They will answer before February 1.", RO_TIME_ROLE_DEADLINE, "2022-01-31");
  expect_due("They will answer within 48 hours.", RO_TIME_ROLE_DEADLINE, "2022-01-20");
  expect_due("The truce will hold for 120 days.", RO_TIME_ROLE_LENGTH, "2022-05-18");
  expect_due("The truce will hold for at least 120 days.", RO_TIME_ROLE_LENGTH, "none");
  expect_due("They will meet in ten days.", RO_TIME_ROLE_DISTANCE, "2022-01-28");
  expect_due("They will answer in the next ten days.", RO_TIME_ROLE_DEADLINE,
             "2022-01-18/2022-01-28");
  expect_due("They spoke for the first time in over two years.", RO_TIME_ROLE_LENGTH, "none");
  expect_due("They will answer next week.", RO_TIME_ROLE_DAY, "2022-01-24/2022-01-30");
  expect_due("They have waited since 2014.", RO_TIME_ROLE_SINCE, "2014-01-01/2014-12-31");
  expect_due("They meet every Monday.", RO_TIME_ROLE_REPEATED, "none");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(dates_of_the_calendar_are_read_in_any_order),
      cmocka_unit_test(a_weekday_follows_the_verb),
      cmocka_unit_test(the_publication_day_counts_as_its_weekday),
      cmocka_unit_test(weeks_months_and_years_count_from_publication),
      cmocka_unit_test(later_days_count_from_the_day_named_before),
      cmocka_unit_test(times_of_day_take_the_day_beside_them),
      cmocka_unit_test(lengths_and_repetitions_have_their_own_values),
      cmocka_unit_test(early_and_late_leave_a_part_of_the_days),
      cmocka_unit_test(a_run_of_weekdays_lies_in_one_stretch),
      cmocka_unit_test(years_and_weeks_may_be_told_from_this_one),
      cmocka_unit_test(decades_may_be_early_or_late),
      cmocka_unit_test(of_two_numbers_the_second_is_the_length),
      cmocka_unit_test(words_that_only_look_like_dates_are_left_alone),
      cmocka_unit_test(names_that_hold_a_time_are_none),
      cmocka_unit_test(without_a_publication_day_values_stay_open),
      cmocka_unit_test(an_undated_report_takes_the_day_of_its_date_line),
      cmocka_unit_test(numbers_of_texts_and_counts_are_no_years),
      cmocka_unit_test(an_hour_lies_on_the_day_named_last),
      cmocka_unit_test(a_month_may_follow_what_was_named),
      cmocka_unit_test(four_small_figures_are_a_year_only_beside_what_tells_so),
      cmocka_unit_test(feasts_cover_their_days),
      cmocka_unit_test(dates_of_another_calendar_are_left_alone),
      cmocka_unit_test(a_week_more_may_be_added),
      cmocka_unit_test(a_deadline_is_the_last_day_of_what_it_names),
      cmocka_unit_test(an_expression_tells_what_it_rests_on),
  };
  return cmocka_run_group_tests(tests, load_rules, free_rules);
}
