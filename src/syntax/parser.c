#include "syntax/parser.h"

#include <stdlib.h>
#include <string.h>

#include "syntax/network.h"
#include "syntax/tree.h"
#include "syntax/tree_decoder.h"

/* Words that go through the network together at most: enough to fill the registers of a matrix
 * product, few enough for the cache. */
enum { BATCH_WORDS = 384, BATCH_PIECES = BATCH_WORDS };

struct ro_parser {
  ro_model model;
  const ro_kernels *kernels;
};

ro_status ro_parser_load(ro_parser **out, const char *data_directory, ro_error *error) {
  *out = NULL;
  ro_parser *parser = ro_allocate(sizeof *parser);
  parser->kernels = ro_kernels_best();
  ro_arena *arena = ro_arena_create();
  const char *path = ro_path_join(arena, data_directory, "syntax.model");
  ro_status status = ro_model_open(&parser->model, path, error);
  ro_arena_free(arena);
  if (status == RO_OK)
    *out = parser;
  else
    free(parser);
  return status;
}

void ro_parser_free(ro_parser *parser) {
  if (!parser) return;
  ro_model_close(&parser->model);
  free(parser);
}

/* Pieces of sentences on their way through the network, and memory for their scores. */
typedef struct parser_batch {
  const ro_parser *parser;
  ro_document *document;
  ro_network network;
  int8_t *vectors; /* of the whole document */
  uint32_t first_token, word_count;
  ro_word_features words[BATCH_WORDS];
  ro_piece pieces[BATCH_PIECES];
  size_t piece_count;
  uint32_t heads[RO_PIECE_MAX];
  float *arcs, *relations;
} parser_batch;

static void open_batch(parser_batch *batch, const ro_parser *parser, ro_document *document) {
  uint32_t width = parser->model.sizes.width;
  size_t capacity = document->token_count < BATCH_WORDS ? document->token_count : BATCH_WORDS;
  batch->parser = parser;
  batch->document = document;
  batch->first_token = batch->word_count = 0;
  batch->piece_count = 0;
  ro_network_create(&batch->network, &parser->model, parser->kernels, capacity);
  batch->vectors = ro_arena_alloc_array(document->arena, document->token_count, width);
  batch->arcs = ro_allocate((size_t)RO_PIECE_MAX * (RO_PIECE_MAX + 1) * sizeof(float));
  batch->relations =
      ro_allocate((size_t)RO_PIECE_MAX * parser->model.labels.outputs * sizeof(float));
  document->vectors = batch->vectors;
  document->vector_width = width;
}

static void close_batch(parser_batch *batch) {
  ro_network_free(&batch->network);
  free(batch->arcs);
  free(batch->relations);
}

/* Name tags: 0 none, then for each kind one for the first word and one for the words after it. */
static void set_name_tag(const parser_batch *batch, ro_token *token, uint32_t tag) {
  token->name_tag = tag ? (ro_name_tag)((tag + 1) / 2) : RO_NAME_TAG_NONE;
  bool goes_on = tag && tag % 2 == 0 && token > batch->document->tokens &&
                 token[-1].sentence == token->sentence && token[-1].name_tag == token->name_tag;
  token->name_begins = tag && !goes_on;
}

static void set_tags(const parser_batch *batch, ro_piece piece) {
  const ro_model *model = &batch->parser->model;
  const ro_model_outputs *outputs = &batch->network.outputs;
  const ro_kernels *kernels = batch->parser->kernels;
  for (uint32_t i = 0; i < piece.count; i++) {
    size_t word = piece.first + i;
    const float *scores = batch->network.scores + word * model->heads.outputs;
    ro_token *token = &batch->document->tokens[batch->first_token + word];
    const ro_model_tag *tag =
        &model->tags[kernels->largest(scores + outputs->tags, model->sizes.tag_count)];
    token->upos = tag->upos;
    token->xpos = tag->xpos;
    token->feats = tag->feats;
    set_name_tag(batch, token, kernels->largest(scores + outputs->names, model->sizes.name_count));
  }
}

/* The best relation for a word that hangs below another one. */
static ro_deprel best_relation(const ro_model *model, const float *scores) {
  uint32_t best = UINT32_MAX;
  for (uint32_t i = 0; i < model->sizes.relation_count; i++)
    if (model->relations[i] != RO_DEPREL_ROOT && (best == UINT32_MAX || scores[i] > scores[best]))
      best = i;
  return best == UINT32_MAX ? RO_DEPREL_DEP : model->relations[best];
}

/* The pieces of a long sentence after the first one hang below the first one's root. */
static void set_root(ro_document *document, ro_token *token, uint32_t index) {
  ro_sentence *sentence = &document->sentences[token->sentence];
  bool is_first = sentence->root == RO_NONE;
  if (is_first) sentence->root = index;
  token->head = is_first ? RO_NONE : sentence->root;
  token->deprel = is_first ? RO_DEPREL_ROOT : RO_DEPREL_PARATAXIS;
}

