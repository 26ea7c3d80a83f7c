#include "records/evidence/own_words.h"

#include <string.h>

#include "records/clause/arguments.h"
#include "records/evidence/listed.h"
#include "syntax/tree.h"

enum { LONG_CLAUSE = 4, LONG_INSERTION = 6 };

/* "…, where some 20 ships lie": a comma or a dash parts it from what it tells more of. */
static bool is_parenthetical(const ro_document *document, uint32_t clause) {
  uint32_t mark = ro_tree_child(document, clause, RO_DEPREL_PUNCT);
  return mark != RO_NONE && mark < clause;
}

static bool is_anchor(const bool *anchors, uint32_t token) {
  return anchors && anchors[token];
}

/* "offered help in the search, and THE FIRST SHIPS ARE DUE": another subject behind a comma. */
static bool goes_on_elsewhere(const ro_document *document, uint32_t clause) {
  uint32_t subject = ro_tree_child(document, clause, RO_DEPREL_NSUBJ);
  uint32_t mark = ro_tree_child(document, clause, RO_DEPREL_MARK);
  if (subject == RO_NONE) subject = ro_tree_child(document, clause, RO_DEPREL_NSUBJ_PASS);
  bool own = subject != RO_NONE && subject < clause && mark == RO_NONE;
  return own && is_parenthetical(document, clause);
}

/* "criticised it FOR TURNING down the offer": what is blamed belongs to the blame. */
static bool is_blamed(const ro_document *document, uint32_t clause) {
  const char *preposition = arguments_preposition(document, clause);
  return preposition && (strcmp(preposition, "for") == 0 || strcmp(preposition, "of") == 0);
}

/* Whether another act is told below the word. */
static bool holds_anchor(const ro_document *document, uint32_t token, const bool *anchors) {
  uint32_t first, last;
  ro_tree_extent(document, token, &first, &last);
  for (uint32_t i = first; i <= last; i++)
    if (is_anchor(anchors, i) && ro_tree_is_below(document, i, token)) return true;
  return false;
}

/* "…, HOURS AFTER Iceland HAD LEFT the talks": when it was, told by what somebody else did. */
static bool only_tells_time(const ro_document *document, uint32_t clause) {
  static const char *const markers[] = {"after", "before", "since", "while", "as", "when"};
  const ro_token *tokens = document->tokens;
  uint32_t mark = ro_tree_child(document, clause, RO_DEPREL_MARK), first, last;
  uint32_t subject = ro_tree_child(document, clause, RO_DEPREL_NSUBJ);
  if (subject == RO_NONE) subject = ro_tree_child(document, clause, RO_DEPREL_NSUBJ_PASS);
  if (mark == RO_NONE || mark > clause || subject == RO_NONE || clause < tokens[clause].head)
    return false;
  bool temporal = false;
  for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
    temporal = temporal || strcmp(tokens[mark].lemma, markers[i]) == 0;
  if (!temporal) return false;
  ro_tree_extent(document, clause, &first, &last);
  return last - first >= LONG_CLAUSE;
}

/* A clause that stands beside what the anchor tells rather than within it. */
static bool stands_apart(const ro_scene *scene, uint32_t token, uint32_t anchor,
                         const bool *anchors) {
  const ro_document *document = scene->document;
  const ro_token *word = &document->tokens[token];
  bool clause = word->upos == RO_UPOS_VERB || word->upos == RO_UPOS_AUX ||
                ro_tree_child(document, token, RO_DEPREL_COP) != RO_NONE ||
                ro_tree_child(document, token, RO_DEPREL_NSUBJ) != RO_NONE;
  switch (word->deprel) {
  case RO_DEPREL_PARATAXIS:
  case RO_DEPREL_DISCOURSE:
    return true;
  case RO_DEPREL_CONJ:
    return is_anchor(anchors, token) ||
           (clause && (word->head == anchor || goes_on_elsewhere(document, token)));
  case RO_DEPREL_ADVCL:
    return (is_anchor(anchors, token) && !is_blamed(document, token)) ||
           (anchors && only_tells_time(document, token));
  case RO_DEPREL_ACL_RELCL:
  case RO_DEPREL_ADVCL_RELCL:
    if (!anchors && listed_by_clause(scene, token)) return false;
    return is_anchor(anchors, token) || is_parenthetical(document, token);
  case RO_DEPREL_APPOS: /* "a checkpoint on the road, THE ONLY LINK …, a move condemned by …" */
    return is_parenthetical(document, token) && holds_anchor(document, token, anchors);
  case RO_DEPREL_CC:
  case RO_DEPREL_PUNCT:
    return word->head == anchor;
  case RO_DEPREL_MARK:
    return word->head == anchor && strcmp(word->lemma, "to") != 0;
  default:
    return false;
  }
}

/* Whether the token belongs to what the anchor tells: no apart clause on the way up to it. */
static bool belongs(const ro_scene *scene, uint32_t token, uint32_t anchor, uint32_t kept_token,
                    const bool *anchors) {
  const ro_document *document = scene->document;
  for (uint32_t at = token; at != anchor; at = document->tokens[at].head) {
    if (at == RO_NONE) return false;
    if (at != kept_token && stands_apart(scene, at, anchor, anchors)) return false;
  }
  return true;
}

/* "Lund, WHO HAD JUST COME BACK FROM A VISIT, left at once": what is put in parts the words before
 * it from the anchor where there are fewer of them. */
static uint32_t from_insertion(const bool *own, uint32_t base, uint32_t anchor, uint32_t first,
                               uint32_t last) {
  uint32_t before = 0, gap = 0, kept = anchor;
  for (uint32_t i = first; i < anchor; i++)
    before += own[i - base];
  for (uint32_t i = anchor; i-- > first;) {
    if (!own[i - base]) {
      gap++;
      continue;
    }
    if (gap >= LONG_INSERTION && gap > before && last - kept >= OWN_WORDS_SHORT) return kept;
    gap = 0;
    kept = i;
    before--;
  }
  return first;
}

ro_span own_words_span(const ro_scene *scene, uint32_t anchor, uint32_t kept_token,
                       const bool *anchors) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[document->tokens[anchor].sentence];
  uint32_t end = sentence->first_token + sentence->token_count, first = anchor, last = anchor;
  bool *own = ro_arena_alloc_array(document->arena, sentence->token_count, sizeof *own);
  for (uint32_t i = sentence->first_token; i < end; i++) {
    bool *mine = &own[i - sentence->first_token];
    *mine = belongs(scene, i, anchor, kept_token, anchors);
    if (!*mine) continue;
    if (i < first) first = i;
    if (i > last) last = i;
  }
  if (anchors && kept_token == anchor)
    first = from_insertion(own, sentence->first_token, anchor, first, last);
  while (last > first && document->tokens[last].upos == RO_UPOS_PUNCT)
    last--;
  while (first < last && document->tokens[first].upos == RO_UPOS_PUNCT)
    first++;
  return ro_tree_span(document, first, last);
}
