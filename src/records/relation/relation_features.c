#include "records/relation/relation_features.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "syntax/tree.h"

/* How many words before the first and after the last of the two actors are looked at. */
enum { WORDS_BEFORE = 6, WORDS_AFTER = 7, NAME_SIZE = 128, PATH_LIMIT = 6 };

/* A word of the text, or one of the two actors taken as one word. */
typedef struct pair_word {
  const char *lemma, *form;
  uint32_t token; /* of an actor: its head */
} pair_word;

typedef struct feature_collector {
  const ro_document *document;
  uint32_t first_token, end_token; /* what is looked at */
  ro_relation_features found;
  size_t capacity;
  pair_word *words;
  size_t word_count;
  size_t source, target; /* their places in `words` */
} feature_collector;

static void add(feature_collector *collector, float value, const char *kind, const char *first,
                const char *second) {
  char name[NAME_SIZE];
  int length = snprintf(name, sizeof name, "%s:%s%s%s", kind, first, second ? "_" : "",
                        second ? second : "");
  if (length < 0) return;
  size_t size = (size_t)length < sizeof name ? (size_t)length : sizeof name - 1;
  ro_relation_feature *feature = RO_ARENA_PUSH(collector->document->arena, &collector->found.items,
                                               collector->found.count, collector->capacity);
  *feature = (ro_relation_feature){(uint32_t)ro_hash(name, size), value};
}

static const char *lower(ro_arena *arena, const char *string) {
  char *copy = ro_arena_copy_string(arena, string);
  for (char *at = copy; *at; at++)
    if (*at >= 'A' && *at <= 'Z') *at = (char)(*at - 'A' + 'a');
  return copy;
}

static bool overlaps(ro_span a, ro_span b) {
  return a.start < b.end && b.start < a.end;
}

/* The word of a span that stands highest in the tree. */
static uint32_t head_of_span(const ro_document *document, ro_span span, uint32_t first) {
  uint32_t best = first;
  for (uint32_t i = first; i < document->token_count; i++) {
    const ro_token *token = &document->tokens[i];
    if (!overlaps(token->span, span)) break;
    if (token->head == RO_NONE || !overlaps(document->tokens[token->head].span, span)) {
      best = i;
      if (token->upos != RO_UPOS_PUNCT) break;
    }
  }
  return best;
}

static void push_actor(feature_collector *collector, const char *name, ro_span span, uint32_t first,
                       size_t *place) {
  *place = collector->word_count;
  collector->words[collector->word_count++] =
      (pair_word){name, name, head_of_span(collector->document, span, first)};
}

/* The text as words, each actor one of them. An actor inside the other's span is not seen apart. */
static void list_words(feature_collector *collector, ro_span source, ro_span target) {
  const ro_document *document = collector->document;
  uint32_t count = collector->end_token - collector->first_token;
  collector->words = ro_arena_alloc_array(document->arena, count + 2, sizeof(pair_word));
  collector->source = collector->target = SIZE_MAX;
  for (uint32_t i = collector->first_token; i < collector->end_token; i++) {
    const ro_token *token = &document->tokens[i];
    bool in_source = overlaps(token->span, source), in_target = overlaps(token->span, target);
    if (in_source && collector->source == SIZE_MAX)
      push_actor(collector, "S", source, i, &collector->source);
    if (in_target && collector->target == SIZE_MAX)
      push_actor(collector, "T", target, i, &collector->target);
    if (in_source || in_target) continue;
    const char *form = lower(document->arena, token->form);
    const char *lemma = token->lemma ? lower(document->arena, token->lemma) : form;
    collector->words[collector->word_count++] = (pair_word){lemma, form, i};
  }
  if (collector->source == SIZE_MAX) collector->source = 0;
  if (collector->target == SIZE_MAX)
    collector->target = collector->word_count ? collector->word_count - 1 : 0;
}

static const char *region(const feature_collector *collector, size_t place) {
  size_t first = collector->source < collector->target ? collector->source : collector->target;
  size_t last = collector->source < collector->target ? collector->target : collector->source;
  return place < first ? "before" : place < last ? "between" : "after";
}

static void add_words(feature_collector *collector) {
  size_t first = collector->source < collector->target ? collector->source : collector->target;
  size_t last = collector->source < collector->target ? collector->target : collector->source;
  size_t start = first > WORDS_BEFORE ? first - WORDS_BEFORE : 0;
  size_t end =
      last + WORDS_AFTER < collector->word_count ? last + WORDS_AFTER : collector->word_count;
  for (size_t i = start; i < end; i++) {
    const pair_word *word = &collector->words[i];
    add(collector, 1.0F, "lemma", word->lemma, NULL);
    add(collector, 0.7F, region(collector, i), word->lemma, NULL);
    if (i != collector->source && i != collector->target)
      add(collector, 0.5F, "form", word->form, NULL);
    if (i > start) add(collector, 0.8F, "next", word[-1].lemma, word->lemma);
    if (i > start + 1) add(collector, 0.4F, "skip", word[-2].lemma, word->lemma);
  }
  add(collector, 1.0F, "order", collector->source < collector->target ? "S" : "T", NULL);
}

