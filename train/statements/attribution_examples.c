/* Prints what the statement model sees of annotated reports, for train_statements.py.
 *
 * usage: attribution-examples DATA-DIRECTORY GOLD.jsonl [--candidates SCORE] >EXAMPLES
 *        attribution-examples --tables   prints the rows of the features' tables
 *
 * A line of GOLD is {"text", "split", "attributions": [{"source", "cue", "content"}]}, each a list
 * of [start, end] in code points. For every passage, little-endian: five 32-bit numbers (1 if its
 * split is "train", tokens, features of a token, bytes of a vector, attributions); the tokens'
 * features (16 bits) and vectors (8 bits); for every attribution its cue's token (32 bits), the
 * tokens' roles (8 bits) and their features in the light of the cue (16 bits). With --candidates,
 * tokens that the installed model scores above SCORE follow as attributions without roles, with the
 * highest bit of the cue set, and then the passage's words, each ended by a zero byte: a teacher
 * reads them and says more about such tokens. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/unicode.h"
#include "statements/attribution_model.h"
#include "syntax/lemmatizer.h"
#include "syntax/parser.h"
#include "text/segmenter.h"

typedef struct reading_layers {
  ro_segmenter *segmenter;
  ro_parser *parser;
  ro_lemmatizer *lemmatizer;
  const ro_cue_list *cues;
  const ro_attribution_model *model; /* NULL: no candidates */
  float least_score;                 /* of a candidate */
} reading_layers;

typedef struct attribution {
  uint32_t cue;
  uint8_t *roles; /* of all tokens */
} attribution;

static void put_number(uint32_t value) {
  for (int i = 0; i < 4; i++, value >>= 8)
    putchar((int)(value & 255));
}

static void put_features(const uint16_t *values, size_t count) {
  for (size_t i = 0; i < count; i++) {
    putchar(values[i] & 255);
    putchar(values[i] >> 8);
  }
}

/* The token at each code point of the text; RO_NONE between tokens. */
static uint32_t *tokens_of_codepoints(const ro_document *document, size_t *count) {
  uint32_t *tokens = ro_arena_alloc_array(document->arena, document->text_size + 1, sizeof *tokens);
  uint32_t token = 0;
  *count = 0;
  for (size_t at = 0; at < document->text_size; (*count)++) {
    while (token < document->token_count && document->tokens[token].span.end <= at)
      token++;
    bool inside = token < document->token_count && document->tokens[token].span.start <= at;
    tokens[*count] = inside ? token : RO_NONE;
    ro_utf8_next(document->text, document->text_size, &at);
  }
  return tokens;
}

/* Gives the tokens of a role's spans that role; the first of each span the role before it. */
static void set_roles(uint8_t *roles, json_t *spans, const uint32_t *tokens, size_t count,
                      ro_role begins, ro_role role) {
  size_t index;
  json_t *span;
  json_array_foreach(spans, index, span) {
    size_t start = (size_t)json_integer_value(json_array_get(span, 0));
    size_t end = (size_t)json_integer_value(json_array_get(span, 1));
    uint32_t last = RO_NONE;
    for (size_t i = start; i < end && i < count; i++) {
      if (tokens[i] == RO_NONE || tokens[i] == last) continue;
      roles[tokens[i]] = (uint8_t)(last == RO_NONE ? begins : role);
      last = tokens[i];
    }
  }
}

static uint32_t depth(const ro_document *document, uint32_t token) {
  uint32_t depth = 0;
  while (document->tokens[token].head != RO_NONE && depth < 1000)
    token = document->tokens[token].head, depth++;
  return depth;
}

