#include "unit_test.h"

#include <stdbool.h>

#include "syntax/tree_decoder.h"

enum { WORDS_MAX = 6, MANY = 200 };

static bool is_tree(const uint32_t *heads, uint32_t count) {
  uint32_t roots = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (heads[i] > count || heads[i] == i + 1) return false;
    roots += heads[i] == 0;
    uint32_t at = i + 1, steps = 0;
    while (at && steps++ <= count)
      at = heads[at - 1];
    if (at) return false;
  }
  return roots == 1;
}

static float sum_of(const float *scores, const uint32_t *heads, uint32_t count) {
  float sum = 0;
  for (uint32_t i = 0; i < count; i++)
    sum += scores[i * (count + 1) + heads[i]];
  return sum;
}

/* The best sum of all trees with one root, by trying every choice of heads. */
static float best_sum(const float *scores, uint32_t count) {
  uint32_t heads[WORDS_MAX] = {0};
  float best = -1e9f;
  for (;;) {
    if (is_tree(heads, count) && sum_of(scores, heads, count) > best)
      best = sum_of(scores, heads, count);
    uint32_t at = 0;
    while (at < count && heads[at] == count)
      heads[at++] = 0;
    if (at == count) return best;
    heads[at]++;
  }
}

static uint32_t next_random(uint32_t *seed) {
  *seed = *seed * 1664525 + 1013904223;
  return *seed >> 8;
}

static void no_tree_with_one_root_scores_higher(void **state) {
  (void)state;
  uint32_t seed = 1;
  for (int round = 0; round < 300; round++) {
    uint32_t count = 1 + (uint32_t)round % (WORDS_MAX - 1), heads[WORDS_MAX];
    float scores[WORDS_MAX * (WORDS_MAX + 1)];
    for (uint32_t i = 0; i < count * (count + 1); i++)
      scores[i] = (float)(next_random(&seed) % 64) / 4 - 8; /* sums are exact */
    ro_decode_tree(scores, count, heads);
    assert_true(is_tree(heads, count));
    assert_true(sum_of(scores, heads, count) == best_sum(scores, count));
  }
}

static void a_cycle_is_broken_where_it_costs_least(void **state) {
  (void)state;
  /* words 1 and 2 prefer each other; 3 is the root; entering at 2 costs less */
  const float scores[] = {0, 0, 9, 5, /**/ 0, 9, 0, 8, /**/ 7, 1, 1, 0};
  uint32_t heads[3];
  ro_decode_tree(scores, 3, heads);
  assert_int_equal(heads[0], 2);
  assert_int_equal(heads[1], 3);
  assert_int_equal(heads[2], 0);
}

static void only_one_word_hangs_below_the_root(void **state) {
  (void)state;
  static float scores[MANY * (MANY + 1)];
  uint32_t heads[MANY];
  for (uint32_t i = 0; i < MANY; i++)
    scores[i * (MANY + 1)] = 50; /* every word would like to be the root */
  ro_decode_tree(scores, MANY, heads);
  assert_true(is_tree(heads, MANY));
}

static void scores_that_are_no_numbers_still_give_a_tree(void **state) {
  (void)state;
  static float scores[MANY * (MANY + 1)];
  uint32_t heads[MANY], seed = 3;
  for (uint32_t i = 0; i < MANY * (MANY + 1); i++) {
    scores[i] = (float)(next_random(&seed) % 1000);
    if (i % 5 == 0) scores[i] /= 0.0f; /* infinite, or not a number */
  }
  ro_decode_tree(scores, MANY, heads);
  assert_true(is_tree(heads, MANY));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_tree_with_one_root_scores_higher),
      cmocka_unit_test(a_cycle_is_broken_where_it_costs_least),
      cmocka_unit_test(only_one_word_hangs_below_the_root),
      cmocka_unit_test(scores_that_are_no_numbers_still_give_a_tree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
