#include "syntax/model.h"

#include <string.h>

enum { HEADER_SIZE = 16, ENTRY_SIZE = 24, ALIGNMENT = 64, VERSION = 1, SECTIONS_MAX = 256 };

typedef enum section_kind {
  SECTION_SIZES = 1,
  SECTION_WORD_KEYS,
  SECTION_WORD_VECTORS,
  SECTION_WORD_SCALES,
  SECTION_AFFIX_VECTORS,
  SECTION_SHAPE_VECTORS,
  SECTION_TABLE_SCALES,
  SECTION_TAGS,
  SECTION_RELATIONS,
  SECTION_LABEL_DISTANCES,
  SECTION_DISTANCES,
  SECTION_NEIGHBOURS, /* one for each block */
  SECTION_MATRIX,
} section_kind;

/* Numbers of the matrices; the blocks' follow two by two. */
enum { MATRIX_EMBEDDING, MATRIX_HEADS, MATRIX_ARCS, MATRIX_LABELS, MATRIX_BLOCKS = 16 };

typedef struct model_reader {
  ro_model *model;
  const char *path;
  uint32_t section_count;
  ro_error *error;
} model_reader;

static ro_status broken(const model_reader *reader, const char *what) {
  return ro_fail(reader->error, RO_ERROR_FORMAT, reader->path, 0, "is not a usable model: %s",
                 what);
}

