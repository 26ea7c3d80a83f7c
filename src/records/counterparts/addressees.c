#include "records/counterparts/addressees.h"

#include <string.h>

#include "records/counterparts/adversary.h"
#include "records/counterparts/both_sides.h"
#include "records/counterparts/counterparts.h"
#include "records/counterparts/things.h"

/* Acts that have another side: those that are wanted of somebody, given to or kept from somebody.
 */
static bool is_directed(const act_match *match) {
  switch (match->act) {
  case RO_ACT_DEMAND:
  case RO_ACT_PROMISE:
  case RO_ACT_ACCEPTANCE:
  case RO_ACT_DELIVERY:
  case RO_ACT_REFUSAL:
  case RO_ACT_WARNING:
  case RO_ACT_CONDITION:
  case RO_ACT_ACCUSATION:
    return true;
  default:
    return false;
  }
}

static bool is_answer(const act_match *match) {
  return match->act == RO_ACT_REFUSAL || match->act == RO_ACT_ACCEPTANCE ||
         match->act == RO_ACT_CONDITION;
}

/* "Iran has agreed to go on, the agency said": who tells of another's promise got it. */
static bool told_by_other_side(act_match *match, const surroundings *around) {
  ro_parties teller = {.count = 0};
  bool given = match->act == RO_ACT_PROMISE || match->act == RO_ACT_REFUSAL ||
               match->act == RO_ACT_ACCEPTANCE || match->act == RO_ACT_PRESSURE ||
               match->act == RO_ACT_DELIVERY;
  uint32_t outer = around->scene->outer[match->predicate];
  bool joint = match->act == RO_ACT_PROMISE && parties_many_sides(&match->who);
  if (!given || outer == RO_NONE || joint) return false;
  parties_of_speaker(&teller, around->scene, outer);
  return !parties_share_side(&match->who, &teller) &&
         surroundings_settle(match, &teller, "the other side tells of it");
}

/* "promised to provide THE AGENCY with answers": who gets it. */
static bool recipient_in_matter(act_match *match, const surroundings *around) {
  static const struct {
    act_argument role;
    const char *preposition;
  } places[] = {{ACT_INDIRECT, NULL}, {ACT_PREPOSITION, "to"}, {ACT_OBJECT, NULL}};
  const ro_scene *scene = around->scene;
  if (match->act != RO_ACT_PROMISE || match->matter == RO_NONE) return false;
  if (scene->document->tokens[match->matter].upos != RO_UPOS_VERB) return false;
  ro_arguments arguments;
  arguments_collect(&arguments, scene, match->matter);
  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    uint32_t token = arguments_find(&arguments, places[i].role, places[i].preposition);
    if (places[i].role == ACT_OBJECT && !scene_in_class(scene, match->matter, "providing"))
      continue;
    ro_parties found = {.count = 0};
    if (token != RO_NONE) parties_named(&found, scene, token);
    if (surroundings_settle(match, &found, "who is to get it")) return true;
  }
  return false;
}

/* "told Lavrov that …": what is said to somebody is asked of them, promised to them. */
static bool told_to_addressee(act_match *match, const surroundings *around) {
  const ro_document *document = around->scene->document;
  if (match->statement == RO_NONE) return false;
  const char *addressee = around->scene->statements[match->statement].addressee;
  if (!addressee) return false;
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    if (!mention->actor || strcmp(mention->actor, addressee) != 0) continue;
    ro_parties told = {.count = 0};
    parties_add(&told,
                (ro_party){mention->actor, mention->code, mention->span,
                           mention->type != RO_ACTOR_MEDIUM && mention->type != RO_ACTOR_COMPANY});
    return !parties_are_private(mention->actor) &&
           surroundings_settle(match, &told, "the one who is told");
  }
  return false;
}

/* What was asked last answers itself: "rejected the offer" is said to who made it. */
static bool answers(act_match *match, const surroundings *around, const act_match *asked) {
  bool other = match->who.count && !parties_share_side(&match->who, &asked->who);
  bool addressed = !asked->whom.count || asked->act == RO_ACT_PROMISE ||
                   parties_share_side(&match->who, &asked->whom);
  bool asks = asked->act != RO_ACT_ACCUSATION && asked->act != RO_ACT_WARNING;
  if (!asks && surroundings_is_position(around, match)) return false;
  return other && addressed && surroundings_settle(match, &asked->who, "who asked for it before");
}

/* "welcomed the APPEAL": who did last what the noun tells. */
static ro_parties done_before(const act_match *match, const surroundings *around, uint32_t noun) {
  ro_parties makers = {.count = 0};
  const act_entry *entry = act_lexicon_entries(around->scene->lexicon, around->scene->lemmas[noun]);
  while (entry && (entry->word_class != ACT_NOUN || entry->word_count > 1))
    entry = entry->next;
  if (!entry || entry->act == RO_ACT_NONE || match->act != RO_ACT_SUPPORT) return makers;
  for (size_t i = around->index; i-- > 0 && !makers.count;) {
    const act_match *before = &around->matches[i];
    if (before->dropped || before->act != entry->act) continue;
    makers = before->who;
    parties_remove_sides(&makers, &match->who);
  }
  return makers;
}

