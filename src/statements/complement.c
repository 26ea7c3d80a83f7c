#include "statements/complement.h"

#include <string.h>

#include "statements/clause.h"
#include "statements/phrase.h"
#include "syntax/tree.h"

static ro_token_range extent_of(const ro_document *document, uint32_t token) {
  uint32_t first, last;
  ro_tree_extent(document, token, &first, &last);
  return (ro_token_range){first, last + 1};
}

static void set_range(ro_arena *arena, ro_token_ranges *ranges, ro_token_range range) {
  ranges->count = 0;
  if (range.start < range.end)
    *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) = range;
}

static bool is_within(const ro_token_ranges *ranges, ro_token_range range) {
  for (size_t i = 0; i < ranges->count; i++)
    if (ranges->items[i].start < range.start || ranges->items[i].end > range.end) return false;
  return ranges->count > 0;
}

/* What the verb asks somebody to do; RO_NONE. */
static uint32_t infinitive_of(const ro_document *document, uint32_t verb) {
  uint32_t child = document->first_child[verb];
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    const ro_token *token = &document->tokens[child];
    uint32_t mark = ro_tree_child(document, child, RO_DEPREL_MARK);
    bool is_clause = token->deprel == RO_DEPREL_XCOMP || token->deprel == RO_DEPREL_ADVCL ||
                     token->deprel == RO_DEPREL_CCOMP;
    if (child > verb && is_clause && mark != RO_NONE &&
        ro_token_has_tag(&document->tokens[mark], "TO"))
      return child;
  }
  return RO_NONE;
}

/* "UNDERTOOK TO present a plan" with the infinitive in the cue: what somebody undertakes is
 * content, and begins with "to"; but "went on to SAY" is all cue. */
static void give_up_infinitive(const ro_document *document, ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token, infinitive = infinitive_of(document, verb);
  if (infinitive == RO_NONE || !attribution->content.count) return;
  const ro_token *token = &document->tokens[verb];
  if (ro_token_has_lemma(token, "go") || ro_token_has_lemma(token, "continue")) return;
  uint32_t mark = ro_tree_child(document, infinitive, RO_DEPREL_MARK);
  ro_token_range *content = &attribution->content.items[0];
  if (!ro_ranges_hold(&attribution->cue, mark) || content->start <= mark) return;
  for (size_t i = 0; i < attribution->cue.count; i++) {
    ro_token_range *cue = &attribution->cue.items[i];
    if (cue->start < mark && cue->end > mark) cue->end = mark;
    if (cue->start >= mark) attribution->cue.count = i; /* the rest is content */
  }
  if (ro_tree_is_below(document, content->start, infinitive)) content->start = mark;
}

static bool is_asked(ro_deprel deprel) {
  return deprel == RO_DEPREL_OBJ || deprel == RO_DEPREL_IOBJ || deprel == RO_DEPREL_OBL;
}

/* "called on Iceland to withdraw" with "Iceland" alone for content. */
static void take_infinitive(const ro_document *document, ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token, infinitive = infinitive_of(document, verb);
  if (infinitive == RO_NONE) return;
  uint32_t child = document->first_child[verb];
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    if (child < verb || child > infinitive || !is_asked(document->tokens[child].deprel)) continue;
    if (!is_within(&attribution->content, extent_of(document, child))) continue;
    set_range(document->arena, &attribution->content, extent_of(document, infinitive));
    return;
  }
}

/* "urged it to cease the filling and provides for a term": the second verb goes on with "urged". */
static void end_infinitive(const ro_document *document, ro_attribution *attribution) {
  uint32_t infinitive = infinitive_of(document, attribution->cue_token);
  ro_token_ranges *content = &attribution->content;
  for (size_t i = 0; i < content->count; i++) {
    ro_token_range *range = &content->items[i];
    for (uint32_t t = range->start; t < range->end; t++) {
      const ro_token *token = &document->tokens[t];
      bool is_third = ro_token_has_tag(token, "VBZ") || ro_token_has_tag(token, "VBD");
      if (!is_third || token->deprel != RO_DEPREL_CONJ || token->head != infinitive) continue;
      uint32_t joint = ro_tree_child(document, t, RO_DEPREL_CC);
      bool has_subject = ro_tree_child(document, t, RO_DEPREL_NSUBJ) != RO_NONE;
      if (has_subject || joint == RO_NONE || joint <= range->start) continue;
      range->end = joint;
      content->count = i + 1;
    }
  }
}

/* "accused by Norway of fishing": the parser may hang the charge on the agent. */
static void part_agent_and_charge(const ro_document *document, ro_attribution *attribution) {
  uint32_t agent = ro_tree_child(document, attribution->cue_token, RO_DEPREL_OBL_AGENT);
  if (agent == RO_NONE || attribution->source.count != 1) return;
  uint32_t charge = ro_tree_child(document, agent, RO_DEPREL_ACL);
  ro_token_range *source = &attribution->source.items[0];
  if (charge == RO_NONE) return;
  uint32_t mark = ro_tree_child(document, charge, RO_DEPREL_MARK);
  if (mark == RO_NONE || mark <= source->start || mark >= source->end) return;
  source->end = mark;
  *RO_ARENA_PUSH(document->arena, &attribution->content.items, attribution->content.count,
                 attribution->content.capacity) =
      (ro_token_range){mark, extent_of(document, charge).end};
}

