#include "statements/worded_phrase.h"

#include <string.h>

#include "statements/clause.h"
#include "statements/phrase.h"
#include "syntax/tree.h"

/* "in … WORDS", "by … ACCOUNT", "in the WORDS of …". */
static bool is_cue(const ro_document *document, uint32_t noun) {
  static const char *const lemmas[] = {"word", "account", "telling", "version"};
  const ro_token *token = &document->tokens[noun];
  uint32_t preposition = ro_tree_child(document, noun, RO_DEPREL_CASE);
  if (token->upos != RO_UPOS_NOUN || token->deprel != RO_DEPREL_OBL || preposition == RO_NONE)
    return false;
  if (preposition > noun || (!ro_token_has_lemma(&document->tokens[preposition], "in") &&
                             !ro_token_has_lemma(&document->tokens[preposition], "by")))
    return false;
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (ro_token_has_lemma(token, lemmas[i]))
      return strcmp(lemmas[i], "word") != 0 || ro_token_has_tag(token, "NNS");
  return false;
}

/* Whose words: the owner, or who stands behind "of"; RO_NONE. */
static uint32_t owner_of(const ro_document *document, uint32_t noun) {
  uint32_t owner = ro_tree_child(document, noun, RO_DEPREL_NMOD_POSS);
  if (owner != RO_NONE) return owner;
  owner = ro_tree_child(document, noun, RO_DEPREL_NMOD);
  uint32_t preposition =
      owner == RO_NONE ? RO_NONE : ro_tree_child(document, owner, RO_DEPREL_CASE);
  bool of = preposition != RO_NONE && ro_token_has_lemma(&document->tokens[preposition], "of");
  return of ? owner : RO_NONE;
}

static void add_range(ro_arena *arena, ro_token_ranges *ranges, uint32_t start, uint32_t end) {
  if (start < end)
    *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) =
        (ro_token_range){start, end};
}

static bool is_taken(const ro_attributions *attributions, size_t count, uint32_t noun,
                     uint32_t clause) {
  for (size_t i = 0; i < count; i++)
    if (attributions->items[i].cue_token == noun || attributions->items[i].cue_token == clause ||
        ro_ranges_hold(&attributions->items[i].cue, noun))
      return true;
  return false;
}

static bool is_mark(const ro_document *document, uint32_t token) {
  return document->tokens[token].upos == RO_UPOS_PUNCT;
}

/* The words of the clause on one side of the phrase, without the marks around them. */
static void add_side(const ro_document *document, ro_token_ranges *content, uint32_t start,
                     uint32_t end) {
  while (start < end && is_mark(document, start) && strcmp(document->tokens[start].form, "\"") != 0)
    start++;
  while (start < end && is_mark(document, end - 1) &&
         strcmp(document->tokens[end - 1].form, "\"") != 0)
    end--;
  add_range(document->arena, content, start, end);
}

static void read_phrase(const ro_document *document, uint32_t noun, uint32_t clause,
                        ro_attribution *out) {
  uint32_t first, last, start, end, from, to, owner = owner_of(document, noun);
  ro_tree_extent(document, noun, &first, &last);
  ro_tree_extent(document, clause, &start, &end);
  ro_tree_extent(document, owner, &from, &to);
  uint32_t preposition = ro_tree_child(document, owner, RO_DEPREL_CASE);
  if (preposition != RO_NONE && preposition > owner) to = preposition - 1;   /* "the minister'S" */
  if (preposition != RO_NONE && preposition < owner) from = preposition + 1; /* "OF the minister" */
  *out = (ro_attribution){.cue_token = noun};
  add_range(document->arena, &out->source, from, to + 1);
  add_range(document->arena, &out->cue, noun, noun + 1);
  add_side(document, &out->content, start, first);
  add_side(document, &out->content, last + 1, end + 1);
}

void ro_worded_phrases_find(const ro_feature_source *source, ro_attributions *attributions) {
  const ro_document *document = source->document;
  size_t count = attributions->count;
  for (uint32_t i = 0; i < document->token_count; i++) {
    uint32_t clause = document->tokens[i].head;
    if (clause == RO_NONE || !is_cue(document, i) || owner_of(document, i) == RO_NONE) continue;
    ro_attribution found;
    if (is_taken(attributions, count, i, clause)) continue;
    read_phrase(document, i, clause, &found);
    if (!found.source.count || !found.content.count) continue;
    *RO_ARENA_PUSH(document->arena, &attributions->items, attributions->count,
                   attributions->capacity) = found;
  }
}
