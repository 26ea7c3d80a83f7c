#include "syntax/tree.h"

void ro_tree_link(ro_document *document) {
  uint32_t count = document->token_count;
  document->first_child = ro_arena_alloc_array(document->arena, count, sizeof(uint32_t));
  document->next_sibling = ro_arena_alloc_array(document->arena, count, sizeof(uint32_t));
  for (uint32_t i = 0; i < count; i++)
    document->first_child[i] = document->next_sibling[i] = RO_NONE;
  for (uint32_t i = count; i-- > 0;) { /* backwards, so that the lists come out in text order */
    uint32_t head = document->tokens[i].head;
    if (head >= count) continue;
    document->next_sibling[i] = document->first_child[head];
    document->first_child[head] = i;
  }
}

static uint32_t find_relation(const ro_document *document, uint32_t token, ro_deprel deprel) {
  while (token != RO_NONE && document->tokens[token].deprel != deprel)
    token = document->next_sibling[token];
  return token;
}

uint32_t ro_tree_child(const ro_document *document, uint32_t token, ro_deprel deprel) {
  return find_relation(document, document->first_child[token], deprel);
}

uint32_t ro_tree_next_child(const ro_document *document, uint32_t after, ro_deprel deprel) {
  return find_relation(document, document->next_sibling[after], deprel);
}

bool ro_tree_is_below(const ro_document *document, uint32_t token, uint32_t ancestor) {
  while (token != RO_NONE && token != ancestor)
    token = document->tokens[token].head;
  return token == ancestor;
}

void ro_tree_extent(const ro_document *document, uint32_t token, uint32_t *first, uint32_t *last) {
  const ro_sentence *sentence = &document->sentences[document->tokens[token].sentence];
  uint32_t end = sentence->first_token + sentence->token_count;
  *first = *last = token;
  for (uint32_t i = sentence->first_token; i < end; i++) {
    if (!ro_tree_is_below(document, i, token)) continue;
    if (i < *first) *first = i;
    if (i > *last) *last = i;
  }
}

ro_span ro_tree_span(const ro_document *document, uint32_t first, uint32_t last) {
  return (ro_span){document->tokens[first].span.start, document->tokens[last].span.end};
}
