#include "records/evidence/evidence.h"

#include <string.h>

#include "records/evidence/listed.h"
#include "syntax/tree.h"

enum { LONG_CLAUSE = 4, LONG_INSERTION = 6 };

static bool is_noun_match(const act_match *match, const ro_scene *scene) {
  ro_upos upos = scene->document->tokens[match->predicate].upos;
  bool noun = upos == RO_UPOS_NOUN || upos == RO_UPOS_PROPN;
  return noun && match->entry && match->entry->word_class == ACT_NOUN;
}

uint32_t evidence_anchor(const act_match *match, const ro_scene *scene) {
  uint32_t clause = match->circumstances.clause;
  if (is_noun_match(match, scene) && match->arguments.support == RO_NONE &&
      clause == match->predicate)
    return match->predicate;
  if (clause != RO_NONE && ro_tree_is_below(scene->document, match->predicate, clause))
    return clause;
  return match->arguments.support != RO_NONE ? match->arguments.support : match->predicate;
}

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
static bool belongs(const ro_scene *scene, uint32_t token, uint32_t anchor,
                    uint32_t protected_token, const bool *anchors) {
  const ro_document *document = scene->document;
  for (uint32_t at = token; at != anchor; at = document->tokens[at].head) {
    if (at == RO_NONE) return false;
    if (at != protected_token && stands_apart(scene, at, anchor, anchors)) return false;
  }
  return true;
}

/* "Lund, WHO HAD JUST COME BACK FROM A VISIT, left at once": what is put in parts the words before
 * it from the anchor where there are fewer of them. */
static uint32_t from_insertion(const bool *own, uint32_t base, uint32_t anchor, uint32_t first) {
  uint32_t before = 0, gap = 0, kept = anchor;
  for (uint32_t i = first; i < anchor; i++)
    before += own[i - base];
  for (uint32_t i = anchor; i-- > first;) {
    if (!own[i - base]) {
      gap++;
      continue;
    }
    if (gap >= LONG_INSERTION && gap > before) return kept;
    gap = 0;
    kept = i;
    before--;
  }
  return first;
}

static ro_span span_of(const ro_scene *scene, uint32_t anchor, uint32_t protected_token,
                       const bool *anchors) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[document->tokens[anchor].sentence];
  uint32_t end = sentence->first_token + sentence->token_count, first = anchor, last = anchor;
  bool *own = ro_arena_alloc_array(document->arena, sentence->token_count, sizeof *own);
  for (uint32_t i = sentence->first_token; i < end; i++) {
    bool *mine = &own[i - sentence->first_token];
    *mine = belongs(scene, i, anchor, protected_token, anchors);
    if (!*mine) continue;
    if (i < first) first = i;
    if (i > last) last = i;
  }
  if (anchors && protected_token == anchor)
    first = from_insertion(own, sentence->first_token, anchor, first);
  while (last > first && document->tokens[last].upos == RO_UPOS_PUNCT)
    last--;
  while (first < last && document->tokens[first].upos == RO_UPOS_PUNCT)
    first++;
  return ro_tree_span(document, first, last);
}

/* What stands behind a dash belongs to the sentence around the list. */
static ro_span up_to_dash(const ro_document *document, ro_span span, uint32_t anchor,
                          uint32_t last) {
  for (uint32_t i = anchor + 1; i <= last; i++) {
    const char *form = document->tokens[i].form;
    bool dash = strcmp(form, "—") == 0 || strcmp(form, "–") == 0 || strcmp(form, "--") == 0;
    if (!dash || document->tokens[i].span.end > span.end) continue;
    if (document->tokens[i - 1].span.end == document->tokens[i].span.start) continue;
    span.end = document->tokens[i - 1].span.end;
    break;
  }
  return span;
}

/* "UNDER WHICH it would leave", "INCLUDING the release": what ties the listed to the list. */
static ro_span without_tie(const ro_scene *scene, ro_span span, uint32_t anchor) {
  const ro_document *document = scene->document;
  uint32_t first, last;
  ro_tree_extent(document, anchor, &first, &last);
  for (uint32_t i = first; i < anchor; i++) {
    const ro_token *token = &document->tokens[i];
    bool tie = token->upos == RO_UPOS_ADP || token->upos == RO_UPOS_SCONJ ||
               token->upos == RO_UPOS_PUNCT || strcmp(token->lemma, "which") == 0 ||
               token->deprel == RO_DEPREL_CASE || token->deprel == RO_DEPREL_CC;
    if (token->span.end <= span.start) continue;
    if (!tie) break;
    span.start = document->tokens[i + 1].span.start;
  }
  return up_to_dash(document, span, anchor, last);
}

/* A semicolon parts sentences; what stands behind another one is not told by the anchor. */
static ro_span within_semicolons(const ro_document *document, ro_span span, uint32_t anchor,
                                 uint32_t kept) {
  uint32_t low = anchor < kept ? anchor : kept, high = anchor < kept ? kept : anchor;
  const ro_token *tokens = document->tokens;
  for (uint32_t i = low; i-- > 0 && tokens[i].span.start >= span.start;) {
    if (strcmp(tokens[i].form, ";") != 0) continue;
    span.start = tokens[i + 1].span.start;
    break;
  }
  for (uint32_t i = high + 1; i < document->token_count && tokens[i].span.end <= span.end; i++) {
    if (strcmp(tokens[i].form, ";") != 0) continue;
    span.end = tokens[i - 1].span.end;
    break;
  }
  return span;
}

