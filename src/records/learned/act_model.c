#include "records/learned/act_model.h"

#include <string.h>

#include "base/file.h"
#include "records/learned/party_features.h"
#include "statements/weights.h"

/* The file: one or more networks, one behind another, each
 *   "ROACTS1\0"
 *   width, pair width, vector width, layers, features of a token, features of a pair, acts, 0
 *   rows of every token feature's table, rows of every pair feature's table
 *   the tables; then floats, each matrix with a row for every input: vectors, bias; the layers;
 * acts, bias; predicate to pair, bias; mention to pair; a row for every act; pair to roles, bias.
 * What several networks tell is averaged.
 */
enum {
  HEADER_NUMBERS = 8,
  LARGEST_WIDTH = 256,
  LARGEST_VECTOR = 1024,
  MOST_LAYERS = 4,
  MOST_NETWORKS = 4,
  ACTS = RO_ACT_COUNT - 1,
  ROLES = 2,
};

typedef struct act_network {
  uint32_t width, pair_width, vector_width, layer_count;
  feature_table token_tables[ACT_FEATURES], party_tables[PARTY_FEATURES];
  const float *vector_weights, *bias;
  convolution layers[MOST_LAYERS];
  const float *act_weights, *act_bias; /* rows of RO_NETWORK_LANES, the acts in front */
  const float *predicate_weights, *predicate_bias, *mention_weights;
  const float *kinds;                    /* of the acts, pair width */
  const float *role_weights, *role_bias; /* rows of RO_NETWORK_LANES, the roles in front */
} act_network;

struct act_model {
  act_network networks[MOST_NETWORKS];
  uint32_t count, widest, widest_vector;
};

struct act_reading {
  const ro_passage *passage;
  uint16_t *features;
  float *vectors, *next_rows, *scores_of_one;
  float *rows[MOST_NETWORKS]; /* each network's, as it has read the passage */
  float (*scores)[RO_NETWORK_LANES];
};

static const float far_below = -100.0F;

