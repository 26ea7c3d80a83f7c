#include "syntax/network.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static size_t larger(size_t a, size_t b) {
  return a > b ? a : b;
}

static void *allocate(size_t count, size_t size) {
  return ro_allocate(larger(count * size, 1));
}

void ro_network_create(ro_network *network, const ro_model *model, const ro_kernels *kernels,
                       size_t capacity) {
  const ro_model_sizes *sizes = &model->sizes;
  size_t embedded = sizes->word + sizes->affix + sizes->shape;
  size_t widest = larger(larger(embedded, 6 * sizes->state), sizes->label);
  size_t widest_input =
      larger(larger(embedded, 2 * sizes->state), larger(sizes->width, sizes->label));
  *network = (ro_network){.model = model, .kernels = kernels, .capacity = capacity};
  network->outputs = ro_model_head_outputs(sizes);
  network->hidden = allocate(capacity * sizes->width, sizeof(float));
  network->normal = allocate(capacity * sizes->width, sizeof(float));
  network->inner = allocate(capacity * widest, sizeof(float));
  network->states = allocate(capacity * 2 * sizes->state, sizeof(float));
  network->bytes = allocate(capacity * widest_input, 1);
  network->vectors = allocate(capacity * sizes->width, 1);
  network->scores = allocate(capacity * model->heads.outputs, sizeof(float));
  network->arc_dependents = allocate(capacity * sizes->arc, 1);
  network->arc_heads = allocate((capacity + RO_LANES) * sizes->arc, 1);
  network->queries = allocate(capacity * model->arcs.outputs, sizeof(float));
}

void ro_network_free(ro_network *network) {
  free(network->hidden);
  free(network->normal);
  free(network->inner);
  free(network->states);
  free(network->bytes);
  free(network->vectors);
  free(network->scores);
  free(network->arc_dependents);
  free(network->arc_heads);
  free(network->queries);
  *network = (ro_network){0};
}

/* The parts of a word's embedding side by side: its entry, the sum of its affixes, its shape. */
static void embed(const ro_network *network, const ro_word_features *word, float *out) {
  const ro_model *model = network->model;
  const ro_model_sizes *sizes = &model->sizes;
  const ro_kernels *kernels = network->kernels;
  kernels->add_rows(model->word_vectors, &word->word, 1, sizes->word,
                    model->word_scales[word->word], out);
  float *affix = out + sizes->word, *shape = affix + sizes->affix;
  kernels->add_rows(model->affix_vectors, word->affixes, word->affix_count, sizes->affix,
                    model->affix_scale, affix);
  kernels->add_rows(model->shape_vectors, &word->shape, 1, sizes->shape, model->shape_scale, shape);
}

static void embed_words(ro_network *network, const ro_word_features *words, size_t count) {
  const ro_model *model = network->model;
  const ro_kernels *kernels = network->kernels;
  size_t size = model->embedding.inputs;
  float *row = network->inner;
  for (size_t i = 0; i < count; i++) {
    embed(network, &words[i], row);
    kernels->normalize(row, size, row + size);
    kernels->quantize(row + size, size, network->bytes + i * size);
  }
  kernels->multiply(&model->embedding, network->bytes, count, network->hidden);
}

/* Mixes each word's vector with its neighbours' and makes bytes of it. */
static void blend_piece(ro_network *network, const ro_model_block *block, ro_piece piece) {
  size_t width = network->model->sizes.width;
  static const float nothing[1024]; /* beyond the ends; a width is at most 1024 */
  const float *const weights[3] = {block->before, block->here, block->after};
  const float *rows = network->normal + piece.first * width;
  for (uint32_t i = 0; i < piece.count; i++) {
    const float *here = rows + i * width;
    const float *before = i > 0 ? here - width : nothing;
    const float *after = i + 1 < piece.count ? here + width : nothing;
    network->kernels->blend(before, here, after, weights, width,
                            network->bytes + (piece.first + i) * width);
  }
}

/* The recurrence over a piece, forwards and backwards. A row of `inner` holds the new values, the
 * shares to keep and the gates, each for both directions. */
