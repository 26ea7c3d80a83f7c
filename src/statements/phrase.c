#include "statements/phrase.h"

#include <string.h>
#include <strings.h>

bool ro_ranges_hold(const ro_token_ranges *ranges, uint32_t token) {
  for (size_t i = 0; i < ranges->count; i++)
    if (token >= ranges->items[i].start && token < ranges->items[i].end) return true;
  return false;
}

uint32_t ro_ranges_head(const ro_document *document, const ro_token_ranges *ranges) {
  for (size_t i = 0; i < ranges->count; i++) {
    for (uint32_t t = ranges->items[i].start; t < ranges->items[i].end; t++) {
      const ro_token *token = &document->tokens[t];
      if (token->upos == RO_UPOS_PUNCT || token->upos == RO_UPOS_ADP) continue;
      if (token->head == RO_NONE || !ro_ranges_hold(ranges, token->head)) return t;
    }
  }
  return RO_NONE;
}

bool ro_token_has_lemma(const ro_token *token, const char *lemma) {
  return strcasecmp(token->lemma ? token->lemma : token->form, lemma) == 0;
}

static bool belongs_to_name(ro_deprel deprel) {
  return deprel == RO_DEPREL_AMOD || deprel == RO_DEPREL_COMPOUND || deprel == RO_DEPREL_FLAT ||
         deprel == RO_DEPREL_APPOS || deprel == RO_DEPREL_NMOD_DESC ||
         deprel == RO_DEPREL_NMOD_UNMARKED || deprel == RO_DEPREL_NUMMOD;
}

const char *ro_noun_phrase(const ro_document *document, uint32_t noun) {
  const ro_token *tokens = document->tokens;
  const ro_sentence *sentence = &document->sentences[tokens[noun].sentence];
  uint32_t first = noun, last = noun, end = sentence->first_token + sentence->token_count;
  while (first > sentence->first_token && tokens[first - 1].head >= first &&
         tokens[first - 1].head <= noun && belongs_to_name(tokens[first - 1].deprel))
    first--;
  while (last + 1 < end && tokens[last + 1].head <= last && tokens[last + 1].head >= first &&
         belongs_to_name(tokens[last + 1].deprel))
    last++;
  uint32_t from = tokens[first].span.start;
  return ro_arena_copy(document->arena, document->text + from, tokens[last].span.end - from);
}
