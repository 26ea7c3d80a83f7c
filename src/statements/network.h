/* The few operations of the network. Every sum is added up in the order of its inputs, one output
 * beside the other, so that vector units give the same bits as plain code. */
#ifndef RO_STATEMENTS_NETWORK_H
#define RO_STATEMENTS_NETWORK_H

#include <stdint.h>

/* out[k] += sum over i of in[i] * weights[i][k]; `weights` has in_size rows of out_size. */
void ro_network_add_product(float *out, uint32_t out_size, const float *in, uint32_t in_size,
                            const float *weights);

/* The same for bytes, each worth in[i] * scale. */
void ro_network_add_bytes(float *out, uint32_t out_size, const int8_t *in, uint32_t in_size,
                          float scale, const float *weights);

/* out[k] += row[k] * scale */
void ro_network_add_row(float *out, uint32_t size, const int8_t *row, float scale);

/* values[k] = max(values[k], 0) */
void ro_network_rectify(float *values, uint32_t size);

/* A residual convolution over three rows that lie `step` apart:
 * out[t] = in[t] + max(0, bias + in[t - step] W0 + in[t] W1 + in[t + step] W2). */
void ro_network_convolve(float *out, const float *in, uint32_t rows, uint32_t size, uint32_t step,
                         const float *weights, const float *bias);

#endif
