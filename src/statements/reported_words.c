#include "statements/reported_words.h"

#include <ctype.h>
#include <string.h>

#include "statements/clause.h"
#include "statements/phrase.h"
#include "syntax/tree.h"

typedef struct word_search {
  const ro_feature_source *source;
  const ro_document *document;
  ro_token_range sentence;
  const ro_reporting_clause *clause;
} word_search;

static bool is_one_of(const ro_token *token, const char *const *lemmas, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (ro_token_has_lemma(token, lemmas[i])) return true;
  return false;
}

static bool is_semicolon(const ro_token *token) {
  return strcmp(token->form, ";") == 0;
}

static bool is_quoted(const word_search *search, uint32_t token) {
  return search->source->quotations->of_token[token] != RO_NONE;
}

/* "which", "to whom" */
static bool opens_relative_clause(const word_search *search, uint32_t token) {
  const ro_token *tokens = search->document->tokens;
  bool after = tokens[token].upos == RO_UPOS_ADP && token + 1 < search->sentence.end;
  return ro_is_relative(&tokens[after ? token + 1 : token]);
}

/* Where the clause that the reporting one is set into begins: after a semicolon or colon, or after
 * "and" where what stands between is only the beginning of a clause ("…, and Brasilia, he said,
 * …"). */
static uint32_t clause_start(const word_search *search, uint32_t end) {
  const ro_token *tokens = search->document->tokens;
  uint32_t first = search->sentence.start;
  for (uint32_t t = end; t > first; t--) {
    const ro_token *token = &tokens[t - 1];
    bool ends_clause = is_semicolon(token) || strcmp(token->form, ":") == 0;
    if (ends_clause && t < end && !is_quoted(search, t - 1)) return t;
    bool joins = token->upos == RO_UPOS_CCONJ || token->upos == RO_UPOS_SCONJ;
    bool set_off = t >= first + 2 && strcmp(tokens[t - 2].form, ",") == 0;
    if (!set_off || t > end || ro_has_finite_verb(search->document, (ro_token_range){t, end}))
      continue;
    if (joins && t < end) return t;
    if (opens_relative_clause(search, t - 1)) return t - 1;
  }
  return first < end && tokens[first].upos == RO_UPOS_CCONJ ? first + 1 : first;
}

/* Up to the next semicolon. */
static uint32_t clause_end(const word_search *search, uint32_t start) {
  uint32_t end = start;
  while (end < search->sentence.end && !is_semicolon(&search->document->tokens[end]))
    end++;
  return end;
}

static bool tells_speech(const word_search *search, uint32_t token) {
  const ro_token *verb = &search->document->tokens[token];
  if (!ro_is_finite(verb) || verb->upos != RO_UPOS_VERB) return false;
  const ro_cue *cue = ro_cue_list_find_at(search->source->cues, search->document, token);
  return cue && cue->manner == RO_MANNER_SPEECH;
}

/* Behind a semicolon the words go on in the same tense of reported speech: "…, he said; only then
 * would the ships leave". "That would be the first visit" is the report's. */
static bool is_back_shifted(const word_search *search, ro_token_range range) {
  static const char *const modals[] = {"would", "'d", "could", "should", "might"};
  static const char *const comments[] = {"that", "this", "it"};
  const ro_token *tokens = search->document->tokens;
  bool found = false;
  if (range.start >= range.end || is_one_of(&tokens[range.start], comments, 3)) return false;
  for (uint32_t t = range.start; t < range.end; t++) {
    if (is_quoted(search, t) || tells_speech(search, t)) return false;
    found |= ro_token_has_tag(&tokens[t], "MD") && is_one_of(&tokens[t], modals, 5);
  }
  return found;
}

/* A subordinate clause or a phrase of time, place or manner, as what it goes with comes later. */
static bool is_adverbial(const word_search *search, ro_token_range range) {
  const ro_token *first = &search->document->tokens[range.start];
  if (first->upos == RO_UPOS_SCONJ || ro_token_has_tag(first, "VBG") ||
      ro_token_has_tag(first, "VBN") || ro_token_has_tag(first, "WRB") ||
      ro_token_has_tag(first, "TO"))
    return true;
  return (first->upos == RO_UPOS_ADP || first->upos == RO_UPOS_ADV) &&
         !ro_has_finite_verb(search->document, range);
}

/* "… would tell the coordinator, Enrique Mora, what it thought" */
static bool is_named_there(const word_search *search, ro_token_range after) {
  const ro_token *tokens = search->document->tokens;
  for (uint32_t t = after.start; t < after.end; t++)
    if (tokens[t].deprel == RO_DEPREL_APPOS && tokens[t].head >= search->clause->words.start &&
        tokens[t].head < search->clause->words.end)
      return true;
  return false;
}

