#include "syntax/kernels.h"

#include <stdbool.h>

#define KERNEL(name) name##_plain
#define KERNEL_TARGET
#include "syntax/kernels_body.h"
#undef KERNEL
#undef KERNEL_TARGET

/* The weights of a block, one output after another, in the width that compilers have a sum of
 * products for. */
static void unpack_block(const ro_matrix *matrix, uint32_t first, int16_t *restrict out) {
  const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
  for (uint32_t k = 0; k < matrix->inputs; k += 4)
    for (uint32_t lane = 0; lane < RO_LANES; lane++)
      for (uint32_t j = 0; j < 4; j++)
        out[lane * matrix->inputs + k + j] = *weights++;
}

static int32_t sum_products(const int16_t *restrict a, const int16_t *restrict b, size_t size) {
  int32_t sum = 0;
  for (size_t i = 0; i < size; i++)
    sum += a[i] * b[i];
  return sum;
}

static void multiply_plain(const ro_matrix *matrix, const int8_t *x, size_t rows, float *out) {
  int16_t weights[RO_LANES * RO_INPUTS_MAX], values[RO_INPUTS_MAX];
  size_t inputs = matrix->inputs;
  for (uint32_t first = 0; first < matrix->outputs; first += RO_LANES) {
    unpack_block(matrix, first, weights);
    for (size_t row = 0; row < rows; row++) {
      for (size_t k = 0; k < inputs; k++)
        values[k] = x[row * inputs + k];
      float *to = out + row * matrix->outputs + first;
      for (uint32_t lane = 0; lane < RO_LANES; lane++)
        to[lane] = (float)sum_products(weights + lane * inputs, values, inputs) *
                       matrix->scales[first + lane] +
                   matrix->bias[first + lane];
    }
  }
}

static const ro_kernels plain = {
    .name = "plain",
    .multiply = multiply_plain,
    .normalize = normalize_plain,
    .quantize = quantize_plain,
    .blend = blend_plain,
    .step = step_plain,
    .gate = gate_plain,
    .add = add_plain,
    .rectify = rectify_plain,
};

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET_AVX2   __attribute__((target("avx2")))
#define TARGET_AVX512 __attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))

#define KERNEL(name)  name##_avx2
#define KERNEL_TARGET TARGET_AVX2
#include "syntax/kernels_body.h"
#undef KERNEL
#undef KERNEL_TARGET

#define KERNEL(name)  name##_avx512
#define KERNEL_TARGET TARGET_AVX512
#include "syntax/kernels_body.h"
#undef KERNEL
#undef KERNEL_TARGET

/* Products are made in tiles of a few rows by a few blocks of outputs, whose sums stay in
 * registers; they are named one by one, since compilers keep arrays of vectors in memory. Where a
 * tile sticks out over the last row or block, that one is done again and not stored. */
enum { TILE_ROWS_AVX2 = 2, TILE_ROWS_AVX512 = 4, TILE_BLOCKS_AVX512 = 4 };

static inline size_t smaller(size_t a, size_t b) {
  return a < b ? a : b;
}

/* A row sign-extended to 16 bits. */
TARGET_AVX2 static inline void widen_row_avx2(const int8_t *restrict x, size_t size,
                                              int16_t *restrict out) {
  for (size_t i = 0; i < size; i++)
    out[i] = x[i];
}

/* Four values in each quarter of a register. */
TARGET_AVX2 static inline __m256i spread_avx2(const int16_t *x) {
  int64_t four;
  memcpy(&four, x, sizeof four);
  return _mm256_set1_epi64x(four);
}

TARGET_AVX2 static inline __m256i widen_avx2(const int8_t *weights) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)weights));
}

TARGET_AVX2 static inline __m256i add_product_avx2(__m256i sum, __m256i weights, __m256i values) {
  return _mm256_add_epi32(sum, _mm256_madd_epi16(weights, values));
}

/* Eight outputs from two registers with sums of pairs. */
TARGET_AVX2 static inline void store_avx2(const ro_matrix *matrix, uint32_t first, __m256i low,
                                          __m256i high, float *out) {
  __m256i sums = _mm256_permute4x64_epi64(_mm256_hadd_epi32(low, high), 0xD8);
  __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_loadu_ps(matrix->scales + first));
  _mm256_storeu_ps(out + first, _mm256_add_ps(scaled, _mm256_loadu_ps(matrix->bias + first)));
}

