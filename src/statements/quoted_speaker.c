#include "statements/quoted_speaker.h"

#include "statements/phrase.h"
#include "syntax/tree.h"

/* "saying" in "quoted Orlova as saying that …", where the parser may hang it on either. */
static uint32_t find_gerund(const ro_feature_source *source, const ro_attribution *outer,
                            ro_token_range range) {
  const ro_document *document = source->document;
  for (uint32_t t = range.start; t < range.end; t++) {
    const ro_token *token = &document->tokens[t];
    uint32_t mark = ro_tree_child(document, t, RO_DEPREL_MARK);
    if (token->upos != RO_UPOS_VERB || mark == RO_NONE || mark <= range.start || mark + 1 != t)
      continue;
    bool hangs_on_quote =
        token->head == outer->cue_token ||
        (token->head != RO_NONE && document->tokens[token->head].head == outer->cue_token);
    const ro_cue *cue = ro_cue_list_find_at(source->cues, document, t);
    if (hangs_on_quote && cue && cue->manner == RO_MANNER_SPEECH &&
        ro_token_has_lemma(&document->tokens[mark], "as"))
      return t;
  }
  return RO_NONE;
}

/* Who is told stands between "telling" and the content. */
static uint32_t content_start(const ro_feature_source *source, uint32_t gerund) {
  const ro_document *document = source->document;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, gerund);
  uint32_t told = ro_tree_child(document, gerund, RO_DEPREL_IOBJ), first, last;
  if (told == RO_NONE) told = ro_tree_child(document, gerund, RO_DEPREL_OBJ);
  if (told == RO_NONE || told < gerund || cue->told != RO_TOLD_OBJECT) return gerund + 1;
  ro_tree_extent(document, told, &first, &last);
  return last + 1;
}

static void add_range(ro_arena *arena, ro_token_ranges *ranges, uint32_t start, uint32_t end) {
  if (start < end)
    *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) =
        (ro_token_range){start, end};
}

bool ro_quoted_speaker_find(const ro_feature_source *source, const ro_attribution *outer,
                            ro_attribution *inner) {
  const ro_document *document = source->document;
  const ro_token *verb = &document->tokens[outer->cue_token];
  if (!ro_token_has_lemma(verb, "quote") && !ro_token_has_lemma(verb, "cite")) return false;
  for (size_t i = 0; i < outer->content.count; i++) {
    ro_token_range range = outer->content.items[i];
    uint32_t gerund = find_gerund(source, outer, range);
    if (gerund == RO_NONE) continue;
    *inner = (ro_attribution){.cue_token = gerund, .score = outer->score};
    add_range(document->arena, &inner->source, range.start, gerund - 1);
    add_range(document->arena, &inner->cue, gerund, gerund + 1);
    add_range(document->arena, &inner->content, content_start(source, gerund), range.end);
    for (size_t k = i + 1; k < outer->content.count; k++)
      add_range(document->arena, &inner->content, outer->content.items[k].start,
                outer->content.items[k].end);
    return inner->content.count > 0;
  }
  return false;
}
