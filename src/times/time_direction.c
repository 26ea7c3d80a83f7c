#include "times/time_direction.h"

#include <string.h>

#include "syntax/tree.h"

/* A present tense farther up than FARTHEST_PRESENT words tells nothing. */
enum { LONGEST_CLIMB = 16, FARTHEST_PRESENT = 2, LONGEST_LOOK_BACK = 25 };

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
static const char *const likely_auxiliaries[] = {"would", "may", "might", "should", NULL};
static const char *const past_copulas[] = {"was", "were", NULL};
static const char *const copulas[] = {"is", "are", "'re", "was", "were", NULL};
static const char *const past_auxiliaries[] = {"had", "has", "have", "was", "were", "did", NULL};

static const char *const negations[] = {"not",  "n't",    "never",   "no", "neither",
                                        "none", "nobody", "nothing", NULL};

/* "could not meet", "neither could meet", "no envoy could meet" */
static bool negates(const ro_document *document, uint32_t child) {
  if (is_one_of(&document->tokens[child], negations)) return true;
  ro_deprel relation = document->tokens[child].deprel;
  if (relation != RO_DEPREL_NSUBJ && relation != RO_DEPREL_NSUBJ_PASS) return false;
  for (uint32_t i = document->first_child[child]; i != RO_NONE; i = document->next_sibling[i])
    if (is_one_of(&document->tokens[i], negations)) return true;
  return false;
}

typedef struct verb_facts {
  bool future, likely, past, perfect, infinitive, present;
  bool was;            /* "was", "were", as auxiliary or copula */
  bool due;            /* "is to meet", "was to meet" */
  bool could, negated; /* "could meet", but not "could not meet" */
} verb_facts;

static verb_facts facts_of(const ro_document *document, uint32_t verb) {
  verb_facts facts = {0};
  for (uint32_t i = document->first_child[verb]; i != RO_NONE; i = document->next_sibling[i]) {
    const ro_token *child = &document->tokens[i];
    if (child->deprel == RO_DEPREL_MARK && is_form(child, "to")) facts.infinitive = true;
    facts.negated |= negates(document, i);
    if (child->upos != RO_UPOS_AUX) continue;
    facts.future |= is_one_of(child, future_auxiliaries);
    facts.likely |= is_one_of(child, likely_auxiliaries);
    facts.past |= is_one_of(child, past_auxiliaries);
    facts.perfect |= is_form(child, "had");
    facts.present |= is_form(child, "is") || is_form(child, "are") || is_form(child, "'re");
    facts.could |= is_form(child, "could");
    facts.was |= is_one_of(child, past_copulas);
    facts.due |= !facts.infinitive && is_one_of(child, copulas);
  }
  facts.due &= facts.infinitive;
  facts.likely |= facts.could && !facts.negated;
  return facts;
}

/* Whether the verb stands below a word that looks ahead, "plans to", "is expected to", "a promise
 * to", and did not do so in vain: "had been expected to". */
static bool is_foreseen(const ro_document *document, const ro_time_grammar *grammar,
                        uint32_t verb) {
  uint32_t governor = document->tokens[verb].head;
  if (governor == RO_NONE) return true;
  return in_class(grammar, document->tokens[governor].lemma, "<foreseeing>") &&
         !facts_of(document, governor).perfect;
}

/* Present tense dates what is to come ("expires Friday"), except in reports of speech and where it
 * ties the present to what was ("follows a visit in April"). */
static ro_time_tense tense_of_present(const ro_time_grammar *grammar, const ro_token *token,
                                      verb_facts facts) {
  bool finite = !strcmp(token->xpos, "VBZ") || !strcmp(token->xpos, "VBP");
  if (finite && in_class(grammar, token->form, "<same_in_past>")) return RO_TENSE_PAST;
  if (!finite && !(facts.present && !strcmp(token->xpos, "VBG"))) return RO_TENSE_UNKNOWN;
  bool timeless = in_class(grammar, token->lemma, "<speech_verb>") ||
                  in_class(grammar, token->lemma, "<standing_verb>");
  return timeless ? RO_TENSE_UNKNOWN : RO_TENSE_FUTURE;
}

static ro_time_tense tense_of_verb(const ro_document *document, const ro_time_grammar *grammar,
                                   uint32_t verb, verb_facts facts) {
  const ro_token *token = &document->tokens[verb];
  bool participle = !strcmp(token->xpos, "VBN");
  if (facts.future || facts.due) return RO_TENSE_FUTURE;
  if (facts.likely) return facts.past ? RO_TENSE_PAST : RO_TENSE_FUTURE;
  if (participle && !facts.perfect && in_class(grammar, token->form, "<foreseen>"))
    return RO_TENSE_FUTURE;
  if (!facts.perfect && in_class(grammar, token->lemma, "<planning>")) return RO_TENSE_FUTURE;
  if (facts.past || !strcmp(token->xpos, "VBD")) return RO_TENSE_PAST;
  if (facts.infinitive)
    return is_foreseen(document, grammar, verb) ? RO_TENSE_FUTURE : RO_TENSE_UNKNOWN;
  if (participle) return facts.present ? RO_TENSE_UNKNOWN : RO_TENSE_PAST;
  return tense_of_present(grammar, token, facts);
}

