#include "statements/manner.h"

#include <string.h>

#include "statements/clause.h"
#include "statements/phrase.h"
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

/* "an agreement that limits": what the clause describes was named, not told. */
static bool is_relative_clause(const ro_document *document, uint32_t verb) {
  uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
  return document->tokens[verb].deprel == RO_DEPREL_ACL_RELCL && subject != RO_NONE &&
         ro_is_relative(&document->tokens[subject]);
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
      bool begins = begins_clause(document, t) && !is_relative_clause(document, t);
      bool to = begins && is_infinitive(document, t);
      infinitive |= to;
      clause |= begins && !to;
      noun |= !begins && token->deprel == RO_DEPREL_OBJ;
    }
  }
  if (clause || (infinitive && noun)) return CONTENT_CLAUSE;
  return infinitive ? CONTENT_INFINITIVE : CONTENT_NOUN;
}

/* "be named", "his name", "no name", "not to name him"; not "name the day", "condemn it by name".
 */
static bool tells_of_naming(const ro_document *document, uint32_t token) {
  static const char *const lemmas[] = {"identify", "anonymity", "anonymously", "anonymous",
                                       "quote"};
  const ro_token *word = &document->tokens[token];
  if (ro_token_has_lemma(word, "name")) {
    uint32_t determiner = ro_tree_child(document, token, RO_DEPREL_DET);
    uint32_t object = ro_tree_child(document, token, RO_DEPREL_OBJ);
    bool no = determiner != RO_NONE && ro_token_has_lemma(&document->tokens[determiner], "no");
    bool names = word->upos == RO_UPOS_VERB && object != RO_NONE &&
                 document->tokens[object].upos == RO_UPOS_PRON;
    return no || names || ro_token_has_tag(word, "VBN") ||
           ro_tree_child(document, token, RO_DEPREL_NMOD_POSS) != RO_NONE;
  }
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    if (ro_token_has_lemma(word, lemmas[i])) return true;
  return false;
}

/* "asked not to be named", "on condition of anonymity": about the source, not its word. */
static bool is_about_naming(const ro_document *document, const ro_attribution *attribution) {
  enum { LONGEST = 12 };
  uint32_t words = 0;
  bool found = false;
  for (size_t i = 0; i < attribution->content.count; i++) {
    ro_token_range range = attribution->content.items[i];
    words += range.end - range.start;
    for (uint32_t t = range.start; t < range.end && words <= LONGEST; t++)
      found |= tells_of_naming(document, t);
  }
  return found && words <= LONGEST;
}

/* "Talks announced for today", "it was denied": a passive verb has only its agent for a source, and
 * with a mere noun for content it tells no words of anybody else. */
static bool is_passive_without_agent(const ro_document *document,
                                     const ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token, child = document->first_child[verb];
  const char *tag = document->tokens[verb].xpos;
  if (!tag || strcmp(tag, "VBN") != 0) return false;
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    const ro_token *token = &document->tokens[child];
    if (token->deprel == RO_DEPREL_AUX && ro_token_has_lemma(token, "have")) return false;
    if (token->deprel == RO_DEPREL_OBL_AGENT) return false;
  }
  return true;
}

/* "They were ordered to leave": who gave the order is not told. */
static bool is_order_without_agent(const ro_document *document, const ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token, child = document->first_child[verb];
  if (ro_tree_child(document, verb, RO_DEPREL_NSUBJ_PASS) == RO_NONE ||
      !is_passive_without_agent(document, attribution))
    return false;
  for (; child != RO_NONE; child = document->next_sibling[child])
    if (child > verb && is_infinitive(document, child)) return true;
  return false;
}

/* "When he had asked for access, …": told in passing, to place another act in time. */
static bool is_in_clause_of_time(const ro_document *document, uint32_t verb) {
  static const char *const words[] = {"when", "while", "after", "before",
                                      "once", "until", "since", "if"};
  if (document->tokens[verb].deprel != RO_DEPREL_ADVCL) return false;
  uint32_t child = document->first_child[verb];
  for (; child != RO_NONE && child < verb; child = document->next_sibling[child])
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      if (ro_token_has_lemma(&document->tokens[child], words[i])) return true;
  return false;
}

/* "Nonsense, replies the envoy": what stands before a verb of speech, in the place of a clause, is
 * one however short. */
static bool is_fronted(const ro_document *document, const ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token, end = attribution->content.items[0].end;
  return end <= verb && ro_is_finite(&document->tokens[verb]) &&
         document->tokens[end].upos == RO_UPOS_PUNCT;
}

/* "While they talked, rockets fell": what such a clause goes with is not what it tells. */
static bool goes_with_content(const ro_document *document, const ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token, first, last;
  ro_tree_extent(document, verb, &first, &last);
  return is_in_clause_of_time(document, verb) && attribution->content.items[0].start > last;
}

/* "Asked by this paper whether it was so, he left", "he was asked why": who asked is not told. */
static bool is_question_before(const ro_document *document, const ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token;
  const ro_token *token = &document->tokens[verb];
  if (!ro_token_has_lemma(token, "ask") ||
      ro_tree_child(document, verb, RO_DEPREL_NSUBJ) != RO_NONE)
    return false;
  bool passive = ro_tree_child(document, verb, RO_DEPREL_NSUBJ_PASS) != RO_NONE &&
                 is_passive_without_agent(document, attribution);
  return passive || token->form[0] == 'A';
}

