#include "statements/told_party.h"

#include <string.h>

#include "statements/clause.h"
#include "statements/phrase.h"

/* The "that" which opens a clause in the range; its end where there is none. */
static uint32_t find_that(const ro_document *document, ro_token_range range) {
  enum { FARTHEST = 10 };
  for (uint32_t t = range.start; t < range.end && t < range.start + FARTHEST; t++) {
    const ro_token *token = &document->tokens[t];
    if (ro_is_finite(token) || token->upos == RO_UPOS_PUNCT) break;
    if (ro_token_has_lemma(token, "that") && token->deprel == RO_DEPREL_MARK) return t;
  }
  return range.end;
}

static bool is_to(const ro_token *token) {
  return token->upos == RO_UPOS_ADP && ro_token_has_lemma(token, "to");
}

/* Whether the content begins with whom the cue tells: its object, or a phrase with "to". */
static bool begins_with_told(const ro_document *document, const ro_cue *cue, uint32_t start) {
  return cue->told == RO_TOLD_OBJECT || is_to(&document->tokens[start]) ||
         is_to(&document->tokens[start - 1]);
}

void ro_told_party_leave(const ro_feature_source *source, ro_attribution *attribution) {
  const ro_document *document = source->document;
  uint32_t verb = attribution->cue_token;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, verb);
  if (!cue || cue->part != RO_UPOS_VERB || !attribution->content.count) return;
  ro_token_range *first = &attribution->content.items[0];
  if (first->start <= verb || source->quotations->of_token[first->start] != RO_NONE) return;
  if (!begins_with_told(document, cue, first->start)) return;
  uint32_t that = find_that(document, *first);
  if (that + 1 < first->end) first->start = that;
}