static bool can_tell(const ro_document *document, uint32_t token) {
  const ro_token *word = &document->tokens[token];
  return word->upos == RO_UPOS_VERB || word->upos == RO_UPOS_AUX ||
         ro_tree_child(document, token, RO_DEPREL_COP) != RO_NONE;
}

/* With a copula ("the deadline is Friday", "is due Friday") its own form tells. */
static ro_time_tense tense_at(const ro_document *document, const ro_time_grammar *grammar,
                              uint32_t token, verb_facts facts) {
  if (ro_tree_child(document, token, RO_DEPREL_COP) == RO_NONE)
    return tense_of_verb(document, grammar, token, facts);
  if (facts.future || facts.due || (facts.likely && !facts.past)) return RO_TENSE_FUTURE;
  if (!facts.perfect && in_class(grammar, document->tokens[token].form, "<foreseen>"))
    return RO_TENSE_FUTURE;
  if (facts.past) return RO_TENSE_PAST;
  return facts.present ? RO_TENSE_FUTURE : RO_TENSE_UNKNOWN;
}

/* The token of the expression that hangs on something outside of it. */
static uint32_t head_of(const ro_document *document, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i <= last; i++) {
    uint32_t head = document->tokens[i].head;
    if (head == RO_NONE || head < first || head > last) return i;
  }
  return first;
}

/* "a tweet on Friday", "the attack on Friday": the noun names what is over, whatever a present
 * tense above it says. */
static bool hangs_on_what_is_over(const ro_document *document, const ro_time_grammar *grammar,
                                  uint32_t time) {
  uint32_t head = document->tokens[time].head;
  return head != RO_NONE && document->tokens[head].upos == RO_UPOS_NOUN &&
         in_class(grammar, document->tokens[head].lemma, "<happened>");
}

/* From the expression itself, which a copula may make the predicate, upwards. */
static ro_time_tense climb(const ro_document *document, const ro_time_grammar *grammar,
                           uint32_t first, uint32_t last) {
  uint32_t at = head_of(document, first, last);
  bool over = hangs_on_what_is_over(document, grammar, at);
  for (int i = 0; i < LONGEST_CLIMB && at != RO_NONE; i++) {
    if (can_tell(document, at)) {
      verb_facts facts = facts_of(document, at);
      ro_time_tense tense = tense_at(document, grammar, at, facts);
      bool near = (i <= FARTHEST_PRESENT && !over) || facts.future || facts.likely;
      if (tense == RO_TENSE_PAST || (tense == RO_TENSE_FUTURE && near)) return tense;
    }
    at = document->tokens[at].head;
  }
  return RO_TENSE_UNKNOWN;
}

/* The nearest verb or predicate above the expression; RO_NONE. */
static uint32_t verb_above(const ro_document *document, uint32_t first, uint32_t last) {
  uint32_t at = document->tokens[head_of(document, first, last)].head;
  for (int i = 0; i < LONGEST_CLIMB && at != RO_NONE; i++) {
    if (can_tell(document, at)) return at;
    at = document->tokens[at].head;
  }
  return RO_NONE;
}

/* Whether the verb says of something that it was to come, or may do so: "ordered", "said". */
static bool sets_a_term(const ro_time_grammar *grammar, const ro_token *verb) {
  return in_class(grammar, verb->lemma, "<planning>") ||
         in_class(grammar, verb->lemma, "<foreseeing>") ||
         in_class(grammar, verb->lemma, "<prolonging>") ||
         in_class(grammar, verb->lemma, "<speech_verb>") ||
         in_class(grammar, verb->form, "<foreseen>");
}

/* Whether what came "by" or "until" the expression is over: "had left by Friday", "were freed by
 * Friday", "By Friday, three ports reopened", "stayed until Friday". */
static bool is_over(const ro_document *document, const ro_time_grammar *grammar, uint32_t first,
                    uint32_t last) {
  uint32_t at = verb_above(document, first, last);
  bool by = first && is_form(&document->tokens[first - 1], "by");
  if (at == RO_NONE || (!by && is_form(&document->tokens[first - 1], "of"))) return false;
  const ro_token *verb = &document->tokens[at];
  verb_facts facts = facts_of(document, at);
  if (facts.perfect) return true;
  if (facts.infinitive || facts.future || facts.likely || sets_a_term(grammar, verb)) return false;
  bool simple = !strcmp(verb->xpos, "VBD");
  bool stands_behind = at > last && (simple || facts.was);
  if (by) return stands_behind || (facts.was && !strcmp(verb->xpos, "VBN"));
  return stands_behind || (simple && in_class(grammar, verb->lemma, "<lasting>")) ||
         (facts.was && verb->upos == RO_UPOS_NOUN);
}