static bool may_report(ro_deprel deprel) {
  return deprel == RO_DEPREL_OBJ || deprel == RO_DEPREL_OBL || deprel == RO_DEPREL_CCOMP ||
         deprel == RO_DEPREL_XCOMP;
}

/* "Norway has asked for time" with "Norway" for content, and no source. */
static void part_subject_and_content(const ro_document *document, ro_attribution *attribution) {
  uint32_t verb = attribution->cue_token;
  uint32_t subject = ro_tree_child(document, verb, RO_DEPREL_NSUBJ);
  if (attribution->source.count || subject == RO_NONE || subject > verb) return;
  ro_token_range whole = extent_of(document, subject);
  if (!is_within(&attribution->content, whole)) return;
  uint32_t child = document->first_child[verb];
  while (child != RO_NONE && (child < verb || !may_report(document->tokens[child].deprel)))
    child = document->next_sibling[child];
  if (child == RO_NONE) return;
  set_range(document->arena, &attribution->source, whole);
  set_range(document->arena, &attribution->content, extent_of(document, child));
}

/* "denied that it was planned and PROMISED that …": what governs a clause is no participle. */
static bool is_past_with_clause(const ro_document *document, uint32_t verb) {
  uint32_t clause = ro_tree_child(document, verb, RO_DEPREL_CCOMP);
  uint32_t mark = clause == RO_NONE ? RO_NONE : ro_tree_child(document, clause, RO_DEPREL_MARK);
  return ro_token_has_tag(&document->tokens[verb], "VBN") && mark != RO_NONE && mark > verb &&
         ro_token_has_lemma(&document->tokens[mark], "that");
}

bool ro_is_coordinated_cue(const ro_feature_source *source, uint32_t token) {
  const ro_document *document = source->document;
  const ro_token *verb = &document->tokens[token];
  if (verb->upos != RO_UPOS_VERB || verb->deprel != RO_DEPREL_CONJ || verb->head >= token)
    return false;
  uint32_t above = document->tokens[verb->head].head;
  if (above == RO_NONE || document->tokens[verb->head].deprel != RO_DEPREL_CCOMP) return false;
  const ro_cue *outer = ro_cue_list_find_at(source->cues, document, above);
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, token);
  bool both_speak =
      outer && outer->manner == RO_MANNER_SPEECH && cue && cue->manner == RO_MANNER_SPEECH;
  if (ro_token_has_lemma(verb, "continue")) return false; /* "left and continued to fire" */
  const char *tag = document->tokens[above].xpos;
  bool alike = tag && verb->xpos && strcmp(tag, verb->xpos) == 0 && ro_is_finite(verb);
  return both_speak && (alike || is_past_with_clause(document, token)) &&
         ro_tree_child(document, token, RO_DEPREL_NSUBJ) == RO_NONE &&
         ro_tree_child(document, token, RO_DEPREL_AUX) == RO_NONE &&
         ro_tree_child(document, token, RO_DEPREL_CC) != RO_NONE;
}

/* "denied that it was so and accused Iceland": the second verb of speech goes on with the first. */
static void end_before_coordinated_cue(const ro_feature_source *source,
                                       ro_attribution *attribution) {
  const ro_document *document = source->document;
  ro_token_ranges *content = &attribution->content;
  for (size_t i = 0; i < content->count; i++) {
    for (uint32_t t = content->items[i].start; t < content->items[i].end; t++) {
      if (!ro_is_coordinated_cue(source, t)) continue;
      if (document->tokens[document->tokens[t].head].head != attribution->cue_token) continue;
      uint32_t joint = ro_tree_child(document, t, RO_DEPREL_CC);
      if (joint <= content->items[i].start) continue;
      content->items[i].end = joint;
      content->count = i + 1;
      return;
    }
  }
}

/* The dependent of the verb that the token stands in. */
static uint32_t branch_of(const ro_document *document, uint32_t token, uint32_t verb) {
  enum { DEEPEST = 12 };
  for (int steps = 0; steps < DEEPEST && token != RO_NONE; steps++) {
    if (document->tokens[token].head == verb) return token;
    token = document->tokens[token].head;
  }
  return RO_NONE;
}

/* "called for", "called on" */
static bool is_complement(const ro_document *document, uint32_t noun) {
  uint32_t preposition = ro_tree_child(document, noun, RO_DEPREL_CASE);
  return preposition != RO_NONE && (ro_token_has_lemma(&document->tokens[preposition], "for") ||
                                    ro_token_has_lemma(&document->tokens[preposition], "on"));
}