/* The word of the cue nearest to the root; its mark where it has no word. */
static uint32_t cue_head(const ro_document *document, const uint8_t *roles) {
  uint32_t best = RO_NONE, best_depth = 0;
  for (uint32_t i = 0; i < document->token_count; i++) {
    if (roles[i] != RO_ROLE_CUE) continue;
    uint32_t own = depth(document, i) + (document->tokens[i].upos == RO_UPOS_PUNCT ? 2000 : 0);
    if (best == RO_NONE || own < best_depth) best = i, best_depth = own;
  }
  return best;
}

static attribution *read_attributions(const ro_document *document, json_t *list, size_t *count) {
  size_t codepoints, index;
  const uint32_t *tokens = tokens_of_codepoints(document, &codepoints);
  attribution *attributions =
      ro_arena_alloc_array(document->arena, json_array_size(list), sizeof *attributions);
  json_t *item;
  *count = 0;
  json_array_foreach(list, index, item) {
    attribution *next = &attributions[*count];
    next->roles = ro_arena_alloc(document->arena, document->token_count + 1);
    set_roles(next->roles, json_object_get(item, "content"), tokens, codepoints,
              RO_ROLE_CONTENT_BEGINS, RO_ROLE_CONTENT);
    set_roles(next->roles, json_object_get(item, "source"), tokens, codepoints,
              RO_ROLE_SOURCE_BEGINS, RO_ROLE_SOURCE);
    set_roles(next->roles, json_object_get(item, "cue"), tokens, codepoints, RO_ROLE_CUE,
              RO_ROLE_CUE);
    next->cue = cue_head(document, next->roles);
    bool is_new = next->cue != RO_NONE;
    for (size_t i = 0; i < *count && is_new; i++)
      is_new = attributions[i].cue != next->cue;
    if (is_new) ++*count;
  }
  return attributions;
}

/* Marks the tokens that the model takes for possible cues, and that are no annotated ones. */
static uint32_t find_candidates(const reading_layers *layers, const ro_feature_source *source,
                                const ro_passage *passage, const attribution *attributions,
                                size_t count, bool marks[RO_PASSAGE_LONGEST]) {
  memset(marks, 0, RO_PASSAGE_LONGEST * sizeof *marks);
  if (!layers->model) return 0;
  float scores[RO_PASSAGE_LONGEST];
  uint32_t found = 0;
  ro_arena *arena = ro_arena_create();
  ro_attribution_scratch *scratch = ro_attribution_scratch_create(layers->model, arena);
  ro_attribution_model_read(layers->model, scratch, source, passage, scores);
  ro_arena_free(arena);
  for (uint32_t i = 0; i < passage->count; i++)
    marks[i] = scores[i] > layers->least_score;
  for (size_t i = 0; i < count; i++)
    if (attributions[i].cue - passage->first < passage->count)
      marks[attributions[i].cue - passage->first] = false;
  for (uint32_t i = 0; i < passage->count; i++)
    found += marks[i];
  return found;
}

static void print_pair(const ro_feature_source *source, const ro_passage *passage, uint32_t cue,
                       uint32_t mark, const uint8_t *roles) {
  static uint16_t features[RO_PASSAGE_LONGEST * RO_PAIR_FEATURES];
  put_number(cue | mark);
  fwrite(roles, 1, passage->count, stdout);
  ro_pair_features(source, passage, cue, features);
  put_features(features, (size_t)passage->count * RO_PAIR_FEATURES);
}

