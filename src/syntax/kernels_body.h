/* The kernels that compilers turn into vector code by themselves, compiled once for each version:
 * included with KERNEL_TARGET giving the attributes of its functions.
 *
 * Sums run over RO_LANES partial sums in a fixed order, so that every width of vectors gives the
 * same bits. */
#include <math.h>
#include <string.h>

KERNEL_TARGET static float mean_square(const float *x, size_t size) {
  float sums[RO_LANES] = {0};
  for (size_t i = 0; i < size; i += RO_LANES)
    for (size_t lane = 0; lane < RO_LANES; lane++)
      sums[lane] += x[i + lane] * x[i + lane];
  for (size_t half = RO_LANES / 2; half > 0; half /= 2)
    for (size_t lane = 0; lane < half; lane++)
      sums[lane] += sums[lane + half];
  return sums[0] / (float)size;
}

KERNEL_TARGET static void normalize(const float *restrict x, size_t size, float *restrict out) {
  float factor = 1.0f / sqrtf(mean_square(x, size) + 1e-5f);
  for (size_t i = 0; i < size; i++)
    out[i] = x[i] * factor;
}

/* Adding and taking away 1.5 * 2^23 rounds to the nearest integer, ties to even. */
#define ROUND_TO_INTEGER(x) (((x) + 12582912.0f) - 12582912.0f)

KERNEL_TARGET static inline int8_t to_byte(float x) {
  x = x > -RO_CLIP ? x : -RO_CLIP; /* also where x is no number */
  x = x < RO_CLIP ? x : RO_CLIP;
  return (int8_t)(int32_t)ROUND_TO_INTEGER(x * RO_STEPS);
}

KERNEL_TARGET static void quantize(const float *restrict x, size_t size, int8_t *restrict out) {
  for (size_t i = 0; i < size; i++)
    out[i] = to_byte(x[i]);
}

KERNEL_TARGET static void rectify(const float *restrict x, size_t size, int8_t *restrict out) {
  for (size_t i = 0; i < size; i++)
    out[i] = to_byte(x[i] > 0.0f ? x[i] : 0.0f);
}

KERNEL_TARGET static void blend(const float *restrict before, const float *restrict here,
                                const float *restrict after, const float *const weights[3],
                                size_t size, int8_t *restrict out) {
  const float *restrict first = weights[0], *restrict second = weights[1],
                        *restrict third = weights[2];
  for (size_t i = 0; i < size; i++)
    out[i] = to_byte(before[i] * first[i] + here[i] * second[i] + after[i] * third[i]);
}

/* e^x by a polynomial on [-ln2/2, ln2/2], scaled by a power of two made from its bits. */
KERNEL_TARGET static inline float exponential(float x) {
  x = x > -60.0f ? x : -60.0f;
  x = x < 60.0f ? x : 60.0f;
  float power = ROUND_TO_INTEGER(x * 1.44269504f);
  float rest = x - power * 0.693359375f;
  rest = rest + power * 2.12194440e-4f;
  float sum = 1.9875691500e-4f;
  sum = sum * rest + 1.3981999507e-3f;
  sum = sum * rest + 8.3334519073e-3f;
  sum = sum * rest + 4.1665795894e-2f;
  sum = sum * rest + 1.6666665459e-1f;
  sum = sum * rest + 5.0000001201e-1f;
  sum = sum * (rest * rest) + rest + 1.0f;
  int32_t bits = ((int32_t)power + 127) * (1 << 23);
  float scale;
  memcpy(&scale, &bits, sizeof scale);
  return sum * scale;
}

KERNEL_TARGET static inline float sigmoid(float x) {
  return 1.0f / (1.0f + exponential(-x));
}

KERNEL_TARGET static void step(const float *restrict fresh, const float *restrict keep, size_t size,
                               float *restrict state) {
  for (size_t i = 0; i < size; i++) {
    float kept = sigmoid(keep[i]);
    state[i] = kept * state[i] + (1.0f - kept) * fresh[i];
  }
}

KERNEL_TARGET static void gate(const float *restrict gates, size_t size, float *restrict x) {
  for (size_t i = 0; i < size; i++)
    x[i] = x[i] * (gates[i] * sigmoid(gates[i]));
}

KERNEL_TARGET static void add(const float *restrict y, size_t size, float *restrict x) {
  for (size_t i = 0; i < size; i++)
    x[i] += y[i];
}

KERNEL_TARGET static void add_rows(const int8_t *restrict table, const uint32_t *restrict rows,
                                   size_t count, size_t size, float scale, float *restrict out) {
  size_t i = 0;
  for (; i + RO_LANES <= size; i += RO_LANES) {
    int32_t sums[RO_LANES] = {0};
    for (size_t row = 0; row < count; row++)
      for (size_t lane = 0; lane < RO_LANES; lane++)
        sums[lane] += table[rows[row] * size + i + lane];
    for (size_t lane = 0; lane < RO_LANES; lane++)
      out[i + lane] = (float)sums[lane] * scale;
  }
  for (; i < size; i++) {
    int32_t sum = 0;
    for (size_t row = 0; row < count; row++)
      sum += table[rows[row] * size + i];
    out[i] = (float)sum * scale;
  }
}

KERNEL_TARGET static float largest_value(const float *x, size_t size) {
  float best[RO_LANES];
  for (size_t lane = 0; lane < RO_LANES; lane++)
    best[lane] = x[0];
  size_t i = 0;
  for (; i + RO_LANES <= size; i += RO_LANES)
    for (size_t lane = 0; lane < RO_LANES; lane++)
      best[lane] = x[i + lane] > best[lane] ? x[i + lane] : best[lane];
  for (; i < size; i++)
    best[0] = x[i] > best[0] ? x[i] : best[0];
  for (size_t half = RO_LANES / 2; half > 0; half /= 2)
    for (size_t lane = 0; lane < half; lane++)
      best[lane] = best[lane + half] > best[lane] ? best[lane + half] : best[lane];
  return best[0];
}

KERNEL_TARGET static uint32_t largest(const float *x, size_t size) {
  if (size < 2) return 0;
  float best = largest_value(x, size);
  size_t i = 0;
  for (; i + RO_LANES <= size; i += RO_LANES) {
    int found = 0;
    for (size_t lane = 0; lane < RO_LANES; lane++)
      found |= x[i + lane] == best;
    if (found) break;
  }
  for (; i < size; i++)
    if (x[i] == best) return (uint32_t)i;
  return 0;
}

/* The version with these kernels and the file's own multiply. */
#define RO_KERNELS(label)                                                                          \
  {                                                                                                \
    .name = (label), .multiply = multiply, .normalize = normalize, .quantize = quantize,           \
    .blend = blend, .step = step, .gate = gate, .add = add, .rectify = rectify,                    \
    .add_rows = add_rows, .largest = largest,                                                      \
  }
