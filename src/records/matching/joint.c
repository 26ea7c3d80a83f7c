#include "records/matching/joint.h"

#include <string.h>

#include "syntax/tree.h"

/* "blamed EACH OTHER", "accused ONE ANOTHER": each of the doers is the other's. */
bool joint_is_mutual(const act_match *match, const ro_scene *scene) {
  static const act_argument roles[] = {ACT_OBJECT, ACT_INDIRECT, ACT_PREPOSITION};
  bool joint = match->act == RO_ACT_MEETING || match->act == RO_ACT_PROMISE;
  if (joint || !parties_many_sides(&match->who)) return false;
  for (uint32_t i = 0; i < match->arguments.count; i++) {
    uint32_t token = match->arguments.items[i].token;
    bool whom = false;
    for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
      whom = whom || match->arguments.items[i].role == roles[k];
    if (!whom || token + 1 >= scene->document->token_count) continue;
    if (scene_lemma_is(scene, token, "each") && scene_lemma_is(scene, token + 1, "other"))
      return true;
    if (scene_lemma_is(scene, token, "one") && scene_lemma_is(scene, token + 1, "another"))
      return true;
  }
  return false;
}

/* "Oslo praised it, AS DID REYKJAVIK", "…, and SO DID REYKJAVIK": who does the same. */
void joint_add_others(ro_parties *out, const ro_scene *scene, uint32_t predicate) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[predicate]; child != RO_NONE;
       child = document->next_sibling[child]) {
    if (child < predicate + 1 || !scene_lemma_is(scene, child, "do")) continue;
    if (!scene_lemma_is(scene, child - 1, "as") && !scene_lemma_is(scene, child - 1, "so"))
      continue;
    uint32_t first = child + 1, last;
    ro_tree_extent(document, predicate, &(uint32_t){0}, &last);
    while (first <= last && scene->mentions[first] == RO_NONE &&
           document->tokens[first].upos != RO_UPOS_PUNCT)
      first++;
    if (first <= last) parties_of_phrase(out, scene, first);
  }
}

void joint_add_partners(act_match *match, const ro_scene *scene) {
  const char *frame = match->entry->frame->name;
  bool joint = strcmp(frame, "agree") == 0 || strcmp(frame, "sign") == 0;
  uint32_t partner = arguments_find(&match->arguments, ACT_PREPOSITION, "with");
  if (!joint || partner == RO_NONE || !match->who.count) return;
  if (match->act == RO_ACT_PROMISE || match->act == RO_ACT_ACCEPTANCE)
    parties_of_phrase(&match->who, scene, partner);
}