/* "said after the talks he would leave", "said more than once that …": when or how it was said is
 * no content. */
static void leave_circumstance(const ro_feature_source *source, ro_attribution *attribution) {
  const ro_document *document = source->document;
  uint32_t verb = attribution->cue_token;
  uint32_t clause = ro_tree_child(document, verb, RO_DEPREL_CCOMP);
  if (clause == RO_NONE || clause < verb || !attribution->content.count) return;
  ro_token_range *first = &attribution->content.items[0];
  uint32_t start = extent_of(document, clause).start;
  uint32_t branch = branch_of(document, first->start, verb);
  if (source->quotations->of_token[first->start] != RO_NONE) return;
  if (branch == RO_NONE || first->start < verb || start <= first->start || start >= first->end)
    return;
  ro_deprel deprel = document->tokens[branch].deprel;
  uint32_t subject = ro_tree_child(document, clause, RO_DEPREL_NSUBJ);
  if (deprel != RO_DEPREL_OBL && deprel != RO_DEPREL_ADVMOD && deprel != RO_DEPREL_OBL_UNMARKED)
    return;
  if (subject == RO_NONE || subject < start || is_complement(document, branch)) return;
  while (start + 1 < first->end && ro_separates(document, start))
    start++;
  first->start = start;
}

/* The end of a phrase that the content begins in the middle of, behind its preposition; its start
 * where there is none. */
static uint32_t phrase_end(const ro_document *document, uint32_t start) {
  if (start == 0) return start;
  static const char *const words[] = {"after", "before", "during", "in", "amid", "following"};
  const ro_token *before = &document->tokens[start - 1];
  bool is_preposition = false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    is_preposition |= before->deprel == RO_DEPREL_CASE && ro_token_has_lemma(before, words[i]);
  if (!is_preposition || before->head == RO_NONE || before->head < start) return start;
  return extent_of(document, before->head).end;
}

/* "said after the talks he would leave" where the parser hangs the talks on "leave". */
static void leave_begun_phrase(const ro_document *document, ro_attribution *attribution) {
  uint32_t clause = ro_tree_child(document, attribution->cue_token, RO_DEPREL_CCOMP);
  if (clause == RO_NONE || !attribution->content.count) return;
  ro_token_range *first = &attribution->content.items[0];
  uint32_t end = phrase_end(document, first->start);
  uint32_t subject = ro_tree_child(document, clause, RO_DEPREL_NSUBJ);
  if (end == first->start || subject == RO_NONE || end >= first->end) return;
  if (extent_of(document, subject).start >= end) first->start = end;
}

/* "told us on condition of anonymity that …": the words begin behind the condition. */
static void leave_condition(const ro_document *document, ro_token_ranges *content) {
  enum { NEAR = 4 };
  if (!content->count) return;
  ro_token_range *first = &content->items[0];
  for (uint32_t t = first->start; t < first->end && t < first->start + NEAR; t++)
    if (ro_token_has_lemma(&document->tokens[t], "anonymity") && t + 1 < first->end)
      first->start = t + 1;
}

/* "It was false, Orlova said; the ministry denies it": behind the semicolon the report goes on,
 * unless the tense of reported speech does ("…, she said; the line would open"). */
static void leave_next_clause(const ro_feature_source *source, ro_attribution *attribution) {
  static const char *const modals[] = {"would", "could", "should", "might"};
  const ro_document *document = source->document;
  ro_token_ranges *content = &attribution->content;
  if (content->count < 2) return;
  ro_token_range last = content->items[content->count - 1];
  bool behind = last.start > attribution->cue_token && last.start > 0 &&
                strcmp(document->tokens[last.start - 1].form, ";") == 0 &&
                content->items[content->count - 2].end <= attribution->cue_token;
  if (!behind || !ro_has_finite_verb(document, last)) return;
  for (uint32_t t = last.start; t < last.end; t++) {
    if (source->quotations->of_token[t] != RO_NONE) return;
    for (size_t i = 0; i < sizeof modals / sizeof *modals; i++)
      if (ro_token_has_lemma(&document->tokens[t], modals[i])) return;
  }
  content->count--;
}

void ro_complement_repair(const ro_feature_source *source, ro_attribution *attribution) {
  const ro_document *document = source->document;
  if (document->tokens[attribution->cue_token].upos != RO_UPOS_VERB) return;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, attribution->cue_token);
  if (!cue || cue->manner != RO_MANNER_SPEECH) return;
  part_subject_and_content(document, attribution);
  part_agent_and_charge(document, attribution);
  give_up_infinitive(document, attribution);
  take_infinitive(document, attribution);
  end_infinitive(document, attribution);
  end_before_coordinated_cue(source, attribution);
  leave_condition(document, &attribution->content);
  leave_circumstance(source, attribution);
  leave_begun_phrase(document, attribution);
  leave_next_clause(source, attribution);
}
