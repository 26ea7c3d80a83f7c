#include "syntax/kernels.h"

#include <stdbool.h>

#define KERNEL(name) name##_plain
#define KERNEL_TARGET
#include "syntax/kernels_body.h"
#undef KERNEL
#undef KERNEL_TARGET

static void multiply_block(const int8_t *restrict weights, const int8_t *restrict x,
                           uint32_t inputs, int32_t *restrict sums) {
  for (uint32_t k = 0; k < inputs; k += 4, weights += RO_LANES * 4)
    for (uint32_t lane = 0; lane < RO_LANES; lane++)
      for (uint32_t j = 0; j < 4; j++)
        sums[lane] += weights[4 * lane + j] * x[k + j];
}

static void multiply_plain(const ro_matrix *matrix, const int8_t *x, size_t rows, float *out) {
  for (uint32_t first = 0; first < matrix->outputs; first += RO_LANES) {
    const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
    for (size_t row = 0; row < rows; row++) {
      int32_t sums[RO_LANES] = {0};
      multiply_block(weights, x + row * matrix->inputs, matrix->inputs, sums);
      float *to = out + row * matrix->outputs + first;
      for (uint32_t lane = 0; lane < RO_LANES; lane++)
        to[lane] = (float)sums[lane] * matrix->scales[first + lane] + matrix->bias[first + lane];
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

enum { AVX2_ROWS = 3 };

/* Four bytes of a row, sign-extended to 16 bits, in each half of a register. */
TARGET_AVX2 static inline __m256i spread(const int8_t *x) {
  int32_t four;
  memcpy(&four, x, sizeof four);
  return _mm256_broadcastq_epi64(_mm_cvtepi8_epi16(_mm_cvtsi32_si128(four)));
}

/* Sums of pairs to sums of fours: lanes 0 to 7 of a block from two registers of pairs. */
TARGET_AVX2 static inline void store_avx2(const ro_matrix *matrix, uint32_t first, __m256i low,
                                          __m256i high, float *out) {
  __m256i sums = _mm256_permute4x64_epi64(_mm256_hadd_epi32(low, high), 0xD8);
  __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sums), _mm256_loadu_ps(matrix->scales + first));
  _mm256_storeu_ps(out + first, _mm256_add_ps(scaled, _mm256_loadu_ps(matrix->bias + first)));
}

/* One block of outputs for `rows` rows, a number known when compiled. */
TARGET_AVX2 static inline __attribute__((always_inline)) void
block_avx2(const ro_matrix *matrix, uint32_t first, const int8_t *x, float *out, size_t rows) {
  const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
  __m256i sums[AVX2_ROWS][4];
  for (size_t row = 0; row < rows; row++)
    for (size_t part = 0; part < 4; part++)
      sums[row][part] = _mm256_setzero_si256();
  for (uint32_t k = 0; k < matrix->inputs; k += 4, weights += RO_LANES * 4) {
    __m256i wide[4];
    for (size_t part = 0; part < 4; part++)
      wide[part] = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(weights + 16 * part)));
    for (size_t row = 0; row < rows; row++) {
      __m256i values = spread(x + row * matrix->inputs + k);
      for (size_t part = 0; part < 4; part++)
        sums[row][part] = _mm256_add_epi32(sums[row][part], _mm256_madd_epi16(wide[part], values));
    }
  }
  for (size_t row = 0; row < rows; row++) {
    store_avx2(matrix, first, sums[row][0], sums[row][1], out + row * matrix->outputs);
    store_avx2(matrix, first + 8, sums[row][2], sums[row][3], out + row * matrix->outputs);
  }
}

TARGET_AVX2 static void multiply_avx2(const ro_matrix *matrix, const int8_t *x, size_t rows,
                                      float *out) {
  for (uint32_t first = 0; first < matrix->outputs; first += RO_LANES) {
    size_t row = 0;
    for (; row + AVX2_ROWS <= rows; row += AVX2_ROWS)
      block_avx2(matrix, first, x + row * matrix->inputs, out + row * matrix->outputs, AVX2_ROWS);
    for (; row < rows; row++)
      block_avx2(matrix, first, x + row * matrix->inputs, out + row * matrix->outputs, 1);
  }
}

enum { AVX512_ROWS = 6, AVX512_BLOCKS = 4 };

TARGET_AVX512 static inline void store_avx512(const ro_matrix *matrix, uint32_t first, __m512i sums,
                                              float *out) {
  __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(sums), _mm512_loadu_ps(matrix->scales + first));
  _mm512_storeu_ps(out + first, _mm512_add_ps(scaled, _mm512_loadu_ps(matrix->bias + first)));
}

/* `blocks` blocks of outputs for `rows` rows, numbers known when compiled. The instruction takes
 * one unsigned factor: 128 is added to x and 128 times the sum of the weights taken away. */
TARGET_AVX512 static inline __attribute__((always_inline)) void
block_avx512(const ro_matrix *matrix, uint32_t first, const int8_t *x, float *out, size_t rows,
             size_t blocks) {
  size_t stride = (size_t)RO_LANES * matrix->inputs;
  const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
  __m512i sums[AVX512_ROWS][AVX512_BLOCKS];
  for (size_t block = 0; block < blocks; block++) {
    __m512i total = _mm512_loadu_si512(matrix->sums + first + block * RO_LANES);
    __m512i start = _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_slli_epi32(total, 7));
    for (size_t row = 0; row < rows; row++)
      sums[row][block] = start;
  }
  const __m512i flip = _mm512_set1_epi8((char)0x80);
  for (uint32_t k = 0; k < matrix->inputs; k += 4, weights += RO_LANES * 4) {
    __m512i values[AVX512_BLOCKS];
    for (size_t block = 0; block < blocks; block++)
      values[block] = _mm512_loadu_si512(weights + block * stride);
    for (size_t row = 0; row < rows; row++) {
      int32_t four;
      memcpy(&four, x + row * matrix->inputs + k, sizeof four);
      __m512i spread = _mm512_xor_si512(_mm512_set1_epi32(four), flip);
      for (size_t block = 0; block < blocks; block++)
        sums[row][block] = _mm512_dpbusd_epi32(sums[row][block], spread, values[block]);
    }
  }
  for (size_t row = 0; row < rows; row++)
    for (size_t block = 0; block < blocks; block++)
      store_avx512(matrix, first + (uint32_t)(block * RO_LANES), sums[row][block],
                   out + row * matrix->outputs);
}

TARGET_AVX512 static void multiply_avx512(const ro_matrix *matrix, const int8_t *x, size_t rows,
                                          float *out) {
  uint32_t first = 0;
  const uint32_t wide = RO_LANES * AVX512_BLOCKS;
  for (; first + wide <= matrix->outputs; first += wide) {
    size_t row = 0;
    for (; row + AVX512_ROWS <= rows; row += AVX512_ROWS)
      block_avx512(matrix, first, x + row * matrix->inputs, out + row * matrix->outputs,
                   AVX512_ROWS, AVX512_BLOCKS);
    for (; row < rows; row++)
      block_avx512(matrix, first, x + row * matrix->inputs, out + row * matrix->outputs, 1,
                   AVX512_BLOCKS);
  }
  for (; first < matrix->outputs; first += RO_LANES) {
    size_t row = 0;
    for (; row + AVX512_ROWS <= rows; row += AVX512_ROWS)
      block_avx512(matrix, first, x + row * matrix->inputs, out + row * matrix->outputs,
                   AVX512_ROWS, 1);
    for (; row < rows; row++)
      block_avx512(matrix, first, x + row * matrix->inputs, out + row * matrix->outputs, 1, 1);
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