static void scan_piece(ro_network *network, ro_piece piece) {
  size_t state = network->model->sizes.state, row_size = 6 * state;
  float forwards[1024] = {0}, backwards[1024] = {0}; /* a state is at most 1024 wide */
  for (uint32_t i = 0; i < piece.count; i++) {
    size_t word = piece.first + i;
    const float *row = network->inner + word * row_size;
    network->kernels->step(row, row + 2 * state, state, forwards);
    memcpy(network->states + word * 2 * state, forwards, state * sizeof(float));
  }
  for (uint32_t i = piece.count; i-- > 0;) {
    size_t word = piece.first + i;
    const float *row = network->inner + word * row_size + state;
    network->kernels->step(row, row + 2 * state, state, backwards);
    memcpy(network->states + word * 2 * state + state, backwards, state * sizeof(float));
  }
}

static void run_block(ro_network *network, const ro_model_block *block, const ro_piece *pieces,
                      size_t piece_count, size_t count) {
  const ro_kernels *kernels = network->kernels;
  size_t width = network->model->sizes.width, states = 2 * (size_t)network->model->sizes.state;
  for (size_t i = 0; i < count; i++)
    kernels->normalize(network->hidden + i * width, width, network->normal + i * width);
  for (size_t i = 0; i < piece_count; i++)
    blend_piece(network, block, pieces[i]);
  kernels->multiply(&block->inward, network->bytes, count, network->inner);
  for (size_t i = 0; i < piece_count; i++)
    scan_piece(network, pieces[i]);
  for (size_t i = 0; i < count; i++) {
    float *row = network->states + i * states, *normal = network->inner + i * 3 * states;
    kernels->gate(normal + 2 * states, states, row);
    kernels->normalize(row, states, normal);
    kernels->quantize(normal, states, network->bytes + i * states);
  }
  kernels->multiply(&block->outward, network->bytes, count, network->normal);
  kernels->add(network->normal, count * width, network->hidden);
}

static void run_heads(ro_network *network, size_t count) {
  const ro_model *model = network->model;
  const ro_kernels *kernels = network->kernels;
  size_t width = model->sizes.width, arc = model->sizes.arc, outputs = model->heads.outputs;
  for (size_t i = 0; i < count; i++) {
    kernels->normalize(network->hidden + i * width, width, network->normal);
    kernels->quantize(network->normal, width, network->vectors + i * width);
  }
  kernels->multiply(&model->heads, network->vectors, count, network->scores);
  for (size_t i = 0; i < count; i++) {
    const float *scores = network->scores + i * outputs;
    kernels->rectify(scores + network->outputs.arc_dependent, arc,
                     network->arc_dependents + i * arc);
    kernels->rectify(scores + network->outputs.arc_head, arc, network->arc_heads + i * arc);
  }
  kernels->multiply(&model->arcs, network->arc_dependents, count, network->queries);
}

void ro_network_run(ro_network *network, const ro_word_features *words, const ro_piece *pieces,
                    size_t piece_count) {
  size_t count = 0;
  for (size_t i = 0; i < piece_count; i++)
    count += pieces[i].count;
  embed_words(network, words, count);
  for (uint32_t i = 0; i < network->model->sizes.blocks; i++)
    run_block(network, &network->model->blocks[i], pieces, piece_count, count);
  run_heads(network, count);
}

/* Bytes in proportion to the largest value; returns the size of a step. */
static float quantize_by_largest(const float *x, size_t size, int8_t *out) {
  float largest = 1e-6f;
  for (size_t i = 0; i < size; i++)
    largest = fabsf(x[i]) > largest ? fabsf(x[i]) : largest;
  float factor = 127.0f / largest;
  for (size_t i = 0; i < size; i++) {
    float scaled = x[i] * factor;
    scaled = scaled > -127.0f ? scaled : -127.0f; /* also where it is no number */
    scaled = scaled < 127.0f ? scaled : 127.0f;
    out[i] = (int8_t)(int32_t)((scaled + 12582912.0f) - 12582912.0f);
  }
  return largest / 127.0f;
}

/* Lays rows of bytes out as a matrix whose outputs are the rows. */
static void pack_rows(const int8_t *rows, size_t count, size_t size, int8_t *packed) {
  memset(packed, 0, (count + RO_LANES - 1) / RO_LANES * RO_LANES * size);
  for (size_t row = 0; row < count; row++) {
    int8_t *block = packed + row / RO_LANES * RO_LANES * size + row % RO_LANES * 4;
    for (size_t k = 0; k < size; k += 4)
      memcpy(block + k * RO_LANES, rows + row * size + k, 4);
  }
}

