#include "statements/circumstances.h"

#include <string.h>
#include <strings.h>

#include "statements/phrase.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

static bool is_mark(const ro_token *token) {
  return token->upos == RO_UPOS_PUNCT || token->upos == RO_UPOS_SYM;
}

/* A quotation that begins before the content is the surrounding one, not the content's own. */
static bool is_quoted_here(const ro_quotations *quotations, uint32_t token, uint32_t start) {
  uint32_t index = quotations->of_token[token];
  return index != RO_NONE && quotations->items[index].first_token >= start;
}

ro_directness ro_directness_of(const ro_feature_source *source, const ro_attribution *attribution) {
  uint32_t words = 0, quoted = 0;
  for (size_t i = 0; i < attribution->content.count; i++) {
    ro_token_range range = attribution->content.items[i];
    for (uint32_t t = range.start; t < range.end; t++) {
      if (is_mark(&source->document->tokens[t])) continue;
      words++;
      quoted += is_quoted_here(source->quotations, t, range.start);
    }
  }
  if (!quoted) return RO_INDIRECT;
  return quoted * 10 >= words * 9 ? RO_DIRECT : RO_MIXED;
}

static bool is_verb(const ro_token *token) {
  return token->upos == RO_UPOS_VERB || token->upos == RO_UPOS_AUX;
}

/* What the content is made of, apart from its marks. */
typedef enum content_form { CONTENT_NOUN, CONTENT_INFINITIVE, CONTENT_CLAUSE } content_form;

static bool begins_clause(const ro_document *document, uint32_t token) {
  ro_deprel deprel = document->tokens[token].deprel;
  return is_verb(&document->tokens[token]) || deprel == RO_DEPREL_CCOMP ||
         deprel == RO_DEPREL_XCOMP || ro_tree_child(document, token, RO_DEPREL_COP) != RO_NONE ||
         ro_tree_child(document, token, RO_DEPREL_NSUBJ) != RO_NONE;
}

static bool is_infinitive(const ro_document *document, uint32_t token) {
  uint32_t mark = ro_tree_child(document, token, RO_DEPREL_MARK);
  return mark != RO_NONE && ro_token_has_lemma(&document->tokens[mark], "to");
}

/* A clause wherever a word of the content that hangs on one outside begins one; an infinitive only
 * where there is nothing else ("offered to go", but not "urged them to go"). */
static content_form form_of_content(const ro_document *document,
                                    const ro_attribution *attribution) {
  bool infinitive = false, noun = false, clause = false;
  for (size_t i = 0; i < attribution->content.count; i++) {
    ro_token_range range = attribution->content.items[i];
    for (uint32_t t = range.start; t < range.end; t++) {
      const ro_token *token = &document->tokens[t];
      bool hangs_outside =
          token->head == RO_NONE || !ro_ranges_hold(&attribution->content, token->head);
      if (!hangs_outside || is_mark(token)) continue;
      bool begins = begins_clause(document, t), to = begins && is_infinitive(document, t);
      infinitive |= to;
      clause |= begins && !to;
      noun |= !begins && token->deprel == RO_DEPREL_OBJ;
    }
  }
  if (clause || (infinitive && noun)) return CONTENT_CLAUSE;
  return infinitive ? CONTENT_INFINITIVE : CONTENT_NOUN;
}

/* "asked not to be named", "on condition of anonymity": about the source, not its word. */
static bool is_about_naming(const ro_document *document, const ro_attribution *attribution) {
  static const char *const lemmas[] = {"name", "identify", "anonymity", "anonymously", "quote"};
  enum { LONGEST = 12 };
  uint32_t words = 0;
  bool found = false;
  for (size_t i = 0; i < attribution->content.count; i++) {
    ro_token_range range = attribution->content.items[i];
    words += range.end - range.start;
    for (uint32_t t = range.start; t < range.end && words <= LONGEST; t++)
      for (size_t k = 0; k < sizeof lemmas / sizeof *lemmas; k++)
        found |= ro_token_has_lemma(&document->tokens[t], lemmas[k]);
  }
  return found && words <= LONGEST;
}

static ro_manner manner_of_listed(const ro_cue *cue, content_form form, bool quoted) {
  if (cue->manner == RO_MANNER_THOUGHT) return RO_MANNER_THOUGHT;
  if (quoted || form == CONTENT_CLAUSE) return RO_MANNER_SPEECH;
  if (cue->manner == RO_MANNER_ACT) return RO_MANNER_ACT;
  return cue->is_bare || form == CONTENT_INFINITIVE ? RO_MANNER_SPEECH : RO_MANNER_ACT;
}

ro_manner ro_manner_of(const ro_feature_source *source, const ro_attribution *attribution,
                       ro_directness directness) {
  const ro_document *document = source->document;
  const ro_token *token = &document->tokens[attribution->cue_token];
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, attribution->cue_token);
  bool quoted = directness != RO_INDIRECT;
  if (is_mark(token)) return RO_MANNER_SPEECH; /* "Poll: …" */
  if (is_about_naming(document, attribution)) return RO_MANNER_ACT;
  if (cue) return manner_of_listed(cue, form_of_content(document, attribution), quoted);
  return quoted ? RO_MANNER_SPEECH : RO_MANNER_ACT;
}

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

static const char *channel_of_noun(const ro_channel_list *channels, const ro_document *document,
                                   uint32_t noun) {
  const char *medium = medium_near(channels, document, noun);
  if (medium) return medium;
  if (!ro_channel_list_is_noun(channels, &document->tokens[noun])) return NULL;
  return ro_noun_phrase(document, noun);
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
  uint32_t verb = document->first_child[governor];
  for (; verb != RO_NONE && !channel; verb = document->next_sibling[verb]) {
    bool is_relay = false;
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

static void find_polarity(const ro_document *document, const ro_attribution *attribution,
                          ro_circumstances *out) {
  uint32_t cue = attribution->cue_token, child = document->first_child[cue];
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    const ro_token *token = &document->tokens[child];
    if (ro_ranges_hold(&attribution->content, child)) continue;
    if (token->deprel == RO_DEPREL_ADVMOD)
      out->negated |= ro_token_has_lemma(token, "not") || ro_token_has_lemma(token, "never") ||
                      ro_token_has_lemma(token, "n't");
    if (token->deprel == RO_DEPREL_AUX)
      out->future |= ro_token_has_lemma(token, "will") || ro_token_has_lemma(token, "shall");
  }
  out->negated |= is_nobody(document, &attribution->source);
  const ro_token *head =
      document->tokens[cue].head == RO_NONE ? NULL : &document->tokens[document->tokens[cue].head];
  if (head && document->tokens[cue].deprel == RO_DEPREL_XCOMP)
    out->negated |= ro_token_has_lemma(head, "decline") || ro_token_has_lemma(head, "refuse");
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
