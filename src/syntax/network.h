/* The network: vectors of the words in their sentence, and the scores that tags, names, heads and
 * relations are read from. */
#ifndef RO_SYNTAX_NETWORK_H
#define RO_SYNTAX_NETWORK_H

#include "syntax/word_features.h"

/* Words that pass through the network at once at most; longer sentences are cut into pieces. */
enum { RO_PIECE_MAX = 256 };

/* A run of words that the recurrence passes over: a sentence or a piece of one. */
typedef struct ro_piece {
  uint32_t first, count; /* among the words of the batch */
} ro_piece;

/* Memory for one batch of words; made once for many batches. */
typedef struct ro_network {
  const ro_model *model;
  const ro_kernels *kernels;
  ro_model_outputs outputs;
  size_t capacity;                    /* words */
  float *hidden;                      /* words by width: what the blocks add to */
  float *normal;                      /* words by width */
  float *inner;                       /* words by the widest product */
  float *states;                      /* words by twice the state */
  int8_t *bytes;                      /* words by the widest input of a product */
  int8_t *vectors;                    /* words by width: what came out last */
  float *scores;                      /* words by outputs.end: scores of all heads of the network */
  int8_t *arc_dependents, *arc_heads; /* words by arc */
  float *queries;                     /* words by the outputs of the matrix `arcs` */
} ro_network;

void ro_network_create(ro_network *network, const ro_model *model, const ro_kernels *kernels,
                       size_t capacity);
void ro_network_free(ro_network *network);

/* Runs the network over the words of the pieces, one after another: fills vectors and scores. */
void ro_network_run(ro_network *network, const ro_word_features *words, const ro_piece *pieces,
                    size_t piece_count);

/* Scores of heads for each word of a piece after ro_network_run: scores[dependent * (count + 1) +
 * head], where head 0 is the root and head i + 1 the piece's word i. */
void ro_network_score_arcs(ro_network *network, ro_piece piece, float *scores);

/* Scores of relations: row i for word i of the piece with its head (0 the root, i + 1 word i). Rows
 * have model->labels.outputs values. */
void ro_network_score_relations(ro_network *network, ro_piece piece, const uint32_t *heads,
                                float *scores);

#endif
