#include "statements/quoting_cue.h"

#include <string.h>

#include "statements/clause.h"
#include "statements/phrase.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

static bool may_be_quoted(ro_deprel deprel) {
  return deprel == RO_DEPREL_OBJ || deprel == RO_DEPREL_OBL || deprel == RO_DEPREL_CCOMP ||
         deprel == RO_DEPREL_XCOMP;
}

/* Somebody who can speak: banners and bills say much in quotation marks. */
static bool has_known_subject(const ro_document *document, uint32_t verb) {
  uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
  if (subject == RO_NONE || !ro_is_finite(&document->tokens[verb])) return false;
  return !ro_is_relative(&document->tokens[subject]) &&
         ro_mention_of_token(document, subject) != RO_NONE;
}

/* What the verb governs behind it that stands in a quotation; RO_NONE. */
static uint32_t quoted_complement(const ro_feature_source *source, uint32_t verb) {
  const ro_document *document = source->document;
  const ro_token *token = &document->tokens[verb];
  if (token->upos != RO_UPOS_VERB || source->quotations->of_token[verb] != RO_NONE) return RO_NONE;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, verb);
  if (!cue || cue->manner != RO_MANNER_SPEECH || !has_known_subject(document, verb)) return RO_NONE;
  uint32_t child = document->first_child[verb];
  for (; child != RO_NONE; child = document->next_sibling[child])
    if (child > verb && may_be_quoted(document->tokens[child].deprel) &&
        source->quotations->of_token[child] != RO_NONE)
      return child;
  return RO_NONE;
}

static bool opens_quotation(const ro_feature_source *source, uint32_t token) {
  uint32_t quotation = source->quotations->of_token[token];
  return quotation != RO_NONE && source->quotations->items[quotation].first_token == token;
}

static uint32_t sentence_end(const ro_document *document, uint32_t token) {
  const ro_sentence *sentence = &document->sentences[document->tokens[token].sentence];
  return sentence->first_token + sentence->token_count;
}

/* What stands behind the colon: the quotation, else the rest of the sentence. */
static ro_token_range words_behind(const ro_feature_source *source, uint32_t colon) {
  const ro_document *document = source->document;
  if (opens_quotation(source, colon + 1)) {
    const ro_quotation *item = &source->quotations->items[source->quotations->of_token[colon + 1]];
    return (ro_token_range){item->first_token, item->last_token + 1};
  }
  ro_token_range range = {colon + 1, sentence_end(document, colon)};
  if (range.end > range.start + 1 && document->tokens[range.end - 1].upos == RO_UPOS_PUNCT &&
      source->quotations->of_token[range.end - 1] == RO_NONE)
    range.end--;
  return range;
}

/* "Orlova, in Oslo: the port stays shut": the heading begins with somebody, and a clause that
 * asks nothing follows. */
static bool opens_with_speaker(const ro_feature_source *source, uint32_t mention, uint32_t colon) {
  const ro_document *document = source->document;
  const ro_actor_mention *who = &document->actors[mention];
  uint32_t first = document->sentences[document->tokens[colon].sentence].first_token;
  uint32_t behind = who->first_token + who->token_count;
  const char *actor = ro_mention_actor(document, mention);
  bool speaks = who->unnamed || (actor && who->kind != RO_MENTION_PRONOUN);
  if (!speaks || who->first_token > first + 1 || behind >= colon) return false;
  if (strcmp(document->tokens[behind].form, ",") != 0) return false;
  ro_token_range words = words_behind(source, colon);
  return !ro_is_relative(&document->tokens[words.start]) &&
         document->tokens[words.start].upos != RO_UPOS_ADV && ro_has_finite_verb(document, words);
}

/* "Orlova before the press: “…”": the name that a heading without a verb begins with; RO_NONE. */
static uint32_t named_before_colon(const ro_feature_source *source, uint32_t colon) {
  const ro_document *document = source->document;
  uint32_t first = document->sentences[document->tokens[colon].sentence].first_token;
  if (strcmp(document->tokens[colon].form, ":") != 0 ||
      colon + 1 >= sentence_end(document, colon) || source->quotations->of_token[colon] != RO_NONE)
    return RO_NONE;
  uint32_t found = RO_NONE;
  for (uint32_t t = first; t < colon; t++) {
    const ro_token *token = &document->tokens[t];
    if (ro_token_has_tag(token, "VB") || ro_token_has_tag(token, "MD")) return RO_NONE;
    bool is_mention = ro_is_nominal(token) && ro_mention_of_token(document, t) != RO_NONE;
    if (found == RO_NONE && is_mention && token->deprel != RO_DEPREL_NMOD_POSS)
      found = ro_mention_of_token(document, t);
  }
  if (found == RO_NONE || opens_quotation(source, colon + 1)) return found;
  return opens_with_speaker(source, found, colon) ? found : RO_NONE;
}

bool ro_is_quoting_cue(const ro_feature_source *source, uint32_t token) {
  return quoted_complement(source, token) != RO_NONE ||
         named_before_colon(source, token) != RO_NONE;
}

static void set_range(ro_arena *arena, ro_token_ranges *ranges, ro_token_range range) {
  ranges->count = 0;
  if (range.start < range.end)
    *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) = range;
}

static bool meets(const ro_attribution *attribution, ro_token_range range) {
  for (size_t i = 0; i < attribution->content.count; i++) {
    const ro_token_range *part = &attribution->content.items[i];
    if (part->start < range.end && part->end > range.start) return true;
  }
  return false;
}

static void take_heading(const ro_feature_source *source, uint32_t mention,
                         ro_attribution *attribution) {
  const ro_document *document = source->document;
  const ro_actor_mention *who = &document->actors[mention];
  ro_token_range words = words_behind(source, attribution->cue_token);
  bool found = meets(attribution, words);
  if (!found) set_range(document->arena, &attribution->content, words);
  if (found && attribution->source.count) return;
  set_range(document->arena, &attribution->source,
            (ro_token_range){who->first_token, who->first_token + who->token_count});
}

/* The phrase around the quoted word, without its preposition. */
static void take_complement(const ro_feature_source *source, uint32_t word,
                            ro_attribution *attribution) {
  const ro_document *document = source->document;
  uint32_t first, last, verb = attribution->cue_token;
  uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
  const ro_quotation *item = &source->quotations->items[source->quotations->of_token[word]];
  if (meets(attribution, (ro_token_range){item->first_token, item->last_token + 1})) return;
  ro_tree_extent(document, word, &first, &last);
  while (first < word && document->tokens[first].upos == RO_UPOS_ADP)
    first++;
  set_range(document->arena, &attribution->content, (ro_token_range){first, last + 1});
  attribution->source.count = 0;
  if (subject == RO_NONE) return;
  ro_tree_extent(document, subject, &first, &last);
  set_range(document->arena, &attribution->source, (ro_token_range){first, last + 1});
}

void ro_quoting_cue_complete(const ro_feature_source *source, ro_attribution *attribution) {
  uint32_t mention = named_before_colon(source, attribution->cue_token);
  if (mention != RO_NONE) take_heading(source, mention, attribution);
  uint32_t word = quoted_complement(source, attribution->cue_token);
  if (word != RO_NONE) take_complement(source, word, attribution);
}
