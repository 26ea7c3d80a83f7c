#include "text/boundary_model.h"

#include <string.h>

#include "base/file.h"

/* The file, all little-endian: "ROSENT1\0", then four 32-bit numbers (bits of a feature, width,
 * features of a place, 0), the limit (64 bits), `width` biases and `width` weights (32 bits each),
 * and 2^bits rows of `width` bytes. A place's rows are added up; where the weighted sum of what is
 * above zero exceeds the negative limit, a sentence ends. */
enum { HEADER_SIZE = 32, LARGEST_WIDTH = 64 };

struct ro_boundary_model {
  ro_mapped_file file;
  uint32_t width;
  int64_t limit;
  int32_t bias[LARGEST_WIDTH], weight[LARGEST_WIDTH];
  const int8_t *table;
};

static uint32_t read_number(const unsigned char *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
         (uint32_t)bytes[3] << 24;
}

static bool header_fits(const unsigned char *bytes, size_t size) {
  if (size < HEADER_SIZE || memcmp(bytes, "ROSENT1", 8) != 0) return false;
  uint32_t width = read_number(bytes + 12);
  return read_number(bytes + 8) == RO_BOUNDARY_FEATURE_BITS && width > 0 &&
         width <= LARGEST_WIDTH && read_number(bytes + 16) == RO_BOUNDARY_FEATURE_COUNT &&
         size == HEADER_SIZE + 8 * (size_t)width + ((size_t)width << RO_BOUNDARY_FEATURE_BITS);
}

ro_status ro_boundary_model_open(ro_boundary_model **out, ro_arena *arena, const char *path,
                                 ro_error *error) {
  *out = NULL;
  ro_mapped_file file;
  ro_status status = ro_mapped_file_open(&file, path, error);
  if (status != RO_OK) return status;
  if (!header_fits(file.bytes, file.size)) {
    ro_mapped_file_close(&file);
    return ro_fail(error, RO_ERROR_FORMAT, path, 0, "is no sentence model of this version");
  }
  ro_boundary_model *model = ro_arena_alloc(arena, sizeof *model);
  model->file = file;
  model->width = read_number(file.bytes + 12);
  model->limit =
      (int64_t)(read_number(file.bytes + 24) | (uint64_t)read_number(file.bytes + 28) << 32);
  const unsigned char *at = file.bytes + HEADER_SIZE;
  for (uint32_t i = 0; i < model->width; i++, at += 4)
    model->bias[i] = (int32_t)read_number(at);
  for (uint32_t i = 0; i < model->width; i++, at += 4)
    model->weight[i] = (int32_t)read_number(at);
  model->table = (const int8_t *)at;
  *out = model;
  return RO_OK;
}

void ro_boundary_model_close(ro_boundary_model *model) {
  if (model) ro_mapped_file_close(&model->file);
}

bool ro_boundary_model_decide(const ro_boundary_model *model,
                              const uint32_t features[RO_BOUNDARY_FEATURE_COUNT]) {
  uint32_t width = model->width;
  int16_t sums[LARGEST_WIDTH] = {0}; /* 44 bytes added up stay below 2^15 */
  for (int i = 0; i < RO_BOUNDARY_FEATURE_COUNT; i++) {
    const int8_t *row = model->table + (size_t)features[i] * width;
    for (uint32_t k = 0; k < width; k++)
      sums[k] = (int16_t)(sums[k] + row[k]);
  }
  int64_t total = model->limit;
  for (uint32_t k = 0; k < width; k++) {
    int64_t hidden = (int64_t)sums[k] + model->bias[k];
    if (hidden > 0) total += hidden * model->weight[k];
  }
  return total > 0;
}
