#include "records/matching/untold_doer.h"

#include "syntax/tree.h"

void untold_doer_fill(act_match *match, const ro_scene *scene) {
  bool told = arguments_find(&match->arguments, ACT_SUBJECT, NULL) != RO_NONE;
  bool verbal = match->act == RO_ACT_REFUSAL || match->act == RO_ACT_DEMAND;
  bool of_thing = match->entry->word_class == ACT_PHRASE &&
                  (verbal || match->act == RO_ACT_DENIAL || match->act == RO_ACT_WARNING);
  bool handed = match->act == RO_ACT_DELIVERY && match->arguments.passive && !told &&
                arguments_find(&match->arguments, ACT_PREPOSITION, "to") != RO_NONE &&
                ro_tree_child(scene->document, match->predicate, RO_DEPREL_NSUBJ_PASS) != RO_NONE;
  if ((match->arguments.passive && !told && verbal) || of_thing || handed ||
      match->act == RO_ACT_CONDITION)
    parties_of_speaker(&match->who, scene, match->statement);
}

void untold_doer_of_phrase(act_match *match, const ro_scene *scene) {
  ro_parties speaker = {.count = 0};
  if (match->entry->word_class != ACT_PHRASE || match->act != RO_ACT_REFUSAL) return;
  parties_of_speaker(&speaker, scene, match->statement);
  if (!match->who.count || !speaker.count || parties_share_side(&match->who, &speaker)) return;
  match->whom = match->who;
  match->who = speaker;
}
