#include "statements/reporting_clause.h"

#include <string.h>

#include "statements/clause.h"
#include "statements/passive_cue.h"
#include "statements/phrase.h"
#include "statements/reported_words.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

/* The tree is of little help here: the parser seldom knows which of the two clauses is the outer
 * one. Marks and tags tell it. */

typedef struct clause_search {
  const ro_feature_source *source;
  const ro_document *document;
  uint32_t first, end; /* of the sentence, its closing marks left out */
  uint32_t verb;
  ro_token_range words;
} clause_search;

static bool is_comma(const ro_token *token) {
  return strcmp(token->form, ",") == 0;
}

static bool is_mark(const ro_token *token) {
  return token->upos == RO_UPOS_PUNCT;
}

static clause_search begin_search(const ro_feature_source *source, uint32_t verb) {
  const ro_document *document = source->document;
  const ro_sentence *sentence = &document->sentences[document->tokens[verb].sentence];
  clause_search search = {
      source, document,        sentence->first_token, sentence->first_token + sentence->token_count,
      verb,   {verb, verb + 1}};
  while (search.end > verb + 1 && is_mark(&document->tokens[search.end - 1]) &&
         source->quotations->of_token[search.end - 1] == RO_NONE)
    search.end--;
  return search;
}

static bool is_quoted(const clause_search *search, uint32_t token) {
  return search->source->quotations->of_token[token] != RO_NONE;
}

/* From mark to mark around the verb; a quotation ends before it. */
static void find_words(clause_search *search) {
  while (search->words.start > search->first && !is_quoted(search, search->words.start - 1) &&
         !ro_separates(search->document, search->words.start - 1))
    search->words.start--;
  while (search->words.end < search->end && !ro_separates(search->document, search->words.end))
    search->words.end++;
}

static bool may_stand_before_verb(const ro_token *token) {
  return token->upos == RO_UPOS_AUX || token->upos == RO_UPOS_ADV || token->upos == RO_UPOS_PART ||
         ro_token_has_lemma(token, "have");
}

/* "as Blinken put it", "so the envoy": the word that makes the clause one of manner. */
static uint32_t after_introduction(const clause_search *search) {
  const ro_token *token = &search->document->tokens[search->words.start];
  bool introduces = ro_token_has_lemma(token, "as") || ro_token_has_lemma(token, "so");
  return search->words.start + (introduces ? 1 : 0);
}

/* The name right before the token, behind a comma; `end` where there is none. */
static uint32_t name_start(const clause_search *search, uint32_t end) {
  const ro_token *tokens = search->document->tokens;
  uint32_t start = end;
  while (start > search->first && tokens[start - 1].upos == RO_UPOS_PROPN)
    start--;
  return start > search->first && is_comma(&tokens[start - 1]) ? start : end;
}

/* "Turkey's defence minister, Hulusi Akar, told": the office between the comma before the name and
 * the one before that. The parser may hang both on a noun of the words that are reported. */
static bool reach_over_name(clause_search *search) {
  const ro_token *tokens = search->document->tokens;
  if (search->words.start < search->first + 4 || !is_comma(&tokens[search->words.start - 1]))
    return false;
  uint32_t comma = search->words.start - 1, name = name_start(search, comma);
  if (name == comma || tokens[name - 2].upos != RO_UPOS_NOUN) return false;
  uint32_t start = name - 1;
  while (start > search->first && !ro_separates(search->document, start - 1)) {
    start--;
    if (ro_is_finite(&tokens[start]) || tokens[start].upos == RO_UPOS_CCONJ) return false;
  }
  if (start == search->first || !is_comma(&tokens[start - 1])) return false;
  search->words.start = start;
  return true;
}

/* "General Michael Lund, the head of the mission, said": the name between the comma before the
 * description and the one before that. */
