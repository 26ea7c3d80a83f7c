#include "records/matching/gapped.h"

#include "syntax/tree.h"

/* Where a party begins that is named just before "to": past its preposition. */
static uint32_t start_of_party(const ro_scene *scene, uint32_t party) {
  const ro_document *document = scene->document;
  uint32_t mention = scene->mentions[party];
  uint32_t first = mention == RO_NONE ? party : document->actors[mention].first_token;
  bool before = first > 0 && document->tokens[first - 1].upos == RO_UPOS_ADP;
  return before ? first - 1 : first;
}

/* The next "and NORWAY to leave" behind `from` in the sentence: the token of "to"; RO_NONE. */
static uint32_t next_gap(const ro_scene *scene, uint32_t from) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[document->tokens[from].sentence];
  uint32_t end = sentence->first_token + sentence->token_count;
  for (uint32_t to = from + 2; to < end; to++) {
    const ro_token *token = &document->tokens[to];
    if (!scene_lemma_is(scene, to, "to") || token->head == RO_NONE || token->head < to) continue;
    if (token->deprel != RO_DEPREL_MARK || document->tokens[token->head].upos != RO_UPOS_VERB)
      continue;
    uint32_t first = start_of_party(scene, to - 1);
    if (first == 0 || first <= from || document->tokens[first - 1].upos != RO_UPOS_CCONJ) continue;
    ro_parties named = {.count = 0};
    parties_named(&named, scene, to - 1);
    if (named.count) return to;
  }
  return RO_NONE;
}

bool gapped_next(act_match *out, const ro_scene *scene, const act_match *asked, uint32_t *from) {
  const ro_document *document = scene->document;
  if (asked->dropped || asked->act != RO_ACT_DEMAND || !asked->entry) return false;
  if (asked->matter == RO_NONE || !arguments_is_infinitive(document, asked->matter)) return false;
  if (*from < asked->matter) *from = asked->matter;
  uint32_t to = next_gap(scene, *from);
  if (to == RO_NONE) return false;
  *from = to;
  *out = *asked;
  out->whom = (ro_parties){.count = 0};
  out->mentioned = (ro_parties){.count = 0};
  parties_named(&out->whom, scene, to - 1);
  parties_remove_sides(&out->whom, &asked->who);
  if (!out->whom.count || parties_share_side(&out->whom, &asked->whom)) return false;
  out->predicate = out->matter = document->tokens[to].head;
  out->listed = true;
  out->decision = "asked of another with the same verb";
  return true;
}
