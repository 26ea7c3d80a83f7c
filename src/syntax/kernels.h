/* The arithmetic of the network, in versions for the instructions of different processors.
 *
 * All versions give the same bits: products are of integers, and what is done with floats is done
 * in one fixed order without fused operations. */
#ifndef RO_SYNTAX_KERNELS_H
#define RO_SYNTAX_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/* Values that go into a product are clipped to ±RO_CLIP and kept in steps of RO_CLIP / 127. */
#define RO_CLIP  4.0f
#define RO_STEPS (127.0f / RO_CLIP)

enum {
  RO_LANES = 16,        /* outputs that lie side by side in a matrix */
  RO_INPUTS_MAX = 1024, /* of a matrix */
};

/* Weights for products with rows of bytes. They lie in blocks of RO_LANES outputs; in a block, four
 * inputs of each output lie together: weights[output / 16][input / 4][output % 16][input % 4]. */
typedef struct ro_matrix {
  uint32_t outputs; /* a multiple of RO_LANES */
  uint32_t inputs;  /* a multiple of 4, at most RO_INPUTS_MAX */
  const int8_t *weights;
  const float *scales, *bias; /* of each output */
  const int32_t *sums;        /* of each output's weights */
} ro_matrix;

typedef struct ro_kernels {
  const char *name;

  /* out[row][output] = sum over inputs of x * weight, times scale, plus bias, for `rows` rows */
  void (*multiply)(const ro_matrix *matrix, const int8_t *x, size_t rows, float *out);

  /* Scales `size` values (a multiple of RO_LANES) to a mean square of one. */
  void (*normalize)(const float *x, size_t size, float *out);

  /* Clips and rounds to bytes. */
  void (*quantize)(const float *x, size_t size, int8_t *out);

  /* out = before * weights[0] + here * weights[1] + after * weights[2], quantized */
  void (*blend)(const float *before, const float *here, const float *after,
                const float *const weights[3], size_t size, int8_t *out);

  /* One step of the recurrence: keep = sigmoid(keep); state = keep * state + (1 - keep) * new */
  void (*step)(const float *fresh, const float *keep, size_t size, float *state);

  /* x = x * gate * sigmoid(gate) */
  void (*gate)(const float *gate, size_t size, float *x);

  /* x += y */
  void (*add)(const float *y, size_t size, float *x);

  /* The positive part of x, quantized. */
  void (*rectify)(const float *x, size_t size, int8_t *out);

  /* The sum of some rows of a table with `size` bytes a row, times scale. */
  void (*add_rows)(const int8_t *table, const uint32_t *rows, size_t count, size_t size,
                   float scale, float *out);

  /* The index of the largest value, of equal ones the first; what is no number never is. */
  uint32_t (*largest)(const float *x, size_t size);
} ro_kernels;

/* The best version for this processor; and all that it can run, the plain one first, NULL at the
 * end. */
const ro_kernels *ro_kernels_best(void);
const ro_kernels *const *ro_kernels_all(void);

#endif
