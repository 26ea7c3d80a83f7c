#include "unit_test.h"

#include <stdlib.h>

#include "statements/quoted_content.h"
#include "text/segmenter.h"

static ro_segmenter *segmenter;

/* A report, its paragraphs separated by line breaks, with one attribution. */
typedef struct quoted_example {
  ro_document document;
  ro_quotations quotations;
  ro_attribution attribution;
} quoted_example;

static ro_token_range range_of(const ro_document *document, const char *words) {
  const char *found = strstr(document->text, words);
  assert_non_null(found);
  size_t start = (size_t)(found - document->text), end = start + strlen(words);
  ro_token_range range = {RO_NONE, 0};
  for (uint32_t i = 0; i < document->token_count; i++) {
    ro_span span = document->tokens[i].span;
    if (span.start < start || span.end > end) continue;
    if (range.start == RO_NONE) range.start = i;
    range.end = i + 1;
  }
  return range;
}

/* Completes what the model has found of the content, and compares it with what is expected. */
static void assert_completed(const char *text, const char *cue, const char *content, size_t count,
                             const char *const *expected) {
  quoted_example example = {.document = {.arena = ro_arena_create(),
                                         .text = text,
                                         .text_size = strlen(text),
                                         .one_line_paragraphs = true}};
  ro_document *document = &example.document;
  ro_segmenter_annotate(segmenter, document);
  example.quotations = ro_quotations_find(document);
  example.attribution.cue_token = range_of(document, cue).start;
  ro_token_ranges *ranges = &example.attribution.content;
  *RO_ARENA_PUSH(document->arena, &ranges->items, ranges->count, ranges->capacity) =
      range_of(document, content);
  ro_attributions attributions = {&example.attribution, 1, 1};
  ro_feature_source source = {document, &example.quotations, NULL};
  ro_quoted_content_complete(&source, &attributions);
  assert_int_equal(ranges->count, count);
  for (size_t i = 0; i < count; i++) {
    ro_token_range wanted = range_of(document, expected[i]);
    assert_int_equal(ranges->items[i].start, wanted.start);
    assert_int_equal(ranges->items[i].end, wanted.end);
  }
  ro_arena_free(document->arena);
}

static void a_quotation_is_content_up_to_both_its_marks(void **state) {
  (void)state;
  assert_completed("She said: \"We wait. They know it. We will not wait for ever.\"", "said",
                   "\"We wait.", 1,
                   (const char *const[]){"\"We wait. They know it. We will not wait for ever.\""});
  assert_completed("\"We wait. They know it. It is late,\" she said.", "said", "It is late,\"", 1,
                   (const char *const[]){"\"We wait. They know it. It is late,\""});
}

static void what_the_content_leaves_within_a_sentence_stays_out(void **state) {
  (void)state;
  assert_completed("\"Wait, we told them,\" she said.", "said", "\"Wait,", 1,
                   (const char *const[]){"\"Wait,"});
}

static void a_quotation_without_a_cue_goes_on_with_the_one_before(void **state) {
  (void)state;
  assert_completed("\"We wait,\" she said. \"They have known it for a year.\"", "said",
                   "\"We wait,\"", 2,
                   (const char *const[]){"\"We wait,\"", "\"They have known it for a year.\""});
  assert_completed("\"We wait,\" she said.\n\"They have known it for a year.\"\nThe talks ended.",
                   "said", "\"We wait,\"", 2,
                   (const char *const[]){"\"We wait,\"", "\"They have known it for a year.\""});
}

static void a_quotation_with_words_of_the_report_around_it_is_left(void **state) {
  (void)state;
  assert_completed("\"We wait,\" she said. But \"they have known it for a year\", she knew.",
                   "said", "\"We wait,\"", 1, (const char *const[]){"\"We wait,\""});
  assert_completed("\"We wait,\" she said.\nThe talks ended.\n\"They have known it for a year.\"",
                   "said", "\"We wait,\"", 1, (const char *const[]){"\"We wait,\""});
}

static void an_open_quotation_goes_on_in_the_next_paragraph(void **state) {
  (void)state;
  assert_completed("She said: \"We wait.\n\"They know it.\"\nThe talks ended.", "said",
                   "\"We wait.", 2, (const char *const[]){"\"We wait.", "\"They know it.\""});
}

static void the_paragraph_that_another_cue_claims_is_left_to_it(void **state) {
  (void)state;
  const char *text = "Orlova said: \"We wait.\n\"They know it,\" the mayor added.";
  ro_document document = {.arena = ro_arena_create(),
                          .text = text,
                          .text_size = strlen(text),
                          .one_line_paragraphs = true};
  ro_segmenter_annotate(segmenter, &document);
  ro_quotations quotations = ro_quotations_find(&document);
  ro_token_range contents[] = {range_of(&document, "\"We wait."),
                               range_of(&document, "\"They know it,\"")};
  ro_attribution items[2] = {{.cue_token = range_of(&document, "said").start},
                             {.cue_token = range_of(&document, "added").start}};
  for (int i = 0; i < 2; i++)
    *RO_ARENA_PUSH(document.arena, &items[i].content.items, items[i].content.count,
                   items[i].content.capacity) = contents[i];
  ro_feature_source source = {&document, &quotations, NULL};
  ro_quoted_content_complete(&source, &(ro_attributions){items, 2, 2});
  assert_int_equal(items[0].content.count, 1);
  assert_int_equal(items[1].content.count, 1);
  ro_arena_free(document.arena);
}

static int load(void **state) {
  (void)state;
  return ro_segmenter_load(&segmenter, getenv("READOUT_DATA"), NULL) == RO_OK ? 0 : -1;
}

static int unload(void **state) {
  (void)state;
  ro_segmenter_free(segmenter);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_quotation_is_content_up_to_both_its_marks),
      cmocka_unit_test(what_the_content_leaves_within_a_sentence_stays_out),
      cmocka_unit_test(a_quotation_without_a_cue_goes_on_with_the_one_before),
      cmocka_unit_test(a_quotation_with_words_of_the_report_around_it_is_left),
      cmocka_unit_test(an_open_quotation_goes_on_in_the_next_paragraph),
      cmocka_unit_test(the_paragraph_that_another_cue_claims_is_left_to_it),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
