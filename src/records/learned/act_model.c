#include "records/learned/act_model.h"

#include <string.h>

#include "base/file.h"
#include "records/learned/party_features.h"
#include "statements/weights.h"

/* The file:
 *   "ROACTS1\0"
 *   width, pair width, vector width, layers, features of a token, features of a pair, acts, 0
 *   rows of every token feature's table, rows of every pair feature's table
 *   the tables; then floats, each matrix with a row for every input: vectors, bias; the layers;
 * acts, bias; predicate to pair, bias; mention to pair; a row for every act; pair to roles, bias.
 */
enum {
  HEADER_NUMBERS = 8,
  LARGEST_WIDTH = 256,
  LARGEST_VECTOR = 1024,
  MOST_LAYERS = 4,
  ACTS = RO_ACT_COUNT - 1,
  ROLES = 2,
};

struct act_model {
  uint32_t width, pair_width, vector_width, layer_count;
  feature_table token_tables[ACT_FEATURES], party_tables[PARTY_FEATURES];
  const float *vector_weights, *bias;
  convolution layers[MOST_LAYERS];
  const float *act_weights, *act_bias; /* rows of RO_NETWORK_LANES, the acts in front */
  const float *predicate_weights, *predicate_bias, *mention_weights;
  const float *kinds;                    /* of the acts, pair width */
  const float *role_weights, *role_bias; /* rows of RO_NETWORK_LANES, the roles in front */
};

struct act_reading {
  const ro_passage *passage;
  uint16_t *features;
  float *vectors, *rows, *next_rows;
  float (*scores)[RO_NETWORK_LANES];
};

static const float far_below = -100.0F;

static bool take_header(weights_cursor *cursor, act_model *model) {
  if (!weights_magic(cursor, "ROACTS1")) return false;
  uint32_t numbers[HEADER_NUMBERS];
  for (int i = 0; i < HEADER_NUMBERS; i++)
    numbers[i] = weights_number(cursor);
  bool fits = cursor->at && numbers[0] > 0 && numbers[0] <= LARGEST_WIDTH && numbers[1] > 0 &&
              numbers[1] <= LARGEST_WIDTH && numbers[2] <= LARGEST_VECTOR &&
              numbers[3] <= MOST_LAYERS && numbers[4] == ACT_FEATURES &&
              numbers[5] == PARTY_FEATURES && numbers[6] == ACTS;
  fits = fits && weights_rows_fit(cursor, act_feature_rows, ACT_FEATURES);
  fits = fits && weights_rows_fit(cursor, party_feature_rows, PARTY_FEATURES);
  model->width = numbers[0];
  model->pair_width = numbers[1];
  model->vector_width = numbers[2];
  model->layer_count = numbers[3];
  return fits;
}

static void take_weights(weights_cursor *cursor, ro_arena *arena, act_model *model) {
  size_t width = model->width, pair = model->pair_width;
  weights_tables(cursor, arena, model->token_tables, act_feature_rows, ACT_FEATURES, width);
  weights_tables(cursor, arena, model->party_tables, party_feature_rows, PARTY_FEATURES, pair);
  model->vector_weights = weights_floats(cursor, arena, model->vector_width * width);
  model->bias = weights_floats(cursor, arena, width);
  weights_layers(cursor, arena, model->layers, model->layer_count, width);
  model->act_weights = weights_wide_rows(cursor, arena, width, ACTS);
  model->act_bias = weights_wide_rows(cursor, arena, 1, ACTS);
  model->predicate_weights = weights_floats(cursor, arena, width * pair);
  model->predicate_bias = weights_floats(cursor, arena, pair);
  model->mention_weights = weights_floats(cursor, arena, width * pair);
  model->kinds = weights_floats(cursor, arena, ACTS * pair);
  model->role_weights = weights_wide_rows(cursor, arena, pair, ROLES);
  model->role_bias = weights_wide_rows(cursor, arena, 1, ROLES);
}

ro_status act_model_load(const act_model **out, ro_arena *arena, const char *path,
                         ro_error *error) {
  *out = NULL;
  ro_mapped_file file;
  ro_status status = ro_mapped_file_open(&file, path, error);
  if (status != RO_OK) return status;
  act_model *model = ro_arena_alloc(arena, sizeof *model);
  weights_cursor cursor = {file.bytes, file.bytes + file.size};
  bool fits = take_header(&cursor, model);
  if (fits) take_weights(&cursor, arena, model);
  fits = fits && cursor.at == cursor.end;
  ro_mapped_file_close(&file);
  if (!fits) return ro_fail(error, RO_ERROR_FORMAT, path, 0, "is no model of acts of this version");
  *out = model;
  return RO_OK;
}