static uint32_t distance_bucket(const ro_model *model, uint32_t word, uint32_t head) {
  uint32_t distance = head > word ? head - word : word - head, bucket = RO_MODEL_DISTANCES - 1;
  while (bucket > 0 && distance < model->distances[bucket])
    bucket--;
  return bucket + (head < word ? RO_MODEL_DISTANCES : 0);
}

/* Memory of one scoring of arcs. */
typedef struct arc_scorer {
  ro_matrix heads; /* the words as heads */
  int8_t *queries;
  float *products;
} arc_scorer;

static void add_extras(const ro_network *network, ro_piece piece, const arc_scorer *scorer,
                       const float *steps, float *scores) {
  const ro_model *model = network->model;
  size_t arc = model->sizes.arc, columns = piece.count + 1;
  float scale = 1.0f / (RO_STEPS * sqrtf((float)arc));
  for (uint32_t i = 0; i < piece.count; i++) {
    const float *extra = network->queries + (piece.first + i) * model->arcs.outputs + arc;
    const float *products = scorer->products + i * scorer->heads.outputs;
    float *row = scores + i * columns, factor = steps[i] * scale;
    row[0] = extra[RO_MODEL_BUCKETS];
    for (uint32_t head = 0; head < piece.count; head++)
      row[head + 1] = products[head] * factor + extra[distance_bucket(model, i, head)];
  }
}

void ro_network_score_arcs(ro_network *network, ro_piece piece, float *scores) {
  const ro_model *model = network->model;
  size_t arc = model->sizes.arc, padded = (piece.count + RO_LANES - 1) / RO_LANES * RO_LANES;
  float ones[RO_PIECE_MAX + RO_LANES], zeros[RO_PIECE_MAX + RO_LANES] = {0},
                                                            steps[RO_PIECE_MAX] = {0};
  int32_t sums[RO_PIECE_MAX + RO_LANES] = {0};
  arc_scorer scorer = {.heads = {.outputs = (uint32_t)padded, .inputs = (uint32_t)arc}};
  int8_t *packed = allocate(padded * arc, 1);
  scorer.queries = allocate(piece.count * arc, 1);
  scorer.products = allocate(piece.count * padded, sizeof(float));
  const int8_t *rows = network->arc_heads + piece.first * arc;
  pack_rows(rows, piece.count, arc, packed);
  for (size_t i = 0; i < padded; i++)
    ones[i] = 1.0f;
  for (size_t i = 0; i < piece.count; i++) {
    for (size_t k = 0; k < arc; k++)
      sums[i] += rows[i * arc + k];
    steps[i] = quantize_by_largest(network->queries + (piece.first + i) * model->arcs.outputs, arc,
                                   scorer.queries + i * arc);
  }
  scorer.heads.weights = packed;
  scorer.heads.scales = ones;
  scorer.heads.bias = zeros;
  scorer.heads.sums = sums;
  network->kernels->multiply(&scorer.heads, scorer.queries, piece.count, scorer.products);
  add_extras(network, piece, &scorer, steps, scores);
  free(packed);
  free(scorer.queries);
  free(scorer.products);
}

void ro_network_score_relations(ro_network *network, ro_piece piece, const uint32_t *heads,
                                float *scores) {
  const ro_model *model = network->model;
  size_t label = model->sizes.label, outputs = model->heads.outputs;
  float *sum = network->inner;
  for (uint32_t i = 0; i < piece.count; i++) {
    const float *word = network->scores + (piece.first + i) * outputs;
    uint32_t bucket = heads[i] ? distance_bucket(model, i, heads[i] - 1) : RO_MODEL_BUCKETS;
    memcpy(sum, word + network->outputs.label_dependent, label * sizeof(float));
    if (heads[i]) {
      const float *head = network->scores + (piece.first + heads[i] - 1) * outputs;
      network->kernels->add(head + network->outputs.label_head, label, sum);
    }
    network->kernels->add(model->label_distances + bucket * label, label, sum);
    network->kernels->rectify(sum, label, network->bytes + i * label);
  }
  network->kernels->multiply(&model->labels, network->bytes, piece.count, scores);
}
