/* Words and sentences of a text, printed so that a test can be read. */
#ifndef RO_TESTS_TEXT_TEST_H
#define RO_TESTS_TEXT_TEST_H

#include "unit_test.h"

#include <stdio.h>
#include <stdlib.h>

#include "text/segmenter.h"

typedef struct text_test {
  ro_segmenter *segmenter;
  ro_document document;
  char printed[4096];
} text_test;

static inline int text_test_begin(void **state) {
  text_test *test = calloc(1, sizeof *test);
  ro_error error;
  *state = test;
  return ro_segmenter_load(&test->segmenter, getenv("READOUT_DATA"), &error) == RO_OK ? 0 : -1;
}

static inline int text_test_end(void **state) {
  text_test *test = *state;
  ro_arena_free(test->document.arena);
  ro_segmenter_free(test->segmenter);
  free(test);
  return 0;
}

static inline void text_test_segment(text_test *test, const char *text, bool one_line_paragraphs) {
  ro_arena_free(test->document.arena);
  ro_arena *arena = ro_arena_create();
  test->document = (ro_document){.arena = arena,
                                 .text = ro_arena_copy_string(arena, text),
                                 .text_size = strlen(text),
                                 .one_line_paragraphs = one_line_paragraphs};
  ro_segmenter_annotate(test->segmenter, &test->document);
}

/* "I do+n't agree ." */
static inline const char *text_test_words(text_test *test, const char *text) {
  text_test_segment(test, text, false);
  size_t size = 0, inside = 0;
  for (uint32_t i = 0; i < test->document.token_count; i++) {
    const ro_token *token = &test->document.tokens[i];
    const char *between = i == 0 ? "" : inside ? "+" : " ";
    size += (size_t)snprintf(test->printed + size, sizeof test->printed - size, "%s%s", between,
                             token->form);
    if (token->multiword) inside = token->multiword;
    if (inside) inside--;
  }
  return test->printed;
}

/* The sentences with " | " between them. */
static inline const char *text_test_sentences(text_test *test, const char *text) {
  text_test_segment(test, text, false);
  size_t size = 0;
  for (uint32_t i = 0; i < test->document.sentence_count; i++) {
    ro_span span = test->document.sentences[i].span;
    size += (size_t)snprintf(test->printed + size, sizeof test->printed - size, "%s%.*s",
                             i ? " | " : "", (int)(span.end - span.start), text + span.start);
  }
  return test->printed;
}

#endif
