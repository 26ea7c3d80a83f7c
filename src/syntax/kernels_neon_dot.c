#include "syntax/kernels_versions.h"

#if defined(__aarch64__)
#include <arm_neon.h>
#if defined(__linux__)
#include <sys/auxv.h>
#endif

#if defined(__clang__)
#define KERNEL_TARGET __attribute__((target("dotprod")))
#else
#define KERNEL_TARGET __attribute__((target("arch=armv8.2-a+dotprod")))
#endif
#include "syntax/kernels_body.h"

enum { TILE_ROWS = 4 };

/* Four inputs, for each of four outputs. */
KERNEL_TARGET static inline int8x16_t spread(const int8_t *x) {
  int32_t four;
  memcpy(&four, x, sizeof four);
  return vreinterpretq_s8_s32(vdupq_n_s32(four));
}

KERNEL_TARGET static inline void store(const ro_matrix *matrix, uint32_t first, int32x4_t sums,
                                       float *out) {
  float32x4_t scaled = vmulq_f32(vcvtq_f32_s32(sums), vld1q_f32(matrix->scales + first));
  vst1q_f32(out + first, vaddq_f32(scaled, vld1q_f32(matrix->bias + first)));
}

#define ADD_PRODUCTS(sum, x)                                                                       \
  do {                                                                                             \
    int8x16_t values = spread(x);                                                                  \
    sum##0 = vdotq_s32(sum##0, w0, values);                                                        \
    sum##1 = vdotq_s32(sum##1, w1, values);                                                        \
    sum##2 = vdotq_s32(sum##2, w2, values);                                                        \
    sum##3 = vdotq_s32(sum##3, w3, values);                                                        \
  } while (0)

/* One block of outputs for one to four rows. */
KERNEL_TARGET static void multiply_tile(const ro_matrix *matrix, uint32_t first, const int8_t *x,
                                        size_t rows, float *out) {
  size_t inputs = matrix->inputs;
  const int8_t *weights = matrix->weights + (size_t)first * inputs;
  const int8_t *x1 = x + ro_smaller(1, rows - 1) * inputs;
  const int8_t *x2 = x + ro_smaller(2, rows - 1) * inputs;
  const int8_t *x3 = x + ro_smaller(3, rows - 1) * inputs;
  int32x4_t a0 = vdupq_n_s32(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  int32x4_t c0 = a0, c1 = a0, c2 = a0, c3 = a0, d0 = a0, d1 = a0, d2 = a0, d3 = a0;
  for (size_t k = 0; k < inputs; k += 4, weights += RO_LANES * 4) {
    int8x16_t w0 = vld1q_s8(weights), w1 = vld1q_s8(weights + 16);
    int8x16_t w2 = vld1q_s8(weights + 32), w3 = vld1q_s8(weights + 48);
    ADD_PRODUCTS(a, x + k);
    ADD_PRODUCTS(b, x1 + k);
    ADD_PRODUCTS(c, x2 + k);
    ADD_PRODUCTS(d, x3 + k);
  }
  const int32x4_t sums[TILE_ROWS][4] = {
      {a0, a1, a2, a3}, {b0, b1, b2, b3}, {c0, c1, c2, c3}, {d0, d1, d2, d3}};
  for (size_t row = 0; row < rows; row++)
    for (uint32_t part = 0; part < 4; part++)
      store(matrix, first + part * 4, sums[row][part], out + row * matrix->outputs);
}

static void multiply(const ro_matrix *matrix, const int8_t *x, size_t rows, float *out) {
  for (uint32_t first = 0; first < matrix->outputs; first += RO_LANES)
    for (size_t row = 0; row < rows; row += TILE_ROWS)
      multiply_tile(matrix, first, x + row * matrix->inputs, ro_smaller(rows - row, TILE_ROWS),
                    out + row * matrix->outputs);
}

const ro_kernels ro_kernels_neon_dot = RO_KERNELS("neon with dot products");

bool ro_can_neon_dot(void) {
#if defined(__linux__)
  return getauxval(AT_HWCAP) & HWCAP_ASIMDDP;
#elif defined(__ARM_FEATURE_DOTPROD)
  return true;
#else
  return false;
#endif
}

#endif
