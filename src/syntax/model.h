/* The file of the network, mapped read-only and used in place.
 *
 * Little-endian. A header (8 bytes "ROSYNTAX", u32 version, u32 number of sections), then for each
 * section u32 kind, u32 index, u64 offset, u64 size; sections start at multiples of 64. */
#ifndef RO_SYNTAX_MODEL_H
#define RO_SYNTAX_MODEL_H

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "readout/syntax.h"
#include "syntax/kernels.h"

enum {
  RO_MODEL_BLOCKS_MAX = 16,
  RO_MODEL_DISTANCES = 9,                   /* buckets of distance to either side */
  RO_MODEL_BUCKETS = 2 * RO_MODEL_DISTANCES /* the head after the word, then before it */
};

typedef struct ro_model_sizes {
  uint32_t width;              /* of a word's vector between the blocks */
  uint32_t state;              /* of the recurrence, each direction */
  uint32_t blocks;             /* passes over the sentence */
  uint32_t word, affix, shape; /* of the parts of a word's embedding */
  uint32_t arc, label;         /* of the vectors that heads and relations are scored with */
  uint32_t word_count, affix_rows, shape_rows;
  uint32_t tag_count, relation_count, name_count;
} ro_model_sizes;

/* One whole tag of the tagger. */
typedef struct ro_model_tag {
  ro_upos upos;
  const char *xpos, *feats;
} ro_model_tag;

typedef struct ro_model_block {
  const float *before, *here, *after; /* weights of the neighbours, `width` each */
  ro_matrix inward, outward;
} ro_model_block;

typedef struct ro_model {
  ro_mapped_file file;
  ro_arena *arena;
  ro_model_sizes sizes;
  const uint64_t *word_keys; /* hashes of the known words, ascending */
  const int8_t *word_vectors, *affix_vectors, *shape_vectors;
  const float *word_scales;
  float affix_scale, shape_scale;
  const float *label_distances; /* RO_MODEL_BUCKETS + 1 rows of `label`, the last for the root */
  const uint32_t *distances;    /* least distance of each bucket */
  ro_model_tag *tags;
  ro_deprel *relations;
  ro_matrix embedding, heads, arcs, labels;
  ro_model_block blocks[RO_MODEL_BLOCKS_MAX];
} ro_model;

/* Maps and checks a model. On error nothing is left open. */
ro_status ro_model_open(ro_model *model, const char *path, ro_error *error);
void ro_model_close(ro_model *model);

/* The first output of each part of the matrix `heads`, and where the last one ends. */
typedef struct ro_model_outputs {
  uint32_t tags, names, arc_dependent, arc_head, label_dependent, label_head, end;
} ro_model_outputs;

ro_model_outputs ro_model_head_outputs(const ro_model_sizes *sizes);

#endif
