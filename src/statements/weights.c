#include "statements/weights.h"

#include <string.h>

uint32_t weights_number(weights_cursor *cursor) {
  if (!cursor->at || cursor->end - cursor->at < 4) {
    cursor->at = NULL;
    return 0;
  }
  const unsigned char *bytes = cursor->at;
  cursor->at += 4;
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
         (uint32_t)bytes[3] << 24;
}

static float take_float(weights_cursor *cursor) {
  uint32_t bits = weights_number(cursor);
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

const float *weights_floats(weights_cursor *cursor, ro_arena *arena, size_t count) {
  if (!cursor->at || (size_t)(cursor->end - cursor->at) / 4 < count) {
    cursor->at = NULL;
    return NULL;
  }
  float *values = ro_arena_alloc_array(arena, count, sizeof *values);
  for (size_t i = 0; i < count; i++)
    values[i] = take_float(cursor);
  return values;
}

feature_table weights_table(weights_cursor *cursor, ro_arena *arena, size_t rows, size_t width) {
  feature_table table = {.scale = take_float(cursor)};
  size_t size = rows * width, padded = (size + 3) / 4 * 4;
  if (!cursor->at || (size_t)(cursor->end - cursor->at) < padded) {
    cursor->at = NULL;
    return table;
  }
  int8_t *copy = ro_arena_alloc(arena, size);
  memcpy(copy, cursor->at, size);
  table.rows = copy;
  cursor->at += padded;
  return table;
}

void weights_layers(weights_cursor *cursor, ro_arena *arena, convolution *layers, uint32_t count,
                    size_t width) {
  for (uint32_t i = 0; i < count; i++) {
    layers[i].weights = weights_floats(cursor, arena, 3 * width * width);
    layers[i].bias = weights_floats(cursor, arena, width);
  }
}

const float *weights_wide_rows(weights_cursor *cursor, ro_arena *arena, size_t count, size_t size) {
  const float *rows = weights_floats(cursor, arena, count * size);
  if (!rows) return NULL;
  float *wide = ro_arena_alloc_array(arena, count * RO_NETWORK_LANES, sizeof *wide);
  for (size_t i = 0; i < count; i++)
    memcpy(wide + i * RO_NETWORK_LANES, rows + i * size, size * sizeof *wide);
  return wide;
}

void weights_add_tables(float *row, uint32_t width, const feature_table *tables,
                        const uint16_t *features, int count) {
  for (int i = 0; i < count; i++)
    ro_network_add_row(row, width, tables[i].rows + (size_t)features[i] * width, tables[i].scale);
}

bool weights_magic(weights_cursor *cursor, const char magic[8]) {
  if (cursor->end - cursor->at < 8 || memcmp(cursor->at, magic, 8) != 0) return false;
  cursor->at += 8;
  return true;
}

bool weights_rows_fit(weights_cursor *cursor, const uint32_t *rows, int count) {
  for (int i = 0; i < count; i++)
    if (weights_number(cursor) != rows[i]) return false;
  return true;
}

void weights_tables(weights_cursor *cursor, ro_arena *arena, feature_table *tables,
                    const uint32_t *rows, int count, size_t width) {
  for (int i = 0; i < count; i++)
    tables[i] = weights_table(cursor, arena, rows[i], width);
}
