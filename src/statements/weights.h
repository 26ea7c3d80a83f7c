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

/* Takes the eight bytes that a kind of file begins with; false where others stand there. */
bool weights_magic(weights_cursor *cursor, const char magic[8]);

uint32_t weights_number(weights_cursor *cursor);

/* Takes `count` numbers; whether they are these. */
bool weights_rows_fit(weights_cursor *cursor, const uint32_t *rows, int count);

/* `count` numbers as floats, copied to the arena; NULL. */
const float *weights_floats(weights_cursor *cursor, ro_arena *arena, size_t count);

/* A scale, then rows of bytes, padded to a multiple of 4 bytes. */
feature_table weights_table(weights_cursor *cursor, ro_arena *arena, size_t rows, size_t width);

/* One table for each of `count` features, of so many rows. */
void weights_tables(weights_cursor *cursor, ro_arena *arena, feature_table *tables,
                    const uint32_t *rows, int count, size_t width);

/* For every layer three matrices and a bias. */
void weights_layers(weights_cursor *cursor, ro_arena *arena, convolution *layers, uint32_t count,
                    size_t width);

/* Rows of `size` numbers, each filled up with zeros to RO_NETWORK_LANES; size is at most that. */
const float *weights_wide_rows(weights_cursor *cursor, ro_arena *arena, size_t count, size_t size);

/* Adds to `row` the rows of the features' tables. */
void weights_add_tables(float *row, uint32_t width, const feature_table *tables,
                        const uint16_t *features, int count);

#endif
