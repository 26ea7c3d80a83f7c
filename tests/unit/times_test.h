/* Reads a sentence or two with the shipped rules, on words alone (no tree), for the tests of the
 * times layer. */
#ifndef RO_TESTS_TIMES_TEST_H
#define RO_TESTS_TIMES_TEST_H

#include "unit_test.h"

#include <stdlib.h>

#include "text/segmenter.h"
#include "times/time_finder.h"

static ro_segmenter *test_segmenter;
static ro_time_finder *test_finder;

static int load_rules(void **state) {
  (void)state;
  const char *data = getenv("READOUT_DATA");
  ro_error error;
  if (!data || ro_segmenter_load(&test_segmenter, data, &error) != RO_OK) return -1;
  return ro_time_finder_load(&test_finder, data, &error) == RO_OK ? 0 : -1;
}

static int free_rules(void **state) {
  (void)state;
  ro_time_finder_free(test_finder);
  ro_segmenter_free(test_segmenter);
  return 0;
}

/* A text published on `published` ("2022-01-18"; "": on no known day), as the layer leaves it. The
 * caller frees the arena. */
static ro_document read_text(const char *text, const char *published) {
  ro_document document = {.arena = ro_arena_create(),
                          .text = text,
                          .text_size = strlen(text),
                          .published = ro_day_parse(published)};
  ro_segmenter_annotate(test_segmenter, &document);
  ro_time_finder_annotate(test_finder, &document);
  return document;
}

#endif
