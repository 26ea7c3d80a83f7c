#include "names/name_scene.h"

#include <string.h>
#include <strings.h>

#include "base/hash.h"
#include "syntax/tree.h"

enum { MOST_PIECES = 10 };

static void cut(ro_name_scene *scene) {
  const ro_document *d = scene->document;
  scene->token_piece = ro_arena_alloc_array(scene->arena, d->token_count + 1, sizeof(uint32_t));
  for (uint32_t i = 0; i < d->token_count; i++) {
    scene->token_piece[i] = (uint32_t)scene->pieces.count;
    bool repeats = i > 0 && d->tokens[i].span.start < d->tokens[i - 1].span.end;
    if (!repeats)
      ro_name_pieces_add(&scene->pieces, scene->arena, d->text, d->tokens[i].span.start,
                         d->tokens[i].span.end);
  }
  scene->token_piece[d->token_count] = (uint32_t)scene->pieces.count;
  scene->piece_token =
      ro_arena_alloc_array(scene->arena, scene->pieces.count + 1, sizeof(uint32_t));
  for (uint32_t i = 0; i < d->token_count; i++)
    for (uint32_t p = scene->token_piece[i]; p < scene->token_piece[i + 1]; p++)
      scene->piece_token[p] = i;
}

static bool goes_on(const ro_name_scene *scene, uint32_t piece) {
  const ro_document *d = scene->document;
  uint32_t before = scene->piece_token[piece - 1], token = scene->piece_token[piece];
  return d->tokens[before].sentence == d->tokens[token].sentence && token - before <= 2;
}

static void look_up_from(ro_name_scene *scene, const ro_dictionary *dictionary, uint32_t first) {
  uint64_t key = 0;
  for (uint32_t i = first; i < scene->pieces.count && i - first < MOST_PIECES; i++) {
    if (i > first && !goes_on(scene, i)) return;
    key = ro_name_key_extend(key, &scene->pieces.items[i]);
    ro_name_match match = {.dictionary = dictionary, .first = first, .count = i - first + 1};
    if (!ro_dictionary_find(dictionary, key, &match.postings, &match.posting_count)) return;
    if (match.posting_count)
      *RO_ARENA_PUSH(scene->arena, &scene->matches, scene->match_count, scene->match_capacity) =
          match;
  }
}

void ro_name_scene_look_up(ro_name_scene *scene) {
  cut(scene);
  for (uint32_t i = 0; i < scene->pieces.count; i++)
    for (uint32_t k = 0; k < scene->dictionary_count; k++)
      look_up_from(scene, &scene->dictionaries[k], i);
  uint32_t count = scene->document->token_count;
  scene->draft_of = ro_arena_alloc_array(scene->arena, count + 1, sizeof(uint32_t));
  scene->seed_of = ro_arena_alloc_array(scene->arena, count + 1, sizeof(uint32_t));
  scene->in_name = ro_arena_alloc_array(scene->arena, count + 1, sizeof(bool));
  for (uint32_t i = 0; i < count; i++)
    scene->draft_of[i] = scene->seed_of[i] = RO_NONE;
}

bool ro_name_match_fits(const ro_name_scene *scene, const ro_name_match *match,
                        const ro_posting *posting) {
  for (uint32_t i = 0; i < match->count; i++) {
    const ro_name_piece *piece = &scene->pieces.items[match->first + i];
    if ((posting->capitals >> i & 1) && !piece->capital) return false;
    if ((posting->flags & RO_POSTING_UPPER) && !piece->upper) return false;
  }
  return true;
}

void ro_name_match_tokens(const ro_name_scene *scene, const ro_name_match *match, uint32_t *first,
                          uint32_t *count) {
  *first = scene->piece_token[match->first];
  *count = scene->piece_token[match->first + match->count - 1] - *first + 1;
}

const ro_name_match *ro_name_scene_match_of(const ro_name_scene *scene, uint32_t first,
                                            uint32_t count) {
  uint32_t piece = scene->token_piece[first], end = scene->token_piece[first + count];
  size_t low = 0, high = scene->match_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (scene->matches[middle].first < piece)
      low = middle + 1;
    else
      high = middle;
  }
  for (size_t i = low; i < scene->match_count && scene->matches[i].first == piece; i++)
    if (scene->matches[i].count == end - piece) return &scene->matches[i];
  return NULL;
}

bool ro_name_scene_find(const ro_name_scene *scene, const char *name, ro_name_match *match) {
  ro_name_pieces pieces = {0};
  ro_name_pieces_add(&pieces, scene->arena, name, 0, strlen(name));
  uint64_t key = 0;
  for (size_t i = 0; i < pieces.count; i++)
    key = ro_name_key_extend(key, &pieces.items[i]);
  for (uint32_t k = 0; k < scene->dictionary_count; k++) {
    *match = (ro_name_match){.dictionary = &scene->dictionaries[k]};
    if (ro_dictionary_find(match->dictionary, key, &match->postings, &match->posting_count) &&
        match->posting_count)
      return true;
  }
  return false;
}

