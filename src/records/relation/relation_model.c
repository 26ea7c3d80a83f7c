#include "records/relation/relation_model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* The file, little-endian: this header, then `class_count` names of NAME_SIZE bytes, biases and
 * scales (floats), then by feature: the keys in rising order (uint32), their rarity (float), and
 * `class_count` weights each (int8, times the class's scale). */
typedef struct file_header {
  char magic[8];
  uint32_t byte_order; /* 1 */
  uint32_t class_count, feature_count, reserved;
} file_header;

enum { NAME_SIZE = 16, CLASS_LIMIT = 32 };

struct ro_relation_model {
  ro_mapped_file file;
  uint32_t class_count, feature_count;
  const char *names;
  const float *biases, *scales, *rarity;
  const uint32_t *keys;
  const int8_t *weights;
};

static bool has_right_size(const file_header *header, size_t size) {
  uint64_t classes = header->class_count, features = header->feature_count;
  uint64_t expected = sizeof *header + classes * (NAME_SIZE + 2 * sizeof(float)) +
                      features * (sizeof(uint32_t) + sizeof(float) + classes);
  return classes > 0 && classes <= CLASS_LIMIT && expected == size;
}

static void set_parts(ro_relation_model *model, const file_header *header) {
  const unsigned char *at = model->file.bytes + sizeof *header;
  model->class_count = header->class_count;
  model->feature_count = header->feature_count;
  model->names = (const char *)at;
  model->biases = (const void *)(at += (size_t)model->class_count * NAME_SIZE);
  model->scales = (const void *)(at += model->class_count * sizeof(float));
  model->keys = (const void *)(at += model->class_count * sizeof(float));
  model->rarity = (const void *)(at += model->feature_count * sizeof(uint32_t));
  model->weights = (const void *)(at + model->feature_count * sizeof(float));
}

static bool names_end(const ro_relation_model *model) {
  for (uint32_t i = 0; i < model->class_count; i++)
    if (!memchr(model->names + (size_t)i * NAME_SIZE, '\0', NAME_SIZE)) return false;
  return true;
}

ro_status ro_relation_model_load(ro_relation_model **out, const char *data_directory,
                                 ro_error *error) {
  *out = NULL;
  ro_arena *arena = ro_arena_create();
  const char *path = ro_path_join(arena, data_directory, "relation.model");
  ro_relation_model *model = ro_allocate(sizeof *model);
  *model = (ro_relation_model){0};
  ro_status status = ro_mapped_file_open(&model->file, path, error);
  if (status == RO_OK) {
    const file_header *header = (const void *)model->file.bytes;
    bool right = model->file.size >= sizeof *header &&
                 memcmp(header->magic, "RORELAT1", sizeof header->magic) == 0 &&
                 header->byte_order == 1 && has_right_size(header, model->file.size);
    if (right) set_parts(model, header);
    if (!right || !names_end(model))
      status = ro_fail(error, RO_ERROR_FORMAT, path, 0, "not a relation model, or a damaged one");
  }
  ro_arena_free(arena);
  if (status == RO_OK)
    *out = model;
  else
    ro_relation_model_free(model);
  return status;
}

void ro_relation_model_free(ro_relation_model *model) {
  if (!model) return;
  if (model->file.bytes) ro_mapped_file_close(&model->file);
  free(model);
}

/* The feature's row, or feature_count where training never saw it. */
static uint32_t find(const ro_relation_model *model, uint32_t key) {
  uint32_t low = 0, high = model->feature_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (model->keys[middle] < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low < model->feature_count && model->keys[low] == key ? low : model->feature_count;
}

/* Adds up the weights of the known features, each times its value and rarity, over their length. */
static void add_up(const ro_relation_model *model, const ro_relation_features *features,
                   float sums[CLASS_LIMIT]) {
  float square = 0;
  for (size_t i = 0; i < features->count; i++) {
    uint32_t row = find(model, features->items[i].key);
    if (row == model->feature_count) continue;
    float value = features->items[i].value * model->rarity[row];
    square += value * value;
    for (uint32_t c = 0; c < model->class_count; c++)
      sums[c] += value * (float)model->weights[(size_t)row * model->class_count + c];
  }
  float length = square > 0 ? sqrtf(square) : 1;
  for (uint32_t c = 0; c < model->class_count; c++)
    sums[c] = sums[c] * model->scales[c] / length + model->biases[c];
}

ro_relation_answer ro_relation_model_answer(const ro_relation_model *model,
                                            const ro_relation_features *features) {
  float sums[CLASS_LIMIT] = {0};
  add_up(model, features, sums);
  uint32_t best = 0;
  for (uint32_t c = 1; c < model->class_count; c++)
    if (sums[c] > sums[best]) best = c;
  float margin = 1e9F;
  for (uint32_t c = 0; c < model->class_count; c++)
    if (c != best && sums[best] - sums[c] < margin) margin = sums[best] - sums[c];
  return (ro_relation_answer){.event = model->names + (size_t)best * NAME_SIZE,
                              .score = 0.5F + 0.5F * margin / (1 + margin)};
}
