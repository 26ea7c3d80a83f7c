#include "statements/naming_cue.h"

#include "statements/phrase.h"
#include "syntax/tree.h"

/* The name that the verb gives, an object or, with "as", an oblique; RO_NONE. */
static uint32_t name_given(const ro_document *document, uint32_t verb) {
  static const ro_deprel deprels[] = {RO_DEPREL_OBJ, RO_DEPREL_XCOMP, RO_DEPREL_OBL};
  for (size_t i = 0; i < sizeof deprels / sizeof *deprels; i++) {
    uint32_t child = ro_tree_child(document, verb, deprels[i]);
    if (child != RO_NONE && child > verb) return child;
  }
  return RO_NONE;
}

bool ro_is_naming_cue(const ro_feature_source *source, uint32_t token) {
  const ro_document *document = source->document;
  const ro_token *verb = &document->tokens[token];
  if (verb->upos != RO_UPOS_VERB || verb->deprel != RO_DEPREL_ACL_RELCL) return false;
  if (!ro_token_has_lemma(&document->tokens[verb->head], "what")) return false;
  const ro_cue *cue = ro_cue_list_find_at(source->cues, document, token);
  return cue && cue->manner == RO_MANNER_SPEECH && cue->is_bare &&
         ro_tree_child(document, token, RO_DEPREL_NSUBJ) != RO_NONE &&
         name_given(document, token) != RO_NONE;
}

static void set_range(ro_arena *arena, ro_token_ranges *ranges, ro_token_range range) {
  ranges->count = 0;
  if (range.start < range.end)
    *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) = range;
}

void ro_naming_cue_complete(const ro_feature_source *source, ro_attribution *attribution) {
  const ro_document *document = source->document;
  uint32_t verb = attribution->cue_token, first, last;
  if (!ro_is_naming_cue(source, verb)) return;
  ro_tree_extent(document, ro_tree_child(document, verb, RO_DEPREL_NSUBJ), &first, &last);
  set_range(document->arena, &attribution->source, (ro_token_range){first, last + 1});
  ro_tree_extent(document, name_given(document, verb), &first, &last);
  if (document->tokens[first].upos == RO_UPOS_ADP || document->tokens[first].upos == RO_UPOS_SCONJ)
    first++; /* "described as" */
  set_range(document->arena, &attribution->content, (ro_token_range){first, last + 1});
}