/* One block of outputs for one or two rows. */
TARGET_AVX2 static void tile_avx2(const ro_matrix *matrix, uint32_t first, const int8_t *x,
                                  size_t rows, float *out) {
  const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
  int16_t values_a[RO_INPUTS_MAX], values_b[RO_INPUTS_MAX];
  widen_row_avx2(x, matrix->inputs, values_a);
  widen_row_avx2(rows > 1 ? x + matrix->inputs : x, matrix->inputs, values_b);
  __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, a3 = a0;
  __m256i b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  for (uint32_t k = 0; k < matrix->inputs; k += 4, weights += RO_LANES * 4) {
    __m256i w0 = widen_avx2(weights), w1 = widen_avx2(weights + 16);
    __m256i w2 = widen_avx2(weights + 32), w3 = widen_avx2(weights + 48);
    __m256i values = spread_avx2(values_a + k);
    a0 = add_product_avx2(a0, w0, values);
    a1 = add_product_avx2(a1, w1, values);
    a2 = add_product_avx2(a2, w2, values);
    a3 = add_product_avx2(a3, w3, values);
    values = spread_avx2(values_b + k);
    b0 = add_product_avx2(b0, w0, values);
    b1 = add_product_avx2(b1, w1, values);
    b2 = add_product_avx2(b2, w2, values);
    b3 = add_product_avx2(b3, w3, values);
  }
  store_avx2(matrix, first, a0, a1, out);
  store_avx2(matrix, first + 8, a2, a3, out);
  if (rows < 2) return;
  store_avx2(matrix, first, b0, b1, out + matrix->outputs);
  store_avx2(matrix, first + 8, b2, b3, out + matrix->outputs);
}

TARGET_AVX2 static void multiply_avx2(const ro_matrix *matrix, const int8_t *x, size_t rows,
                                      float *out) {
  for (uint32_t first = 0; first < matrix->outputs; first += RO_LANES)
    for (size_t row = 0; row < rows; row += TILE_ROWS_AVX2)
      tile_avx2(matrix, first, x + row * matrix->inputs, smaller(rows - row, TILE_ROWS_AVX2),
                out + row * matrix->outputs);
}

/* The instruction takes one unsigned factor: 128 is added to each value, and 128 times the sum of
 * the weights taken away at the start. */
TARGET_AVX512 static inline __m512i start_avx512(const ro_matrix *matrix, size_t first) {
  __m512i sums = _mm512_loadu_si512(matrix->sums + first);
  return _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_slli_epi32(sums, 7));
}

TARGET_AVX512 static inline __m512i spread_avx512(const int8_t *x) {
  int32_t four;
  memcpy(&four, x, sizeof four);
  return _mm512_xor_si512(_mm512_set1_epi32(four), _mm512_set1_epi8((char)0x80));
}

TARGET_AVX512 static void store_avx512(const ro_matrix *matrix, uint32_t first, __m512i sums,
                                       float *out) {
  __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(sums), _mm512_loadu_ps(matrix->scales + first));
  _mm512_storeu_ps(out + first, _mm512_add_ps(scaled, _mm512_loadu_ps(matrix->bias + first)));
}

#define ADD_PRODUCTS(sum, x)                                                                       \
  do {                                                                                             \
    __m512i values = spread_avx512(x);                                                             \
    sum##0 = _mm512_dpbusd_epi32(sum##0, values, v0);                                              \
    sum##1 = _mm512_dpbusd_epi32(sum##1, values, v1);                                              \
    sum##2 = _mm512_dpbusd_epi32(sum##2, values, v2);                                              \
    sum##3 = _mm512_dpbusd_epi32(sum##3, values, v3);                                              \
  } while (0)