/* What hangs on a verb of the piece. */
typedef struct dependents {
  bool auxiliary, passive, clause;
} dependents;

static dependents dependents_of(const ro_document *document, uint32_t verb, uint32_t first,
                                uint32_t count) {
  dependents found = {0};
  for (uint32_t i = first; i < first + count; i++) {
    if (document->tokens[i].head != verb) continue;
    found.passive |= document->tokens[i].deprel == RO_DEPREL_AUX_PASS;
    found.auxiliary |= document->tokens[i].deprel == RO_DEPREL_AUX;
    found.clause |= document->tokens[i].deprel == RO_DEPREL_CCOMP;
  }
  return found;
}

static bool has_tag(const ro_token *token, const char *tag) {
  return token->xpos && strcmp(token->xpos, tag) == 0;
}

/* "An officer who would not be named TOLD us that …": the scores of a relation know nothing of what
 * else hangs on the verb. A finite verb without a passive auxiliary has no passive subject, and a
 * participle without any auxiliary governs no clause. */
static void make_subjects_active(ro_document *document, uint32_t first, uint32_t count) {
  for (uint32_t i = first; i < first + count; i++) {
    ro_token *token = &document->tokens[i];
    if (token->deprel != RO_DEPREL_NSUBJ_PASS || token->head == RO_NONE) continue;
    ro_token *verb = &document->tokens[token->head];
    dependents found = dependents_of(document, token->head, first, count);
    bool finite = has_tag(verb, "VBD") || has_tag(verb, "VBZ") || has_tag(verb, "VBP");
    bool past = has_tag(verb, "VBN") && found.clause && !found.auxiliary;
    if (found.passive || !(finite || past)) continue;
    token->deprel = RO_DEPREL_NSUBJ;
    if (!past) continue;
    verb->xpos = "VBD";
    verb->feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
  }
}

static void set_tree(parser_batch *batch, ro_piece piece) {
  const ro_model *model = &batch->parser->model;
  ro_document *document = batch->document;
  ro_network_score_arcs(&batch->network, piece, batch->arcs);
  ro_decode_tree(batch->arcs, piece.count, batch->heads);
  ro_network_score_relations(&batch->network, piece, batch->heads, batch->relations);
  for (uint32_t i = 0; i < piece.count; i++) {
    uint32_t index = batch->first_token + piece.first + i;
    ro_token *token = &document->tokens[index];
    if (!batch->heads[i]) {
      set_root(document, token, index);
      continue;
    }
    token->head = batch->first_token + piece.first + batch->heads[i] - 1;
    token->deprel = best_relation(model, batch->relations + (size_t)i * model->labels.outputs);
  }
  make_subjects_active(document, batch->first_token + piece.first, piece.count);
}

static void run_batch(parser_batch *batch) {
  if (!batch->word_count) return;
  size_t width = batch->parser->model.sizes.width;
  ro_network_run(&batch->network, batch->words, batch->pieces, batch->piece_count);
  memcpy(batch->vectors + batch->first_token * width, batch->network.vectors,
         batch->word_count * width);
  for (size_t i = 0; i < batch->piece_count; i++) {
    set_tags(batch, batch->pieces[i]);
    set_tree(batch, batch->pieces[i]);
  }
  batch->first_token += batch->word_count;
  batch->word_count = 0;
  batch->piece_count = 0;
}

static void add_piece(parser_batch *batch, uint32_t first_token, uint32_t count) {
  if (batch->word_count + count > BATCH_WORDS) run_batch(batch);
  const ro_token *tokens = &batch->document->tokens[first_token];
  batch->pieces[batch->piece_count++] = (ro_piece){batch->word_count, count};
  for (uint32_t i = 0; i < count; i++)
    batch->words[batch->word_count++] =
        ro_word_features_of(&batch->parser->model, tokens[i].form, strlen(tokens[i].form));
}

/* Long sentences go through in pieces of about the same length. */
static void add_sentence(parser_batch *batch, ro_sentence *sentence) {
  sentence->root = RO_NONE;
  uint32_t pieces = (sentence->token_count + RO_PIECE_MAX - 1) / RO_PIECE_MAX;
  for (uint32_t i = 0; i < pieces; i++) {
    uint64_t start = (uint64_t)sentence->token_count * i / pieces;
    uint64_t end = (uint64_t)sentence->token_count * (i + 1) / pieces;
    add_piece(batch, sentence->first_token + (uint32_t)start, (uint32_t)(end - start));
  }
}

void ro_parser_annotate(const ro_parser *parser, ro_document *document) {
  if (!document->token_count) return;
  parser_batch *batch = ro_allocate(sizeof *batch);
  open_batch(batch, parser, document);
  for (uint32_t i = 0; i < document->sentence_count; i++)
    add_sentence(batch, &document->sentences[i]);
  run_batch(batch);
  close_batch(batch);
  free(batch);
  ro_tree_link(document);
}
