#include "records/addressees.h"

#include <string.h>

#include "records/leading_side.h"

/* How many sentences back the talk between two sides is still what is meant. */
enum { NEAR = 2, NEAR_PROMISE = 6 };

/* How many acts around one are looked at for whom its party has to do with. */
enum { WIDTH = 100 };

/* The report up to and around one act. */
typedef struct surroundings {
  const ro_scene *scene;
  const act_match *matches;
  size_t count, index;
} surroundings;

static uint32_t sentence_of(const surroundings *around, const act_match *match) {
  return around->scene->document->tokens[match->predicate].sentence;
}

static size_t first_around(const surroundings *around) {
  return around->index > WIDTH ? around->index - WIDTH : 0;
}

static size_t last_around(const surroundings *around) {
  size_t last = around->index + WIDTH;
  return last < around->count ? last : around->count;
}

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
  return arguments_is_passive(document, clause) &&
         arguments_subject(around->scene, clause) == RO_NONE;
}

static bool is_answer(const act_match *match) {
  return match->act == RO_ACT_REFUSAL || match->act == RO_ACT_ACCEPTANCE ||
         match->act == RO_ACT_CONDITION;
}

static bool can_be_answered(const act_match *match) {
  return match->act == RO_ACT_DEMAND || match->act == RO_ACT_PROMISE ||
         match->act == RO_ACT_WARNING || match->act == RO_ACT_ACCUSATION ||
         (match->act == RO_ACT_MEETING && match->status == RO_STATUS_PROPOSED);
}

/* All that take part in an act but those on the side of `own`. */
static ro_parties others_in(const act_match *match, const ro_parties *own) {
  ro_parties others = match->who;
  for (uint32_t i = 0; i < match->whom.count; i++)
    parties_add(&others, match->whom.items[i]);
  parties_remove_sides(&others, own);
  return others;
}

static bool takes_part(const act_match *match, const ro_parties *side) {
  return parties_share_side(&match->who, side) || parties_share_side(&match->whom, side);
}

static bool settle(act_match *match, const ro_parties *found, const char *rule) {
  ro_parties others = *found;
  parties_remove_sides(&others, &match->who);
  if (!others.count || !parties_any_political(&others)) return false;
  match->whom = others;
  match->whom_found = rule;
  return true;
}

/* "Iran has agreed to go on, the agency said": who tells of another's promise got it. */
static bool told_by_other_side(act_match *match, const surroundings *around) {
  ro_parties teller = {.count = 0};
  bool given = match->act == RO_ACT_PROMISE || match->act == RO_ACT_REFUSAL ||
               match->act == RO_ACT_ACCEPTANCE || match->act == RO_ACT_PRESSURE ||
               match->act == RO_ACT_DELIVERY;
  uint32_t outer = around->scene->outer[match->predicate];
  if (!given || outer == RO_NONE) return false;
  parties_of_speaker(&teller, around->scene, outer);
  return !parties_share_side(&match->who, &teller) &&
         settle(match, &teller, "the other side tells of it");
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
    ro_parties found = {.count = 0};
    if (token != RO_NONE) parties_named(&found, scene, token);
    if (settle(match, &found, "who is to get it")) return true;
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
    return settle(match, &told, "the one who is told");
  }
  return false;
}

/* "In a call with Lavrov, Blinken stressed …": who sits at the same table in the sentence. */
static bool partner_in_meeting(act_match *match, const surroundings *around) {
  uint32_t sentence = sentence_of(around, match);
  for (size_t i = first_around(around); i < last_around(around); i++) {
    const act_match *meeting = &around->matches[i];
    if (meeting->act != RO_ACT_MEETING || meeting->status != RO_STATUS_HELD) continue;
    if (sentence_of(around, meeting) != sentence || !takes_part(meeting, &match->who)) continue;
    ro_parties partners = others_in(meeting, &match->who);
    if (settle(match, &partners, "who meets them in the same sentence")) return true;
  }
  return false;
}

/* What was asked last answers itself: "rejected the offer" is said to who made it. */
static bool answers(act_match *match, const act_match *asked) {
  bool other = match->who.count && !parties_share_side(&match->who, &asked->who);
  bool addressed = !asked->whom.count || asked->act == RO_ACT_PROMISE ||
                   parties_share_side(&match->who, &asked->whom);
  return other && addressed && settle(match, &asked->who, "who asked for it before");
}

/* "waits for the promised answers": what is asked for after a promise is asked of who gave it. */
static bool promised_before(act_match *match, const surroundings *around) {
  if (match->act != RO_ACT_DEMAND && match->act != RO_ACT_CONDITION) return false;
  for (size_t i = around->index; i-- > 0;) {
    const act_match *promise = &around->matches[i];
    if (sentence_of(around, promise) + NEAR_PROMISE < sentence_of(around, match)) return false;
    if (promise->dropped || promise->act != RO_ACT_PROMISE) continue;
    if (parties_share_side(&promise->whom, &match->who) &&
        settle(match, &promise->who, "who promised before"))
      return true;
  }
  return false;
}

/* "They must leave; only then will we return": the condition is put to whom it was demanded of. */
static bool same_as_own_demand(act_match *match, const surroundings *around) {
  if (match->act != RO_ACT_CONDITION) return false;
  for (size_t i = around->index; i-- > 0;) {
    const act_match *demand = &around->matches[i];
    if (sentence_of(around, demand) + NEAR < sentence_of(around, match)) return false;
    if (demand->dropped || demand->act != RO_ACT_DEMAND) continue;
    if (parties_share_side(&demand->who, &match->who) && demand->whom.count)
      return settle(match, &demand->whom, "of whom they asked before");
  }
  return false;
}

/* "Washington delivered its answer to Moscow, and Brussels sent its own": the same act of another
 * in the same sentence goes the same way. */