/* One to four blocks of outputs for one to four rows. */
TARGET_AVX512 static void tile_avx512(const ro_matrix *matrix, uint32_t first, size_t blocks,
                                      const int8_t *x, size_t rows, float *out) {
  size_t inputs = matrix->inputs, stride = RO_LANES * inputs;
  size_t second = smaller(1, blocks - 1), third = smaller(2, blocks - 1);
  size_t fourth = smaller(3, blocks - 1);
  const int8_t *w0 = matrix->weights + first * inputs, *w1 = w0 + second * stride;
  const int8_t *w2 = w0 + third * stride, *w3 = w0 + fourth * stride;
  const int8_t *x1 = x + smaller(1, rows - 1) * inputs, *x2 = x + smaller(2, rows - 1) * inputs;
  const int8_t *x3 = x + smaller(3, rows - 1) * inputs;
  __m512i a0 = start_avx512(matrix, first), a1 = start_avx512(matrix, first + second * RO_LANES);
  __m512i a2 = start_avx512(matrix, first + third * RO_LANES);
  __m512i a3 = start_avx512(matrix, first + fourth * RO_LANES);
  __m512i b0 = a0, b1 = a1, b2 = a2, b3 = a3, c0 = a0, c1 = a1, c2 = a2, c3 = a3;
  __m512i d0 = a0, d1 = a1, d2 = a2, d3 = a3;
  for (size_t k = 0; k < inputs; k += 4) {
    __m512i v0 = _mm512_loadu_si512(w0 + k * RO_LANES), v1 = _mm512_loadu_si512(w1 + k * RO_LANES);
    __m512i v2 = _mm512_loadu_si512(w2 + k * RO_LANES), v3 = _mm512_loadu_si512(w3 + k * RO_LANES);
    ADD_PRODUCTS(a, x + k);
    ADD_PRODUCTS(b, x1 + k);
    ADD_PRODUCTS(c, x2 + k);
    ADD_PRODUCTS(d, x3 + k);
  }
  const __m512i sums[TILE_ROWS_AVX512][TILE_BLOCKS_AVX512] = {
      {a0, a1, a2, a3}, {b0, b1, b2, b3}, {c0, c1, c2, c3}, {d0, d1, d2, d3}};
  for (size_t row = 0; row < rows; row++)
    for (size_t block = 0; block < blocks; block++)
      store_avx512(matrix, first + (uint32_t)(block * RO_LANES), sums[row][block],
                   out + row * matrix->outputs);
}

TARGET_AVX512 static void multiply_avx512(const ro_matrix *matrix, const int8_t *x, size_t rows,
                                          float *out) {
  const uint32_t wide = RO_LANES * TILE_BLOCKS_AVX512;
  for (uint32_t first = 0; first < matrix->outputs; first += wide) {
    size_t blocks = smaller((matrix->outputs - first) / RO_LANES, TILE_BLOCKS_AVX512);
    for (size_t row = 0; row < rows; row += TILE_ROWS_AVX512)
      tile_avx512(matrix, first, blocks, x + row * matrix->inputs,
                  smaller(rows - row, TILE_ROWS_AVX512), out + row * matrix->outputs);
  }
}

static const ro_kernels avx2 = {
    .name = "avx2",
    .multiply = multiply_avx2,
    .normalize = normalize_avx2,
    .quantize = quantize_avx2,
    .blend = blend_avx2,
    .step = step_avx2,
    .gate = gate_avx2,
    .add = add_avx2,
    .rectify = rectify_avx2,
};

static const ro_kernels avx512 = {
    .name = "avx512",
    .multiply = multiply_avx512,
    .normalize = normalize_avx512,
    .quantize = quantize_avx512,
    .blend = blend_avx512,
    .step = step_avx512,
    .gate = gate_avx512,
    .add = add_avx512,
    .rectify = rectify_avx512,
};

static bool can_avx2(void) {
  return __builtin_cpu_supports("avx2");
}

static bool can_avx512(void) {
  return can_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vnni");
}

const ro_kernels *const *ro_kernels_all(void) {
  static const ro_kernels *const upto_avx512[] = {&plain, &avx2, &avx512, NULL};
  static const ro_kernels *const upto_avx2[] = {&plain, &avx2, NULL};
  static const ro_kernels *const only_plain[] = {&plain, NULL};
  return can_avx512() ? upto_avx512 : can_avx2() ? upto_avx2 : only_plain;
}

#else

const ro_kernels *const *ro_kernels_all(void) {
  static const ro_kernels *const only_plain[] = {&plain, NULL};
  return only_plain;
}

#endif

const ro_kernels *ro_kernels_best(void) {
  const ro_kernels *const *all = ro_kernels_all();
  while (all[1])
    all++;
  return all[0];
}
