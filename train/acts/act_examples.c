/* Prints what the model of acts sees of reports, for train_acts.py.
 *
 * usage: act-examples DATA_DIRECTORY REPORTS.jsonl
 *        act-examples --tables
 *
 * For each passage, little-endian: index of the report, tokens, features of a token, width of the
 * vectors, mentions, pairs (32 bits each); the tokens' features (16 bits); vectors (8 bits); start,
 * end (bytes of the text), head and sentence of each token (32 bits), part of speech (8 bits);
 * words, each ended by a zero byte; for each mention its token in the passage (32 bits) and the
 * actors that it names, ended by a zero byte, blanks between them; for each pair the tokens of
 * predicate and mention (16 bits) and its features (16 bits). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../report_examples.h"
#include "records/learned/act_features.h"
#include "records/learned/party_features.h"
#include "records/parties/parties.h"
#include "records/scene/scene.h"
#include "statements/passage.h"

enum { MOST_MENTIONS = 48 };

static void put_number(uint32_t value) {
  for (int i = 0; i < 4; i++, value >>= 8)
    putchar((int)(value & 255));
}

static void put_short(uint32_t value) {
  putchar((int)(value & 255));
  putchar((int)(value >> 8 & 255));
}

static bool may_be_predicate(const ro_token *token) {
  return token->upos == RO_UPOS_VERB || token->upos == RO_UPOS_NOUN || token->upos == RO_UPOS_ADJ ||
         token->upos == RO_UPOS_AUX;
}

static uint32_t find_mentions(const ro_scene *scene, const ro_passage *passage,
                              uint32_t mentions[MOST_MENTIONS]) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < passage->count && count < MOST_MENTIONS; i++)
    if (party_features_apply(scene, passage->first + i)) mentions[count++] = i;
  return count;
}

static void print_mention(const ro_scene *scene, uint32_t token) {
  ro_parties parties = {.count = 0};
  party_features_parties(&parties, scene, token);
  for (uint32_t i = 0; i < parties.count; i++) {
    for (const char *c = parties.items[i].actor; c && *c; c++)
      putchar(*c == ' ' ? '_' : *c);
    putchar(' ');
  }
  putchar(0);
}

static void print_tokens(const ro_scene *scene, const act_marks *marks, const ro_passage *passage) {
  static uint16_t features[RO_PASSAGE_LONGEST * ACT_FEATURES];
  const ro_document *document = scene->document;
  act_features_fill(scene, marks, passage->first, passage->count, features);
  for (size_t i = 0; i < (size_t)passage->count * ACT_FEATURES; i++)
    put_short(features[i]);
  size_t width = document->vector_width;
  fwrite(document->vectors + passage->first * width, 1, passage->count * width, stdout);
  for (uint32_t i = 0; i < passage->count; i++) {
    const ro_token *token = &document->tokens[passage->first + i];
    put_number(token->span.start);
    put_number(token->span.end);
    put_number(passage->head[i]);
    put_number(token->sentence);
    putchar((int)token->upos);
  }
  for (uint32_t i = 0; i < passage->count; i++)
    printf("%s%c", document->tokens[passage->first + i].form, 0);
}

static void print_passage(const ro_scene *scene, const act_marks *marks, const ro_passage *passage,
                          uint32_t report) {
  const ro_document *document = scene->document;
  uint32_t mentions[MOST_MENTIONS], count = find_mentions(scene, passage, mentions);
  uint32_t predicates = 0;
  for (uint32_t i = 0; i < passage->count; i++)
    predicates += may_be_predicate(&document->tokens[passage->first + i]);
  put_number(report);
  put_number(passage->count);
  put_number(ACT_FEATURES);
  put_number(document->vector_width);
  put_number(count);
  put_number(predicates * count);
  print_tokens(scene, marks, passage);
  for (uint32_t i = 0; i < count; i++) {
    put_number(mentions[i]);
    print_mention(scene, passage->first + mentions[i]);
  }
  for (uint32_t i = 0; i < passage->count; i++) {
    if (!may_be_predicate(&document->tokens[passage->first + i])) continue;
    for (uint32_t k = 0; k < count; k++) {
      uint16_t features[PARTY_FEATURES];
      party_features_fill(scene, passage->first + i, passage->first + mentions[k], features);
      put_short(i);
      put_short(mentions[k]);
      for (int f = 0; f < PARTY_FEATURES; f++)
        put_short(features[f]);
    }
  }
}

static void print_report(const ro_engine *engine, ro_annotation *annotation, uint32_t index) {
  ro_scene scene;
  act_marks marks;
  ro_passage passage;
  if (!ro_record_finder_prepare(&scene, &marks, engine->record_finder, engine->relation_model,
                                &annotation->document))
    return;
  for (uint32_t first = 0; first < scene.document->token_count; first += passage.count) {
    ro_passage_begin(&passage, scene.document, first);
    print_passage(&scene, &marks, &passage, index);
  }
}

static int print_table_rows(void) {
  for (int i = 0; i < ACT_FEATURES; i++)
    printf("%u ", act_feature_rows[i]);
  putchar('\n');
  for (int i = 0; i < PARTY_FEATURES; i++)
    printf("%u ", party_feature_rows[i]);
  putchar('\n');
  return 0;
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "--tables") == 0) return print_table_rows();
  return print_examples(argc, argv, print_report);
}
