#include "records/evidence/evidence.h"

#include <string.h>

#include "records/evidence/fair_length.h"
#include "records/evidence/own_words.h"
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
  ro_span span = own_words_span(scene, evidence_anchor(match, scene), kept, anchors);
  if (match->act == RO_ACT_CONDITION && kept != match->predicate) {
    ro_span condition = own_words_span(scene, kept, kept, anchors); /* it may hang elsewhere */
    if (condition.start < span.start) span.start = condition.start;
    if (condition.end > span.end) span.end = condition.end;
  }
  if (match->listed) return without_tie(scene, span, match->predicate);
  span = within_semicolons(scene->document, span, evidence_anchor(match, scene), kept);
  span = up_to_cue(match, scene, up_to_colon(match, scene, span));
  span = without_what_is_told(match, scene, with_what_is_said(match, scene, span));
  return evidence_of_fair_length(span, match, scene, evidence_anchor(match, scene), kept, anchors);
}

ro_span evidence_of_phrase(const ro_scene *scene, uint32_t token) {
  return own_words_span(scene, token, token, NULL);
}