uint32_t ro_name_scene_head(const ro_document *document, uint32_t first, uint32_t count) {
  for (uint32_t i = first; i < first + count; i++) {
    uint32_t head = document->tokens[i].head;
    bool outside = head == RO_NONE || head < first || head >= first + count;
    if (outside && document->tokens[i].upos != RO_UPOS_PUNCT) return i;
  }
  return first + count - 1;
}

/* The key of words of which the last is put into the singular where that is asked for. */
static uint64_t agent_key(const ro_name_scene *scene, uint32_t first, uint32_t count,
                          bool singular) {
  const ro_document *d = scene->document;
  ro_name_pieces pieces = {0};
  for (uint32_t i = first; i < first + count; i++) {
    const ro_token *token = &d->tokens[i];
    bool last = i + 1 == first + count;
    const char *word = last && singular && token->lemma ? token->lemma : token->form;
    ro_name_pieces_add(&pieces, scene->arena, word, 0, strlen(word));
  }
  uint64_t key = 0;
  for (size_t i = 0; i < pieces.count; i++)
    key = ro_name_key_extend(key, &pieces.items[i]);
  return key;
}

static const ro_entry *agent_of_key(const ro_name_scene *scene, uint64_t key,
                                    const ro_dictionary **dictionary) {
  for (uint32_t k = 0; key && k < scene->dictionary_count; k++) {
    const ro_posting *postings;
    uint32_t posting_count;
    if (!ro_dictionary_find(&scene->dictionaries[k], key, &postings, &posting_count)) continue;
    for (uint32_t i = 0; i < posting_count; i++) {
      const ro_entry *entry = ro_dictionary_entry(&scene->dictionaries[k], &postings[i]);
      if (!entry || entry->kind != RO_ENTRY_AGENT) continue;
      *dictionary = &scene->dictionaries[k];
      return entry;
    }
  }
  return NULL;
}

const ro_entry *ro_name_scene_agent(const ro_name_scene *scene, uint32_t first, uint32_t count,
                                    const ro_dictionary **dictionary) {
  const ro_entry *agent = agent_of_key(scene, agent_key(scene, first, count, true), dictionary);
  if (agent || count == 1) return agent;
  return agent_of_key(scene, agent_key(scene, first, count, false),
                      dictionary); /* "armed forces" */
}

const ro_entry *ro_name_scene_entry_of(const ro_name_scene *scene, const char *actor,
                                       const ro_dictionary **dictionary) {
  ro_name_pieces pieces = {0};
  ro_name_pieces_add(&pieces, scene->arena, actor, 0, strlen(actor));
  uint64_t key = 0;
  for (size_t i = 0; i < pieces.count; i++)
    key = ro_name_key_extend(key, &pieces.items[i]);
  for (uint32_t k = 0; key && k < scene->dictionary_count; k++) {
    const ro_dictionary *d = &scene->dictionaries[k];
    const ro_posting *postings;
    uint32_t count;
    if (!ro_dictionary_find(d, key, &postings, &count)) continue;
    for (uint32_t i = 0; i < count; i++) {
      const ro_entry *entry = ro_dictionary_entry(d, &postings[i]);
      bool same = entry && entry->kind == RO_ENTRY_ACTOR &&
                  strcmp(ro_dictionary_string(d, entry->actor), actor) == 0;
      if (!same) continue;
      *dictionary = d;
      return entry;
    }
  }
  return NULL;
}

const char *ro_name_scene_code_of(const ro_name_scene *scene, const char *actor) {
  const ro_dictionary *d;
  const ro_entry *entry = ro_name_scene_entry_of(scene, actor, &d);
  return entry ? ro_dictionary_string(d, entry->code) : NULL;
}

const char *ro_name_scene_home_of(const ro_name_scene *scene, const char *actor) {
  const ro_dictionary *d;
  const ro_entry *entry = ro_name_scene_entry_of(scene, actor, &d);
  return entry ? ro_dictionary_string(d, entry->country) : "";
}

ro_mention_draft *ro_name_scene_add(ro_name_scene *scene, uint32_t first, uint32_t count) {
  uint32_t head = ro_name_scene_head(scene->document, first, count);
  if (scene->draft_of[head] != RO_NONE) return NULL;
  scene->draft_of[head] = (uint32_t)scene->draft_count;
  ro_mention_draft *draft =
      RO_ARENA_PUSH(scene->arena, &scene->drafts, scene->draft_count, scene->draft_capacity);
  *draft = (ro_mention_draft){
      .first = first, .count = count, .head = head, .entity = RO_NONE, .same_as = RO_NONE};
  return draft;
}

bool ro_token_is(const ro_token *token, const char *lower_case) {
  return strcasecmp(token->form, lower_case) == 0;
}

bool ro_token_is_one_of(const ro_token *token, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (ro_token_is(token, words[i])) return true;
  return false;
}

const char *ro_name_preposition(const ro_document *document, uint32_t token) {
  uint32_t child = ro_tree_child(document, token, RO_DEPREL_CASE);
  while (child != RO_NONE && document->tokens[child].upos != RO_UPOS_ADP)
    child = ro_tree_next_child(document, child, RO_DEPREL_CASE);
  return child == RO_NONE ? NULL : document->tokens[child].form;
}
