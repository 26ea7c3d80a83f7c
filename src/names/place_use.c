#include "names/place_use.h"

#include "names/name_scene.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_place_preposition(const char *word) {
  static const char *const list[] = {"in",   "at",     "near",  "outside",   "around",  "inside",
                                     "into", "across", "above", "beyond",    "through", "towards",
                                     "off",  "within", "via",   "throughout"};
  ro_token token = {.form = word};
  return ro_token_is_one_of(&token, list, COUNT(list));
}

static bool is_motion(const ro_token *token) {
  static const char *const list[] = {
      "go",   "travel", "fly",     "come", "return", "arrive", "visit", "leave",  "head", "move",
      "trip", "flight", "journey", "send", "invite", "bring",  "drive", "depart", "meet", "hold",
      "live", "escape", "flee",    "near", "close",  "road",   "way",   "train"};
  ro_token lemma = {.form = token->lemma ? token->lemma : token->form};
  return ro_token_is_one_of(&lemma, list, COUNT(list));
}

static bool is_directional(const char *word) {
  static const char *const list[] = {"to", "from", "for", "on", "over"};
  ro_token token = {.form = word};
  return ro_token_is_one_of(&token, list, COUNT(list));
}

bool ro_place_acts(const ro_document *d, uint32_t first, uint32_t count) {
  uint32_t head = ro_name_scene_head(d, first, count);
  for (int steps = 0;
       d->tokens[head].deprel == RO_DEPREL_CONJ && d->tokens[head].head != RO_NONE && steps < 8;
       steps++)
    head = d->tokens[head].head;
  const ro_token *token = &d->tokens[head];
  const char *preposition = ro_name_preposition(d, head);
  if (preposition && is_place_preposition(preposition)) return false;
  switch (token->deprel) {
  case RO_DEPREL_NSUBJ:
  case RO_DEPREL_NSUBJ_OUTER:
  case RO_DEPREL_NSUBJ_PASS:
  case RO_DEPREL_IOBJ:
  case RO_DEPREL_OBL_AGENT:
  case RO_DEPREL_NMOD_POSS:
    return true;
  case RO_DEPREL_OBJ:
    return token->head != RO_NONE && !is_motion(&d->tokens[token->head]);
  case RO_DEPREL_OBL:
  case RO_DEPREL_NMOD:
    if (!preposition) return false;
    return !is_directional(preposition) ||
           (token->head != RO_NONE && token->deprel == RO_DEPREL_OBL &&
            !is_motion(&d->tokens[token->head]));
  default:
    return false;
  }
}