static const char *lemma_of(const feature_collector *collector, uint32_t token) {
  const char *lemma = collector->document->tokens[token].lemma;
  return lemma ? lower(collector->document->arena, lemma) : "";
}

/* What completes a predicate: particle, negation, object, clausal complement, passive. */
static void add_complements(feature_collector *collector, uint32_t predicate) {
  const ro_document *document = collector->document;
  const char *lemma = lemma_of(collector, predicate);
  for (uint32_t child = document->first_child[predicate]; child != RO_NONE;
       child = document->next_sibling[child]) {
    const char *relation = ro_deprel_name(document->tokens[child].deprel);
    switch (document->tokens[child].deprel) {
    case RO_DEPREL_COMPOUND_PRT:
    case RO_DEPREL_OBJ:
    case RO_DEPREL_XCOMP:
    case RO_DEPREL_CCOMP:
    case RO_DEPREL_AUX:
      add(collector, 0.8F, relation, lemma, lemma_of(collector, child));
      add(collector, 0.6F, relation, lemma_of(collector, child), NULL);
      break;
    case RO_DEPREL_AUX_PASS:
      add(collector, 0.6F, relation, lemma, NULL);
      break;
    case RO_DEPREL_ADVMOD:
      if (strcmp(lemma_of(collector, child), "not") == 0)
        add(collector, 0.8F, "negated", lemma, NULL);
      break;
    default:
      break;
    }
  }
}

/* The words that govern an actor, nearest first, each with the relation that leads there. */
static size_t climb(const feature_collector *collector, uint32_t token, uint32_t path[PATH_LIMIT]) {
  size_t count = 0;
  while (token != RO_NONE && count < PATH_LIMIT) {
    path[count++] = token;
    token = collector->document->tokens[token].head;
  }
  return count;
}

static void add_governors(feature_collector *collector, const char *actor, const uint32_t *path,
                          size_t count) {
  for (size_t i = 1; i < count && i < 4; i++) {
    const char *relation = ro_deprel_name(collector->document->tokens[path[i - 1]].deprel);
    add(collector, i == 1 ? 1.0F : 0.5F, actor, relation, lemma_of(collector, path[i]));
  }
}

static void add_path(feature_collector *collector, uint32_t source, uint32_t target) {
  uint32_t up[PATH_LIMIT] = {0}, down[PATH_LIMIT] = {0};
  size_t ups = climb(collector, source, up), downs = climb(collector, target, down);
  add_governors(collector, "source", up, ups);
  add_governors(collector, "target", down, downs);
  for (size_t i = 0; i < ups; i++)
    for (size_t j = 0; j < downs; j++) {
      if (up[i] != down[j]) continue;
      for (size_t k = 1; k <= i; k++)
        add(collector, 0.8F, "path", lemma_of(collector, up[k]), NULL);
      for (size_t k = 1; k < j; k++)
        add(collector, 0.8F, "path", lemma_of(collector, down[k]), NULL);
      if (i || j) add(collector, 1.0F, "meet", lemma_of(collector, up[i]), NULL);
      add_complements(collector, up[i]);
      return;
    }
}

static int by_key(const void *a, const void *b) {
  uint32_t left = ((const ro_relation_feature *)a)->key;
  uint32_t right = ((const ro_relation_feature *)b)->key;
  return (left > right) - (left < right);
}

static int by_key_and_value(const void *a, const void *b) {
  int keys = by_key(a, b);
  float left = ((const ro_relation_feature *)a)->value;
  float right = ((const ro_relation_feature *)b)->value;
  return keys ? keys : (left > right) - (left < right);
}

/* Sorts the features and adds up those with one key, in an order that does not hang on the sort. */
static void join(ro_relation_features *features) {
  size_t kept = 0;
  if (!features->count) return;
  qsort(features->items, features->count, sizeof *features->items, by_key_and_value);
  for (size_t i = 1; i < features->count; i++)
    if (by_key(&features->items[kept], &features->items[i]) == 0)
      features->items[kept].value += features->items[i].value;
    else
      features->items[++kept] = features->items[i];
  features->count = kept + 1;
}

ro_relation_features ro_relation_features_of(const ro_document *document,
                                             const ro_sentence *sentence, ro_span source,
                                             ro_span target) {
  feature_collector collector = {.document = document, .end_token = document->token_count};
  if (sentence) {
    collector.first_token = sentence->first_token;
    collector.end_token = sentence->first_token + sentence->token_count;
  }
  list_words(&collector, source, target);
  if (!collector.word_count) return collector.found;
  add_words(&collector);
  if (document->first_child)
    add_path(&collector, collector.words[collector.source].token,
             collector.words[collector.target].token);
  join(&collector.found);
  return collector.found;
}
