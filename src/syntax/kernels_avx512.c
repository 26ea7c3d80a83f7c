#include "syntax/kernels_versions.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define KERNEL_TARGET __attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#include "syntax/kernels_body.h"

enum { TILE_ROWS = 4, TILE_BLOCKS = 4 };

/* The instruction takes one unsigned factor: 128 is added to each value, and 128 times the sum of
 * the weights taken away at the start. */
KERNEL_TARGET static inline __m512i start(const ro_matrix *matrix, size_t first) {
  __m512i sums = _mm512_loadu_si512(matrix->sums + first);
  return _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_slli_epi32(sums, 7));
}

KERNEL_TARGET static inline __m512i spread(const int8_t *x) {
  int32_t four;
  memcpy(&four, x, sizeof four);
  return _mm512_xor_si512(_mm512_set1_epi32(four), _mm512_set1_epi8((char)0x80));
}

KERNEL_TARGET static void store(const ro_matrix *matrix, uint32_t first, __m512i sums, float *out) {
  __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(sums), _mm512_loadu_ps(matrix->scales + first));
  _mm512_storeu_ps(out + first, _mm512_add_ps(scaled, _mm512_loadu_ps(matrix->bias + first)));
}

#define ADD_PRODUCTS(sum, x)                                                                       \
  do {                                                                                             \
    __m512i values = spread(x);                                                                    \
    sum##0 = _mm512_dpbusd_epi32(sum##0, values, v0);                                              \
    sum##1 = _mm512_dpbusd_epi32(sum##1, values, v1);                                              \
    sum##2 = _mm512_dpbusd_epi32(sum##2, values, v2);                                              \
    sum##3 = _mm512_dpbusd_epi32(sum##3, values, v3);                                              \
  } while (0)

/* One to four blocks of outputs for one to four rows. */
KERNEL_TARGET static void tile(const ro_matrix *matrix, uint32_t first, size_t blocks,
                               const int8_t *x, size_t rows, float *out) {
  size_t inputs = matrix->inputs, stride = RO_LANES * inputs;
  size_t second = ro_smaller(1, blocks - 1), third = ro_smaller(2, blocks - 1);
  size_t fourth = ro_smaller(3, blocks - 1);
  const int8_t *w0 = matrix->weights + first * inputs, *w1 = w0 + second * stride;
  const int8_t *w2 = w0 + third * stride, *w3 = w0 + fourth * stride;
  const int8_t *x1 = x + ro_smaller(1, rows - 1) * inputs,
               *x2 = x + ro_smaller(2, rows - 1) * inputs;
  const int8_t *x3 = x + ro_smaller(3, rows - 1) * inputs;
  __m512i a0 = start(matrix, first), a1 = start(matrix, first + second * RO_LANES);
  __m512i a2 = start(matrix, first + third * RO_LANES);
  __m512i a3 = start(matrix, first + fourth * RO_LANES);
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
  const __m512i sums[TILE_ROWS][TILE_BLOCKS] = {
      {a0, a1, a2, a3}, {b0, b1, b2, b3}, {c0, c1, c2, c3}, {d0, d1, d2, d3}};
  for (size_t row = 0; row < rows; row++)
    for (size_t block = 0; block < blocks; block++)
      store(matrix, first + (uint32_t)(block * RO_LANES), sums[row][block],
            out + row * matrix->outputs);
}

KERNEL_TARGET static void multiply(const ro_matrix *matrix, const int8_t *x, size_t rows,
                                   float *out) {
  const uint32_t wide = RO_LANES * TILE_BLOCKS;
  for (uint32_t first = 0; first < matrix->outputs; first += wide) {
    size_t blocks = ro_smaller((matrix->outputs - first) / RO_LANES, TILE_BLOCKS);
    for (size_t row = 0; row < rows; row += TILE_ROWS)
      tile(matrix, first, blocks, x + row * matrix->inputs, ro_smaller(rows - row, TILE_ROWS),
           out + row * matrix->outputs);
  }
}

const ro_kernels ro_kernels_avx512 = RO_KERNELS("avx512");

bool ro_can_avx512(void) {
  return ro_can_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vnni");
}

#endif
