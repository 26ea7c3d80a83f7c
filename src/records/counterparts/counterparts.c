#include "records/counterparts/counterparts.h"

#include "records/counterparts/quarrel.h"
#include "syntax/tree.h"

const char promised_in_exchange[] = "who promised in exchange";

/* Acts in which two sides deal with one another; who hosts, praises or helps is no counterpart. */
static bool is_dealing(const act_match *match) {
  switch (match->act) {
  case RO_ACT_DEMAND:
  case RO_ACT_PROMISE:
  case RO_ACT_REFUSAL:
  case RO_ACT_WARNING:
  case RO_ACT_CONDITION:
  case RO_ACT_ACCUSATION:
    return !match->dropped && !match->deed_judged;
  default:
    return false;
  }
}

/* "In a call with Lavrov, Blinken stressed …": who sits at the same table in the sentence. */
static bool partner_in_meeting(act_match *match, const surroundings *around) {
  uint32_t sentence = surroundings_sentence(around, match);
  for (size_t i = surroundings_first(around); i < surroundings_last(around); i++) {
    const act_match *meeting = &around->matches[i];
    if (meeting->act != RO_ACT_MEETING || meeting->status != RO_STATUS_HELD) continue;
    if (surroundings_sentence(around, meeting) != sentence ||
        !surroundings_take_part(meeting, &match->who))
      continue;
    ro_parties partners = surroundings_others(meeting, &match->who);
    if (surroundings_settle(match, &partners, "who meets them in the same sentence")) return true;
  }
  return false;
}

/* "He urged Oslo to open the port. Oslo undertook to do so": promised to who asked for it. */
static bool asked_before(act_match *match, const surroundings *around) {
  if (match->act != RO_ACT_PROMISE || surroundings_is_standing(match) ||
      parties_many_sides(&match->who))
    return false;
  for (size_t i = around->index; i-- > 0;) {
    const act_match *asked = &around->matches[i];
    if (surroundings_sentence(around, asked) + SENTENCES_BACK <
        surroundings_sentence(around, match))
      return false;
    if (asked->dropped || !asked->who.count || !surroundings_can_be_answered(asked)) continue;
    if (asked->act != RO_ACT_DEMAND && asked->act != RO_ACT_MEETING) continue;
    return parties_share_side(&asked->whom, &match->who) &&
           surroundings_settle(match, &asked->who, "who asked for it before");
  }
  return false;
}

/* "waits for the promised answers": what is asked for after a promise is asked of who gave it. */
static bool promised_before(act_match *match, const surroundings *around) {
  if (match->act != RO_ACT_DEMAND && match->act != RO_ACT_CONDITION) return false;
  for (size_t i = around->index; i-- > 0;) {
    const act_match *promise = &around->matches[i];
    if (surroundings_sentence(around, promise) + SENTENCES_BACK_TO_PROMISE <
        surroundings_sentence(around, match))
      return false;
    if (promise->dropped || promise->act != RO_ACT_PROMISE) continue;
    if (parties_share_side(&promise->whom, &match->who) &&
        surroundings_settle(match, &promise->who, "who promised before"))
      return true;
  }
  return false;
}

/* "…, FOR ITS PART, will …", "pledged IN RETURN": one more of an exchange. */
static bool is_in_exchange(const act_match *match, const surroundings *around) {
  const ro_scene *scene = around->scene;
  const ro_sentence *sentence = &scene->document->sentences[surroundings_sentence(around, match)];
  uint32_t last = sentence->first_token + sentence->token_count;
  for (uint32_t i = sentence->first_token; i + 2 < last; i++) {
    if (scene_lemma_is(scene, i, "for") && scene_lemma_is(scene, i + 2, "part")) return true;
    if (scene_lemma_is(scene, i, "in") &&
        (scene_lemma_is(scene, i + 1, "return") || scene_lemma_is(scene, i + 1, "exchange")))
      return true;
  }
  return false;
}

/* "Oslo will open the port; Reykjavik, FOR ITS PART, will …": promised to who promised before. */
static bool exchanged(act_match *match, const surroundings *around) {
  if (match->act != RO_ACT_PROMISE || !is_in_exchange(match, around)) return false;
  for (size_t i = around->index; i-- > 0;) {
    const act_match *other = &around->matches[i];
    if (surroundings_sentence(around, other) + SENTENCES_BACK <
        surroundings_sentence(around, match))
      return false;
    if (other->dropped || other->act != RO_ACT_PROMISE) continue;
    if (surroundings_settle(match, &other->who, promised_in_exchange)) return true;
  }
  return false;
}

