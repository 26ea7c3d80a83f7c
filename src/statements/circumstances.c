#include "statements/circumstances.h"

#include <string.h>
#include <strings.h>

#include "statements/phrase.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

static bool has_case(const ro_document *document, uint32_t noun, const char *preposition) {
  uint32_t child = ro_tree_child(document, noun, RO_DEPREL_CASE);
  if (child == RO_NONE) return false;
  const ro_token *token = &document->tokens[child];
  return ro_token_has_lemma(token, preposition) || strcasecmp(token->form, preposition) == 0;
}

static bool may_introduce_channel(const ro_document *document, uint32_t noun) {
  static const char *const prepositions[] = {"in",     "on", "via",  "through", "at",       "by",
                                             "during", "to", "from", "with",    "according"};
  for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
    if (has_case(document, noun, prepositions[i])) return true;
  return false;
}

/* The first and last token of what hangs on a noun, looked for close to it. */
static const char *medium_near(const ro_channel_list *channels, const ro_document *document,
                               uint32_t noun) {
  enum { NEAR = 6 };
  const ro_token *tokens = document->tokens;
  uint32_t start = noun, end = noun + 1;
  while (start > 0 && noun - start < NEAR && tokens[start - 1].head == noun)
    start--;
  while (end < document->token_count && end - noun < NEAR && tokens[end].head >= start &&
         tokens[end].head < end && tokens[end].sentence == tokens[noun].sentence)
    end++;
  return ro_channel_list_medium(channels, document, start, end);
}

/* "the agency RSPA": a name with the kind of medium before it. */
static bool is_called_medium(const ro_channel_list *channels, const ro_document *document,
                             uint32_t name) {
  const ro_token *tokens = document->tokens;
  return name > 0 && tokens[name].upos == RO_UPOS_PROPN && tokens[name - 1].upos == RO_UPOS_NOUN &&
         tokens[name - 1].head == name && ro_channel_list_is_noun(channels, &tokens[name - 1]);
}

static const char *channel_of_noun(const ro_channel_list *channels, const ro_document *document,
                                   uint32_t noun) {
  const char *medium = medium_near(channels, document, noun);
  if (medium) return medium;
  if (ro_channel_list_is_noun(channels, &document->tokens[noun]))
    return ro_noun_phrase(document, noun);
  return is_called_medium(channels, document, noun) ? ro_noun_phrase(document, noun) : NULL;
}

static const char *channel_of_cue_word(const ro_token *cue) {
  static const char *const pairs[][2] = {
      {"tweet", "Twitter"}, {"retweet", "Twitter"}, {"blog", "blog"},
      {"email", "e-mail"},  {"e-mail", "e-mail"},   {"text", "text message"},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (ro_token_has_lemma(cue, pairs[i][0])) return pairs[i][1];
  return NULL;
}

static bool is_oblique(ro_deprel deprel) {
  return deprel == RO_DEPREL_OBL || deprel == RO_DEPREL_OBL_AGENT || deprel == RO_DEPREL_NMOD ||
         deprel == RO_DEPREL_OBL_UNMARKED || deprel == RO_DEPREL_ADVCL;
}

/* Who is told: the object of "tell", else the phrase with "to". */
static uint32_t find_addressee(const ro_feature_source *source, const ro_attribution *attribution,
                               const ro_cue *cue) {
  const ro_document *document = source->document;
  if (!cue || cue->told == RO_TOLD_NOBODY) return RO_NONE;
  uint32_t child = document->first_child[attribution->cue_token];
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    const ro_token *token = &document->tokens[child];
    if (ro_ranges_hold(&attribution->content, child) || ro_ranges_hold(&attribution->source, child))
      continue;
    bool object = token->deprel == RO_DEPREL_OBJ || token->deprel == RO_DEPREL_IOBJ;
    bool is_person = !ro_token_has_lemma(token, "it"); /* "let it be known" */
    if (object && is_person && cue->told == RO_TOLD_OBJECT) return child;
    if (token->deprel == RO_DEPREL_OBL && has_case(document, child, "to")) return child;
  }
  return RO_NONE;
}

static void set_addressee(const ro_feature_source *source, const ro_channel_list *channels,
                          uint32_t noun, ro_circumstances *out) {
  const ro_document *document = source->document;
  const char *channel = channel_of_noun(channels, document, noun);
  if (channel) {
    out->channel = channel;
    return;
  }
  const char *actor = ro_mention_actor(document, ro_mention_of_token(document, noun));
  out->addressee = actor ? actor : ro_noun_phrase(document, noun);
}

