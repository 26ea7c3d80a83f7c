#include "records/counterparts/surroundings.h"

#include <string.h>

#include "records/counterparts/things.h"
#include "syntax/tree.h"

/* How many acts to either side are looked at. */
enum { WIDTH = 100 };

uint32_t surroundings_sentence(const surroundings *around, const act_match *match) {
  return around->scene->document->tokens[match->predicate].sentence;
}

size_t surroundings_first(const surroundings *around) {
  return around->index > WIDTH ? around->index - WIDTH : 0;
}

size_t surroundings_last(const surroundings *around) {
  size_t last = around->index + WIDTH;
  return last < around->count ? last : around->count;
}

bool surroundings_can_be_answered(const act_match *match) {
  return match->act == RO_ACT_DEMAND || match->act == RO_ACT_PROMISE ||
         match->act == RO_ACT_WARNING || match->act == RO_ACT_ACCUSATION ||
         (match->act == RO_ACT_MEETING && match->status == RO_STATUS_PROPOSED);
}

ro_parties surroundings_others(const act_match *match, const ro_parties *own) {
  ro_parties others = match->who;
  for (uint32_t i = 0; i < match->whom.count; i++)
    parties_add(&others, match->whom.items[i]);
  parties_remove_sides(&others, own);
  return others;
}

bool surroundings_take_part(const act_match *match, const ro_parties *side) {
  return parties_share_side(&match->who, side) || parties_share_side(&match->whom, side);
}

bool surroundings_is_indefinite(const surroundings *around, uint32_t noun) {
  const ro_document *document = around->scene->document;
  uint32_t article = ro_tree_child(document, noun, RO_DEPREL_DET);
  if (article == RO_NONE) return false;
  const char *lemma = document->tokens[article].lemma;
  return strcmp(lemma, "a") == 0 || strcmp(lemma, "any") == 0;
}

bool surroundings_means_both(const ro_scene *scene, uint32_t noun) {
  static const char *const lemmas[] = {"both", "two", "each", "warring", "opposing", "feuding"};
  const ro_document *document = scene->document;
  if (scene_lemma_is(scene, noun, "both")) return true;
  for (uint32_t child = document->first_child[noun]; child != RO_NONE && child < noun;
       child = document->next_sibling[child])
    for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
      if (scene_lemma_is(scene, child, lemmas[i])) return true;
  return scene_in_class(scene, noun, "opponents");
}

bool surroundings_is_position(const surroundings *around, const act_match *match) {
  uint32_t thing = match->matter != RO_NONE ? match->matter : things_noun(match);
  bool judged =
      match->act == RO_ACT_REFUSAL && (!match->entry || match->entry->act != RO_ACT_REFUSAL);
  return judged && thing != RO_NONE && surroundings_is_indefinite(around, thing);
}

bool surroundings_is_open_to_anyone(const act_match *match, const surroundings *around) {
  const ro_document *document = around->scene->document;
  uint32_t clause = match->rule ? match->predicate : match->matter;
  if (match->act != RO_ACT_DEMAND || clause == RO_NONE) return false;
  if (scene_in_class(around->scene, clause, "giving-up")) return false; /* who has it can do so */
  return arguments_is_passive(document, clause) &&
         arguments_subject(around->scene, clause) == RO_NONE;
}

bool surroundings_is_standing(const act_match *match) {
  return match->standing || (match->entry && match->entry->marks & ACT_MARK_STANDING);
}

bool surroundings_is_subject_of_talk(const act_match *match) {
  return match->entry && match->entry->word_class == ACT_NOUN &&
         match->arguments.support == RO_NONE;
}

bool surroundings_keeps_option(const act_match *match, const surroundings *around) {
  return match->act == RO_ACT_WARNING &&
         scene_in_class(around->scene, match->predicate, "keeping-options");
}

bool surroundings_has_word(const surroundings *around, const act_match *match, const char *name) {
  const ro_sentence *sentence =
      &around->scene->document->sentences[surroundings_sentence(around, match)];
  for (uint32_t i = 0; i < sentence->token_count; i++)
    if (scene_in_class(around->scene, sentence->first_token + i, name)) return true;
  return false;
}

bool surroundings_settle(act_match *match, const ro_parties *found, const char *rule) {
  ro_parties others = *found;
  parties_remove_sides(&others, &match->who);
  if (!others.count || !parties_any_political(&others)) return false;
  match->whom = others;
  match->whom_found = rule;
  return true;
}