static bool take_header(weights_cursor *cursor, act_network *model) {
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

static void take_weights(weights_cursor *cursor, ro_arena *arena, act_network *model) {
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

static uint32_t larger(uint32_t one, uint32_t other) {
  return one > other ? one : other;
}

/* All networks up to the end of the file. */
static bool take_networks(weights_cursor *cursor, ro_arena *arena, act_model *model) {
  do {
    if (model->count == MOST_NETWORKS) return false;
    act_network *next = &model->networks[model->count++];
    if (!take_header(cursor, next)) return false;
    take_weights(cursor, arena, next);
    model->widest = larger(model->widest, next->width);
    model->widest_vector = larger(model->widest_vector, next->vector_width);
  } while (cursor->at && cursor->at != cursor->end);
  return cursor->at == cursor->end;
}

ro_status act_model_load(const act_model **out, ro_arena *arena, const char *path,
                         ro_error *error) {
  *out = NULL;
  ro_mapped_file file;
  ro_status status = ro_mapped_file_open(&file, path, error);
  if (status != RO_OK) return status;
  act_model *model = ro_arena_alloc(arena, sizeof *model);
  weights_cursor cursor = {file.bytes, file.bytes + file.size};
  bool fits = take_networks(&cursor, arena, model);
  ro_mapped_file_close(&file);
  if (!fits) return ro_fail(error, RO_ERROR_FORMAT, path, 0, "is no model of acts of this version");
  *out = model;
  return RO_OK;
}

act_reading *act_reading_create(const act_model *model, ro_arena *arena) {
  act_reading *reading = ro_arena_alloc(arena, sizeof *reading);
  size_t rows = RO_PASSAGE_LONGEST;
  reading->features = ro_arena_alloc_array(arena, rows * ACT_FEATURES, sizeof(uint16_t));
  reading->vectors = ro_arena_alloc_array(arena, rows * model->widest_vector, sizeof(float));
  reading->next_rows = ro_arena_alloc_array(arena, rows * model->widest, sizeof(float));
  reading->scores_of_one = ro_arena_alloc_array(arena, rows * RO_NETWORK_LANES, sizeof(float));
  for (uint32_t i = 0; i < model->count; i++)
    reading->rows[i] = ro_arena_alloc_array(arena, rows * model->widest, sizeof(float));
  reading->scores = ro_arena_alloc_array(arena, rows, sizeof *reading->scores);
  return reading;
}

/* What a byte of a token's vector is worth: the syntax network clips to 4. */
static const float vector_scale = 4.0F / 127.0F;

/* Adds what the syntax network knows of the tokens. */
static void add_vectors(const act_network *network, const act_reading *reading, float *rows,
                        const ro_document *document, const ro_passage *passage) {
  uint32_t width = network->vector_width;
  if (!width || !document->vectors || document->vector_width != width) return;
  const int8_t *vectors = document->vectors + (size_t)passage->first * width;
  for (size_t i = 0; i < (size_t)passage->count * width; i++)
    reading->vectors[i] = (float)vectors[i] * vector_scale;
  ro_network_add_product((ro_rows){rows, passage->count, network->width},
                         (ro_rows){reading->vectors, passage->count, width},
                         network->vector_weights);
}

static void embed(const act_network *network, const act_reading *reading, float *rows,
                  const ro_document *document, const ro_passage *passage) {
  uint32_t width = network->width;
  for (uint32_t i = 0; i < passage->count; i++) {
    float *row = rows + (size_t)i * width;
    memcpy(row, network->bias, width * sizeof *row);
    weights_add_tables(row, width, network->token_tables,
                       reading->features + (size_t)i * ACT_FEATURES, ACT_FEATURES);
  }
  add_vectors(network, reading, rows, document, passage);
  ro_network_rectify(rows, passage->count * width);
}

/* Reads the passage with one network and adds its share of the scores. */
static void read_with(const act_model *model, act_reading *reading, uint32_t index,
                      const ro_document *document, const ro_passage *passage) {
  const act_network *network = &model->networks[index];
  uint32_t width = network->width, count = passage->count;
  embed(network, reading, reading->rows[index], document, passage);
  for (uint32_t i = 0; i < network->layer_count; i++) {
    float *rows = reading->rows[index];
    ro_network_convolve((ro_rows){reading->next_rows, count, width}, (ro_rows){rows, count, width},
                        1U << i, network->layers[i].weights, network->layers[i].bias);
    reading->rows[index] = reading->next_rows;
    reading->next_rows = rows;
  }
  float *scores = reading->scores_of_one;
  for (uint32_t i = 0; i < count; i++)
    memcpy(scores + (size_t)i * RO_NETWORK_LANES, network->act_bias, sizeof *reading->scores);
  ro_network_add_product((ro_rows){scores, count, RO_NETWORK_LANES},
                         (ro_rows){reading->rows[index], count, width}, network->act_weights);
  for (size_t i = 0; i < (size_t)count * RO_NETWORK_LANES; i++)
    reading->scores[0][i] += scores[i] / (float)model->count;
}

void act_model_read(const act_model *model, act_reading *reading, const ro_scene *scene,
                    const act_marks *marks, const ro_passage *passage) {
  reading->passage = passage;
  act_features_fill(scene, marks, passage->first, passage->count, reading->features);
  memset(reading->scores, 0, passage->count * sizeof *reading->scores);
  for (uint32_t i = 0; i < model->count; i++)
    read_with(model, reading, i, scene->document, passage);
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

static act_role_scores roles_by(const act_network *network, float *rows, ro_act act,
                                uint32_t predicate, uint32_t mention,
                                const uint16_t features[PARTY_FEATURES]) {
  uint32_t width = network->width, pair = network->pair_width;
  float row[LARGEST_WIDTH], roles[RO_NETWORK_LANES];
  memcpy(row, network->predicate_bias, pair * sizeof *row);
  ro_network_add_product((ro_rows){row, 1, pair},
                         (ro_rows){rows + (size_t)predicate * width, 1, width},
                         network->predicate_weights);
  ro_network_add_product((ro_rows){row, 1, pair},
                         (ro_rows){rows + (size_t)mention * width, 1, width},
                         network->mention_weights);
  const float *kind = network->kinds + (size_t)(act - 1) * pair;
  for (uint32_t k = 0; k < pair; k++)
    row[k] += kind[k];
  weights_add_tables(row, pair, network->party_tables, features, PARTY_FEATURES);
  ro_network_rectify(row, pair);
  memcpy(roles, network->role_bias, sizeof roles);
  ro_network_add_product((ro_rows){roles, 1, RO_NETWORK_LANES}, (ro_rows){row, 1, pair},
                         network->role_weights);
  return (act_role_scores){roles[0], roles[1]};
}

act_role_scores act_model_roles(const act_model *model, const act_reading *reading,
                                const ro_scene *scene, ro_act act, uint32_t predicate,
                                uint32_t mention) {
  uint32_t first = reading->passage->first;
  uint16_t features[PARTY_FEATURES];
  act_role_scores mean = {0, 0};
  party_features_fill(scene, predicate, mention, features);
  for (uint32_t i = 0; i < model->count; i++) {
    act_role_scores one = roles_by(&model->networks[i], reading->rows[i], act, predicate - first,
                                   mention - first, features);
    mean.who += one.who / (float)model->count;
    mean.whom += one.whom / (float)model->count;
  }
  return mean;
}
