#include "statements/network.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Where the compiler can, the loops are also compiled for wider vector units; a product and its sum
 * stay two roundings (-ffp-contract=off), so the results are the same bits. */
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) &&       \
    !defined(__SANITIZE_ADDRESS__)
#define FOR_WIDE_VECTORS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_WIDE_VECTORS
#endif

#if defined(__GNUC__)
#define ALWAYS_INLINE __attribute__((always_inline))
#else
#define ALWAYS_INLINE
#endif

/* Sixteen outputs side by side; the compiler splits them where units are narrower. Eight rows at
 * once, so that every weight that is fetched serves eight times. */
enum { LANES = RO_NETWORK_LANES, ROWS = 8 };
typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));

/* Adds to `count` rows, which the caller gives as a constant. */
static inline ALWAYS_INLINE void add_to(ro_rows out, ro_rows in, const float *weights,
                                        uint32_t stride, int count) {
  lanes sums[ROWS], row;
  for (int r = 0; r < count; r++)
    memcpy(&sums[r], out.values + (size_t)r * out.size, sizeof row);
  for (uint32_t i = 0; i < in.size; i++) {
    memcpy(&row, weights + (size_t)i * stride, sizeof row);
    for (int r = 0; r < count; r++)
      sums[r] += row * in.values[(size_t)r * in.size + i];
  }
  for (int r = 0; r < count; r++)
    memcpy(out.values + (size_t)r * out.size, &sums[r], sizeof row);
}

FOR_WIDE_VECTORS
static void add_to_rows(ro_rows out, ro_rows in, const float *weights, uint32_t stride) {
  add_to(out, in, weights, stride, ROWS);
}

/* The rows that are left behind the last ROWS of them. */
FOR_WIDE_VECTORS
static void add_to_last_rows(ro_rows out, ro_rows in, const float *weights, uint32_t stride) {
  uint32_t left = out.count; /* fewer than ROWS */
  if (left & 4) {
    add_to(out, in, weights, stride, 4);
    out.values += (size_t)4 * out.size, in.values += (size_t)4 * in.size;
  }
  if (left & 2) {
    add_to(out, in, weights, stride, 2);
    out.values += (size_t)2 * out.size, in.values += (size_t)2 * in.size;
  }
  if (left & 1) add_to(out, in, weights, stride, 1);
}

/* What is left beside the last full lanes. */
static void add_to_rest(float *out, ro_rows in, const float *weights, uint32_t stride,
                        uint32_t count) {
  for (uint32_t i = 0; i < in.size; i++)
    for (uint32_t k = 0; k < count; k++)
      out[k] += weights[(size_t)i * stride + k] * in.values[i];
}

static ro_rows row_of(ro_rows rows, uint32_t row, uint32_t column) {
  return (ro_rows){rows.values + (size_t)row * rows.size + column, rows.count - row, rows.size};
}

void ro_network_add_product(ro_rows out, ro_rows in, const float *weights) {
  uint32_t width = out.size, full = width / LANES * LANES;
  for (uint32_t k = 0; k < full; k += LANES) {
    uint32_t t = 0;
    for (; t + ROWS <= out.count; t += ROWS)
      add_to_rows(row_of(out, t, k), row_of(in, t, 0), weights + k, width);
    if (t < out.count) add_to_last_rows(row_of(out, t, k), row_of(in, t, 0), weights + k, width);
  }
  for (uint32_t t = 0; t < out.count && full < width; t++)
    add_to_rest(row_of(out, t, full).values, row_of(in, t, 0), weights + full, width, width - full);
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

void ro_network_convolve(ro_rows out, ro_rows in, uint32_t step, const float *weights,
                         const float *bias) {
  size_t matrix = (size_t)in.size * in.size;
  for (uint32_t t = 0; t < in.count; t++)
    memcpy(out.values + (size_t)t * out.size, bias, out.size * sizeof *bias);
  bool reaches = step < in.count;
  ro_rows later = reaches ? row_of(out, step, 0) : (ro_rows){0};
  ro_rows earlier = {out.values, reaches ? in.count - step : 0, out.size};
  ro_network_add_product(later, in, weights);
  ro_network_add_product(out, in, weights + matrix);
  ro_network_add_product(earlier, reaches ? row_of(in, step, 0) : in, weights + 2 * matrix);
  for (size_t i = 0; i < (size_t)in.count * in.size; i++) {
    float value = out.values[i];
    out.values[i] = in.values[i] + (value > 0.0F ? value : 0.0F);
  }
}
