#include "unit_test.h"

#include <math.h>
#include <stdlib.h>

#include "syntax/kernels.h"

enum { OUTPUTS = 16 * 9, INPUTS = 4 * 37, ROWS = 23, SIZE = 16 * 21 };

/* The same numbers on every machine. */
static uint32_t next_random(uint32_t *seed) {
  *seed = *seed * 1664525 + 1013904223;
  return *seed >> 8;
}

static float random_float(uint32_t *seed, float largest) {
  return ((float)(next_random(seed) % 20001) / 10000.0f - 1.0f) * largest;
}

/* Values of all sizes: small ones, large ones, and those at the edges. */
static void fill(float *values, size_t size, uint32_t seed) {
  static const float edges[] = {0.0f, -0.0f, 4.0f, -4.0f, 100.0f, -100.0f, 1e30f, -1e30f, 1e-30f};
  for (size_t i = 0; i < size; i++)
    values[i] = random_float(&seed, i % 3 ? 5.0f : 0.1f);
  for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
    values[(7 * i) % size] = edges[i];
}

static int8_t weights[OUTPUTS * INPUTS], x[ROWS * INPUTS];
static float scales[OUTPUTS], bias[OUTPUTS];
static int32_t sums[OUTPUTS];

static ro_matrix make_matrix(uint32_t seed, int extreme) {
  for (size_t i = 0; i < sizeof weights; i++)
    weights[i] = (int8_t)(extreme ? extreme : (int)(next_random(&seed) % 255) - 127);
  for (size_t i = 0; i < sizeof x; i++)
    x[i] = (int8_t)(extreme ? 127 : (int)(next_random(&seed) % 255) - 127);
  for (size_t output = 0; output < OUTPUTS; output++) {
    scales[output] = random_float(&seed, 0.01f);
    bias[output] = random_float(&seed, 2.0f);
    sums[output] = 0;
    const int8_t *block = weights + output / RO_LANES * RO_LANES * INPUTS;
    for (size_t k = 0; k < INPUTS; k++)
      sums[output] += block[k / 4 * RO_LANES * 4 + output % RO_LANES * 4 + k % 4];
  }
  return (ro_matrix){OUTPUTS, INPUTS, weights, scales, bias, sums};
}

/* The product as its definition says. */
static float product(const ro_matrix *matrix, size_t row, size_t output) {
  int32_t sum = 0;
  const int8_t *block = matrix->weights + output / RO_LANES * RO_LANES * INPUTS;
  for (size_t k = 0; k < INPUTS; k++)
    sum += x[row * INPUTS + k] * block[k / 4 * RO_LANES * 4 + output % RO_LANES * 4 + k % 4];
  return (float)sum * scales[output] + bias[output];
}

static void check_products(int extreme) {
  ro_matrix matrix = make_matrix(5, extreme);
  static float out[ROWS * OUTPUTS];
  for (const ro_kernels *const *all = ro_kernels_all(); *all; all++)
    for (size_t rows = 0; rows <= ROWS; rows++) { /* every remainder of the blocks of rows */
      memset(out, 0xEE, sizeof out);
      (*all)->multiply(&matrix, x, rows, out);
      for (size_t row = 0; row < rows; row++)
        for (size_t output = 0; output < OUTPUTS; output++) {
          float expected = product(&matrix, row, output);
          assert_memory_equal(&out[row * OUTPUTS + output], &expected, sizeof expected);
        }
    }
}

static void products_are_exact_on_every_processor(void **state) {
  (void)state;
  check_products(0);
}

static void the_largest_weights_and_values_do_not_overflow(void **state) {
  (void)state;
  check_products(127);
  check_products(-127);
}

/* What each kernel makes of the same values, one after another. */
typedef struct results {
  float normal[SIZE], state[SIZE], gated[SIZE], sum[SIZE];
  int8_t bytes[SIZE], positive[SIZE], blended[SIZE];
} results;

