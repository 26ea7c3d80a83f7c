#include "statements/source_before.h"

#include <string.h>

#include "statements/clause.h"
#include "statements/phrase.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

static bool is_form(const ro_document *document, uint32_t token, const char *form) {
  return strcmp(document->tokens[token].form, form) == 0;
}

/* "told", "has told" with a subject that the tree does not show. */
static bool wants_subject(const ro_document *document, uint32_t verb) {
  const ro_token *token = &document->tokens[verb];
  if (token->upos != RO_UPOS_VERB || !ro_is_finite(token) || token->deprel == RO_DEPREL_ACL_RELCL)
    return false;
  return ro_tree_child(document, verb, RO_DEPREL_NSUBJ) == RO_NONE &&
         ro_tree_child(document, verb, RO_DEPREL_NSUBJ_PASS) == RO_NONE &&
         ro_tree_child(document, verb, RO_DEPREL_AUX_PASS) == RO_NONE;
}

/* Where the words right before the verb end: before its adverbs and the mark that closes what is
 * set off. */
static uint32_t words_end(const ro_document *document, uint32_t verb) {
  uint32_t first = document->sentences[document->tokens[verb].sentence].first_token, end = verb;
  while (end > first && (document->tokens[end - 1].upos == RO_UPOS_ADV ||
                         document->tokens[end - 1].upos == RO_UPOS_AUX))
    end--;
  if (end > first && (is_form(document, end - 1, ",") || is_form(document, end - 1, ")"))) end--;
  return end;
}

/* The mention that ends there; RO_NONE. */
static uint32_t mention_ending(const ro_document *document, uint32_t end) {
  uint32_t mention = end > 0 ? ro_mention_of_token(document, end - 1) : RO_NONE;
  if (mention == RO_NONE) return RO_NONE;
  const ro_actor_mention *found = &document->actors[mention];
  bool ends = found->first_token + found->token_count == end;
  return ends && found->kind != RO_MENTION_PRONOUN ? mention : RO_NONE;
}

/* "the seven-nation EAST AFRICAN COMMUNITY": where the phrase that the mention closes begins. */
static uint32_t phrase_start(const ro_document *document, const ro_actor_mention *mention) {
  uint32_t start = mention->first_token;
  while (start > 0 && document->tokens[start - 1].head != RO_NONE &&
         document->tokens[start - 1].upos != RO_UPOS_ADP &&
         document->tokens[start - 1].upos != RO_UPOS_PUNCT &&
         ro_tree_is_below(document, start - 1, mention->head_token))
    start--;
  return start;
}

/* Set off by a comma, or a phrase without a preposition that the parser set beside another one. */
static bool stands_alone(const ro_document *document, const ro_actor_mention *mention,
                         uint32_t start) {
  const ro_token *head = &document->tokens[mention->head_token];
  if (start > 0 && is_form(document, start - 1, ",")) return true;
  return head->deprel == RO_DEPREL_APPOS &&
         ro_tree_child(document, mention->head_token, RO_DEPREL_CASE) == RO_NONE;
}

/* The content ends where the source begins. */
static void leave_source(const ro_document *document, ro_token_range source,
                         ro_token_ranges *content) {
  for (size_t i = 0; i < content->count; i++) {
    ro_token_range *range = &content->items[i];
    if (range->start >= source.start || range->end <= source.start || range->end > source.end + 1)
      continue;
    range->end = source.start;
    while (range->end > range->start + 1 && is_form(document, range->end - 1, ","))
      range->end--;
  }
}

void ro_source_before_complete(const ro_feature_source *source, ro_attribution *attribution) {
  const ro_document *document = source->document;
  uint32_t verb = attribution->cue_token;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, verb);
  if (attribution->source.count || !cue || cue->manner != RO_MANNER_SPEECH) return;
  if (!wants_subject(document, verb) || source->quotations->of_token[verb] != RO_NONE) return;
  uint32_t end = words_end(document, verb), mention = mention_ending(document, end);
  if (mention == RO_NONE) return;
  uint32_t start = phrase_start(document, &document->actors[mention]);
  if (!stands_alone(document, &document->actors[mention], start)) return;
  uint32_t office = start > 1 ? mention_ending(document, start - 1) : RO_NONE;
  if (office != RO_NONE && document->actors[office].kind == RO_MENTION_NOMINAL)
    start = phrase_start(document, &document->actors[office]);
  ro_token_range range = {start, end};
  *RO_ARENA_PUSH(document->arena, &attribution->source.items, attribution->source.count,
                 attribution->source.capacity) = range;
  leave_source(document, range, &attribution->content);
}