/* "…, its minister has said, the ministry in Cairo reports": another reporting clause. */
static bool is_reporting(const word_search *search, ro_token_range after) {
  const ro_document *document = search->document;
  uint32_t verb = after.start;
  while (verb < after.end && !ro_is_finite(&document->tokens[verb]))
    verb++;
  return verb < after.end && tells_speech(search, verb) &&
         ro_may_open_noun_phrase(&document->tokens[after.start]) &&
         ro_tree_child(document, verb, RO_DEPREL_OBJ) == RO_NONE &&
         !ro_has_finite_verb(document, (ro_token_range){verb + 1, after.end});
}

static bool has_subordinate(const word_search *search, ro_token_range range) {
  for (uint32_t t = range.start; t < range.end; t++)
    if (search->document->tokens[t].upos == RO_UPOS_SCONJ ||
        ro_is_relative(&search->document->tokens[t]))
      return true;
  return false;
}

/* "If they cannot agree, he said, “we will come back”", "They will not agree, he said, “not in a
 * year”": the quotation goes on with the sentence. */
static bool leads_to_quotation(const word_search *search, ro_token_range before, uint32_t mark) {
  const ro_token *tokens = search->document->tokens, *first = &tokens[before.start];
  if (ro_token_has_lemma(first, "if") || ro_token_has_lemma(first, "unless")) return true;
  bool lower =
      mark + 1 < search->document->token_count && islower((unsigned char)tokens[mark + 1].form[0]);
  return lower && first->upos != RO_UPOS_ADP && ro_has_finite_verb(search->document, before) &&
         !has_subordinate(search, before) && !is_quoted(search, before.start);
}

/* What stands behind the clause is the report's again where it tells how or when it was said
 * ("…, he said, adding that", "…, he said, as the ships left"), or names somebody ("…, said Orlova,
 * the envoy"). */
static bool goes_on(const word_search *search, ro_token_range before, ro_token_range after) {
  static const char *const times[] = {"as", "while", "when", "after", "before", "according"};
  const ro_token *tokens = search->document->tokens;
  if (after.start >= after.end) return false;
  const ro_token *first = &tokens[after.start];
  if (is_named_there(search, after)) return false;
  if (is_quoted(search, after.start) && leads_to_quotation(search, before, after.start))
    return true;
  if (!ro_has_finite_verb(search->document, after) && !ro_token_has_tag(first, "TO")) return false;
  if (is_adverbial(search, before)) return ro_may_open_noun_phrase(first) || ro_is_finite(first);
  if (!ro_has_finite_verb(search->document, before)) return true;
  bool joined = first->upos == RO_UPOS_CCONJ && after.start + 1 < after.end;
  if (joined && tokens[after.start + 1].upos == RO_UPOS_VERB) return false;
  return !ro_token_has_tag(first, "VBG") && !is_one_of(first, times, 6) && !ro_is_relative(first);
}

/* Words that are whole without what follows; with the verb first ("Nonsense, said Orlova") few are
 * enough. */
static bool are_whole(const word_search *search, ro_token_range range) {
  return !is_adverbial(search, range) &&
         (search->clause->is_inverted || ro_has_finite_verb(search->document, range));
}

/* Whether quotations tell by their marks what was said. Words behind a quotation go on with it
 * where they are its second half: "“…,” he said, but he would come". */
static bool is_told_by_marks(const word_search *search, ro_token_range before,
                             ro_token_range after) {
  bool goes_on = after.start < after.end;
  if (goes_on && is_quoted(search, after.start))
    return !leads_to_quotation(search, before, after.start);
  bool is_behind_quotation = is_quoted(search, search->clause->words.start - 1);
  if (!is_quoted(search, before.start)) return is_behind_quotation;
  bool joined = goes_on && search->document->tokens[after.start].upos == RO_UPOS_CCONJ;
  return !joined || !is_back_shifted(search, after);
}

bool ro_find_reported_words(const ro_feature_source *source, ro_token_range sentence,
                            ro_reporting_clause *clause) {
  const ro_document *document = source->document;
  word_search search = {source, document, sentence, clause};
  uint32_t start = clause->words.start, end = clause->words.end;
  clause->before =
      ro_without_marks(document, (ro_token_range){clause_start(&search, start), start});
  if (clause->before.start >= clause->before.end) return false;
  clause->after = ro_without_marks(document, (ro_token_range){end, clause_end(&search, end)});
  if (clause->after.start == clause->after.end && end < sentence.end &&
      is_semicolon(&document->tokens[end])) {
    ro_token_range next = {end + 1, clause_end(&search, end + 1)};
    if (is_back_shifted(&search, next)) clause->after = next;
  } else {
    if (is_reporting(&search, clause->after)) clause->other = clause->after;
    if (clause->other.end || !goes_on(&search, clause->before, clause->after))
      clause->after.end = clause->after.start;
  }
  if (is_told_by_marks(&search, clause->before, clause->after)) return false;
  return clause->after.start < clause->after.end || are_whole(&search, clause->before);
}