static bool parallel(act_match *match, const surroundings *around) {
  for (size_t i = around->index; i-- > 0;) {
    const act_match *first = &around->matches[i];
    if (sentence_of(around, first) != sentence_of(around, match)) return false;
    if (first->dropped || first->act != match->act || !first->whom.count) continue;
    return settle(match, &first->whom, "as the act before it in the sentence");
  }
  return false;
}

static bool mentioned_in_clause(act_match *match, const surroundings *around) {
  (void)around;
  return settle(match, &match->mentioned, "who is spoken of in the clause");
}

/* The other side of what was told just before of the same party. */
static bool counterpart_nearby(act_match *match, const surroundings *around) {
  if (match->act == RO_ACT_PROMISE || !is_dealing(match) || is_open_to_anyone(match, around))
    return false;
  for (size_t i = around->index; i-- > 0;) {
    const act_match *before = &around->matches[i];
    if (sentence_of(around, before) + NEAR < sentence_of(around, match)) return false;
    if (!is_dealing(before) || !takes_part(before, &match->who)) continue;
    ro_parties others = others_in(before, &match->who);
    if (others.count && settle(match, &others, "the other side of what was told before"))
      return true;
  }
  return false;
}

/* The one other side that the report has dealing with the party. */
static bool only_counterpart(act_match *match, const surroundings *around) {
  if (match->act == RO_ACT_PROMISE || !is_dealing(match) || is_open_to_anyone(match, around))
    return false;
  ro_parties others = {.count = 0};
  for (size_t i = first_around(around); i < last_around(around); i++) {
    const act_match *other = &around->matches[i];
    if (!is_dealing(other) || !takes_part(other, &match->who)) continue;
    ro_parties found = others_in(other, &match->who);
    for (uint32_t k = 0; k < found.count; k++)
      if (!parties_share_side(&others, &(ro_parties){.items = {found.items[k]}, .count = 1}))
        parties_add(&others, found.items[k]);
  }
  return others.count == 1 && settle(match, &others, "the only other side in the report");
}

/* Who is blamed is always somebody: at last the other side that the report speaks of most. */
static bool most_spoken_of(act_match *match, const surroundings *around) {
  ro_parties found = {.count = 0};
  if (match->act != RO_ACT_ACCUSATION) return false;
  leading_side_but(&found, around->scene, &match->who);
  return settle(match, &found, "who is spoken of most");
}

static void find(act_match *match, const surroundings *around) {
  static bool (*const rules[])(act_match *, const surroundings *) = {
      recipient_in_matter, told_by_other_side, told_to_addressee,  mentioned_in_clause,
      promised_before,     same_as_own_demand, partner_in_meeting, parallel,
      counterpart_nearby,  only_counterpart,   most_spoken_of};
  if (!is_directed(match)) mentioned_in_clause(match, around);
  for (size_t i = 0; is_directed(match) && i < sizeof rules / sizeof *rules; i++)
    if (rules[i](match, around)) return;
}

static bool is_open(const act_match *match) {
  return match->act != RO_ACT_MEETING && match->who.count && !match->whom.count &&
         !match->whom_told && !(match->entry && match->entry->marks & ACT_MARK_NO_WHOM);
}

/* Where nobody is told to reject what was asked, it is whom it was asked of. */
static void find_untold_doer(act_match *match, const act_match *asked) {
  bool told = arguments_find(&match->arguments, ACT_SUBJECT, NULL) != RO_NONE;
  if (!match->who.count && !told) match->who = asked->whom;
}

/* "the EUROPEAN move": whose it is stands there, though nobody known. */
static bool names_another(const ro_scene *scene, uint32_t thing) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[thing]; child != RO_NONE && child < thing;
       child = document->next_sibling[child]) {
    char first = document->tokens[child].form[0];
    if (first >= 'A' && first <= 'Z' && document->tokens[child].deprel != RO_DEPREL_DET)
      return true;
  }
  return false;
}

/* "condemned the strike", "called the pullout reckless", "welcomed the decision": it is whose deed
 * was told last. A deal belongs to all. */
static void judge_deed(act_match *match, const surroundings *around, const act_match *deed) {
  const ro_scene *scene = around->scene;
  if (!match->who.count || match->whom.count) return;
  uint32_t thing = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  if (thing == RO_NONE) thing = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  bool known = thing != RO_NONE;
  if (known && scene_in_class(scene, thing, "agreement")) return;
  bool praised = match->act == RO_ACT_SUPPORT && known && scene_in_class(scene, thing, "deeds");
  if (match->act != RO_ACT_ACCUSATION && !praised) return;
  if (known && names_another(scene, thing)) return;
  match->deed_judged = settle(match, &deed->who, "whose deed was told last");
}

static bool is_deed(const act_match *match) {
  return match->act == RO_ACT_PRESSURE || match->act == RO_ACT_REFUSAL ||
         match->act == RO_ACT_DELIVERY || match->act == RO_ACT_PROMISE;
}

void addressees_find(const ro_scene *scene, act_match *matches, size_t count) {
  const act_match *asked = NULL, *deed = NULL; /* the last ones by a known party */
  surroundings around = {.scene = scene, .matches = matches, .count = count};
  for (size_t i = 0; i < count; i++) {
    act_match *match = &matches[i];
    if (match->dropped) continue;
    around.index = i;
    if (deed) judge_deed(match, &around, deed);
    if (is_deed(match) && match->who.count) deed = match;
    if (asked && is_answer(match)) find_untold_doer(match, asked);
    bool answered = asked && is_answer(match) && is_open(match) && answers(match, asked);
    if (!answered && is_open(match)) find(match, &around);
    if (can_be_answered(match) && match->who.count) asked = match;
  }
}
