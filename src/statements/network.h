/* The few operations of the network. Every sum is added up in the order of its inputs, one output
 * beside the other, so that vector units give the same bits as plain code. */
#ifndef RO_STATEMENTS_NETWORK_H
#define RO_STATEMENTS_NETWORK_H

#include <stdint.h>

/* `count` rows of `size` values each, one after another. */
/* Rows are multiplied fastest where their size is a multiple of this. */
enum { RO_NETWORK_LANES = 16 };

typedef struct ro_rows {
  float *values;
  uint32_t count, size;
} ro_rows;

/* out[t][k] += sum over i of in[t][i] * weights[i][k], for the rows of `out`, of which `in` has at
 * least as many; `weights` has in.size rows of out.size. */
void ro_network_add_product(ro_rows out, ro_rows in, const float *weights);

/* out[k] += row[k] * scale */
void ro_network_add_row(float *out, uint32_t size, const int8_t *row, float scale);

/* values[k] = max(values[k], 0) */
void ro_network_rectify(float *values, uint32_t size);

/* A residual convolution over three rows that lie `step` apart:
 * out[t] = in[t] + max(0, bias + in[t - step] W0 + in[t] W1 + in[t + step] W2). */
void ro_network_convolve(ro_rows out, ro_rows in, uint32_t step, const float *weights,
                         const float *bias);

#endif
