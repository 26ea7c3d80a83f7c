#include "statements/parenthesis.h"

#include <string.h>

#include "syntax/tree.h"

static bool is_mark(const ro_token *token) {
  return token->upos == RO_UPOS_PUNCT;
}

/* From the subject or verb to the next mark after both, with the marks that set them off. What the
 * parser hangs on the verb behind that mark goes on with the clause around it. */
static ro_token_range parenthesis_around(const ro_document *document, uint32_t verb,
                                         uint32_t subject) {
  const ro_sentence *sentence = &document->sentences[document->tokens[verb].sentence];
  uint32_t first, last, end = sentence->first_token + sentence->token_count;
  ro_tree_extent(document, subject, &first, &last);
  if (verb < first) first = verb;
  if (verb > last) last = verb;
  while (last + 1 < end && !is_mark(&document->tokens[last + 1]))
    last++;
  while (last + 1 < end && is_mark(&document->tokens[last + 1]))
    last++;
  while (first > sentence->first_token && is_mark(&document->tokens[first - 1]))
    first--;
  return (ro_token_range){first, last + 1};
}

static ro_token_range without_marks(const ro_document *document, ro_token_range range) {
  if (range.end < range.start) range.end = range.start;
  while (range.start < range.end && is_mark(&document->tokens[range.start]))
    range.start++;
  while (range.end > range.start && is_mark(&document->tokens[range.end - 1]))
    range.end--;
  return range;
}

/* What lies between the semicolons around the verb. */
static ro_token_range between_semicolons(const ro_document *document, ro_token_range range,
                                         uint32_t verb) {
  for (uint32_t t = range.start; t < range.end; t++) {
    if (strcmp(document->tokens[t].form, ";") != 0) continue;
    if (t > verb) return (ro_token_range){range.start, t};
    range.start = t + 1;
  }
  return range;
}

/* Before and after the parenthesis, what stands in the clause that it hangs on. */
static void split_clause(const ro_document *document, uint32_t verb, uint32_t subject,
                         ro_token_range halves[2]) {
  uint32_t first, last;
  ro_token_range parenthesis = parenthesis_around(document, verb, subject);
  ro_tree_extent(document, document->tokens[verb].head, &first, &last);
  ro_token_range clause = between_semicolons(document, (ro_token_range){first, last + 1}, verb);
  if (document->tokens[clause.start].upos == RO_UPOS_CCONJ) clause.start++; /* the report's "But" */
  halves[0] = without_marks(document, (ro_token_range){clause.start, parenthesis.start});
  halves[1] = without_marks(document, (ro_token_range){parenthesis.end, clause.end});
}

static bool is_quoted(const ro_feature_source *source, ro_token_range range) {
  for (uint32_t t = range.start; t < range.end; t++)
    if (source->quotations->of_token[t] != RO_NONE) return true;
  return false;
}

static bool is_set_in(const ro_feature_source *source, uint32_t token, ro_token_range halves[2]) {
  const ro_document *document = source->document;
  const ro_token *verb = &document->tokens[token];
  if (verb->deprel != RO_DEPREL_PARATAXIS || verb->upos != RO_UPOS_VERB || verb->head == RO_NONE)
    return false;
  uint32_t subject = ro_tree_child(document, token, RO_DEPREL_NSUBJ);
  if (subject == RO_NONE) return false;
  split_clause(document, token, subject, halves);
  return halves[0].start < halves[0].end && halves[0].end <= token &&
         halves[1].start < halves[1].end && halves[1].start > token &&
         !is_quoted(source, (ro_token_range){halves[0].start, halves[1].end});
}

bool ro_is_parenthetical_cue(const ro_feature_source *source, uint32_t token) {
  ro_token_range halves[2];
  if (source->document->tokens[token].deprel != RO_DEPREL_PARATAXIS) return false;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, source->document, token);
  return cue && cue->manner == RO_MANNER_SPEECH && is_set_in(source, token, halves);
}

static bool meets(const ro_token_ranges *ranges, ro_token_range range) {
  for (size_t i = 0; i < ranges->count; i++)
    if (ranges->items[i].start < range.end && ranges->items[i].end > range.start) return true;
  return false;
}

static void add_range(ro_arena *arena, ro_token_ranges *ranges, ro_token_range range) {
  *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) = range;
}

void ro_parenthesis_complete(const ro_feature_source *source, ro_attribution *attribution) {
  const ro_document *document = source->document;
  ro_token_range halves[2], subject;
  if (!is_set_in(source, attribution->cue_token, halves)) return;
  if (!meets(&attribution->content, halves[0]) || !meets(&attribution->content, halves[1])) {
    attribution->content.count = 0;
    for (int i = 0; i < 2; i++)
      add_range(document->arena, &attribution->content, halves[i]);
  }
  if (attribution->source.count) return;
  ro_tree_extent(document, ro_tree_child(document, attribution->cue_token, RO_DEPREL_NSUBJ),
                 &subject.start, &subject.end);
  subject.end++;
  add_range(document->arena, &attribution->source, subject);
}