static bool has_subject_between(const ro_document *document, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < document->token_count && document->tokens[i].span.end <= end; i++)
    if (document->tokens[i].deprel == RO_DEPREL_NSUBJ ||
        document->tokens[i].deprel == RO_DEPREL_NSUBJ_PASS)
      return true;
  return false;
}

/* "demands that another preside: LUND, it says, is partial": a clause of its own behind a colon. */
static ro_span up_to_colon(const act_match *match, const ro_scene *scene, ro_span span) {
  const ro_document *document = scene->document;
  const ro_token *tokens = document->tokens;
  bool behind = match->matter != RO_NONE && match->matter > match->predicate;
  for (uint32_t i = (behind ? match->matter : match->predicate) + 1;
       i < document->token_count && tokens[i].span.end <= span.end; i++) {
    if (strcmp(tokens[i].form, ":") != 0) continue;
    if (has_subject_between(document, i + 1, span.end)) span.end = tokens[i - 1].span.end;
    break;
  }
  return span;
}

/* ""We will go on," Lund said, "if …"": what is said behind the verb of speech is another part. */
static ro_span up_to_cue(const act_match *match, const ro_scene *scene, ro_span span) {
  const ro_document *document = scene->document;
  uint32_t inner = scene->inner[match->predicate];
  if (inner == RO_NONE || match->act == RO_ACT_CONDITION) return span;
  const ro_statement *said = &scene->statements[inner];
  uint32_t cue = said->cue_token;
  if (cue >= document->token_count || cue < match->predicate) return span;
  if (document->tokens[cue].span.end > span.end) return span;
  for (uint32_t k = 0; k < said->content.count; k++) {
    ro_span part = said->content.items[k], word = document->tokens[match->predicate].span;
    bool own = part.start <= word.start && word.end <= part.end;
    if (own && part.end < span.end && part.end <= document->tokens[cue].span.start)
      span.end = part.end;
  }
  return span;
}

/* "Oslo, HE WARNED, would …": the verb that is put in tells what it is put into. */
static ro_span with_what_is_said(const act_match *match, const ro_scene *scene, ro_span span) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[document->tokens[match->predicate].sentence];
  ro_deprel deprel = document->tokens[match->predicate].deprel;
  if (deprel == RO_DEPREL_ACL || deprel == RO_DEPREL_ACL_RELCL || deprel == RO_DEPREL_ADVCL ||
      match->act == RO_ACT_MEETING)
    return span; /* "told him BY TELEPHONE": whatever was told */
  for (uint32_t i = 0; i < document->statement_count; i++) {
    const ro_statement *said = &document->statements[i];
    if (said->cue_token != match->predicate || !said->content.count) continue;
    bool around = false;
    ro_span whole = span;
    for (uint32_t k = 0; k < said->content.count; k++) {
      ro_span part = said->content.items[k];
      if (part.start < sentence->span.start || part.end > sentence->span.end) return span;
      around = around || (part.start < span.end && span.start < part.end);
      if (part.start < whole.start) whole.start = part.start;
      if (part.end > whole.end) whole.end = part.end;
    }
    return around ? span : whole;
  }
  return span;
}

/* "IT WAS READY, Lund told Holm by telephone": of a talk not what was said before it is told. */
static ro_span without_what_is_told(const act_match *match, const ro_scene *scene, ro_span span) {
  const ro_document *document = scene->document;
  uint32_t told = ro_tree_child(document, match->predicate, RO_DEPREL_CCOMP);
  if (match->act != RO_ACT_MEETING || told == RO_NONE || told > match->predicate) return span;
  uint32_t first = match->predicate; /* the first word behind what is told */
  while (first > told && !ro_tree_is_below(document, first - 1, told))
    first--;
  span.start = document->tokens[first].span.start;
  return span;
}

ro_span evidence_find(const act_match *match, const ro_scene *scene, const bool *anchors) {
  uint32_t kept = match->predicate;
  if (match->act == RO_ACT_CONDITION && match->circumstances.condition != RO_NONE)
    kept = match->circumstances.condition;
  uint32_t clause = ro_tree_child(scene->document, kept, RO_DEPREL_ADVCL);
  if (match->act == RO_ACT_CONDITION && clause != RO_NONE && !match->entry) kept = clause;
  ro_span span = span_of(scene, evidence_anchor(match, scene), kept, anchors);
  if (match->act == RO_ACT_CONDITION && kept != match->predicate) {
    ro_span condition = span_of(scene, kept, kept, anchors); /* it may hang elsewhere */
    if (condition.start < span.start) span.start = condition.start;
    if (condition.end > span.end) span.end = condition.end;
  }
  if (match->listed) return without_tie(scene, span, match->predicate);
  span = within_semicolons(scene->document, span, evidence_anchor(match, scene), kept);
  span = up_to_cue(match, scene, up_to_colon(match, scene, span));
  return without_what_is_told(match, scene, with_what_is_said(match, scene, span));
}

ro_span evidence_of_phrase(const ro_scene *scene, uint32_t token) {
  return span_of(scene, token, token, NULL);
}
