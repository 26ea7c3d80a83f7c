#include "text_test.h"

static void contractions_and_possessives_are_words_in_one(void **state) {
  assert_string_equal(text_test_words(*state, "We don't agree."), "We do+n't agree .");
  assert_string_equal(text_test_words(*state, "Russia’s envoys’ cars"), "Russia+’s envoys+’ cars");
  assert_string_equal(text_test_words(*state, "It cannot be, he'd say"),
                      "It can+not be , he+'d say");
}

static void a_closing_quote_is_no_possessive(void **state) {
  assert_string_equal(text_test_words(*state, "They saw 'warm words' there"),
                      "They saw ' warm words ' there");
}

static void names_keep_their_apostrophes(void **state) {
  assert_string_equal(text_test_words(*state, "O'Hara met the Ba'ath"), "O'Hara met the Ba'ath");
}

static void abbreviations_own_their_full_stop(void **state) {
  assert_string_equal(text_test_words(*state, "Gov. J. Doe of the U.S. left at 5 p.m. on Jan. 27."),
                      "Gov. J. Doe of the U.S. left at 5 p.m. on Jan. 27 .");
  assert_string_equal(text_test_words(*state, "Resolution No. 10 said no."),
                      "Resolution No. 10 said no .");
}

static void hyphens_split_but_behind_prefixes(void **state) {
  assert_string_equal(text_test_words(*state, "U.S.-led long-term talks"),
                      "U.S. - led long - term talks");
  assert_string_equal(text_test_words(*state, "non-aligned ex-ministers e-mail"),
                      "non-aligned ex-ministers e-mail");
}

static void numbers_stay_whole(void **state) {
  assert_string_equal(text_test_words(*state, "1,200.50 at 10:30 on 21/01/2022, up 5%"),
                      "1,200.50 at 10:30 on 21/01/2022 , up 5 %");
  assert_string_equal(text_test_words(*state, "1990-95 and 555-0199"), "1990 - 95 and 555-0199");
}

static void units_and_currencies_part_from_numbers(void **state) {
  assert_string_equal(text_test_words(*state, "$5.5m by 5:30pm, 100km off, US$7"),
                      "$ 5.5 m by 5:30 pm , 100 km off , US$ 7");
  assert_string_equal(text_test_words(*state, "the 1990s and the 21st"), "the 1990s and the 21st");
}

static void addresses_are_one_word(void **state) {
  assert_string_equal(text_test_words(*state, "See (https://example.org/a?b=c), a.b@example.org."),
                      "See ( https://example.org/a?b=c ) , a.b@example.org .");
  assert_string_equal(text_test_words(*state, "at example.org/page today :-)"),
                      "at example.org/page today :-)");
}

static void repeated_punctuation_is_one_word(void **state) {
  assert_string_equal(text_test_words(*state, "Well... no?! -- \"So\"), yes"),
                      "Well ... no ?! -- \" So \" ) , yes");
}

static void datelines_fall_apart_at_their_signs(void **state) {
  assert_string_equal(text_test_words(*state, "GENEVA, January 21. /AGENCY/."),
                      "GENEVA , January 21 . / AGENCY / .");
}

static void hard_spaces_and_direction_marks_stand_between_words(void **state) {
  assert_string_equal(text_test_words(*state, "No.\u00a010 \u200eשלום\u200f 5\u202f000"),
                      "No. 10 שלום 5 000");
}

static void combining_characters_stay_with_their_letter(void **state) {
  assert_string_equal(text_test_words(*state, "Cafe\u0301s in Zu\u0308rich"),
                      "Cafe\u0301s in Zu\u0308rich");
}

static void emoji_of_several_parts_are_one_word(void **state) {
  assert_string_equal(text_test_words(*state, "ok 👍🏽🇺🇸👩‍🚀"),
                      "ok 👍🏽 🇺🇸 👩‍🚀");
}

static void spans_lead_back_to_the_text(void **state) {
  text_test *test = *state;
  const char *text = " Ça\u00a0va,\n\n \u201cnon\u201d. ";
  text_test_segment(test, text, false);
  for (uint32_t i = 0; i < test->document.token_count; i++) {
    const ro_token *token = &test->document.tokens[i];
    assert_memory_equal(token->form, text + token->span.start, strlen(token->form));
    assert_int_equal(strlen(token->form), token->span.end - token->span.start);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(contractions_and_possessives_are_words_in_one),
      cmocka_unit_test(a_closing_quote_is_no_possessive),
      cmocka_unit_test(names_keep_their_apostrophes),
      cmocka_unit_test(abbreviations_own_their_full_stop),
      cmocka_unit_test(hyphens_split_but_behind_prefixes),
      cmocka_unit_test(numbers_stay_whole),
      cmocka_unit_test(units_and_currencies_part_from_numbers),
      cmocka_unit_test(addresses_are_one_word),
      cmocka_unit_test(repeated_punctuation_is_one_word),
      cmocka_unit_test(datelines_fall_apart_at_their_signs),
      cmocka_unit_test(hard_spaces_and_direction_marks_stand_between_words),
      cmocka_unit_test(combining_characters_stay_with_their_letter),
      cmocka_unit_test(emoji_of_several_parts_are_one_word),
      cmocka_unit_test(spans_lead_back_to_the_text),
  };
  return cmocka_run_group_tests(tests, text_test_begin, text_test_end);
}