static void run_all(const ro_kernels *kernels, results *out) {
  static float a[SIZE], b[SIZE], c[SIZE];
  fill(a, SIZE, 1);
  fill(b, SIZE, 2);
  fill(c, SIZE, 3);
  memset(out, 0, sizeof *out);
  for (size_t i = 0; i < SIZE; i++) /* squares of the largest would be infinite */
    out->sum[i] = a[i] > 1e10f || a[i] < -1e10f ? 1.0f : a[i];
  kernels->normalize(out->sum, SIZE, out->normal);
  kernels->quantize(a, SIZE, out->bytes);
  kernels->rectify(a, SIZE, out->positive);
  kernels->blend(a, b, c, (const float *const[3]){c, a, b}, SIZE, out->blended);
  for (int i = 0; i < 3; i++)
    kernels->step(out->normal, b, SIZE, out->state);
  memcpy(out->gated, out->normal, sizeof out->gated);
  kernels->gate(c, SIZE, out->gated);
  kernels->add(b, SIZE, out->sum);
}

static void all_versions_give_the_same_bits(void **state) {
  (void)state;
  static results expected, found;
  const ro_kernels *const *all = ro_kernels_all();
  run_all(all[0], &expected);
  for (all++; *all; all++) {
    run_all(*all, &found);
    assert_memory_equal(expected.normal, found.normal, sizeof found.normal);
    assert_memory_equal(expected.state, found.state, sizeof found.state);
    assert_memory_equal(expected.gated, found.gated, sizeof found.gated);
    assert_memory_equal(expected.sum, found.sum, sizeof found.sum);
    assert_memory_equal(expected.bytes, found.bytes, sizeof found.bytes);
    assert_memory_equal(expected.positive, found.positive, sizeof found.positive);
    assert_memory_equal(expected.blended, found.blended, sizeof found.blended);
  }
}

static void rows_are_summed_on_every_processor(void **state) {
  (void)state;
  enum { WIDTH = 16 * 2 + 5, COUNT = 9 };
  static int8_t table[ROWS * WIDTH];
  uint32_t rows[COUNT], seed = 7;
  for (size_t i = 0; i < sizeof table; i++)
    table[i] = (int8_t)((int)(next_random(&seed) % 255) - 127);
  for (size_t i = 0; i < COUNT; i++)
    rows[i] = next_random(&seed) % ROWS;
  for (const ro_kernels *const *all = ro_kernels_all(); *all; all++)
    for (size_t count = 0; count <= COUNT; count++) {
      float out[WIDTH];
      (*all)->add_rows(table, rows, count, WIDTH, 0.37f, out);
      for (size_t i = 0; i < WIDTH; i++) {
        int32_t sum = 0;
        for (size_t row = 0; row < count; row++)
          sum += table[rows[row] * WIDTH + i];
        float expected = (float)sum * 0.37f;
        assert_memory_equal(&out[i], &expected, sizeof expected);
      }
    }
}

static void the_first_of_the_largest_values_is_found(void **state) {
  (void)state;
  float values[37] = {NAN, 0};
  for (const ro_kernels *const *all = ro_kernels_all(); *all; all++) {
    assert_int_equal((*all)->largest(values, 1), 0);
    for (size_t size = 1; size <= 36; size++)
      for (size_t best = 0; best < size; best++) {
        for (size_t i = 0; i < size; i++)
          values[i] = i < best ? -1.0f : i == size - 1 || i == best ? 2.0f : i % 3 ? NAN : 1.0f;
        assert_int_equal((*all)->largest(values, size), best);
      }
  }
}

static void values_are_clipped_and_rounded_to_the_nearest_step(void **state) {
  (void)state;
  float values[RO_LANES] = {0, 4, -4, 9, -9, 1, 0.0157f, 0.0158f, INFINITY, NAN};
  static const int8_t expected[] = {0, 127, -127, 127, -127, 32, 0, 1, 127, -127};
  int8_t bytes[RO_LANES];
  for (const ro_kernels *const *all = ro_kernels_all(); *all; all++) {
    (*all)->quantize(values, RO_LANES, bytes);
    assert_memory_equal(bytes, expected, sizeof expected);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(products_are_exact_on_every_processor),
      cmocka_unit_test(the_largest_weights_and_values_do_not_overflow),
      cmocka_unit_test(all_versions_give_the_same_bits),
      cmocka_unit_test(rows_are_summed_on_every_processor),
      cmocka_unit_test(the_first_of_the_largest_values_is_found),
      cmocka_unit_test(values_are_clipped_and_rounded_to_the_nearest_step),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