/* "They must leave; only then will we return": the condition is put to whom it was demanded of. */
static bool same_as_own_demand(act_match *match, const surroundings *around) {
  if (match->act != RO_ACT_CONDITION) return false;
  for (size_t i = around->index; i-- > 0;) {
    const act_match *demand = &around->matches[i];
    if (surroundings_sentence(around, demand) + SENTENCES_BACK <
        surroundings_sentence(around, match))
      return false;
    if (demand->dropped || demand->act != RO_ACT_DEMAND) continue;
    if (parties_share_side(&demand->who, &match->who) && demand->whom.count)
      return surroundings_settle(match, &demand->whom, "of whom they asked before");
  }
  return false;
}

/* "Washington delivered its answer to Moscow, and Brussels sent its own": the same act of another
 * in the same sentence goes the same way. */
static bool parallel(act_match *match, const surroundings *around) {
  for (size_t i = around->index; i-- > 0;) {
    const act_match *first = &around->matches[i];
    if (surroundings_sentence(around, first) != surroundings_sentence(around, match)) return false;
    if (first->dropped || first->act != match->act || !first->whom.count) continue;
    return surroundings_settle(match, &first->whom, "as the act before it in the sentence");
  }
  return false;
}

/* The other side of what was told just before of the same party. */
static bool counterpart_nearby(act_match *match, const surroundings *around) {
  if (match->act == RO_ACT_PROMISE || match->act == RO_ACT_WARNING || !is_dealing(match) ||
      (match->act == RO_ACT_DEMAND && surroundings_is_subject_of_talk(match)) ||
      surroundings_is_open_to_anyone(match, around) || surroundings_is_position(around, match))
    return false;
  for (size_t i = around->index; i-- > 0;) {
    const act_match *before = &around->matches[i];
    if (surroundings_sentence(around, before) + SENTENCES_BACK <
        surroundings_sentence(around, match))
      return false;
    if (!is_dealing(before) || !surroundings_take_part(before, &match->who)) continue;
    ro_parties others = surroundings_others(before, &match->who);
    if (others.count &&
        surroundings_settle(match, &others, "the other side of what was told before"))
      return true;
  }
  return false;
}

/* The one other side that the report has dealing with the party. */
static bool only_counterpart(act_match *match, const surroundings *around) {
  if (match->act == RO_ACT_PROMISE || match->act == RO_ACT_DEMAND || !is_dealing(match) ||
      surroundings_keeps_option(match, around) || surroundings_is_open_to_anyone(match, around) ||
      surroundings_is_position(around, match))
    return false;
  ro_parties others = {.count = 0};
  for (size_t i = surroundings_first(around); i < surroundings_last(around); i++) {
    const act_match *other = &around->matches[i];
    if (!is_dealing(other) || !surroundings_take_part(other, &match->who)) continue;
    ro_parties found = surroundings_others(other, &match->who);
    for (uint32_t k = 0; k < found.count; k++)
      if (!parties_share_side(&others, &(ro_parties){.items = {found.items[k]}, .count = 1}))
        parties_add(&others, found.items[k]);
  }
  return others.count == 1 &&
         surroundings_settle(match, &others, "the only other side in the report");
}

/* "offered to fly aid to GOMA": help goes to the state where it is to go. */
static bool helped_by_place(act_match *match, const surroundings *around) {
  const ro_scene *scene = around->scene;
  uint32_t first, last;
  if (match->act != RO_ACT_PROMISE || parties_many_sides(&match->who)) return false;
  if (!surroundings_has_word(around, match, "aid-nouns")) return false;
  ro_tree_extent(scene->document, match->predicate, &first, &last);
  for (uint32_t i = match->predicate + 1; i <= last; i++) {
    if (scene->places[i] == RO_NONE) continue;
    const ro_place *place = &scene->document->places[scene->places[i]];
    const ro_party state = {place->country, place->country, place->span, true};
    const ro_parties found = {.items = {state}, .count = 1};
    if (surroundings_settle(match, &found, "where the help is to go")) return true;
  }
  return false;
}

bool counterparts_find(act_match *match, const surroundings *around) {
  static bool (*const rules[])(act_match *, const surroundings *) = {
      exchanged, asked_before,       promised_before, same_as_own_demand, partner_in_meeting,
      parallel,  counterpart_nearby, helped_by_place, quarrel_find,       only_counterpart};
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (rules[i](match, around)) return true;
  return false;
}