static bool reach_over_office(clause_search *search) {
  const ro_token *tokens = search->document->tokens;
  if (search->words.start < search->first + 4 || !is_comma(&tokens[search->words.start - 1]))
    return false;
  uint32_t start = search->words.start - 1;
  while (start > search->first && !ro_separates(search->document, start - 1)) {
    start--;
    if (ro_is_finite(&tokens[start]) || tokens[start].upos == RO_UPOS_CCONJ) return false;
  }
  if (tokens[start].upos != RO_UPOS_DET || start == search->first || !is_comma(&tokens[start - 1]))
    return false;
  uint32_t name = name_start(search, start - 1);
  if (name == start - 1) return false;
  search->words.start = name;
  return true;
}

/* "its foreign minister, Badr Abdelatty, has told": what stands between the subject and its verb
 * is set off too. */
static bool reach_over_apposition(clause_search *search) {
  const ro_document *document = search->document;
  uint32_t subject = ro_tree_child(document, search->verb, RO_DEPREL_NSUBJ), first, last;
  if (subject == RO_NONE || subject >= search->words.start) return false;
  ro_tree_extent(document, subject, &first, &last);
  if (first <= search->first + 1 || !is_comma(&document->tokens[first - 1])) return false;
  search->words.start = first;
  return true;
}

/* Whether the words from `start` up to the verb are its subject: one noun phrase, with no verb but
 * in a clause that describes it ("an official who was there said"). */
static bool is_subject(const clause_search *search, ro_token_range range) {
  const ro_token *tokens = search->document->tokens;
  bool described = false;
  if (range.start >= range.end || !ro_may_open_noun_phrase(&tokens[range.start])) return false;
  if (ro_is_relative(&tokens[range.end - 1])) return false; /* "an official who ASKED" */
  for (uint32_t t = range.start; t < range.end; t++) {
    described |= ro_is_relative(&tokens[t]);
    if (tokens[t].upos == RO_UPOS_SCONJ) return false;
    if (ro_is_finite(&tokens[t]) && !described) return false;
  }
  return described || ro_is_nominal(&tokens[range.end - 1]) ||
         tokens[range.end - 1].upos != RO_UPOS_ADP;
}

/* "…, the envoy has said": the subject before the verb. */
static bool find_subject_before(clause_search *search, ro_reporting_clause *clause) {
  const ro_token *tokens = search->document->tokens;
  uint32_t end = search->verb;
  while (end > search->words.start && may_stand_before_verb(&tokens[end - 1]))
    end--;
  if (end == search->words.start && !reach_over_apposition(search) && !reach_over_name(search) &&
      !reach_over_office(search))
    return false;
  clause->subject =
      ro_without_marks(search->document, (ro_token_range){after_introduction(search), end});
  return is_subject(search, clause->subject);
}

static bool has_verb(const clause_search *search, ro_token_range range) {
  for (uint32_t t = range.start; t < range.end; t++)
    if (ro_token_has_tag(&search->document->tokens[t], "VB")) return true;
  return ro_has_finite_verb(search->document, range);
}

/* "Oslo's positions, said Mr Lund, had been …": a name alone between the verb and a mark is the
 * subject, whatever the tree says. */
static bool is_name_alone_behind(const clause_search *search) {
  const ro_document *document = search->document;
  uint32_t next = search->verb + 1;
  while (next < search->words.end && document->tokens[next].deprel == RO_DEPREL_NMOD_DESC)
    next++;
  uint32_t mention = next < search->words.end ? ro_mention_of_token(document, next) : RO_NONE;
  const ro_cue *cue = ro_cue_list_find_at(search->source->cues, document, search->verb);
  bool tells = cue && cue->told == RO_TOLD_OBJECT; /* "tells Mr Lund" */
  if (mention == RO_NONE || tells || !ro_is_finite(&document->tokens[search->verb])) return false;
  const ro_actor_mention *who = &document->actors[mention];
  return who->kind == RO_MENTION_NAME && who->first_token <= next &&
         who->first_token + who->token_count == search->words.end &&
         document->tokens[who->head_token].upos == RO_UPOS_PROPN;
}

/* A verb right behind a comma has no subject before it, whatever the tree says, where the sentence
 * begins with a few words other than a name: "Nonsense, replies the mission." */
