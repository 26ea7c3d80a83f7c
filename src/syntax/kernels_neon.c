#include "syntax/kernels_versions.h"

#if defined(__aarch64__)
#include <arm_neon.h>

#define KERNEL_TARGET
#include "syntax/kernels_body.h"

/* Sums of pairs of products, of two outputs each. */
typedef struct pair_sums {
  int32x4_t low, high;
} pair_sums;

/* Four inputs, for each of four outputs. */
static inline int8x16_t spread(const int8_t *x) {
  int32_t four;
  memcpy(&four, x, sizeof four);
  return vreinterpretq_s8_s32(vdupq_n_s32(four));
}

static inline pair_sums add_products(pair_sums sums, const int8_t *weights, int8x16_t values) {
  int8x16_t w = vld1q_s8(weights);
  sums.low = vpadalq_s16(sums.low, vmull_s8(vget_low_s8(w), vget_low_s8(values)));
  sums.high = vpadalq_s16(sums.high, vmull_high_s8(w, values));
  return sums;
}

static inline void store(const ro_matrix *matrix, uint32_t first, pair_sums sums, float *out) {
  float32x4_t sum = vcvtq_f32_s32(vpaddq_s32(sums.low, sums.high));
  float32x4_t scaled = vmulq_f32(sum, vld1q_f32(matrix->scales + first));
  vst1q_f32(out + first, vaddq_f32(scaled, vld1q_f32(matrix->bias + first)));
}

/* One block of outputs for one row. */
static void multiply_block(const ro_matrix *matrix, uint32_t first, const int8_t *x, float *out) {
  const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
  pair_sums a = {vdupq_n_s32(0), vdupq_n_s32(0)}, b = a, c = a, d = a;
  for (uint32_t k = 0; k < matrix->inputs; k += 4, weights += RO_LANES * 4) {
    int8x16_t values = spread(x + k);
    a = add_products(a, weights, values);
    b = add_products(b, weights + 16, values);
    c = add_products(c, weights + 32, values);
    d = add_products(d, weights + 48, values);
  }
  store(matrix, first, a, out);
  store(matrix, first + 4, b, out);
  store(matrix, first + 8, c, out);
  store(matrix, first + 12, d, out);
}

static void multiply(const ro_matrix *matrix, const int8_t *x, size_t rows, float *out) {
  for (uint32_t first = 0; first < matrix->outputs; first += RO_LANES)
    for (size_t row = 0; row < rows; row++)
      multiply_block(matrix, first, x + row * matrix->inputs, out + row * matrix->outputs);
}

const ro_kernels ro_kernels_neon = RO_KERNELS("neon");

#endif
