#include "records/counterparts/counterparts.h"

#include <string.h>

#include "records/counterparts/adversary.h"
#include "records/counterparts/things.h"
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

/* "sanctions must be lifted", "demanded that it be extended": by whom is left open. */
static bool is_open_to_anyone(const act_match *match, const surroundings *around) {
  const ro_document *document = around->scene->document;
  uint32_t clause = match->rule ? match->predicate : match->matter;
  if (match->act != RO_ACT_DEMAND || clause == RO_NONE) return false;
  if (scene_in_class(around->scene, clause, "giving-up")) return false; /* who has it can do so */
  return arguments_is_passive(document, clause) &&
         arguments_subject(around->scene, clause) == RO_NONE;
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

/* "is ready to talk": no answer, but what would hold without being asked. */
static bool is_standing(const act_match *match) {
  return match->standing || (match->entry && match->entry->marks & ACT_MARK_STANDING);
}

/* "He urged Oslo to open the port. Oslo undertook to do so": promised to who asked for it. */
static bool asked_before(act_match *match, const surroundings *around) {
  if (match->act != RO_ACT_PROMISE || is_standing(match) || parties_many_sides(&match->who))
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

/* "Norway's demand for a smaller catch": a demand that is spoken of, not made. */
static bool is_subject_of_talk(const act_match *match) {
  return match->entry && match->entry->word_class == ACT_NOUN &&
         match->arguments.support == RO_NONE;
}

/* The other side of what was told just before of the same party. */
static bool counterpart_nearby(act_match *match, const surroundings *around) {
  if (match->act == RO_ACT_PROMISE || match->act == RO_ACT_WARNING || !is_dealing(match) ||
      (match->act == RO_ACT_DEMAND && is_subject_of_talk(match)) ||
      is_open_to_anyone(match, around) || surroundings_is_position(around, match))
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

/* "reserves the right to …", "does not rule out …": towards whom is left open. */
static bool keeps_option(const act_match *match, const surroundings *around) {
  return match->act == RO_ACT_WARNING &&
         scene_in_class(around->scene, match->predicate, "keeping-options");
}

/* The one other side that the report has dealing with the party. */
static bool only_counterpart(act_match *match, const surroundings *around) {
  if (match->act == RO_ACT_PROMISE || match->act == RO_ACT_DEMAND || !is_dealing(match) ||
      keeps_option(match, around) || is_open_to_anyone(match, around) ||
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
  return !parties_many_sides(&match->who) && !is_standing(match) && has_rival(match, around);
}

/* In the sentence: what is said may stand before "he warned". */
static bool has_word_beside(const ro_scene *scene, uint32_t token, const char *name) {
  const ro_sentence *sentence =
      &scene->document->sentences[scene->document->tokens[token].sentence];
  for (uint32_t i = 0; i < sentence->token_count; i++)
    if (scene_in_class(scene, sentence->first_token + i, name)) return true;
  return false;
}

/* "warned that the fish could die out": of what is no threat; "warned of CONSEQUENCES" is one. */
static bool is_bare_warning(const act_match *match, const surroundings *around) {
  const ro_scene *scene = around->scene;
  return scene_in_class(scene, match->predicate, "cautioning") &&
         !has_word_beside(scene, match->predicate, "consequences") &&
         !has_word_beside(scene, match->predicate, "answerable");
}

/* "called for a CEASEFIRE": what only both together can do. */
static bool is_mutual_matter(const act_match *match, const surroundings *around) {
  return has_word_beside(around->scene, match->predicate, "mutual-matters");
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
static bool adversary(act_match *match, const surroundings *around) {
  ro_parties found = {.count = 0};
  bool open = is_open_to_anyone(match, around);
  bool asked = match->act == RO_ACT_DEMAND && !is_subject_of_talk(match);
  bool warned = match->act == RO_ACT_WARNING && !keeps_option(match, around) &&
                !is_bare_warning(match, around);
  if (match->act != RO_ACT_ACCUSATION && !asked && !warned && !is_offer(match, around) &&
      !is_plain_refusal(match, around) && !is_promise_to_rival(match, around) &&
      !(may_be_of_rival(match) && has_rival(match, around)))
    return false;
  bool mediates =
      is_offer(match, around) && has_word_beside(around->scene, match->predicate, "mediating");
  if (asked || warned || mediates) adversaries_for(&found, around->scene, &match->who);
  if (asked && found.count && !is_mutual_matter(match, around)) return false;
  if (surroundings_settle(match, &found, "the two that are at odds")) return true;
  bool clear = adversary_of(&found, around->scene, around->matches, around->count, &match->who);
  return (clear || !open) && surroundings_settle(match, &found, "the other side of the report");
}

bool counterparts_find(act_match *match, const surroundings *around) {
  static bool (*const rules[])(act_match *, const surroundings *) = {
      exchanged, asked_before,       promised_before, same_as_own_demand, partner_in_meeting,
      parallel,  counterpart_nearby, adversary,       only_counterpart};
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (rules[i](match, around)) return true;
  return false;
}