static bool may_be_inverted(const clause_search *search, uint32_t subject) {
  if (subject != RO_NONE && subject > search->verb) return subject < search->words.end;
  if (is_name_alone_behind(search)) return true;
  enum { FEW = 5 };
  if (subject == RO_NONE && ro_token_has_lemma(&search->document->tokens[search->verb], "say"))
    return true;
  for (uint32_t t = search->first; t + 1 < search->words.start; t++)
    if (is_mark(&search->document->tokens[t]) || search->document->tokens[t].upos == RO_UPOS_PROPN)
      return false;
  return search->words.start - search->first <= FEW && search->words.end == search->end;
}

/* "said Borrell's spokesman, Peter Stano, …": a name or a description set off behind the subject
 * belongs to it where more follows. */
static void reach_over_description(clause_search *search) {
  const ro_document *document = search->document;
  uint32_t start = search->words.end + 1, end = start;
  if (start >= search->end || !is_comma(&document->tokens[start - 1])) return;
  while (end < search->end && !ro_separates(document, end))
    end++;
  if (end == start || end >= search->end || !is_comma(&document->tokens[end])) return;
  bool opens =
      document->tokens[start].upos == RO_UPOS_PROPN || document->tokens[start].upos == RO_UPOS_DET;
  if (opens && !has_verb(search, (ro_token_range){start, end})) search->words.end = end;
}

/* "…, said the envoy": the subject behind the verb. */
static bool find_subject_after(const clause_search *search, ro_reporting_clause *clause) {
  const ro_token *tokens = search->document->tokens;
  if (search->verb != search->words.start || !ro_is_finite(&tokens[search->verb])) return false;
  uint32_t subject = ro_tree_child(search->document, search->verb, RO_DEPREL_NSUBJ), last;
  if (!may_be_inverted(search, subject)) return false;
  ro_token_range range = {search->verb + 1, search->words.end};
  if (subject != RO_NONE && subject > search->verb) {
    ro_tree_extent(search->document, subject, &range.start, &last);
    if (last + 1 < range.end) range.end = last + 1;
  }
  clause->subject = range;
  return range.start > search->verb && range.start < range.end &&
         ro_may_open_noun_phrase(&tokens[range.start]) && !has_verb(search, range);
}

/* "said", "has said", "would say"; not "saying", "to say". A form like "let" may lack its tense. */
static bool is_predicate(const clause_search *search) {
  const ro_token *tokens = search->document->tokens;
  if (ro_is_finite(&tokens[search->verb]) ||
      ro_is_misread_past(search->document, search->verb, search->words.start))
    return true;
  if (ro_token_has_tag(&tokens[search->verb], "VBG")) return false;
  for (uint32_t t = search->words.start; t < search->verb; t++)
    if (ro_token_has_tag(&tokens[t], "TO")) return false;
  return ro_token_has_tag(&tokens[search->verb], "VB");
}

/* "was confirmed" has no speaker for a subject, but "it was said" and "he was quoted as saying"
 * tell of speech. */
static bool is_passive(const clause_search *search) {
  const ro_document *document = search->document;
  uint32_t subject = ro_tree_child(document, search->verb, RO_DEPREL_NSUBJ_PASS);
  if (!ro_token_has_tag(&document->tokens[search->verb], "VBN") ||
      ro_is_misread_past(search->document, search->verb, search->words.start))
    return false;
  if (ro_is_passive_cue(document, search->verb)) return false;
  if (subject != RO_NONE && ro_token_has_lemma(&document->tokens[subject], "it")) return false;
  for (uint32_t t = search->verb; t-- > search->words.start;)
    if (document->tokens[t].upos == RO_UPOS_AUX || document->tokens[t].upos == RO_UPOS_VERB)
      return !ro_token_has_lemma(&document->tokens[t], "have");
  return true;
}

/* Whether a word behind the verb hangs on what follows the clause: then it begins what is said. */
static bool reaches_out(const clause_search *search) {
  for (uint32_t t = search->verb + 1; t < search->words.end; t++) {
    uint32_t head = search->document->tokens[t].head;
    if (head == RO_NONE || head < search->words.start || head >= search->words.end) return true;
  }
  return false;
}

