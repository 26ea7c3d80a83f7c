/* What wordings are about, and the table of synonyms behind it. */
#include "unit_test.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "ledger/features/terms.h"

static ro_vocabulary *vocabulary;
static ro_arena *arena;

static int load(void **state) {
  (void)state;
  arena = ro_arena_create();
  return ro_vocabulary_load(&vocabulary, getenv("READOUT_DATA"), NULL) == RO_OK ? 0 : -1;
}

static int unload(void **state) {
  (void)state;
  ro_vocabulary_free(vocabulary);
  ro_arena_free(arena);
  return 0;
}

static ro_terms terms_of(const char *text) {
  return ro_terms_of(vocabulary, arena, text, (ro_span){0, (uint32_t)strlen(text)}, NULL, 0);
}

static uint32_t likeness(const char *a, const char *b) {
  return ro_terms_likeness(terms_of(a), terms_of(b));
}

static void regular_endings_come_off(void **state) {
  (void)state;
  static const char *const pairs[][2] = {
      {"inspections", "inspection"}, {"stopped", "stop"}, {"stopping", "stop"},
      {"parties", "party"},          {"passes", "pass"},  {"signed", "sign"},
      {"released", "release"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    char one[32], other[32];
    snprintf(one, sizeof one, "%s", pairs[i][0]);
    snprintf(other, sizeof other, "%s", pairs[i][1]);
    ro_stem(one);
    ro_stem(other);
    assert_string_equal(one, other);
  }
}

static void short_words_keep_their_letters(void **state) {
  (void)state;
  char word[] = "sing";
  ro_stem(word);
  assert_string_equal(word, "sing");
}

static void synonyms_count_as_one_word(void **state) {
  (void)state;
  assert_int_equal(likeness("a written reply", "an answer in writing"), 1000);
}

static void words_that_say_nothing_do_not_count(void **state) {
  (void)state;
  assert_int_equal(terms_of("he said on Tuesday that it would").count, 0);
}

static void the_same_matter_is_more_alike_than_another(void **state) {
  (void)state;
  uint32_t same = likeness("cut its capelin quota by a third", "accept a lower capelin quota");
  uint32_t other = likeness("cut its capelin quota by a third", "open the logs of patrol ships");
  assert_true(same > 500);
  assert_true(other < 200);
}

static void nothing_is_like_nothing(void **state) {
  (void)state;
  assert_int_equal(likeness("", ""), 0);
  assert_int_equal(likeness("capelin quota", ""), 0);
}

static void skipped_spans_give_no_terms(void **state) {
  (void)state;
  const char text[] = "Dahl hands over logs";
  ro_span name = {0, 4}, whole = {0, sizeof text - 1};
  ro_terms with = ro_terms_of(vocabulary, arena, text, whole, NULL, 0);
  ro_terms without = ro_terms_of(vocabulary, arena, text, whole, &name, 1);
  assert_int_equal(without.count + 1, with.count);
}

static void the_table_names_each_word_once(void **state) {
  (void)state;
  ro_table table;
  const char *path = ro_path_join(arena, getenv("READOUT_DATA"), "matters.tsv");
  assert_int_equal(ro_table_read(&table, arena, path, 3, NULL), RO_OK);
  const char **words = NULL, **concepts = NULL;
  size_t count = 0, concept_count = 0, capacity = 0, concept_capacity = 0;
  for (size_t i = 0; i < table.row_count; i++) {
    const char *const *columns = table.rows[i].columns;
    unsigned long weight = strtoul(columns[1], NULL, 10);
    assert_true(strcmp(columns[0], "-") == 0 ? weight == 0 : weight >= 1 && weight <= 9);
    char *rest = ro_arena_copy_string(arena, columns[2]);
    for (char *word; (word = strsep(&rest, " "));) {
      for (size_t k = 0; k < count; k++)
        if (strcmp(words[k], word) == 0)
          fail_msg("matters.tsv:%zu: '%s' stands under %s already", table.rows[i].line, word,
                   concepts[k]);
      *RO_ARENA_PUSH(arena, &words, count, capacity) = word;
      *RO_ARENA_PUSH(arena, &concepts, concept_count, concept_capacity) = columns[0];
    }
  }
  assert_true(count > 500);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(regular_endings_come_off),
      cmocka_unit_test(short_words_keep_their_letters),
      cmocka_unit_test(synonyms_count_as_one_word),
      cmocka_unit_test(words_that_say_nothing_do_not_count),
      cmocka_unit_test(the_same_matter_is_more_alike_than_another),
      cmocka_unit_test(nothing_is_like_nothing),
      cmocka_unit_test(skipped_spans_give_no_terms),
      cmocka_unit_test(the_table_names_each_word_once),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
