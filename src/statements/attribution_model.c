#include "statements/attribution_model.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "statements/weights.h"

/* The file, all little-endian, numbers of 32 bits:
 *   "ROSTAT1\0"
 *   width, pair width, vector width, token layers, pair layers, token features, pair features, 0
 *   rows of every token feature's table, rows of every pair feature's table
 *   tables: for each a scale (float), then rows of bytes, padded to a multiple of 4 bytes
 *   floats, each matrix with a row for every input: vectors, bias; for every token layer three
 *   matrices and a bias; cue weights and bias; token to pair, cue to pair, bias; the pair layers;
 *   output, bias; transitions. */
enum {
  HEADER_NUMBERS = 8,
  LARGEST_WIDTH = 512,
  LARGEST_VECTOR = 1024,
  MOST_LAYERS = 6,
};

struct ro_attribution_model {
  uint32_t width, pair_width, vector_width, layer_count, pair_layer_count;
  feature_table token_tables[RO_TOKEN_FEATURES], pair_tables[RO_PAIR_FEATURES];
  const float *vector_weights, *bias;
  convolution layers[MOST_LAYERS], pair_layers[MOST_LAYERS];
  const float *cue_weights, *cue_bias;
  const float *token_weights, *cue_pair_weights, *pair_bias;
  const float *out_weights, *out_bias; /* rows of RO_NETWORK_LANES, the roles in front */
  const float *transitions;            /* from, to */
};

struct ro_attribution_scratch {
  uint16_t *token_features, *pair_features;
  float *vectors;               /* of the tokens, vector width */
  float *rows, *next_rows;      /* of the tokens, width */
  float *projections;           /* of the tokens, pair width */
  float *pair_rows, *next_pair; /* of the tokens for one cue, pair width */
};

static bool take_header(weights_cursor *cursor, ro_attribution_model *model) {
  if (!weights_magic(cursor, "ROSTAT1")) return false;
  uint32_t numbers[HEADER_NUMBERS];
  for (int i = 0; i < HEADER_NUMBERS; i++)
    numbers[i] = weights_number(cursor);
  bool fits = cursor->at && numbers[0] > 0 && numbers[0] <= LARGEST_WIDTH && numbers[1] > 0 &&
              numbers[1] <= LARGEST_WIDTH && numbers[2] <= LARGEST_VECTOR &&
              numbers[3] <= MOST_LAYERS && numbers[4] <= MOST_LAYERS &&
              numbers[5] == RO_TOKEN_FEATURES && numbers[6] == RO_PAIR_FEATURES;
  fits = fits && weights_rows_fit(cursor, ro_token_feature_rows, RO_TOKEN_FEATURES);
  fits = fits && weights_rows_fit(cursor, ro_pair_feature_rows, RO_PAIR_FEATURES);
  model->width = numbers[0];
  model->pair_width = numbers[1];
  model->vector_width = numbers[2];
  model->layer_count = numbers[3];
  model->pair_layer_count = numbers[4];
  return fits;
}

static void take_weights(weights_cursor *cursor, ro_arena *arena, ro_attribution_model *model) {
  size_t width = model->width, pair = model->pair_width;
  weights_tables(cursor, arena, model->token_tables, ro_token_feature_rows, RO_TOKEN_FEATURES,
                 width);
  weights_tables(cursor, arena, model->pair_tables, ro_pair_feature_rows, RO_PAIR_FEATURES, pair);
  model->vector_weights = weights_floats(cursor, arena, model->vector_width * width);
  model->bias = weights_floats(cursor, arena, width);
  weights_layers(cursor, arena, model->layers, model->layer_count, width);
  model->cue_weights = weights_floats(cursor, arena, width);
  model->cue_bias = weights_floats(cursor, arena, 1);
  model->token_weights = weights_floats(cursor, arena, width * pair);
  model->cue_pair_weights = weights_floats(cursor, arena, width * pair);
  model->pair_bias = weights_floats(cursor, arena, pair);
  weights_layers(cursor, arena, model->pair_layers, model->pair_layer_count, pair);
  model->out_weights = weights_wide_rows(cursor, arena, pair, RO_ROLE_COUNT);
  model->out_bias = weights_wide_rows(cursor, arena, 1, RO_ROLE_COUNT);
  model->transitions = weights_floats(cursor, arena, (size_t)RO_ROLE_COUNT * RO_ROLE_COUNT);
}

ro_status ro_attribution_model_load(const ro_attribution_model **out, ro_arena *arena,
                                    const char *path, ro_error *error) {
  *out = NULL;
  ro_mapped_file file;
  ro_status status = ro_mapped_file_open(&file, path, error);
  if (status != RO_OK) return status;
  ro_attribution_model *model = ro_arena_alloc(arena, sizeof *model);
  weights_cursor cursor = {file.bytes, file.bytes + file.size};
  bool fits = take_header(&cursor, model);
  if (fits) take_weights(&cursor, arena, model);
  fits = fits && cursor.at == cursor.end;
  ro_mapped_file_close(&file);
  if (!fits)
    return ro_fail(error, RO_ERROR_FORMAT, path, 0, "is no statement model of this version");
  *out = model;
  return RO_OK;
}