static void print_passage(const reading_layers *layers, const ro_feature_source *source,
                          const ro_passage *passage, bool train, const attribution *attributions,
                          size_t count) {
  static uint16_t features[RO_PASSAGE_LONGEST * RO_TOKEN_FEATURES];
  static const uint8_t no_roles[RO_PASSAGE_LONGEST];
  const ro_document *document = source->document;
  bool candidates[RO_PASSAGE_LONGEST];
  uint32_t inside = 0, width = document->vectors ? document->vector_width : 0;
  for (size_t i = 0; i < count; i++)
    inside += attributions[i].cue - passage->first < passage->count;
  inside += find_candidates(layers, source, passage, attributions, count, candidates);
  ro_token_features(source, passage, features);
  put_number(train);
  put_number(passage->count);
  put_number(RO_TOKEN_FEATURES);
  put_number(width);
  put_number(inside);
  put_features(features, (size_t)passage->count * RO_TOKEN_FEATURES);
  if (width)
    fwrite(document->vectors + (size_t)passage->first * width, 1, (size_t)passage->count * width,
           stdout);
  for (size_t i = 0; i < count; i++) {
    uint32_t cue = attributions[i].cue - passage->first;
    if (cue >= passage->count) continue;
    print_pair(source, passage, cue, 0, attributions[i].roles + passage->first);
  }
  for (uint32_t i = 0; i < passage->count; i++)
    if (candidates[i]) print_pair(source, passage, i, 0x80000000U, no_roles);
  for (uint32_t i = 0; layers->model && i < passage->count; i++)
    printf("%s%c", document->tokens[passage->first + i].form, 0);
}

static void print_report(const reading_layers *layers, json_t *report) {
  const char *text = json_string_value(json_object_get(report, "text"));
  const char *split = json_string_value(json_object_get(report, "split"));
  ro_document document = {.arena = ro_arena_create(),
                          .text = text,
                          .text_size = text ? strlen(text) : 0,
                          .one_line_paragraphs = true,
                          .published = RO_NO_DAY};
  ro_segmenter_annotate(layers->segmenter, &document);
  ro_parser_annotate(layers->parser, &document);
  ro_lemmatizer_annotate(layers->lemmatizer, &document);
  size_t count;
  const attribution *attributions =
      read_attributions(&document, json_object_get(report, "attributions"), &count);
  ro_quotations quotations = ro_quotations_find(&document);
  ro_feature_source source = {&document, &quotations, layers->cues};
  ro_passage passage;
  for (uint32_t first = 0; first < document.token_count; first += passage.count) {
    ro_passage_begin(&passage, &document, first);
    print_passage(layers, &source, &passage, split && strcmp(split, "train") == 0, attributions,
                  count);
  }
  ro_arena_free(document.arena);
}

static int print_table_rows(void) {
  for (int i = 0; i < RO_TOKEN_FEATURES; i++)
    printf("%u ", ro_token_feature_rows[i]);
  putchar('\n');
  for (int i = 0; i < RO_PAIR_FEATURES; i++)
    printf("%u ", ro_pair_feature_rows[i]);
  putchar('\n');
  return 0;
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "--tables") == 0) return print_table_rows();
  bool with_candidates = argc == 5 && strcmp(argv[3], "--candidates") == 0;
  if (argc != 3 && !with_candidates) return 2;
  ro_error error;
  reading_layers layers = {.least_score = with_candidates ? strtof(argv[4], NULL) : 0};
  ro_arena *arena = ro_arena_create();
  const char *cues = ro_path_join(arena, argv[1], "cues.tsv");
  const char *model = ro_path_join(arena, argv[1], "statements.model");
  if (ro_segmenter_load(&layers.segmenter, argv[1], &error) != RO_OK ||
      ro_parser_load(&layers.parser, argv[1], &error) != RO_OK ||
      ro_lemmatizer_load(&layers.lemmatizer, argv[1], &error) != RO_OK ||
      ro_cue_list_load(&layers.cues, arena, cues, &error) != RO_OK ||
      (with_candidates &&
       ro_attribution_model_load(&layers.model, arena, model, &error) != RO_OK)) {
    fprintf(stderr, "attribution-examples: %s: %s\n", error.file, error.message);
    return 1;
  }
  FILE *file = fopen(argv[2], "r");
  if (!file) return 1;
  json_error_t json_error;
  json_t *report;
  while ((report = json_loadf(file, JSON_DISABLE_EOF_CHECK, &json_error))) {
    print_report(&layers, report);
    json_decref(report);
  }
  fclose(file);
  return 0;
}