/* "Asked whether it was so, he left": who asked is not told. The tagger may take the participle for
 * a past tense. */
static bool is_participle_without_source(const ro_document *document,
                                         const ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token;
  ro_deprel deprel = document->tokens[verb].deprel;
  if (attribution->source.count || (deprel != RO_DEPREL_ADVCL && deprel != RO_DEPREL_ACL))
    return false;
  if (ro_token_has_tag(&document->tokens[verb], "VBD"))
    return ro_tree_child(document, verb, RO_DEPREL_NSUBJ) == RO_NONE &&
           (document->first_child[verb] == RO_NONE || document->first_child[verb] > verb);
  return is_passive_without_agent(document, attribution);
}

static ro_manner manner_of_listed(const ro_cue *cue, content_form form, bool quoted) {
  if (cue->manner == RO_MANNER_THOUGHT) return RO_MANNER_THOUGHT;
  if (quoted || (form == CONTENT_CLAUSE && !cue->is_deed)) return RO_MANNER_SPEECH;
  if (cue->manner == RO_MANNER_ACT) return RO_MANNER_ACT;
  return cue->is_bare || form == CONTENT_INFINITIVE ? RO_MANNER_SPEECH : RO_MANNER_ACT;
}

/* "asked him to", "said yes", "which it denied": no words that could be reported, but "denied it".
 */
static bool is_empty(const ro_document *document, const ro_attribution *attribution) {
  uint32_t words = 0;
  bool is_it = false;
  for (size_t i = 0; i < attribution->content.count; i++) {
    ro_token_range range = attribution->content.items[i];
    for (uint32_t t = range.start; t < range.end; t++) {
      const ro_token *token = &document->tokens[t];
      bool is_function = is_mark(token) || token->upos == RO_UPOS_PRON ||
                         token->upos == RO_UPOS_PART || token->upos == RO_UPOS_INTJ ||
                         token->upos == RO_UPOS_DET || token->upos == RO_UPOS_ADP ||
                         token->upos == RO_UPOS_SCONJ;
      if (!is_function) return false;
      words += is_mark(token) ? 0 : 1;
      is_it = ro_token_has_lemma(token, "it");
    }
  }
  return words != 1 || !is_it;
}

/* "provided that": a conjunction. */
static bool is_conjunction(const ro_document *document, uint32_t verb) {
  return ro_token_has_lemma(&document->tokens[verb], "provide") &&
         !ro_token_has_tag(&document->tokens[verb], "VBZ") && verb + 1 < document->token_count &&
         ro_token_has_lemma(&document->tokens[verb + 1], "that");
}

/* "gave an assurance that": where the verb is no cue of its own, its object is. */
static const ro_cue *cue_of(const ro_feature_source *source, const ro_attribution *attribution,
                            content_form form) {
  const ro_document *document = source->document;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, attribution->cue_token);
  uint32_t object = ro_tree_child(document, attribution->cue_token, RO_DEPREL_OBJ);
  bool is_within = object != RO_NONE && ro_ranges_hold(&attribution->cue, object);
  if (cue || !is_within || form != CONTENT_CLAUSE) return cue;
  return ro_cue_list_find_at(source->cues, document, object);
}

ro_manner ro_manner_of(const ro_feature_source *source, const ro_attribution *attribution,
                       ro_directness directness) {
  const ro_document *document = source->document;
  const ro_token *token = &document->tokens[attribution->cue_token];
  content_form form = form_of_content(document, attribution);
  const ro_cue *cue = cue_of(source, attribution, form);
  bool quoted = directness != RO_INDIRECT;
  if (is_mark(token)) return RO_MANNER_SPEECH; /* "Poll: …" */
  if (is_about_naming(document, attribution)) return RO_MANNER_ACT;
  if (is_conjunction(document, attribution->cue_token)) return RO_MANNER_ACT;
  if (!quoted && is_empty(document, attribution)) return RO_MANNER_ACT;
  if (!quoted && goes_with_content(document, attribution)) return RO_MANNER_ACT;
  if (!quoted && is_participle_without_source(document, attribution)) return RO_MANNER_ACT;
  if (!quoted && is_question_before(document, attribution)) return RO_MANNER_ACT;
  if (cue && cue->is_bare && form == CONTENT_NOUN && !quoted &&
      (is_passive_without_agent(document, attribution) ||
       is_in_clause_of_time(document, attribution->cue_token)))
    return RO_MANNER_ACT;
  if (cue && cue->told == RO_TOLD_OBJECT && !quoted &&
      is_order_without_agent(document, attribution))
    return RO_MANNER_ACT;
  if (form == CONTENT_NOUN && is_fronted(document, attribution)) form = CONTENT_INFINITIVE;
  if (cue) return manner_of_listed(cue, form, quoted);
  return quoted ? RO_MANNER_SPEECH : RO_MANNER_ACT;
}
