#include "syntax/kernels_versions.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KERNEL_TARGET __attribute__((target("avx2")))
#include "syntax/kernels_body.h"

enum { TILE_ROWS = 2 };

/* A row sign-extended to 16 bits. */
KERNEL_TARGET static inline void widen_row(const int8_t *restrict x, size_t size,
                                           int16_t *restrict out) {
  for (size_t i = 0; i < size; i++)
    out[i] = x[i];
}

/* Four values in each quarter of a register. */
KERNEL_TARGET static inline __m256i spread(const int16_t *x) {
  int64_t four;
  memcpy(&four, x, sizeof four);
  return _mm256_set1_epi64x(four);
}

KERNEL_TARGET static inline __m256i widen(const int8_t *weights) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)weights));
}

KERNEL_TARGET static inline __m256i add_product(__m256i sum, __m256i weights, __m256i values) {
  return _mm256_add_epi32(sum, _mm256_madd_epi16(weights, values));
}

/* Eight outputs from two registers with sums of pairs. */
KERNEL_TARGET static inline void store(const ro_matrix *matrix, uint32_t first, __m256i low,
                                       __m256i high, float *out) {
  __m256i sums = _mm256_permute4x64_epi64(_mm256_hadd_epi32(low, high), 0xD8);
  __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_loadu_ps(matrix->scales + first));
  _mm256_storeu_ps(out + first, _mm256_add_ps(scaled, _mm256_loadu_ps(matrix->bias + first)));
}

/* One block of outputs for one or two rows. */
KERNEL_TARGET static void tile(const ro_matrix *matrix, uint32_t first, const int8_t *x,
                               size_t rows, float *out) {
  const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
  int16_t values_a[RO_INPUTS_MAX], values_b[RO_INPUTS_MAX];
  widen_row(x, matrix->inputs, values_a);
  widen_row(rows > 1 ? x + matrix->inputs : x, matrix->inputs, values_b);
  __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, a3 = a0;
  __m256i b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  for (uint32_t k = 0; k < matrix->inputs; k += 4, weights += RO_LANES * 4) {
    __m256i w0 = widen(weights), w1 = widen(weights + 16);
    __m256i w2 = widen(weights + 32), w3 = widen(weights + 48);
    __m256i values = spread(values_a + k);
    a0 = add_product(a0, w0, values);
    a1 = add_product(a1, w1, values);
    a2 = add_product(a2, w2, values);
    a3 = add_product(a3, w3, values);
    values = spread(values_b + k);
    b0 = add_product(b0, w0, values);
    b1 = add_product(b1, w1, values);
    b2 = add_product(b2, w2, values);
    b3 = add_product(b3, w3, values);
  }
  store(matrix, first, a0, a1, out);
  store(matrix, first + 8, a2, a3, out);
  if (rows < 2) return;
  store(matrix, first, b0, b1, out + matrix->outputs);
  store(matrix, first + 8, b2, b3, out + matrix->outputs);
}

KERNEL_TARGET static void multiply(const ro_matrix *matrix, const int8_t *x, size_t rows,
                                   float *out) {
  for (uint32_t first = 0; first < matrix->outputs; first += RO_LANES)
    for (size_t row = 0; row < rows; row += TILE_ROWS)
      tile(matrix, first, x + row * matrix->inputs, ro_smaller(rows - row, TILE_ROWS),
           out + row * matrix->outputs);
}

const ro_kernels ro_kernels_avx2 = RO_KERNELS("avx2");

bool ro_can_avx2(void) {
  return __builtin_cpu_supports("avx2");
}

#endif
