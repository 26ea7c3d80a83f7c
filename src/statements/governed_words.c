#include "statements/governed_words.h"

#include <string.h>

#include "statements/clause.h"
#include "statements/phrase.h"
#include "statements/speaker.h"
#include "syntax/tree.h"

static ro_token_range extent_of(const ro_document *document, uint32_t token) {
  uint32_t first, last;
  ro_tree_extent(document, token, &first, &last);
  return (ro_token_range){first, last + 1};
}

static bool has_mark(const ro_document *document, uint32_t token, const char *lemma) {
  static const ro_deprel deprels[] = {RO_DEPREL_MARK, RO_DEPREL_CASE};
  for (size_t i = 0; i < sizeof deprels / sizeof *deprels; i++) {
    uint32_t word = ro_tree_child(document, token, deprels[i]);
    if (word != RO_NONE && ro_token_has_lemma(&document->tokens[word], lemma)) return true;
  }
  return false;
}

static const ro_cue *speech_cue(const ro_feature_source *source, uint32_t token) {
  const ro_document *document = source->document;
  if (document->tokens[token].upos != RO_UPOS_VERB) return NULL;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, token);
  return cue && cue->manner == RO_MANNER_SPEECH ? cue : NULL;
}

/* The subject of the verb, or of the one that it is joined to; RO_NONE. */
static uint32_t subject_of(const ro_document *document, uint32_t verb) {
  for (int steps = 0; steps < 3; steps++) {
    uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
    if (subject != RO_NONE || document->tokens[verb].deprel != RO_DEPREL_CONJ) return subject;
    verb = document->tokens[verb].head;
  }
  return RO_NONE;
}

/* "warned", "has warned"; not "to warn", "would warn", "was warned". */
static bool tells_a_fact(const ro_document *document, uint32_t verb) {
  uint32_t child = document->first_child[verb];
  bool finite = ro_is_finite(&document->tokens[verb]);
  bool perfect = ro_token_has_tag(&document->tokens[verb], "VBN");
  bool has = false;
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    const ro_token *token = &document->tokens[child];
    if (token->deprel == RO_DEPREL_AUX_PASS || ro_token_has_tag(token, "MD")) return false;
    if (token->deprel == RO_DEPREL_AUX) has |= ro_token_has_lemma(token, "have");
  }
  return finite || (perfect && has);
}

/* Somebody who is mentioned; "who" stands for whom its clause describes. */
static bool is_known(const ro_document *document, uint32_t subject) {
  if (subject == RO_NONE) return false;
  if (ro_token_has_tag(&document->tokens[subject], "WP")) {
    uint32_t verb = document->tokens[subject].head;
    subject = verb == RO_NONE ? RO_NONE : document->tokens[verb].head;
  }
  return subject != RO_NONE && ro_mention_of_token(document, subject) != RO_NONE;
}

/* "that the border is shut" */
static bool is_clause(const ro_document *document, uint32_t token, uint32_t verb) {
  uint32_t subject = ro_tree_child(document, token, RO_DEPREL_NSUBJ);
  if (subject == RO_NONE) subject = ro_tree_child(document, token, RO_DEPREL_NSUBJ_PASS);
  if (token < verb || document->tokens[token].deprel != RO_DEPREL_CCOMP) return false;
  uint32_t start = extent_of(document, token).start;
  return subject != RO_NONE && subject > verb && start > verb &&
         document->tokens[start].upos != RO_UPOS_PUNCT &&
         document->tokens[start - 1].upos != RO_UPOS_PUNCT;
}

/* "to stop the march", with somebody who is asked before it. */
static bool is_request(const ro_document *document, uint32_t token, uint32_t verb) {
  ro_deprel deprel = document->tokens[token].deprel;
  uint32_t mark = ro_tree_child(document, token, RO_DEPREL_MARK);
  if (token < verb || mark == RO_NONE || !ro_token_has_tag(&document->tokens[mark], "TO"))
    return false;
  if (deprel != RO_DEPREL_XCOMP && deprel != RO_DEPREL_ADVCL && deprel != RO_DEPREL_CCOMP)
    return false;
  uint32_t asked = document->first_child[verb];
  for (; asked != RO_NONE && asked < mark; asked = document->next_sibling[asked]) {
    if (asked < verb) continue;
    if (document->tokens[asked].deprel == RO_DEPREL_OBJ) return true;
    if (document->tokens[asked].deprel == RO_DEPREL_OBL &&
        (has_mark(document, asked, "to") || has_mark(document, asked, "on") ||
         has_mark(document, asked, "upon")))
      return true;
  }
  return false;
}

/* The preposition that a listed verb takes its words with: "for" of "call for", "of" of "accuse";
 * NULL. */
static const char *preposition_of(const ro_cue *cue) {
  const char *space = strrchr(cue->lemma, ' ');
  if (!cue->is_bare) return NULL;
  return space ? space + 1 : strcmp(cue->lemma, "accuse") == 0 ? "of" : NULL;
}

static bool is_phrase(const ro_document *document, uint32_t token, uint32_t verb,
                      const char *preposition) {
  ro_deprel deprel = document->tokens[token].deprel;
  return preposition && token > verb && has_mark(document, token, preposition) &&
         (deprel == RO_DEPREL_OBL || deprel == RO_DEPREL_ADVCL);
}

