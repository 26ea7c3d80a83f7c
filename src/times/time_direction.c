#include "times/time_direction.h"

#include <string.h>

#include "syntax/tree.h"

enum { LONGEST_CLIMB = 16, LONGEST_LOOK_BACK = 25 };

static bool is_form(const ro_token *token, const char *form) {
  size_t i = 0;
  for (; form[i] && token->form[i]; i++) {
    char byte = token->form[i];
    if (byte >= 'A' && byte <= 'Z') byte = (char)(byte + ('a' - 'A'));
    if (byte != form[i]) return false;
  }
  return !form[i] && !token->form[i];
}

static bool is_one_of(const ro_token *token, const char *const *forms) {
  for (; *forms; forms++)
    if (is_form(token, *forms)) return true;
  return false;
}

/* Whether a word (in lower case) belongs to a class of time_words.tsv. */
static bool in_class(const ro_time_grammar *grammar, const char *word, const char *class_name) {
  ro_time_fields fields;
  ro_time_symbol symbol = word ? ro_time_grammar_symbol(grammar, word) : 0;
  ro_time_symbol wanted = ro_time_grammar_symbol(grammar, class_name);
  return symbol && wanted && ro_time_grammar_word(grammar, symbol, wanted, &fields);
}

static bool is_tagged(const ro_token *token) {
  return token->xpos && token->xpos[0] && token->xpos[0] != '_';
}

static const char *const future_auxiliaries[] = {"will", "'ll", "shall", "wo", "ll", NULL};
static const char *const open_auxiliaries[] = {"would",  "could", "can",   "may", "might",
                                               "should", "must",  "ought", NULL};
static const char *const past_auxiliaries[] = {"had", "has", "have", "was", "were", "did", NULL};

typedef struct verb_facts {
  bool future, open, past, infinitive, progressive;
} verb_facts;

static verb_facts facts_of(const ro_document *document, uint32_t verb) {
  verb_facts facts = {0};
  for (uint32_t i = document->first_child[verb]; i != RO_NONE; i = document->next_sibling[i]) {
    const ro_token *child = &document->tokens[i];
    if (child->deprel == RO_DEPREL_MARK && is_form(child, "to")) facts.infinitive = true;
    if (child->upos != RO_UPOS_AUX) continue;
    facts.future |= is_one_of(child, future_auxiliaries);
    facts.open |= is_one_of(child, open_auxiliaries);
    facts.past |= is_one_of(child, past_auxiliaries);
    facts.progressive |= is_form(child, "is") || is_form(child, "are") || is_form(child, "'re");
  }
  return facts;
}

/* Present tense dates what is to come ("expires Friday"), except in reports of speech. */
static ro_time_tense tense_of_finite(const ro_time_grammar *grammar, const ro_token *token,
                                     verb_facts facts) {
  const char *tag = token->xpos;
  if (!strcmp(tag, "VBD")) return RO_TENSE_PAST;
  if (!strcmp(tag, "VBG") && facts.progressive) return RO_TENSE_FUTURE;
  if (!strcmp(tag, "VBZ") || !strcmp(tag, "VBP"))
    return in_class(grammar, token->lemma, "<speech_verb>") ? RO_TENSE_UNKNOWN : RO_TENSE_FUTURE;
  return RO_TENSE_UNKNOWN;
}

static ro_time_tense tense_of_verb(const ro_document *document, const ro_time_grammar *grammar,
                                   uint32_t verb) {
  const ro_token *token = &document->tokens[verb];
  verb_facts facts = facts_of(document, verb);
  if (facts.future) return RO_TENSE_FUTURE;
  if (facts.open) return facts.past ? RO_TENSE_PAST : RO_TENSE_FUTURE;
  if (in_class(grammar, token->lemma, "<foreseeing>") && !strcmp(token->xpos, "VBN"))
    return RO_TENSE_FUTURE;
  if (facts.past) return RO_TENSE_PAST;
  if (facts.infinitive) {
    uint32_t governor = token->head;
    if (governor == RO_NONE) return RO_TENSE_FUTURE;
    return in_class(grammar, document->tokens[governor].lemma, "<implying>") ? RO_TENSE_UNKNOWN
                                                                             : RO_TENSE_FUTURE;
  }
  if (!strcmp(token->xpos, "VBN")) return facts.progressive ? RO_TENSE_UNKNOWN : RO_TENSE_PAST;
  return tense_of_finite(grammar, token, facts);
}

