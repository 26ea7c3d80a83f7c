#include <time.h>

#include "text_test.h"

static void full_stops_end_sentences(void **state) {
  assert_string_equal(
      text_test_sentences(*state, "The talks failed. Both sides will meet again! Will they?"),
      "The talks failed. | Both sides will meet again! | Will they?");
}

static void titles_months_and_initials_do_not(void **state) {
  assert_string_equal(
      text_test_sentences(*state, "Gov. Doe met Sen. J. Roe on Jan. 27. They left."),
      "Gov. Doe met Sen. J. Roe on Jan. 27. | They left.");
}

static void abbreviations_of_states_end_one_only_before_another(void **state) {
  assert_string_equal(
      text_test_sentences(*state, "The U.S. Senate met. He flew to the U.S. It was late."),
      "The U.S. Senate met. | He flew to the U.S. | It was late.");
}

static void the_name_of_an_organ_goes_with_its_body(void **state) {
  assert_string_equal(
      text_test_sentences(*state, "He told the U.N. General Assembly so. It went to the U.N. "
                                  "Security was tight."),
      "He told the U.N. General Assembly so. | It went to the U.N. | Security was tight.");
  assert_string_equal(text_test_sentences(*state, "The U.N. Secretary-General's office knew."),
                      "The U.N. Secretary-General's office knew.");
}

static void a_time_of_day_goes_with_its_zone(void **state) {
  assert_string_equal(
      text_test_sentences(*state, "It fell at 3 a.m. Kyiv time. At 5 p.m. New York time it rose."),
      "It fell at 3 a.m. Kyiv time. | At 5 p.m. New York time it rose.");
  assert_string_equal(
      text_test_sentences(*state, "They met at 3 p.m. Moscow denied it at the time."),
      "They met at 3 p.m. | Moscow denied it at the time.");
}

static void the_clock_of_an_entry_is_no_part_of_it(void **state) {
  assert_string_equal(
      text_test_sentences(*state, "15:45 Police fired. 9.30 Rain fell.\n\n08:00 \"No,\" he said."),
      "15:45 | Police fired. | 9.30 Rain fell. | 08:00 | \"No,\" he said.");
  assert_string_equal(text_test_sentences(*state, "15:45 GMT is the hour."),
                      "15:45 GMT is the hour.");
}

static void a_quotation_goes_with_the_words_that_report_it(void **state) {
  assert_string_equal(
      text_test_sentences(*state, "\"We will not sign,\" he said. \"Never.\" The envoy left."),
      "\"We will not sign,\" he said. | \"Never.\" | The envoy left.");
  assert_string_equal(
      text_test_sentences(*state, "“Will they sign?” she asked. “We hope so.” Talks go on."),
      "“Will they sign?” she asked. | “We hope so.” | Talks go on.");
}

static void a_blank_line_ends_a_paragraph_and_a_line_break_does_not(void **state) {
  assert_string_equal(text_test_sentences(*state, "Talks in\nGeneva\n\nThe envoys met"),
                      "Talks in\nGeneva | The envoys met");
  text_test *test = *state;
  assert_int_equal(test->document.sentences[1].paragraph, 1);
}

static void a_line_break_ends_a_paragraph_where_reports_say_so(void **state) {
  text_test *test = *state;
  text_test_segment(test, "Talks in Geneva\nThe envoys met", true);
  assert_int_equal(test->document.sentence_count, 2);
  assert_int_equal(test->document.sentences[1].paragraph, 1);
}

static void a_dateline_may_be_a_paragraph_of_its_own(void **state) {
  text_test *test = *state;
  static const char *const texts[] = {"OSLO (AP) --\n\nTalks failed.",
                                      "OSLO (AP) -- Talks failed."};
  for (size_t i = 0; i < 2; i++) {
    ro_arena_free(test->document.arena);
    test->document = (ro_document){.arena = ro_arena_create(),
                                   .text = texts[i],
                                   .text_size = strlen(texts[i]),
                                   .dateline = "OSLO (AP) --",
                                   .one_line_paragraphs = true};
    ro_segmenter_annotate(test->segmenter, &test->document);
    assert_int_equal(test->document.sentence_count, 2);
  }
}

static void no_sentence_goes_on_for_ever(void **state) {
  text_test *test = *state;
  enum { WORDS = 10000 };
  char *text = malloc(WORDS * 2 + 1);
  for (size_t i = 0; i < WORDS; i++)
    memcpy(text + 2 * i, "a ", 3);
  text_test_segment(test, text, false);
  free(text);
  assert_int_equal(test->document.token_count, WORDS);
  assert_int_equal(test->document.sentence_count, 5);
}

/* Texts that tempt a rule to look far ahead or back again and again. A quadratic one would take
 * minutes. */
static void time_grows_with_the_text_alone(void **state) {
  static const char *const pieces[] = {
      "a-",  "a@b.c/", "'\"(", "A.B. ", "a'", "e\u0301", " \n", "a.b.", "The envoys met and ",
      "'s ", "(",      "...",  "1,"};
  enum { SIZE = 1000000 };
  char *text = malloc(SIZE + 32);
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    size_t length = strlen(pieces[i]);
    for (size_t at = 0; at < SIZE; at += length)
      strcpy(text + at, pieces[i]);
    clock_t start = clock();
    text_test_segment(*state, text, false);
    assert_true((clock() - start) / CLOCKS_PER_SEC < 20);
  }
  free(text);
}

static void spaces_alone_hold_no_sentence(void **state) {
  text_test *test = *state;
  text_test_segment(test, " \n\n \u00a0 \n", false);
  assert_int_equal(test->document.sentence_count, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(full_stops_end_sentences),
      cmocka_unit_test(titles_months_and_initials_do_not),
      cmocka_unit_test(abbreviations_of_states_end_one_only_before_another),
      cmocka_unit_test(the_name_of_an_organ_goes_with_its_body),
      cmocka_unit_test(a_time_of_day_goes_with_its_zone),
      cmocka_unit_test(the_clock_of_an_entry_is_no_part_of_it),
      cmocka_unit_test(a_quotation_goes_with_the_words_that_report_it),
      cmocka_unit_test(a_blank_line_ends_a_paragraph_and_a_line_break_does_not),
      cmocka_unit_test(a_line_break_ends_a_paragraph_where_reports_say_so),
      cmocka_unit_test(a_dateline_may_be_a_paragraph_of_its_own),
      cmocka_unit_test(no_sentence_goes_on_for_ever),
      cmocka_unit_test(time_grows_with_the_text_alone),
      cmocka_unit_test(spaces_alone_hold_no_sentence),
  };
  return cmocka_run_group_tests(tests, text_test_begin, text_test_end);
}