ro_attribution_scratch *ro_attribution_scratch_create(const ro_attribution_model *model,
                                                      ro_arena *arena) {
  ro_attribution_scratch *scratch = ro_arena_alloc(arena, sizeof *scratch);
  size_t rows = RO_PASSAGE_LONGEST;
  scratch->token_features = ro_arena_alloc_array(arena, rows * RO_TOKEN_FEATURES, 2);
  scratch->pair_features = ro_arena_alloc_array(arena, rows * RO_PAIR_FEATURES, 2);
  scratch->vectors = ro_arena_alloc_array(arena, rows * model->vector_width, sizeof(float));
  scratch->rows = ro_arena_alloc_array(arena, rows * model->width, sizeof(float));
  scratch->next_rows = ro_arena_alloc_array(arena, rows * model->width, sizeof(float));
  scratch->projections = ro_arena_alloc_array(arena, rows * model->pair_width, sizeof(float));
  scratch->pair_rows = ro_arena_alloc_array(arena, rows * model->pair_width, sizeof(float));
  scratch->next_pair = ro_arena_alloc_array(arena, rows * model->pair_width, sizeof(float));
  return scratch;
}

static void swap(float **a, float **b) {
  float *kept = *a;
  *a = *b;
  *b = kept;
}

/* What a byte of a token's vector is worth: the syntax network clips to 4. */
static const float vector_scale = 4.0F / 127.0F;

/* Adds what the syntax network knows of the tokens. */
static void add_vectors(const ro_attribution_model *model, const ro_attribution_scratch *scratch,
                        const ro_document *document, const ro_passage *passage) {
  uint32_t width = model->vector_width;
  if (!width || !document->vectors || document->vector_width != width) return;
  const int8_t *vectors = document->vectors + (size_t)passage->first * width;
  for (size_t i = 0; i < (size_t)passage->count * width; i++)
    scratch->vectors[i] = (float)vectors[i] * vector_scale;
  ro_network_add_product((ro_rows){scratch->rows, passage->count, model->width},
                         (ro_rows){scratch->vectors, passage->count, width}, model->vector_weights);
}

static void embed(const ro_attribution_model *model, const ro_attribution_scratch *scratch,
                  const ro_document *document, const ro_passage *passage) {
  uint32_t width = model->width;
  for (uint32_t i = 0; i < passage->count; i++) {
    float *row = scratch->rows + (size_t)i * width;
    memcpy(row, model->bias, width * sizeof *row);
    weights_add_tables(row, width, model->token_tables,
                       scratch->token_features + (size_t)i * RO_TOKEN_FEATURES, RO_TOKEN_FEATURES);
  }
  add_vectors(model, scratch, document, passage);
  ro_network_rectify(scratch->rows, passage->count * width);
}

void ro_attribution_model_read(const ro_attribution_model *model, ro_attribution_scratch *scratch,
                               const ro_feature_source *source, const ro_passage *passage,
                               float scores[RO_PASSAGE_LONGEST]) {
  uint32_t width = model->width, pair = model->pair_width, count = passage->count;
  ro_token_features(source, passage, scratch->token_features);
  embed(model, scratch, source->document, passage);
  for (uint32_t i = 0; i < model->layer_count; i++) {
    ro_network_convolve((ro_rows){scratch->next_rows, count, width},
                        (ro_rows){scratch->rows, count, width}, 1U << i, model->layers[i].weights,
                        model->layers[i].bias);
    swap(&scratch->rows, &scratch->next_rows);
  }
  ro_rows rows = {scratch->rows, count, width};
  for (uint32_t i = 0; i < count; i++) {
    scores[i] = *model->cue_bias;
    memcpy(scratch->projections + (size_t)i * pair, model->pair_bias, pair * sizeof(float));
  }
  ro_network_add_product((ro_rows){scores, count, 1}, rows, model->cue_weights);
  ro_network_add_product((ro_rows){scratch->projections, count, pair}, rows, model->token_weights);
}

/* Rows of all tokens in the light of one cue. */
static void pair_rows(const ro_attribution_model *model, ro_attribution_scratch *scratch,
                      const ro_passage *passage, uint32_t cue) {
  uint32_t width = model->width, pair = model->pair_width;
  float cue_row[LARGEST_WIDTH] = {0};
  ro_network_add_product((ro_rows){cue_row, 1, pair},
                         (ro_rows){scratch->rows + (size_t)cue * width, 1, width},
                         model->cue_pair_weights);
  for (uint32_t i = 0; i < passage->count; i++) {
    float *row = scratch->pair_rows + (size_t)i * pair;
    const float *projection = scratch->projections + (size_t)i * pair;
    for (uint32_t k = 0; k < pair; k++)
      row[k] = projection[k] + cue_row[k];
    weights_add_tables(row, pair, model->pair_tables,
                       scratch->pair_features + (size_t)i * RO_PAIR_FEATURES, RO_PAIR_FEATURES);
    ro_network_rectify(row, pair);
  }
  for (uint32_t i = 0; i < model->pair_layer_count; i++) {
    ro_network_convolve((ro_rows){scratch->next_pair, passage->count, pair},
                        (ro_rows){scratch->pair_rows, passage->count, pair}, 1U << i,
                        model->pair_layers[i].weights, model->pair_layers[i].bias);
    swap(&scratch->pair_rows, &scratch->next_pair);
  }
}