/* "of", "for", "against": with these the verb takes what it reports as a phrase. */
static bool opens_complement(const ro_token *token) {
  static const char *const prepositions[] = {"of", "for", "against", "about", "as", "into", "over"};
  if (token->upos == RO_UPOS_SCONJ || ro_token_has_tag(token, "VBG") ||
      ro_token_has_tag(token, "TO"))
    return true;
  for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
    if (token->upos == RO_UPOS_ADP && ro_token_has_lemma(token, prepositions[i])) return true;
  return ro_is_relative(token);
}

static bool is_in_relative_clause(const ro_document *document, uint32_t token) {
  for (int steps = 0; token != RO_NONE && steps < 3; steps++) {
    if (document->tokens[token].deprel == RO_DEPREL_ACL_RELCL) return true;
    token = document->tokens[token].head;
  }
  return false;
}

/* "in a note that the agency has seen", "on condition that his name is left out": clauses that tell
 * of the way it was said. */
static bool has_clause_of_its_own(const clause_search *search) {
  const ro_token *tokens = search->document->tokens;
  for (uint32_t t = search->verb + 1; t < search->words.end; t++) {
    if (ro_token_has_lemma(&tokens[t], "condition")) return false;
    if (ro_is_finite(&tokens[t])) return !is_in_relative_clause(search->document, t);
  }
  return false;
}

static bool has_quotation(const clause_search *search) {
  for (uint32_t t = search->words.start; t < search->words.end; t++)
    if (is_quoted(search, t)) return true;
  return false;
}

/* Behind the verb nothing may stand that it reports: no clause, and no object but whom it tells. */
static bool takes_no_complement(const clause_search *search, const ro_cue *cue, bool is_inverted) {
  const ro_document *document = search->document;
  if (has_clause_of_its_own(search) || has_quotation(search)) return false;
  if (strchr(cue->lemma, ' ') || ro_is_passive_cue(document, search->verb)) return true;
  uint32_t object = ro_tree_child(document, search->verb, RO_DEPREL_OBJ), next = search->verb + 1;
  bool has_object = object != RO_NONE && object > search->verb && object < search->words.end;
  if (is_inverted) return true; /* the subject follows, and may look like an object */
  if (has_object && cue->told != RO_TOLD_OBJECT) return false;
  return next >= search->words.end ||
         (!opens_complement(&document->tokens[next]) && !reaches_out(search));
}

static bool is_set_off(const clause_search *search) {
  const ro_token *tokens = search->document->tokens;
  if (search->words.start <= search->first) return false;
  const ro_token *left = &tokens[search->words.start - 1];
  bool closed =
      search->words.end == search->end || strcmp(tokens[search->words.end].form, ":") != 0;
  return closed && (is_comma(left) || is_quoted(search, search->words.start - 1) ||
                    strcmp(left->form, "–") == 0 || strcmp(left->form, "—") == 0 ||
                    strcmp(left->form, "-") == 0);
}

bool ro_reporting_clause_at(const ro_feature_source *source, uint32_t verb,
                            ro_reporting_clause *clause) {
  const ro_token *token = &source->document->tokens[verb];
  if (token->upos != RO_UPOS_VERB || source->quotations->of_token[verb] != RO_NONE) return false;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, source->document, verb);
  if (!cue || cue->manner == RO_MANNER_ACT) return false;
  clause_search search = begin_search(source, verb);
  find_words(&search);
  *clause = (ro_reporting_clause){.verb = verb};
  if (!is_predicate(&search) || is_passive(&search)) return false;
  clause->is_inverted = find_subject_after(&search, clause);
  if (clause->is_inverted) reach_over_description(&search);
  if (!clause->is_inverted && !find_subject_before(&search, clause)) return false;
  clause->words = search.words;
  return takes_no_complement(&search, cue, clause->is_inverted) && is_set_off(&search) &&
         ro_find_reported_words(source, (ro_token_range){search.first, search.end}, clause);
}