/* "Orlova, quoted by Interfax", "in remarks carried by Interfax": the medium after "by" or "in". */
static const char *channel_of_relay(const ro_channel_list *channels, const ro_document *document,
                                    const ro_attribution *attribution, uint32_t governor) {
  static const char *const lemmas[] = {"quote", "cite", "carry", "report", "publish", "broadcast"};
  const char *channel = NULL;
  const ro_token *above = &document->tokens[governor];
  bool quotes = ro_token_has_lemma(above, "quote") || ro_token_has_lemma(above, "cite");
  uint32_t verb = document->first_child[governor];
  for (; verb != RO_NONE && !channel; verb = document->next_sibling[verb]) {
    bool is_relay = quotes && ro_token_has_lemma(&document->tokens[verb], "say");
    if (ro_ranges_hold(&attribution->content, verb)) continue;
    for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
      is_relay |= ro_token_has_lemma(&document->tokens[verb], lemmas[i]);
    uint32_t child = is_relay ? document->first_child[verb] : RO_NONE;
    for (; child != RO_NONE && !channel; child = document->next_sibling[child])
      if (has_case(document, child, "by") || has_case(document, child, "in"))
        channel = channel_of_noun(channels, document, child);
  }
  return channel;
}

static void find_channel(const ro_feature_source *source, const ro_channel_list *channels,
                         const ro_attribution *attribution, ro_circumstances *out) {
  const ro_document *document = source->document;
  uint32_t child = document->first_child[attribution->cue_token];
  for (; child != RO_NONE && !out->channel; child = document->next_sibling[child]) {
    if (ro_ranges_hold(&attribution->content, child)) continue;
    if (is_oblique(document->tokens[child].deprel) && may_introduce_channel(document, child))
      out->channel = channel_of_noun(channels, document, child);
    if (!out->channel && is_oblique(document->tokens[child].deprel))
      out->channel = channel_of_relay(channels, document, attribution, child);
  }
  if (!out->channel) out->channel = channel_of_cue_word(&document->tokens[attribution->cue_token]);
  if (!out->channel)
    out->channel = channel_of_relay(channels, document, attribution, attribution->cue_token);
  uint32_t head = ro_ranges_head(document, &attribution->source);
  if (out->channel || head == RO_NONE) return;
  out->channel = channel_of_relay(channels, document, attribution, head);
  if (out->channel) return;
  bool is_document = ro_channel_list_is_noun(channels, &document->tokens[head]);
  if (is_document || document->tokens[head].upos == RO_UPOS_PROPN)
    out->channel = channel_of_noun(channels, document, head);
  out->is_medium = out->channel != NULL;
}

/* "Nobody said", "neither of them said" */
static bool is_nobody(const ro_document *document, const ro_token_ranges *source) {
  static const char *const lemmas[] = {"nobody", "neither", "none", "no"};
  if (!source->count) return false;
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (ro_token_has_lemma(&document->tokens[source->items[0].start], lemmas[i])) return true;
  return false;
}

/* "not", "never", "no longer" */
static bool negates(const ro_document *document, uint32_t adverb) {
  static const char *const lemmas[] = {"not", "never", "n't"};
  const ro_token *token = &document->tokens[adverb];
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (ro_token_has_lemma(token, lemmas[i])) return true;
  return adverb > 0 && strcasecmp(token->form, "longer") == 0 &&
         ro_token_has_lemma(&document->tokens[adverb - 1], "no");
}

static bool declines(const ro_token *verb) {
  return ro_token_has_lemma(verb, "decline") || ro_token_has_lemma(verb, "refuse");
}

/* "declined TO SAY" with all of it for the cue. */
static bool holds_infinitive(const ro_document *document, const ro_token_ranges *cue,
                             uint32_t verb) {
  uint32_t child = ro_tree_child(document, verb, RO_DEPREL_XCOMP);
  return child != RO_NONE && ro_ranges_hold(cue, child);
}

static void find_polarity(const ro_document *document, const ro_attribution *attribution,
                          ro_circumstances *out) {
  uint32_t cue = attribution->cue_token, child = document->first_child[cue];
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    const ro_token *token = &document->tokens[child];
    if (ro_ranges_hold(&attribution->content, child)) continue;
    if (token->deprel == RO_DEPREL_ADVMOD) out->negated |= negates(document, child);
    if (token->deprel == RO_DEPREL_AUX)
      out->future |= ro_token_has_lemma(token, "will") || ro_token_has_lemma(token, "shall");
  }
  out->negated |= is_nobody(document, &attribution->source);
  const ro_token *verb = &document->tokens[cue];
  const ro_token *head = verb->head == RO_NONE ? NULL : &document->tokens[verb->head];
  if (head && verb->deprel == RO_DEPREL_XCOMP) out->negated |= declines(head);
  out->negated |= declines(verb) && !ro_ranges_hold(&attribution->content, cue) &&
                  holds_infinitive(document, &attribution->cue, cue);
  const ro_sentence *sentence = &document->sentences[document->tokens[cue].sentence];
  const ro_token *last = &document->tokens[sentence->first_token + sentence->token_count - 1];
  out->questioned = strcmp(last->form, "?") == 0;
}

ro_circumstances ro_circumstances_find(const ro_feature_source *source,
                                       const ro_channel_list *channels,
                                       const ro_attribution *attribution) {
  ro_circumstances out = {0};
  const ro_document *document = source->document;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, attribution->cue_token);
  uint32_t addressee = find_addressee(source, attribution, cue);
  if (addressee != RO_NONE) set_addressee(source, channels, addressee, &out);
  find_channel(source, channels, attribution, &out);
  find_polarity(document, attribution, &out);
  return out;
}