/* "rejected the order", "accepted the invitation": who is told to have made it. */
static bool made_it(act_match *match, const surroundings *around) {
  ro_parties makers = {.count = 0};
  bool judged = match->act == RO_ACT_ACCUSATION || match->act == RO_ACT_SUPPORT;
  if (!judged && !is_answer(match)) return false;
  uint32_t noun = things_noun(match);
  if (noun == RO_NONE || scene_in_class(around->scene, noun, "meeting") ||
      scene_in_class(around->scene, noun, "agreement"))
    return false;
  things_makers(&makers, around->scene, noun, &match->who);
  if (!makers.count) makers = done_before(match, around, noun);
  return surroundings_settle(match, &makers, "who made what is answered or judged");
}

/* "asked IT to keep others away": somebody is asked, though nobody knows whom the word stands for.
 */
static bool is_asked_pronoun(const act_match *match, const surroundings *around) {
  uint32_t asked = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  if (asked == RO_NONE) asked = arguments_find(&match->arguments, ACT_INDIRECT, NULL);
  return match->act == RO_ACT_DEMAND && asked != RO_NONE && asked != match->matter &&
         scene_in_class(around->scene, asked, "third-person-objects");
}

/* "An attack ON NORWAY would have consequences": it is whom Norway is at odds with who is warned.
 */
static bool attackers_warned(act_match *match, const surroundings *around) {
  static const char *const prepositions[] = {"on", "against"};
  const ro_scene *scene = around->scene;
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[surroundings_sentence(around, match)];
  if (match->act != RO_ACT_WARNING) return false;
  for (uint32_t i = sentence->first_token; i < sentence->first_token + sentence->token_count; i++) {
    uint32_t head = document->tokens[i].head;
    const char *preposition = arguments_preposition(document, i);
    if (document->tokens[i].deprel != RO_DEPREL_NMOD || head == RO_NONE || !preposition) continue;
    bool aimed =
        strcmp(preposition, prepositions[0]) == 0 || strcmp(preposition, prepositions[1]) == 0;
    if (!aimed || !scene_in_class(scene, head, "hostile-nouns")) continue;
    ro_parties victims = {.count = 0}, found = {.count = 0};
    parties_of_phrase(&victims, scene, i);
    if (!parties_any_political(&victims)) continue;
    adversary_of(&found, scene, around->matches, around->count, &victims);
    if (surroundings_settle(match, &found, "who is at odds with whom an attack would be on"))
      return true;
  }
  return false;
}

/* "ruled out any recourse to the treaty WITH DENMARK": of what is refused of any kind, only who is
 * named right beside it is whom it is refused. */
static bool is_far_from_refused(const act_match *match, const surroundings *around) {
  const ro_scene *scene = around->scene;
  uint32_t thing = match->matter != RO_NONE ? match->matter : things_noun(match);
  if (match->act != RO_ACT_REFUSAL || thing == RO_NONE || !match->mentioned.count) return false;
  if (!surroundings_is_indefinite(around, thing)) return false;
  ro_span words = match->mentioned.items[0].words;
  if (words.start == words.end) return false;
  uint32_t token = scene_token_at(scene, words.end - 1);
  return scene->document->tokens[token].head != thing;
}

static bool mentioned_in_clause(act_match *match, const surroundings *around) {
  bool joint = match->act == RO_ACT_PROMISE && parties_many_sides(&match->who);
  /* "guarantees that THE RAIDERS will not come back" */
  bool vouched =
      match->act == RO_ACT_PROMISE && scene_in_class(around->scene, match->predicate, "vouching");
  if (joint || vouched || surroundings_is_position(around, match)) return false;
  if (is_far_from_refused(match, around)) return false;
  if (is_asked_pronoun(match, around)) return false;
  return surroundings_settle(match, &match->mentioned, "who is spoken of in the clause");
}

static void find(act_match *match, const surroundings *around) {
  static bool (*const rules[])(act_match *, const surroundings *) = {
      attackers_warned,  recipient_in_matter, told_by_other_side,
      told_to_addressee, mentioned_in_clause, counterparts_find};
  if (!is_directed(match) && !mentioned_in_clause(match, around) && match->act == RO_ACT_PRESSURE)
    counterparts_find(match, around);
  for (size_t i = 0; is_directed(match) && i < sizeof rules / sizeof *rules; i++)
    if (rules[i](match, around)) return;
}

