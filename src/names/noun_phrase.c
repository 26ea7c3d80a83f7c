#include "names/noun_phrase.h"

#include <string.h>

#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_left_dependent(ro_deprel deprel) {
  switch (deprel) {
  case RO_DEPREL_AMOD:
  case RO_DEPREL_COMPOUND:
  case RO_DEPREL_DET:
  case RO_DEPREL_DET_PREDET:
  case RO_DEPREL_NMOD_DESC:
  case RO_DEPREL_NMOD_POSS:
  case RO_DEPREL_NUMMOD:
  case RO_DEPREL_FLAT:
  case RO_DEPREL_NMOD:
    return true;
  default:
    return false;
  }
}

/* Whether a sentence, or a clause of it, begins there. */
static bool opens_clause(const ro_document *d, uint32_t token) {
  if (token == d->sentences[d->tokens[token].sentence].first_token) return true;
  ro_upos before = d->tokens[token - 1].upos;
  return before == RO_UPOS_PUNCT || before == RO_UPOS_CCONJ;
}

/* "IN GENEVA Foreign Minister Araghchi said": the parser joins the town to the title that follows,
 * which begins behind it. */
static uint32_t behind_town(const ro_document *d, uint32_t head, uint32_t start) {
  static const char *const words[] = {"in", "at", "from"};
  if (d->tokens[head].deprel != RO_DEPREL_NMOD_DESC) return start;
  for (uint32_t child = ro_tree_child(d, head, RO_DEPREL_COMPOUND);
       child != RO_NONE && child < head; child = ro_tree_next_child(d, child, RO_DEPREL_COMPOUND)) {
    uint32_t first, last;
    ro_tree_extent(d, child, &first, &last);
    bool inside = ro_token_is_one_of(&d->tokens[first], words, COUNT(words));
    if (!inside && first > 0) first--;
    if (last < head && ro_token_is_one_of(&d->tokens[first], words, COUNT(words)) &&
        opens_clause(d, first))
      return last + 1;
  }
  return start;
}

uint32_t ro_noun_phrase_start(const ro_document *d, uint32_t head) {
  uint32_t start = head;
  for (uint32_t child = d->first_child[head]; child != RO_NONE && child < head;
       child = d->next_sibling[child]) {
    if (!is_left_dependent(d->tokens[child].deprel)) continue;
    uint32_t first, last;
    ro_tree_extent(d, child, &first, &last);
    if (last < head && first < start) start = first;
  }
  return behind_town(d, head, start);
}

bool ro_noun_is_no_owner(const ro_document *d, uint32_t token) {
  static const char *const ruling[] = {"led", "run", "lead"};
  const ro_token *word = &d->tokens[token];
  if (strncasecmp(word->form, "pro-", 4) == 0 || strncasecmp(word->form, "anti-", 5) == 0)
    return true;
  if (token > 0 && ro_token_is(&d->tokens[token - 1], "ethnic")) return true;
  if (token + 2 >= d->token_count || !ro_token_is(&d->tokens[token + 1], "-")) return false;
  const ro_token *participle = &d->tokens[token + 2];
  return participle->upos == RO_UPOS_VERB && word->head == token + 2 &&
         !ro_token_is_one_of(participle, ruling, COUNT(ruling));
}

bool ro_noun_takes_owner(const ro_document *d, uint32_t head, const char *preposition) {
  static const char *const words[] = {"of", "from", "at", "in"};
  static const char *const helpers[] = {"adviser", "advisor", "aide", "assistant"};
  static const char *const speakers[] = {"spokesman", "spokeswoman", "spokesperson", "lawyer"};
  ro_token word = {.form = preposition ? preposition : ""};
  if (ro_token_is(&word, "to"))
    return ro_token_is_one_of(&d->tokens[head], helpers, COUNT(helpers));
  if (ro_token_is(&word, "for"))
    return ro_token_is_one_of(&d->tokens[head], speakers, COUNT(speakers));
  return ro_token_is_one_of(&word, words, COUNT(words));
}