static uint32_t read_u32(const unsigned char *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static uint64_t read_u64(const unsigned char *at) {
  return read_u32(at) | (uint64_t)read_u32(at + 4) << 32;
}

/* The section's bytes; NULL where it is missing, lies outside the file or has another size. A
 * `size` of 0 takes any. */
static const unsigned char *find_section(const model_reader *reader, section_kind kind,
                                         uint32_t index, size_t *size) {
  const ro_mapped_file *file = &reader->model->file;
  for (uint32_t i = 0; i < reader->section_count; i++) {
    const unsigned char *entry = file->bytes + HEADER_SIZE + (size_t)i * ENTRY_SIZE;
    if (read_u32(entry) != (uint32_t)kind || read_u32(entry + 4) != index) continue;
    uint64_t offset = read_u64(entry + 8), length = read_u64(entry + 16);
    if (offset % ALIGNMENT || offset > file->size || length > file->size - offset) return NULL;
    if (*size && length != *size) return NULL;
    *size = (size_t)length;
    return file->bytes + offset;
  }
  return NULL;
}

static const void *find_sized(const model_reader *reader, section_kind kind, uint32_t index,
                              size_t size) {
  return size ? find_section(reader, kind, index, &size) : NULL;
}

static ro_status read_header(model_reader *reader) {
  const ro_mapped_file *file = &reader->model->file;
  const uint16_t one = 1;
  if (*(const unsigned char *)&one != 1) return broken(reader, "it needs a little-endian machine");
  if (file->size < HEADER_SIZE || memcmp(file->bytes, "ROSYNTAX", 8) != 0)
    return broken(reader, "it does not begin like one");
  if (read_u32(file->bytes + 8) != VERSION) return broken(reader, "it has another version");
  reader->section_count = read_u32(file->bytes + 12);
  if (reader->section_count > SECTIONS_MAX ||
      file->size < HEADER_SIZE + (size_t)reader->section_count * ENTRY_SIZE)
    return broken(reader, "its list of sections is cut off");
  return RO_OK;
}

static bool is_width(uint32_t value) {
  return value > 0 && value <= 1024 && value % 32 == 0;
}

static ro_status read_sizes(model_reader *reader) {
  ro_model_sizes *sizes = &reader->model->sizes;
  const void *bytes = find_sized(reader, SECTION_SIZES, 0, sizeof *sizes);
  if (!bytes) return broken(reader, "its sizes are missing");
  memcpy(sizes, bytes, sizeof *sizes);
  bool fits = is_width(sizes->width) && is_width(sizes->state) && is_width(sizes->word) &&
              is_width(sizes->affix) && is_width(sizes->shape) && is_width(sizes->arc) &&
              is_width(sizes->label) && sizes->blocks <= RO_MODEL_BLOCKS_MAX &&
              sizes->word_count < 1 << 24 && sizes->affix_rows > 0 && sizes->affix_rows < 1 << 24 &&
              sizes->shape_rows > 0 && sizes->shape_rows < 1 << 24 && sizes->tag_count > 0 &&
              sizes->tag_count <= 4096 && sizes->relation_count > 0 &&
              sizes->relation_count <= 256 && sizes->name_count == 9;
  return fits ? RO_OK : broken(reader, "its sizes make no sense");
}

static ro_status read_tables(model_reader *reader) {
  ro_model *model = reader->model;
  const ro_model_sizes *sizes = &model->sizes;
  size_t words = sizes->word_count;
  model->word_keys = find_sized(reader, SECTION_WORD_KEYS, 0, words * sizeof(uint64_t));
  model->word_vectors = find_sized(reader, SECTION_WORD_VECTORS, 0, (words + 1) * sizes->word);
  model->word_scales = find_sized(reader, SECTION_WORD_SCALES, 0, (words + 1) * sizeof(float));
  model->affix_vectors =
      find_sized(reader, SECTION_AFFIX_VECTORS, 0, (size_t)sizes->affix_rows * sizes->affix);
  model->shape_vectors =
      find_sized(reader, SECTION_SHAPE_VECTORS, 0, (size_t)sizes->shape_rows * sizes->shape);
  const float *scales = find_sized(reader, SECTION_TABLE_SCALES, 0, 2 * sizeof(float));
  model->label_distances =
      find_sized(reader, SECTION_LABEL_DISTANCES, 0,
                 (size_t)(RO_MODEL_BUCKETS + 1) * sizes->label * sizeof(float));
  model->distances =
      find_sized(reader, SECTION_DISTANCES, 0, RO_MODEL_DISTANCES * sizeof(uint32_t));
  if (!model->word_keys || !model->word_vectors || !model->word_scales || !model->affix_vectors ||
      !model->shape_vectors || !scales || !model->label_distances || !model->distances)
    return broken(reader, "one of its tables is missing or cut off");
  model->affix_scale = scales[0];
  model->shape_scale = scales[1];
  return RO_OK;
}

static const int32_t *sum_weights(const ro_matrix *matrix, ro_arena *arena) {
  int32_t *sums = ro_arena_alloc_array(arena, matrix->outputs, sizeof *sums);
  const int8_t *weight = matrix->weights;
  for (uint32_t first = 0; first < matrix->outputs; first += RO_LANES)
    for (uint32_t k = 0; k < matrix->inputs; k += 4)
      for (uint32_t lane = 0; lane < RO_LANES; lane++, weight += 4)
        sums[first + lane] += weight[0] + weight[1] + weight[2] + weight[3];
  return sums;
}

static uint32_t whole_lanes(uint32_t outputs) {
  return (outputs + RO_LANES - 1) / RO_LANES * RO_LANES;
}

/* A matrix lies as its weights, scales and bias one after another. */
static ro_status read_matrix(model_reader *reader, uint32_t number, uint32_t outputs,
                             uint32_t inputs, ro_matrix *matrix) {
  size_t padded = whole_lanes(outputs), weights = padded * inputs;
  if (inputs > RO_INPUTS_MAX) return broken(reader, "one of its matrices is too wide");
  const unsigned char *bytes =
      find_sized(reader, SECTION_MATRIX, number, weights + 2 * padded * sizeof(float));
  if (!bytes) return broken(reader, "one of its matrices is missing or cut off");
  *matrix = (ro_matrix){.outputs = (uint32_t)padded, .inputs = inputs};
  matrix->weights = (const int8_t *)bytes;
  matrix->scales = (const float *)(const void *)(bytes + weights);
  matrix->bias = matrix->scales + padded;
  matrix->sums = sum_weights(matrix, reader->model->arena);
  return RO_OK;
}

static ro_status read_matrices(model_reader *reader) {
  ro_model *model = reader->model;
  const ro_model_sizes *s = &model->sizes;
  ro_status status = read_matrix(reader, MATRIX_EMBEDDING, s->width, s->word + s->affix + s->shape,
                                 &model->embedding);
  if (status == RO_OK)
    status =
        read_matrix(reader, MATRIX_HEADS, ro_model_head_outputs(s).end, s->width, &model->heads);
  if (status == RO_OK)
    status = read_matrix(reader, MATRIX_ARCS, s->arc + RO_MODEL_BUCKETS + 1, s->arc, &model->arcs);
  if (status == RO_OK)
    status = read_matrix(reader, MATRIX_LABELS, s->relation_count, s->label, &model->labels);
  for (uint32_t i = 0; i < s->blocks && status == RO_OK; i++) {
    ro_model_block *block = &model->blocks[i];
    const float *neighbours = find_sized(reader, SECTION_NEIGHBOURS, i, 3 * s->width * 4);
    if (!neighbours) return broken(reader, "the weights of neighbours are missing or cut off");
    block->before = neighbours;
    block->here = neighbours + s->width;
    block->after = neighbours + 2 * s->width;
    status = read_matrix(reader, MATRIX_BLOCKS + 2 * i, 6 * s->state, s->width, &block->inward);
    if (status == RO_OK)
      status =
          read_matrix(reader, MATRIX_BLOCKS + 2 * i + 1, s->width, 2 * s->state, &block->outward);
  }
  return status;
}

/* The next NUL-terminated string of a section; NULL at its end or where no NUL ends it. */
static const char *next_string(const char **at, const char *end) {
  const char *string = *at;
  const char *nul = string < end ? memchr(string, '\0', (size_t)(end - string)) : NULL;
  if (!nul) return NULL;
  *at = nul + 1;
  return string;
}

static ro_upos upos_of(const char *name) {
  ro_upos upos = 0;
  while (upos < RO_UPOS_COUNT && strcmp(ro_upos_name(upos), name) != 0)
    upos++;
  return upos < RO_UPOS_COUNT ? upos : RO_UPOS_X;
}

static ro_deprel deprel_of(const char *name) {
  ro_deprel deprel = 0;
  while (deprel < RO_DEPREL_COUNT && strcmp(ro_deprel_name(deprel), name) != 0)
    deprel++;
  return deprel < RO_DEPREL_COUNT ? deprel : RO_DEPREL_DEP;
}

static ro_status read_tags(model_reader *reader) {
  ro_model *model = reader->model;
  size_t size = 0;
  const char *at = (const char *)find_section(reader, SECTION_TAGS, 0, &size);
  if (!at) return broken(reader, "its tags are missing");
  const char *end = at + size;
  model->tags = ro_arena_alloc_array(model->arena, model->sizes.tag_count, sizeof *model->tags);
  for (uint32_t i = 0; i < model->sizes.tag_count; i++) {
    const char *upos = next_string(&at, end), *xpos = next_string(&at, end);
    const char *feats = next_string(&at, end);
    if (!upos || !xpos || !feats) return broken(reader, "its tags are cut off");
    model->tags[i] = (ro_model_tag){upos_of(upos), xpos, feats};
  }
  return RO_OK;
}

static ro_status read_relations(model_reader *reader) {
  ro_model *model = reader->model;
  size_t size = 0;
  const char *at = (const char *)find_section(reader, SECTION_RELATIONS, 0, &size);
  if (!at) return broken(reader, "its relations are missing");
  const char *end = at + size;
  model->relations =
      ro_arena_alloc_array(model->arena, model->sizes.relation_count, sizeof *model->relations);
  for (uint32_t i = 0; i < model->sizes.relation_count; i++) {
    const char *name = next_string(&at, end);
    if (!name) return broken(reader, "its relations are cut off");
    model->relations[i] = deprel_of(name);
  }
  return RO_OK;
}

ro_status ro_model_open(ro_model *model, const char *path, ro_error *error) {
  *model = (ro_model){.arena = ro_arena_create()};
  model_reader reader = {.model = model, .path = path, .error = error};
  ro_status status = ro_mapped_file_open(&model->file, path, error);
  if (status == RO_OK) status = read_header(&reader);
  if (status == RO_OK) status = read_sizes(&reader);
  if (status == RO_OK) status = read_tables(&reader);
  if (status == RO_OK) status = read_matrices(&reader);
  if (status == RO_OK) status = read_tags(&reader);
  if (status == RO_OK) status = read_relations(&reader);
  if (status != RO_OK) ro_model_close(model);
  return status;
}

void ro_model_close(ro_model *model) {
  ro_mapped_file_close(&model->file);
  ro_arena_free(model->arena);
  *model = (ro_model){0};
}

ro_model_outputs ro_model_head_outputs(const ro_model_sizes *sizes) {
  ro_model_outputs outputs = {.tags = 0};
  outputs.names = whole_lanes(sizes->tag_count);
  outputs.arc_dependent = outputs.names + whole_lanes(sizes->name_count);
  outputs.arc_head = outputs.arc_dependent + sizes->arc;
  outputs.label_dependent = outputs.arc_head + sizes->arc;
  outputs.label_head = outputs.label_dependent + sizes->label;
  outputs.end = outputs.label_head + sizes->label;
  return outputs;
}
