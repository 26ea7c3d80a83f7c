/* Files of weights: numbers and tables read front to back with every size checked, and the layers
 * that the networks of several models are made of. All numbers are little-endian, of 32 bits. */
#ifndef RO_STATEMENTS_WEIGHTS_H
#define RO_STATEMENTS_WEIGHTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "statements/network.h"

/* Reads a file; `at` becomes NULL once it is too short. */
typedef struct weights_cursor {
  const unsigned char *at, *end;
} weights_cursor;

/* A row of bytes for every value of a feature, each worth `scale`. */
typedef struct feature_table {
  const int8_t *rows;
  float scale;
} feature_table;

typedef struct convolution {
  const float *weights, *bias;
} convolution;

uint32_t weights_number(weights_cursor *cursor);

/* `count` numbers as floats, copied to the arena; NULL. */
const float *weights_floats(weights_cursor *cursor, ro_arena *arena, size_t count);

/* A scale, then rows of bytes, padded to a multiple of 4 bytes. */
feature_table weights_table(weights_cursor *cursor, ro_arena *arena, size_t rows, size_t width);

/* For every layer three matrices and a bias. */
void weights_layers(weights_cursor *cursor, ro_arena *arena, convolution *layers, uint32_t count,
                    size_t width);

/* Rows of `size` numbers, each filled up with zeros to RO_NETWORK_LANES; size is at most that. */
const float *weights_wide_rows(weights_cursor *cursor, ro_arena *arena, size_t count, size_t size);

/* Adds to `row` the rows of the features' tables. */
void weights_add_tables(float *row, uint32_t width, const feature_table *tables,
                        const uint16_t *features, int count);

#endif