static bool can_tell(const ro_document *document, uint32_t token) {
  const ro_token *word = &document->tokens[token];
  return word->upos == RO_UPOS_VERB || word->upos == RO_UPOS_AUX ||
         ro_tree_child(document, token, RO_DEPREL_COP) != RO_NONE;
}

/* With a copula ("the deadline is Friday", "is due Friday") its own form tells. */
static ro_time_tense tense_at(const ro_document *document, const ro_time_grammar *grammar,
                              uint32_t token) {
  uint32_t copula = ro_tree_child(document, token, RO_DEPREL_COP);
  if (copula == RO_NONE) return tense_of_verb(document, grammar, token);
  verb_facts facts = facts_of(document, token);
  if (facts.future || (facts.open && !facts.past)) return RO_TENSE_FUTURE;
  if (in_class(grammar, document->tokens[token].lemma, "<foreseeing>")) return RO_TENSE_FUTURE;
  if (facts.past) return RO_TENSE_PAST;
  return RO_TENSE_FUTURE;
}

/* The token of the expression that hangs on something outside of it. */
static uint32_t head_of(const ro_document *document, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i <= last; i++) {
    uint32_t head = document->tokens[i].head;
    if (head == RO_NONE || head < first || head > last) return i;
  }
  return first;
}

static ro_time_tense climb(const ro_document *document, const ro_time_grammar *grammar,
                           uint32_t first, uint32_t last) {
  uint32_t at = document->tokens[head_of(document, first, last)].head;
  for (int i = 0; i < LONGEST_CLIMB && at != RO_NONE; i++) {
    if (can_tell(document, at)) {
      ro_time_tense tense = tense_at(document, grammar, at);
      if (tense != RO_TENSE_UNKNOWN) return tense;
    }
    at = document->tokens[at].head;
  }
  return RO_TENSE_UNKNOWN;
}

static bool looks_past(const ro_token *token) {
  size_t length = strlen(token->form);
  if (is_one_of(token, past_auxiliaries) || is_form(token, "said") || is_form(token, "told"))
    return true;
  return length > 4 && strcmp(token->form + length - 2, "ed") == 0;
}

/* Without a tree: the last word before the expression that has a tense about it. */
static ro_time_tense look_back(const ro_document *document, const ro_time_grammar *grammar,
                               uint32_t first) {
  const ro_sentence *sentence = &document->sentences[document->tokens[first].sentence];
  for (uint32_t i = first, steps = 0; i-- > sentence->first_token && steps++ < LONGEST_LOOK_BACK;) {
    const ro_token *token = &document->tokens[i];
    if (is_one_of(token, future_auxiliaries) || in_class(grammar, token->form, "<foreseeing>"))
      return RO_TENSE_FUTURE;
    if (looks_past(token)) return RO_TENSE_PAST;
  }
  return RO_TENSE_UNKNOWN;
}

static ro_time_tense tense_of_preposition(const ro_document *document, uint32_t first) {
  static const char *const ahead[] = {"until", "till", "by", NULL};
  const ro_sentence *sentence = &document->sentences[document->tokens[first].sentence];
  if (first == sentence->first_token) return RO_TENSE_UNKNOWN;
  const ro_token *before = &document->tokens[first - 1];
  if (is_form(before, "since")) return RO_TENSE_PAST;
  return is_one_of(before, ahead) ? RO_TENSE_FUTURE : RO_TENSE_UNKNOWN;
}

ro_time_tense ro_time_direction_find(const ro_document *document, const ro_time_grammar *grammar,
                                     uint32_t first, uint32_t last) {
  ro_time_tense tense = tense_of_preposition(document, first);
  if (tense != RO_TENSE_UNKNOWN) return tense;
  if (!is_tagged(&document->tokens[first]) || !document->first_child)
    return look_back(document, grammar, first);
  return climb(document, grammar, first, last);
}