act_reading *act_reading_create(const act_model *model, ro_arena *arena) {
  act_reading *reading = ro_arena_alloc(arena, sizeof *reading);
  size_t rows = RO_PASSAGE_LONGEST;
  reading->features = ro_arena_alloc_array(arena, rows * ACT_FEATURES, sizeof(uint16_t));
  reading->vectors = ro_arena_alloc_array(arena, rows * model->vector_width, sizeof(float));
  reading->rows = ro_arena_alloc_array(arena, rows * model->width, sizeof(float));
  reading->next_rows = ro_arena_alloc_array(arena, rows * model->width, sizeof(float));
  reading->scores = ro_arena_alloc_array(arena, rows, sizeof *reading->scores);
  return reading;
}

/* What a byte of a token's vector is worth: the syntax network clips to 4. */
static const float vector_scale = 4.0F / 127.0F;

/* Adds what the syntax network knows of the tokens. */
static void add_vectors(const act_model *model, const act_reading *reading,
                        const ro_document *document, const ro_passage *passage) {
  uint32_t width = model->vector_width;
  if (!width || !document->vectors || document->vector_width != width) return;
  const int8_t *vectors = document->vectors + (size_t)passage->first * width;
  for (size_t i = 0; i < (size_t)passage->count * width; i++)
    reading->vectors[i] = (float)vectors[i] * vector_scale;
  ro_network_add_product((ro_rows){reading->rows, passage->count, model->width},
                         (ro_rows){reading->vectors, passage->count, width}, model->vector_weights);
}

static void embed(const act_model *model, const act_reading *reading, const ro_scene *scene,
                  const act_marks *marks, const ro_passage *passage) {
  uint32_t width = model->width;
  act_features_fill(scene, marks, passage->first, passage->count, reading->features);
  for (uint32_t i = 0; i < passage->count; i++) {
    float *row = reading->rows + (size_t)i * width;
    memcpy(row, model->bias, width * sizeof *row);
    weights_add_tables(row, width, model->token_tables,
                       reading->features + (size_t)i * ACT_FEATURES, ACT_FEATURES);
  }
  add_vectors(model, reading, scene->document, passage);
  ro_network_rectify(reading->rows, passage->count * width);
}

void act_model_read(const act_model *model, act_reading *reading, const ro_scene *scene,
                    const act_marks *marks, const ro_passage *passage) {
  uint32_t width = model->width, count = passage->count;
  reading->passage = passage;
  embed(model, reading, scene, marks, passage);
  for (uint32_t i = 0; i < model->layer_count; i++) {
    ro_network_convolve((ro_rows){reading->next_rows, count, width},
                        (ro_rows){reading->rows, count, width}, 1U << i, model->layers[i].weights,
                        model->layers[i].bias);
    float *read = reading->next_rows;
    reading->next_rows = reading->rows;
    reading->rows = read;
  }
  for (uint32_t i = 0; i < count; i++)
    memcpy(reading->scores[i], model->act_bias, sizeof *reading->scores);
  ro_network_add_product((ro_rows){reading->scores[0], count, RO_NETWORK_LANES},
                         (ro_rows){reading->rows, count, width}, model->act_weights);
}

const ro_passage *act_reading_passage(const act_reading *reading) {
  return reading->passage;
}

float act_reading_score(const act_reading *reading, uint32_t token, ro_act act) {
  const ro_passage *passage = reading->passage;
  if (act == RO_ACT_NONE || !passage || token - passage->first >= passage->count) return far_below;
  return reading->scores[token - passage->first][act - 1];
}

ro_act act_reading_best(const act_reading *reading, uint32_t token, float *score) {
  ro_act best = RO_ACT_MEETING;
  for (int act = RO_ACT_MEETING; act < RO_ACT_COUNT; act++)
    if (act_reading_score(reading, token, (ro_act)act) > act_reading_score(reading, token, best))
      best = (ro_act)act;
  *score = act_reading_score(reading, token, best);
  return best;
}

act_role_scores act_model_roles(const act_model *model, const act_reading *reading,
                                const ro_scene *scene, ro_act act, uint32_t predicate,
                                uint32_t mention) {
  uint32_t width = model->width, pair = model->pair_width, first = reading->passage->first;
  uint16_t features[PARTY_FEATURES];
  float row[LARGEST_WIDTH], roles[RO_NETWORK_LANES];
  float *rows = reading->rows;
  party_features_fill(scene, predicate, mention, features);
  memcpy(row, model->predicate_bias, pair * sizeof *row);
  ro_network_add_product((ro_rows){row, 1, pair},
                         (ro_rows){rows + (size_t)(predicate - first) * width, 1, width},
                         model->predicate_weights);
  ro_network_add_product((ro_rows){row, 1, pair},
                         (ro_rows){rows + (size_t)(mention - first) * width, 1, width},
                         model->mention_weights);
  const float *kind = model->kinds + (size_t)(act - 1) * pair;
  for (uint32_t k = 0; k < pair; k++)
    row[k] += kind[k];
  weights_add_tables(row, pair, model->party_tables, features, PARTY_FEATURES);
  ro_network_rectify(row, pair);
  memcpy(roles, model->role_bias, sizeof roles);
  ro_network_add_product((ro_rows){roles, 1, RO_NETWORK_LANES}, (ro_rows){row, 1, pair},
                         model->role_weights);
  return (act_role_scores){roles[0], roles[1]};
}
