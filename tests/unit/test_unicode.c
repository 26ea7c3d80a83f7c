#include "unit_test.h"

#include "base/unicode.h"

static void well_formed_text_is_valid_to_its_end(void **state) {
  (void)state;
  const char text[] = "Zürich – 北京 🕊";
  assert_int_equal(ro_utf8_valid_prefix(text, strlen(text)), strlen(text));
  assert_int_equal(ro_utf8_count(text, strlen(text)), 13);
}

static void validity_ends_before_the_first_bad_byte(void **state) {
  (void)state;
  assert_int_equal(ro_utf8_valid_prefix("ab\xff", 3), 2);
  assert_int_equal(ro_utf8_valid_prefix("a\xc0\x80", 3), 1);     /* overlong */
  assert_int_equal(ro_utf8_valid_prefix("a\xed\xa0\x80", 4), 1); /* surrogate */
  assert_int_equal(ro_utf8_valid_prefix("a\xe2\x82", 3), 1);     /* cut off */
  assert_int_equal(ro_utf8_valid_prefix("a\0b", 3), 1);
}

static void letters_lose_case_and_marks(void **state) {
  (void)state;
  assert_int_equal(ro_unicode_lower(0x0416), 0x0436); /* Ж to ж */
  assert_int_equal(ro_unicode_base_letter(0x00E9), 'e');
  assert_true(ro_unicode_is_upper(0x00C9));
  assert_true(ro_unicode_is_space(0x00A0));
  assert_false(ro_unicode_is_letter('1'));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(well_formed_text_is_valid_to_its_end),
      cmocka_unit_test(validity_ends_before_the_first_bad_byte),
      cmocka_unit_test(letters_lose_case_and_marks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