static const float impossible = -10000.0F;

/* An attribution has one cue, at most one source and at least one content. A state of the search is
 * the role of the last token and which of source and content have begun before. */
enum { SOURCE_SEEN = 1, CONTENT_SEEN = 2, SEEN = 4, STATES = SEEN * RO_ROLE_COUNT };

/* A span goes on only where it has begun. */
static bool may_follow(int from, int to) {
  if (to == RO_ROLE_SOURCE) return from == RO_ROLE_SOURCE || from == RO_ROLE_SOURCE_BEGINS;
  if (to == RO_ROLE_CONTENT) return from == RO_ROLE_CONTENT || from == RO_ROLE_CONTENT_BEGINS;
  return true;
}

/* What has been seen once `role` is taken; SEEN where it may not be taken. */
static int seen_after(int seen, int role) {
  if (role == RO_ROLE_SOURCE_BEGINS) return seen & SOURCE_SEEN ? SEEN : seen | SOURCE_SEEN;
  if (role == RO_ROLE_CONTENT_BEGINS) return seen | CONTENT_SEEN;
  return seen;
}

typedef struct role_search {
  float best[STATES]; /* of the ways that end in each state */
  uint8_t from[RO_PASSAGE_LONGEST][STATES];
} role_search;

static void search_begin(role_search *search, const float scores[RO_ROLE_COUNT]) {
  for (int i = 0; i < STATES; i++)
    search->best[i] = 2 * impossible;
  for (int role = 0; role < RO_ROLE_COUNT; role++)
    if (role != RO_ROLE_SOURCE && role != RO_ROLE_CONTENT)
      search->best[seen_after(0, role) * RO_ROLE_COUNT + role] = scores[role];
}

static void search_step(role_search *search, uint32_t token, const float *transitions,
                        const float scores[RO_ROLE_COUNT]) {
  float next[STATES];
  for (int i = 0; i < STATES; i++)
    next[i] = 2 * impossible;
  for (int state = 0; state < STATES; state++) {
    int seen = state / RO_ROLE_COUNT, from = state % RO_ROLE_COUNT;
    if (search->best[state] <= impossible) continue;
    for (int to = 0; to < RO_ROLE_COUNT; to++) {
      int seen_then = seen_after(seen, to);
      if (seen_then == SEEN || !may_follow(from, to)) continue;
      float score = search->best[state] + transitions[from * RO_ROLE_COUNT + to] + scores[to];
      int then = seen_then * RO_ROLE_COUNT + to;
      if (score <= next[then]) continue;
      next[then] = score;
      search->from[token][then] = (uint8_t)state;
    }
  }
  memcpy(search->best, next, sizeof next);
}

/* Viterbi: the best sequence of roles. False where none has any content. */
static bool best_roles(const float *transitions, float (*scores)[RO_NETWORK_LANES], uint32_t count,
                       uint8_t *roles) {
  role_search search;
  search_begin(&search, scores[0]);
  for (uint32_t t = 1; t < count; t++)
    search_step(&search, t, transitions, scores[t]);
  int last = CONTENT_SEEN * RO_ROLE_COUNT;
  for (int i = last + 1; i < STATES; i++)
    if (search.best[i] > search.best[last]) last = i;
  if (search.best[last] <= impossible) return false;
  for (uint32_t t = count; t-- > 0;) {
    roles[t] = (uint8_t)(last % RO_ROLE_COUNT);
    if (t > 0) last = search.from[t][last];
  }
  return true;
}

/* The cue holds its head. */
static void bind_cue(float (*scores)[RO_NETWORK_LANES], uint32_t cue) {
  for (int role = 0; role < RO_ROLE_COUNT; role++)
    if (role != RO_ROLE_CUE) scores[cue][role] += 2 * impossible;
}

bool ro_attribution_model_decode(const ro_attribution_model *model, ro_attribution_scratch *scratch,
                                 const ro_feature_source *source, const ro_passage *passage,
                                 uint32_t cue, uint8_t roles[RO_PASSAGE_LONGEST]) {
  float scores[RO_PASSAGE_LONGEST][RO_NETWORK_LANES];
  uint32_t pair = model->pair_width;
  ro_pair_features(source, passage, cue, scratch->pair_features);
  pair_rows(model, scratch, passage, cue);
  for (uint32_t i = 0; i < passage->count; i++)
    memcpy(scores[i], model->out_bias, sizeof scores[i]);
  ro_network_add_product((ro_rows){scores[0], passage->count, RO_NETWORK_LANES},
                         (ro_rows){scratch->pair_rows, passage->count, pair}, model->out_weights);
  bind_cue(scores, cue);
  return best_roles(model->transitions, scores, passage->count, roles);
}
