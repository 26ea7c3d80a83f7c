#include "statements/clause.h"

#include <string.h>

#include "syntax/tree.h"

bool ro_token_has_tag(const ro_token *token, const char *prefix) {
  return token->xpos && strncmp(token->xpos, prefix, strlen(prefix)) == 0;
}

bool ro_is_finite(const ro_token *token) {
  return ro_token_has_tag(token, "VBD") || ro_token_has_tag(token, "VBZ") ||
         ro_token_has_tag(token, "VBP") || ro_token_has_tag(token, "MD");
}

bool ro_has_finite_verb(const ro_document *document, ro_token_range range) {
  for (uint32_t t = range.start; t < range.end; t++)
    if (ro_is_finite(&document->tokens[t])) return true;
  return false;
}

bool ro_separates(const ro_document *document, uint32_t token) {
  static const char *const marks[] = {",", ";", ":", "-", "--", "–", "—", "(", ")"};
  const ro_token *tokens = document->tokens;
  if (tokens[token].upos != RO_UPOS_PUNCT) return false;
  bool glued = token > 0 && tokens[token - 1].span.end == tokens[token].span.start &&
               token + 1 < document->token_count &&
               tokens[token].span.end == tokens[token + 1].span.start;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (strcmp(tokens[token].form, marks[i]) == 0) return !glued;
  return false;
}

ro_token_range ro_without_marks(const ro_document *document, ro_token_range range) {
  if (range.end < range.start) range.end = range.start;
  while (range.start < range.end && ro_separates(document, range.start))
    range.start++;
  while (range.end > range.start && ro_separates(document, range.end - 1))
    range.end--;
  return range;
}

bool ro_is_nominal(const ro_token *token) {
  return token->upos == RO_UPOS_NOUN || token->upos == RO_UPOS_PROPN ||
         token->upos == RO_UPOS_PRON || token->upos == RO_UPOS_NUM;
}

bool ro_is_relative(const ro_token *token) {
  return ro_token_has_tag(token, "WP") || ro_token_has_tag(token, "WDT");
}

bool ro_may_open_noun_phrase(const ro_token *token) {
  return (ro_is_nominal(token) || token->upos == RO_UPOS_DET || token->upos == RO_UPOS_ADJ) &&
         !ro_is_relative(token);
}

/* "an official who would not be named TOLD": the clause between describes the subject. */
static bool ends_description(const ro_document *document, uint32_t verb, uint32_t first) {
  const ro_token *tokens = document->tokens;
  bool described = false, has_verb = false;
  for (uint32_t t = first; t < verb; t++) {
    described |= ro_is_relative(&tokens[t]);
    has_verb |= described && tokens[t].upos == RO_UPOS_VERB;
  }
  return has_verb && tokens[verb - 1].upos != RO_UPOS_AUX;
}

bool ro_is_misread_past(const ro_document *document, uint32_t verb, uint32_t first) {
  if (!ro_token_has_tag(&document->tokens[verb], "VBN")) return false;
  bool active = ro_tree_child(document, verb, RO_DEPREL_NSUBJ) != RO_NONE &&
                ro_tree_child(document, verb, RO_DEPREL_AUX) == RO_NONE;
  return active || ends_description(document, verb, first);
}
