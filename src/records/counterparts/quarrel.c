#include "records/counterparts/quarrel.h"

#include <string.h>

#include "records/counterparts/adversary.h"
#include "records/counterparts/things.h"
#include "syntax/tree.h"

/* "offered to go on": an offer is made to somebody, as a promise need not be. */
static bool is_offer(const act_match *match, const surroundings *around) {
  return match->act == RO_ACT_PROMISE &&
         scene_in_class(around->scene, match->predicate, "offering") &&
         !parties_many_sides(&match->who);
}

/* "ruled out A partial deal", "declined TO release it", "no part in THE TALKS": what nobody need
 * have asked for. */
static bool is_plain_refusal(const act_match *match, const surroundings *around) {
  const ro_document *document = around->scene->document;
  uint32_t thing = match->matter != RO_NONE ? match->matter : things_noun(match);
  if (match->act != RO_ACT_REFUSAL || thing == RO_NONE) return false;
  if (document->tokens[thing].upos != RO_UPOS_NOUN) return false;
  return !surroundings_is_indefinite(around, thing) &&
         !scene_in_class(around->scene, thing, "meeting");
}

/* Whether it is by one of the two that the report speaks of most, and plainly against the other. */
static bool has_rival(const act_match *match, const surroundings *around) {
  const ro_parties nobody = {.count = 0};
  ro_parties pair = {.count = 0}, rival = {.count = 0};
  adversaries_for(&pair, around->scene, &nobody);
  if (!parties_share_side(&pair, &match->who)) return false;
  return adversary_of(&rival, around->scene, around->matches, around->count, &match->who) &&
         parties_share_side(&rival, &pair);
}

/* "undertook to withdraw": what one of two rivals promises in a word for it, he promises the other;
 * not what he is only ready for, nor what somebody says that he will do. */
static bool is_promise_to_rival(const act_match *match, const surroundings *around) {
  if (match->act != RO_ACT_PROMISE || !match->entry ||
      (match->entry->act != RO_ACT_PROMISE && match->entry->act != RO_ACT_DELIVERY))
    return false;
  if (match->entry->act == RO_ACT_DELIVERY && match->arguments.passive) return false;
  if (match->status == RO_STATUS_WITHDRAWN || match->entry->word_class != ACT_VERB) return false;
  return !parties_many_sides(&match->who) && !surroundings_is_standing(match) &&
         has_rival(match, around);
}

/* "warned that the fish could die out": of what is no threat; "warned of CONSEQUENCES" is one. */
static bool is_bare_warning(const act_match *match, const surroundings *around) {
  const ro_scene *scene = around->scene;
  return scene_in_class(scene, match->predicate, "cautioning") &&
         !surroundings_has_word(around, match, "consequences") &&
         !surroundings_has_word(around, match, "answerable");
}

/* "called for a CEASEFIRE": what only both together can do. */
static bool is_mutual_matter(const act_match *match, const surroundings *around) {
  return surroundings_has_word(around, match, "mutual-matters");
}

/* Force, prisoners who are set free and troops that are drawn back concern the rival. */
static bool may_be_of_rival(const act_match *match) {
  if (match->act == RO_ACT_PRESSURE) return true;
  if (match->act != RO_ACT_DELIVERY || !match->entry || parties_many_sides(&match->who))
    return false;
  return strcmp(match->entry->frame->name, "release") == 0 ||
         strcmp(match->entry->frame->name, "withdraw own") == 0;
}

/* What is blamed, asked, offered or refused concerns somebody: at last the other side that the
 * report has most to do with. */
bool quarrel_find(act_match *match, const surroundings *around) {
  ro_parties found = {.count = 0};
  bool open = surroundings_is_open_to_anyone(match, around);
  bool asked = match->act == RO_ACT_DEMAND && !surroundings_is_subject_of_talk(match);
  bool warned = match->act == RO_ACT_WARNING && !surroundings_keeps_option(match, around) &&
                !is_bare_warning(match, around);
  if (match->act != RO_ACT_ACCUSATION && !asked && !warned && !is_offer(match, around) &&
      !is_plain_refusal(match, around) && !is_promise_to_rival(match, around) &&
      !(may_be_of_rival(match) && has_rival(match, around)))
    return false;
  bool mediates = is_offer(match, around) && surroundings_has_word(around, match, "mediating");
  if (asked || warned || mediates) adversaries_for(&found, around->scene, &match->who);
  if (asked && found.count && !is_mutual_matter(match, around)) return false;
  if (surroundings_settle(match, &found, "the two that are at odds")) return true;
  bool clear = adversary_of(&found, around->scene, around->matches, around->count, &match->who);
  return (clear || !open) && surroundings_settle(match, &found, "the other side of the report");
}