/* Without its preposition, but "it as a farce" with what is judged. */
static ro_token_range phrase_words(const ro_document *document, uint32_t phrase, uint32_t verb,
                                   const char *preposition) {
  ro_token_range range = extent_of(document, phrase);
  uint32_t object = ro_tree_child(document, verb, RO_DEPREL_OBJ);
  range.start++;
  if (strcmp(preposition, "as") == 0 && object != RO_NONE && object > verb && object < phrase)
    range.start = extent_of(document, object).start;
  return range;
}

/* "denied any part in it" */
static ro_token_range bare_object(const ro_document *document, uint32_t verb, const ro_cue *cue) {
  uint32_t object = ro_tree_child(document, verb, RO_DEPREL_OBJ);
  bool bare = cue->is_bare && !strchr(cue->lemma, ' ') && object != RO_NONE && object > verb &&
              document->tokens[object].upos == RO_UPOS_NOUN &&
              ro_tree_child(document, verb, RO_DEPREL_XCOMP) == RO_NONE;
  return bare ? extent_of(document, object) : (ro_token_range){0, 0};
}

/* "accused the envoy of partisanship" where the parser hangs the charge on the accused. */
static ro_token_range charge_on_object(const ro_document *document, uint32_t verb,
                                       const char *preposition) {
  uint32_t object = ro_tree_child(document, verb, RO_DEPREL_OBJ), charge = RO_NONE;
  if (!preposition || strcmp(preposition, "of") != 0 || object == RO_NONE || object < verb)
    return (ro_token_range){0, 0};
  uint32_t child = document->first_child[object];
  for (; child != RO_NONE; child = document->next_sibling[child])
    if (child > object && has_mark(document, child, "of")) charge = child;
  if (charge == RO_NONE) return (ro_token_range){0, 0};
  ro_token_range range = extent_of(document, charge);
  return (ro_token_range){range.start + 1, range.end};
}

/* "let it be KNOWN that …": the clause hangs on the verb that makes the cue. */
static ro_token_range words_let_known(const ro_document *document, uint32_t verb,
                                      const ro_cue *cue) {
  uint32_t known = ro_tree_child(document, verb, RO_DEPREL_XCOMP);
  if (known == RO_NONE || strncmp(cue->lemma, "let ", 4) != 0) return (ro_token_range){0, 0};
  for (uint32_t child = document->first_child[known]; child != RO_NONE;
       child = document->next_sibling[child])
    if (child > known && has_mark(document, child, "that")) return extent_of(document, child);
  return (ro_token_range){0, 0};
}

/* What the verb governs that it reports; empty where there is nothing. */
static ro_token_range governed_words(const ro_document *document, uint32_t verb,
                                     const ro_cue *cue) {
  const char *preposition = preposition_of(cue);
  uint32_t child = document->first_child[verb];
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    if (is_clause(document, child, verb) ||
        (cue->told != RO_TOLD_NOBODY && is_request(document, child, verb)))
      return extent_of(document, child);
    if (!is_phrase(document, child, verb, preposition)) continue;
    return phrase_words(document, child, verb, preposition);
  }
  ro_token_range charge = strcmp(cue->lemma, "accuse") == 0
                              ? charge_on_object(document, verb, preposition)
                              : (ro_token_range){0, 0};
  if (charge.end) return charge;
  ro_token_range known = words_let_known(document, verb, cue);
  return known.end ? known : bare_object(document, verb, cue);
}

bool ro_is_governing_cue(const ro_feature_source *source, uint32_t token) {
  const ro_document *document = source->document;
  const ro_cue *cue = speech_cue(source, token);
  if (!cue || source->quotations->of_token[token] != RO_NONE) return false;
  if (!tells_a_fact(document, token) || !is_known(document, subject_of(document, token)))
    return false;
  ro_token_range words = governed_words(document, token, cue);
  return words.start < words.end;
}

static void set_range(ro_arena *arena, ro_token_ranges *ranges, ro_token_range range) {
  ranges->count = 0;
  if (range.start < range.end)
    *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) = range;
}

/* "accused Oslo of fishing": the charge alone is content. */
static void leave_accused(ro_token_range words, uint32_t verb, ro_token_ranges *content) {
  for (size_t i = 0; i < content->count; i++)
    if (content->items[i].start > verb && content->items[i].start < words.start &&
        content->items[i].end > words.start)
      content->items[i].start = words.start;
}

/* Nothing, or a small part of the words: "dismissed THE TEXT as a sellout". */
static bool is_piece_of(const ro_token_ranges *content, ro_token_range words) {
  uint32_t size = 0;
  for (size_t i = 0; i < content->count; i++) {
    if (content->items[i].start < words.start || content->items[i].end > words.end) return false;
    size += content->items[i].end - content->items[i].start;
  }
  return 5 * size < 3 * (words.end - words.start);
}

void ro_governed_words_complete(const ro_feature_source *source, ro_attribution *attribution) {
  const ro_document *document = source->document;
  uint32_t verb = attribution->cue_token;
  const ro_cue *cue = speech_cue(source, verb);
  if (!cue) return;
  ro_token_range words = governed_words(document, verb, cue);
  if (words.start >= words.end) return;
  const char *preposition = preposition_of(cue);
  if (preposition && strcmp(preposition, "of") == 0)
    leave_accused(words, verb, &attribution->content);
  bool judges = preposition && strcmp(preposition, "as") == 0;
  bool lacks = judges ? is_piece_of(&attribution->content, words) : !attribution->content.count;
  if (!lacks || !ro_is_governing_cue(source, verb)) return;
  set_range(document->arena, &attribution->content, words);
  if (attribution->source.count) return;
  set_range(document->arena, &attribution->source, extent_of(document, subject_of(document, verb)));
}
