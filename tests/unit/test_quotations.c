#include "unit_test.h"

#include <stdlib.h>

#include "statements/quotation.h"
#include "text/segmenter.h"

static ro_segmenter *segmenter;

/* The quotations of a text, its paragraphs separated by line breaks. */
static ro_quotations find(ro_document *document, const char *text) {
  *document = (ro_document){.arena = ro_arena_create(),
                            .text = text,
                            .text_size = strlen(text),
                            .one_line_paragraphs = true};
  ro_segmenter_annotate(segmenter, document);
  return ro_quotations_find(document);
}

static void assert_quotations(const char *text, size_t count, const char *const *expected) {
  ro_document document;
  ro_quotations quotations = find(&document, text);
  assert_int_equal(quotations.count, count);
  for (size_t i = 0; i < count; i++) {
    ro_span span = quotations.items[i].span;
    assert_int_equal(span.end - span.start, strlen(expected[i]));
    assert_memory_equal(text + span.start, expected[i], span.end - span.start);
  }
  ro_arena_free(document.arena);
}

static void marks_of_all_styles_are_matched(void **state) {
  (void)state;
  assert_quotations("\"We are ready,\" she said, \"to talk.\"", 2,
                    (const char *const[]){"\"We are ready,\"", "\"to talk.\""});
  assert_quotations("She called it “a start” and left.", 1, (const char *const[]){"“a start”"});
  assert_quotations("He wrote: «Not now».", 1, (const char *const[]){"«Not now»"});
  assert_quotations("Er nannte es „absurd“, sie auch.", 1, (const char *const[]){"„absurd“"});
  assert_quotations("''We wait,'' he said.", 1, (const char *const[]){"''We wait,''"});
  assert_quotations("The envoy spoke of ‘serious doubts’ again.", 1,
                    (const char *const[]){"‘serious doubts’"});
}

static void apostrophes_are_no_quotations(void **state) {
  (void)state;
  assert_quotations("The ministers' aides didn't come in the '90s.", 0, NULL);
  assert_quotations("Moscow’s envoy and the unions’ lawyers agreed.", 0, NULL);
}

static void single_marks_inside_double_ones_belong_to_them(void **state) {
  (void)state;
  assert_quotations("\"They told us 'never again' twice,\" she said.", 1,
                    (const char *const[]){"\"They told us 'never again' twice,\""});
}

static void a_row_of_apostrophes_makes_no_quotation_without_a_token(void **state) {
  (void)state;
  ro_document document;
  ro_quotations quotations = find(&document, ".h/r,\"%2h5%*.\"??4''");
  for (uint32_t i = 0; i < quotations.count; i++) {
    assert_true(quotations.items[i].last_token < document.token_count);
    assert_int_equal(quotations.of_token[quotations.items[i].first_token], i);
  }
  ro_arena_free(document.arena);
}

static void a_quotation_goes_on_in_the_next_paragraph(void **state) {
  (void)state;
  ro_document document;
  ro_quotations quotations =
      find(&document, "“We have waited long.\n“Now we go.\n“We come back,” he said. “Soon.”");
  assert_int_equal(quotations.count, 4);
  assert_false(quotations.items[0].closed);
  assert_int_equal(quotations.items[0].continues, RO_NONE);
  assert_int_equal(quotations.items[1].continues, 0);
  assert_int_equal(quotations.items[2].continues, 1);
  assert_true(quotations.items[2].closed);
  assert_int_equal(quotations.items[3].continues, RO_NONE);
  ro_arena_free(document.arena);
}

static void a_forgotten_mark_does_not_swallow_the_next_paragraph(void **state) {
  (void)state;
  ro_document document;
  ro_quotations quotations = find(&document, "\"We have waited long.\nThe talks ended.");
  assert_int_equal(quotations.count, 1);
  uint32_t last = document.token_count - 1;
  assert_int_equal(quotations.states[last], RO_UNQUOTED);
  assert_int_equal(quotations.of_token[last], RO_NONE);
  ro_arena_free(document.arena);
}

static void tokens_know_how_they_stand_to_a_quotation(void **state) {
  (void)state;
  ro_document document;
  ro_quotations quotations = find(&document, "He said \"no deal\" today.");
  const uint8_t expected[] = {RO_UNQUOTED, RO_UNQUOTED,         RO_QUOTATION_OPENS, RO_QUOTED,
                              RO_QUOTED,   RO_QUOTATION_CLOSES, RO_UNQUOTED,        RO_UNQUOTED};
  assert_int_equal(document.token_count, sizeof expected);
  assert_memory_equal(quotations.states, expected, sizeof expected);
  ro_arena_free(document.arena);
}

static void a_text_of_marks_alone_is_read_in_time(void **state) {
  (void)state;
  enum { SIZE = 200000 };
  static char text[SIZE + 1];
  memset(text, '\'', SIZE);
  for (size_t i = 0; i < SIZE; i += 3)
    text[i] = ' ';
  ro_document document;
  find(&document, text);
  ro_arena_free(document.arena);
}

static int load(void **state) {
  (void)state;
  return ro_segmenter_load(&segmenter, getenv("READOUT_DATA"), NULL) == RO_OK ? 0 : 1;
}

static int unload(void **state) {
  (void)state;
  ro_segmenter_free(segmenter);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_of_all_styles_are_matched),
      cmocka_unit_test(apostrophes_are_no_quotations),
      cmocka_unit_test(single_marks_inside_double_ones_belong_to_them),
      cmocka_unit_test(a_quotation_goes_on_in_the_next_paragraph),
      cmocka_unit_test(a_forgotten_mark_does_not_swallow_the_next_paragraph),
      cmocka_unit_test(tokens_know_how_they_stand_to_a_quotation),
      cmocka_unit_test(a_row_of_apostrophes_makes_no_quotation_without_a_token),
      cmocka_unit_test(a_text_of_marks_alone_is_read_in_time),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
