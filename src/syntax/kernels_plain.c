#include "syntax/kernels_versions.h"

#define KERNEL_TARGET
#include "syntax/kernels_body.h"

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

static void multiply(const ro_matrix *matrix, const int8_t *x, size_t rows, float *out) {
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

const ro_kernels ro_kernels_plain = RO_KERNELS("plain");
