#include "statements/network.h"

#include <string.h>

/* Where the compiler can, the loops are also compiled for wider vector units; a product and its sum
 * stay two roundings (-ffp-contract=off), so the results are the same bits. */
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) &&       \
    !defined(__SANITIZE_ADDRESS__)
#define FOR_WIDE_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define FOR_WIDE_VECTORS
#endif

FOR_WIDE_VECTORS
void ro_network_add_product(float *restrict out, uint32_t out_size, const float *restrict in,
                            uint32_t in_size, const float *restrict weights) {
  for (uint32_t i = 0; i < in_size; i++, weights += out_size) {
    float value = in[i];
    if (value == 0.0F) continue; /* about half of what is rectified */
    for (uint32_t k = 0; k < out_size; k++)
      out[k] += value * weights[k];
  }
}

FOR_WIDE_VECTORS
void ro_network_add_bytes(float *restrict out, uint32_t out_size, const int8_t *restrict in,
                          uint32_t in_size, float scale, const float *restrict weights) {
  for (uint32_t i = 0; i < in_size; i++, weights += out_size) {
    if (!in[i]) continue;
    float value = (float)in[i] * scale;
    for (uint32_t k = 0; k < out_size; k++)
      out[k] += value * weights[k];
  }
}

FOR_WIDE_VECTORS
void ro_network_add_row(float *restrict out, uint32_t size, const int8_t *restrict row,
                        float scale) {
  for (uint32_t k = 0; k < size; k++)
    out[k] += (float)row[k] * scale;
}

FOR_WIDE_VECTORS
void ro_network_rectify(float *values, uint32_t size) {
  for (uint32_t k = 0; k < size; k++)
    values[k] = values[k] > 0.0F ? values[k] : 0.0F;
}

void ro_network_convolve(float *out, const float *in, uint32_t rows, uint32_t size, uint32_t step,
                         const float *weights, const float *bias) {
  size_t block = (size_t)size * size;
  for (uint32_t t = 0; t < rows; t++) {
    float *sum = out + (size_t)t * size;
    const float *row = in + (size_t)t * size;
    memcpy(sum, bias, size * sizeof *sum);
    if (t >= step) ro_network_add_product(sum, size, row - (size_t)step * size, size, weights);
    ro_network_add_product(sum, size, row, size, weights + block);
    if (t + step < rows)
      ro_network_add_product(sum, size, row + (size_t)step * size, size, weights + 2 * block);
    ro_network_rectify(sum, size);
    for (uint32_t k = 0; k < size; k++)
      sum[k] += row[k];
  }
}