/* "captured THE TOWN", "freed THE PRISONERS": what is taken or given is not whom it is done to. */
static bool handles_thing(const act_match *match, const ro_scene *scene) {
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  bool seized = match->mode && strcmp(match->mode, "seize") == 0;
  if (object == RO_NONE) return false;
  if (match->act == RO_ACT_DELIVERY) return scene_in_class(scene, object, "prisoners");
  return match->act == RO_ACT_PRESSURE && (seized || scene->places[object] != RO_NONE);
}

static bool is_open(const act_match *match, const ro_scene *scene) {
  return match->act != RO_ACT_MEETING && match->who.count && !match->whom.count &&
         (!match->whom_told || handles_thing(match, scene)) &&
         !(match->entry && match->entry->marks & ACT_MARK_NO_WHOM);
}

/* Where nobody is told to reject what was asked, it is whom it was asked of. */
static void find_untold_doer(act_match *match, const act_match *asked) {
  bool told = arguments_find(&match->arguments, ACT_SUBJECT, NULL) != RO_NONE;
  if (!match->who.count && !told) match->who = asked->whom;
}

/* "accused THEM of": whoever they are, it is they who are blamed. */
static bool is_people(const ro_scene *scene, uint32_t thing) {
  if (scene_lemma_is(scene, thing, "it")) return false;
  return scene_in_class(scene, thing, "third-person-objects") ||
         scene_lemma_is(scene, thing, "other") || scene_in_class(scene, thing, "leaders");
}

/* "condemned the strike", "called the pullout reckless", "welcomed the decision": it is whose deed
 * was told last. A deal belongs to all. */
static void judge_deed(act_match *match, const surroundings *around, const act_match *deed) {
  const ro_scene *scene = around->scene;
  if (!match->who.count || match->whom.count) return;
  uint32_t thing = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  if (thing == RO_NONE) thing = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  bool known = thing != RO_NONE;
  if (known && (scene_in_class(scene, thing, "agreement") || is_people(scene, thing))) return;
  bool praised = match->act == RO_ACT_SUPPORT && known && scene_in_class(scene, thing, "deeds");
  if (match->act != RO_ACT_ACCUSATION && !praised) return;
  if (!praised && deed->act == RO_ACT_PROMISE &&
      surroundings_sentence(around, deed) + 1 < surroundings_sentence(around, match))
    return;
  if (known && scene_in_class(scene, thing, "hostile-acts") && deed->act != RO_ACT_PRESSURE) return;
  if (known && things_names_another(scene, thing)) return;
  match->deed_judged = surroundings_settle(match, &deed->who, "whose deed was told last");
}

/* Deeds that are blamed, and those that are praised. */
static bool is_bad_deed(const act_match *match) {
  return match->act == RO_ACT_PRESSURE || match->act == RO_ACT_REFUSAL ||
         match->act == RO_ACT_PROMISE;
}

static bool is_good_deed(const act_match *match) {
  return match->act == RO_ACT_DELIVERY || match->act == RO_ACT_PROMISE ||
         match->act == RO_ACT_ACCEPTANCE;
}

/* What was promised first was promised to who promised in exchange. */
static void complete_exchange(act_match *matches, size_t index) {
  const act_match *answer = &matches[index];
  if (!answer->whom_found || strcmp(answer->whom_found, promised_in_exchange) != 0) return;
  for (size_t i = index; i-- > 0;) {
    act_match *first = &matches[i];
    if (first->dropped || first->act != RO_ACT_PROMISE) continue;
    if (parties_share_side(&first->who, &answer->who)) continue;
    if (!first->whom.count && !parties_many_sides(&first->who))
      surroundings_settle(first, &answer->who, promised_in_exchange);
    return;
  }
}

void addressees_find(const ro_scene *scene, act_match *matches, size_t count) {
  const act_match *asked = NULL, *good = NULL, *bad = NULL; /* the last ones by a known party */
  surroundings around = {.scene = scene, .matches = matches, .count = count};
  for (size_t i = 0; i < count; i++) {
    act_match *match = &matches[i];
    if (match->dropped) continue;
    around.index = i;
    both_sides_find(match, scene);
    sides_described(match, &around);
    if (match->act == RO_ACT_WARNING || match->act == RO_ACT_REFUSAL)
      sides_of_own_government(match, scene);
    if (is_open(match, scene)) sides_of_opposition(match, &around);
    if (is_open(match, scene)) made_it(match, &around);
    const act_match *deed = match->act == RO_ACT_SUPPORT ? good : bad;
    if (deed) judge_deed(match, &around, deed);
    if (is_bad_deed(match) && match->who.count) bad = match;
    if (is_good_deed(match) && match->who.count) good = match;
    if (asked && is_answer(match)) find_untold_doer(match, asked);
    bool answered =
        asked && is_answer(match) && is_open(match, scene) && answers(match, &around, asked);
    if (!answered && is_open(match, scene)) find(match, &around);
    complete_exchange(matches, i);
    if (surroundings_can_be_answered(match) && match->who.count) asked = match;
  }
}