/* "extended the deal to May 18", "an extension through May 18" */
static bool is_prolonged(const ro_document *document, const ro_time_grammar *grammar,
                         uint32_t first, uint32_t last) {
  enum { FARTHEST = 2 };
  static const char *const ends[] = {"from", "to", "through", NULL};
  if (first < 2 || !is_one_of(&document->tokens[first - 1], ends)) return false;
  if (in_class(grammar, document->tokens[first - 2].lemma, "<prolonging>")) return true;
  uint32_t at = document->tokens[head_of(document, first, last)].head;
  for (int i = 0; i < FARTHEST && at != RO_NONE; i++) {
    if (in_class(grammar, document->tokens[at].lemma, "<prolonging>")) return true;
    at = document->tokens[at].head;
  }
  return false;
}

/* "As of Friday, three are missing": the day of what is known, unless the verb looks ahead. */
static bool is_as_of(const ro_document *document, uint32_t first, uint32_t last) {
  uint32_t start = document->sentences[document->tokens[first].sentence].first_token;
  if (first < start + 2 || !is_form(&document->tokens[first - 1], "of") ||
      !is_form(&document->tokens[first - 2], "as"))
    return false;
  uint32_t at = verb_above(document, first, last);
  if (at == RO_NONE) return true;
  verb_facts facts = facts_of(document, at);
  return !facts.future && !facts.likely && !facts.infinitive;
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
    if (is_one_of(token, future_auxiliaries) || in_class(grammar, token->form, "<foreseen>"))
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
  if (is_form(before, "of") && first - 1 > sentence->first_token)
    return is_form(before - 1, "ahead") ? RO_TENSE_FUTURE : RO_TENSE_UNKNOWN;
  return is_one_of(before, ahead) ? RO_TENSE_FUTURE : RO_TENSE_UNKNOWN;
}

/* "began as planned Friday", "as previously scheduled Friday" */
static bool goes_as_foreseen(const ro_document *document, uint32_t start, uint32_t participle) {
  for (uint32_t i = participle; i > start && participle - i < 2; i--)
    if (is_form(&document->tokens[i - 1], "as")) return true;
  return false;
}

/* The word before the expression, where that is a verb or a word that looks ahead, tells whatever
 * the tree says: "said Friday", "issued on Thursday", "set for Friday", "effective March 1". */
static ro_time_tense tense_of_word_before(const ro_document *document,
                                          const ro_time_grammar *grammar, uint32_t first) {
  static const char *const prepositions[] = {"on", "in", "at", "for", "of", NULL};
  uint32_t start = document->sentences[document->tokens[first].sentence].first_token;
  const ro_token *before = first > start ? &document->tokens[first - 1] : NULL;
  bool arranged = before && is_form(before, "for"), of = before && is_form(before, "of");
  if (before && is_one_of(before, prepositions)) first--;
  if (first == start) return RO_TENSE_UNKNOWN;
  const ro_token *word = &document->tokens[first - 1];
  if (!is_tagged(word)) return RO_TENSE_UNKNOWN;
  bool participle = !strcmp(word->xpos, "VBN");
  bool plan = word->upos == RO_UPOS_NOUN && (in_class(grammar, word->lemma, "<planning>") ||
                                             in_class(grammar, word->lemma, "<foreseeing>"));
  bool term = of && in_class(grammar, word->lemma, "<term>");
  if ((arranged && (participle || plan)) || term) return RO_TENSE_FUTURE;
  if (of) return RO_TENSE_UNKNOWN;
  if (!strcmp(word->xpos, "VBD")) return RO_TENSE_PAST;
  if (in_class(grammar, word->form, "<foreseen>"))
    return goes_as_foreseen(document, start, first - 1) ? RO_TENSE_UNKNOWN : RO_TENSE_FUTURE;
  bool passive_infinitive = first - 1 > start && is_form(word - 1, "be");
  return participle && !passive_infinitive ? RO_TENSE_PAST : RO_TENSE_UNKNOWN;
}

/* "Friday's talks": whether they are over is not told by the verb that they hang on. */
static bool is_possessive(const ro_document *document, uint32_t last) {
  return last + 1 < document->token_count && is_form(&document->tokens[last + 1], "'s");
}

ro_time_tense ro_time_direction_find(const ro_document *document, const ro_time_grammar *grammar,
                                     uint32_t first, uint32_t last) {
  bool has_tree = is_tagged(&document->tokens[first]) && document->first_child;
  ro_time_tense tense = tense_of_preposition(document, first);
  if (tense == RO_TENSE_FUTURE && has_tree && is_over(document, grammar, first, last))
    return RO_TENSE_PAST;
  if (tense != RO_TENSE_UNKNOWN) return tense;
  if (has_tree && is_prolonged(document, grammar, first, last)) return RO_TENSE_FUTURE;
  if (has_tree && is_as_of(document, first, last)) return RO_TENSE_PAST;
  if (is_possessive(document, last)) return RO_TENSE_UNKNOWN;
  if (!has_tree) return look_back(document, grammar, first);
  tense = tense_of_word_before(document, grammar, first);
  if (tense != RO_TENSE_UNKNOWN) return tense;
  return climb(document, grammar, first, last);
}
