#include "records/merge.h"

#include <string.h>

#include "syntax/tree.h"

static void drop(act_match *match, const char *why) {
  match->dropped = true;
  match->decision = why;
}

/* An act of its own although it stands in another's matter: "rejected RUSSIA'S DEMAND". */
static bool stands_alone(const act_match *inner, const act_match *outer) {
  if (inner->listed) return true;
  if (!inner->entry || inner->entry->word_class != ACT_NOUN) return false;
  bool verbal = inner->act != RO_ACT_MEETING && inner->act != RO_ACT_PRESSURE &&
                inner->act != RO_ACT_DELIVERY && inner->act != RO_ACT_NONE;
  return verbal && inner->who.count && !parties_share_side(&inner->who, &outer->who);
}

/* "praised Denmark, WHICH HAD URGED …", "…, a move condemned BY …": told by the way, not part of
 * the matter. */
static bool is_told_by_the_way(const ro_scene *scene, uint32_t token, uint32_t matter) {
  const ro_document *document = scene->document;
  for (uint32_t at = token; at != RO_NONE && at != matter; at = document->tokens[at].head) {
    uint32_t mark = ro_tree_child(document, at, RO_DEPREL_PUNCT);
    ro_deprel deprel = document->tokens[at].deprel;
    bool aside = deprel == RO_DEPREL_ACL_RELCL || deprel == RO_DEPREL_APPOS;
    if (aside && mark != RO_NONE && mark < at) return true;
  }
  return false;
}

bool merge_takes_in(const ro_scene *scene, const act_match *outer, const act_match *inner) {
  if (outer == inner || outer->dropped || outer->matter == RO_NONE) return false;
  if (outer->act == RO_ACT_NONE && inner->act != RO_ACT_NONE) return false; /* acts go first */
  if (outer->predicate == inner->predicate || outer->matter == outer->predicate) return false;
  uint32_t statement = scene->inner[outer->matter];
  if (statement != RO_NONE && !scene_is_said_in(scene, inner->predicate, statement)) return false;
  return ro_tree_is_below(scene->document, inner->predicate, outer->matter) &&
         !is_told_by_the_way(scene, inner->predicate, outer->matter);
}

/* "agreed to drop its demand", "agreed to sign": accepted. */
static void becomes_acceptance(act_match *outer, const act_match *inner) {
  if (inner->predicate != outer->matter || inner->act != RO_ACT_ACCEPTANCE) return;
  if (outer->act != RO_ACT_PROMISE || outer->status != RO_STATUS_PENDING) return;
  outer->act = RO_ACT_ACCEPTANCE;
  outer->status = RO_STATUS_MADE;
  outer->decision = "what is promised is to accept";
}

/* "agreed to MEET", "ready to begin TALKS" */
static bool is_what_is_meant(const ro_scene *scene, const act_match *outer,
                             const act_match *inner) {
  if (inner->predicate == outer->matter) return true;
  const ro_token *token = &scene->document->tokens[inner->predicate];
  if (token->deprel == RO_DEPREL_ACL && token->head == outer->matter)
    return scene_in_class(scene, outer->matter, "offer-nouns"); /* "renewed an OFFER to MEET" */
  if (token->deprel == RO_DEPREL_NMOD && token->head == outer->matter)
    return scene_in_class(scene, outer->matter, "quantity-nouns");
  return token->deprel == RO_DEPREL_OBJ && token->head == outer->matter &&
         (scene_in_class(scene, outer->matter, "holding") ||
          scene_in_class(scene, outer->matter, "light-verbs"));
}

static void take_participants(act_match *outer, const act_match *inner) {
  for (uint32_t i = 0; i < inner->who.count; i++)
    parties_add(&outer->whom, inner->who.items[i]);
  for (uint32_t i = 0; i < inner->whom.count; i++)
    parties_add(&outer->whom, inner->whom.items[i]);
  parties_remove_sides(&outer->whom, &outer->who);
}

/* "called on both to RESUME TALKS": asked of those who are to meet without the one who asks. */
static bool asks_others_to_meet(const ro_scene *scene, const act_match *outer,
                                const act_match *inner) {
  bool asked = outer->act == RO_ACT_DEMAND && outer->entry &&
               outer->entry->word_class == ACT_VERB && outer->whom.count &&
               arguments_is_infinitive(scene->document, outer->matter);
  return asked && !parties_share_side(&inner->whom, &outer->who) &&
         !parties_share_side(&inner->who, &outer->who);
}

/* "agreed to CONTINUE the talks", "promised to OPEN a dialogue": no meeting of a day. */
static bool is_to_go_on(const ro_scene *scene, uint32_t matter) {
  static const char *const verbs[] = {"continue", "keep", "open", "pursue", "maintain"};
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    if (scene_lemma_is(scene, matter, verbs[i])) return true;
  return false;
}

/* "agreed to meet", "proposed talks", "invited him to visit": the meeting is the act. */
static bool becomes_meeting(const ro_scene *scene, act_match *outer, act_match *inner) {
  if (inner->act != RO_ACT_MEETING || !is_what_is_meant(scene, outer, inner)) return false;
  if (asks_others_to_meet(scene, outer, inner)) return false;
  bool only_offered = scene_in_class(scene, outer->predicate, "proposing") ||
                      scene_in_class(scene, outer->matter, "offer-nouns");
  if (outer->act == RO_ACT_PROMISE && !only_offered && is_to_go_on(scene, outer->matter))
    return false;
  if (outer->act == RO_ACT_PROMISE)
    outer->status = only_offered ? RO_STATUS_PROPOSED : RO_STATUS_SCHEDULED;
  else if (outer->act == RO_ACT_DEMAND)
    outer->status = RO_STATUS_PROPOSED;
  else
    return false;
  outer->act = RO_ACT_MEETING;
  outer->event = outer->mode = outer->cameo = NULL;
  outer->decision = "what it is about is a meeting";
  take_participants(outer, inner);
  return true;
}

/* "will travel to Sochi for a MEETING with Putin", "invited all to TALKS", "the TALKS are on ice":
 * the noun speaks of the meeting that its verb tells. */
static bool is_meeting_of_verb(const ro_scene *scene, const act_match *verb,
                               const act_match *noun) {
  if (verb == noun || verb->dropped || noun->dropped) return false;
  if (verb->act != RO_ACT_MEETING || noun->act != RO_ACT_MEETING) return false;
  const ro_token *token = &scene->document->tokens[noun->predicate];
  if (token->upos != RO_UPOS_NOUN || token->head != verb->predicate) return false;
  const char *preposition = arguments_preposition(scene->document, noun->predicate);
  return !preposition || strcmp(preposition, "for") == 0 || strcmp(preposition, "to") == 0;
}

static bool is_learned(const act_match *match) {
  return !match->entry && match->act == RO_ACT_NONE;
}

/* "HAD talks with him", "ISSUED a threat": what is learned of a verb is nothing beside what the
 * lexicon knows of a word that hangs on it. */
static bool is_told_below(const ro_scene *scene, const act_match *learned, const act_match *known) {
  if (!is_learned(learned) || known->dropped || is_learned(known)) return false;
  if (!known->who.count && !known->whom.count) return false;
  uint32_t head = scene->document->tokens[known->predicate].head;
  return head == learned->predicate || known->predicate == learned->predicate;
}

static bool is_attack(const act_match *match) {
  return !match->dropped && match->event && strcmp(match->event, "ASSAULT") == 0;
}

/* "Icelandic AIR STRIKES hit the port": the verb tells of the attack whose side and whom it hits.
 */
static bool is_attack_of_verb(const ro_scene *scene, const act_match *verb, const act_match *noun) {
  const ro_token *token = &scene->document->tokens[noun->predicate];
  bool argument = token->head == verb->predicate &&
                  (token->deprel == RO_DEPREL_NSUBJ || token->deprel == RO_DEPREL_OBL_AGENT);
  return argument && is_attack(verb) && is_attack(noun) &&
         (!noun->who.count || parties_share_side(&verb->who, &noun->who));
}

/* "bombed the port, KILLING eight": what came of the attack that was told. */
static bool is_toll_of_attack(const ro_scene *scene, const act_match *attack,
                              const act_match *toll) {
  const ro_token *token = &scene->document->tokens[toll->predicate];
  bool gerund = token->xpos && strcmp(token->xpos, "VBG") == 0;
  return gerund && token->deprel == RO_DEPREL_ADVCL && token->head == attack->predicate &&
         is_attack(attack) && is_attack(toll);
}

/* "ready to talk TO ICELAND" */
static void add_partners(const ro_scene *scene, act_match *outer) {
  static const char *const prepositions[] = {"with", "to"};
  ro_arguments arguments;
  arguments_collect(&arguments, scene, outer->matter);
  for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
    uint32_t partner = arguments_find(&arguments, ACT_PREPOSITION, prepositions[i]);
    if (partner != RO_NONE) parties_of_phrase(&outer->whom, scene, partner);
  }
  parties_remove_sides(&outer->whom, &outer->who);
}

/* "ready to TALK", "offered to NEGOTIATE": the bare verb tells a meeting of those who do it. */
static void becomes_bare_meeting(const ro_scene *scene, act_match *outer) {
  static const char *const verbs[] = {"talk", "meet", "negotiate", "sit", "confer"};
  if (outer->dropped || outer->act != RO_ACT_PROMISE || outer->matter == RO_NONE) return;
  if (outer->status != RO_STATUS_PENDING || outer->matter == outer->predicate) return;
  const ro_token *matter = &scene->document->tokens[outer->matter];
  if (matter->upos != RO_UPOS_VERB || !arguments_is_infinitive(scene->document, outer->matter))
    return;
  bool only_offered = scene_in_class(scene, outer->predicate, "proposing");
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
    if (!scene_lemma_is(scene, outer->matter, verbs[i])) continue;
    outer->act = RO_ACT_MEETING;
    outer->status = only_offered ? RO_STATUS_PROPOSED : RO_STATUS_SCHEDULED;
    outer->event = outer->mode = outer->cameo = NULL;
    outer->decision = "what it is about is to meet";
    add_partners(scene, outer);
    return;
  }
}

void merge_sentence(const ro_scene *scene, act_match *matches, size_t count) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < count; k++) {
      if (is_meeting_of_verb(scene, &matches[i], &matches[k])) {
        take_participants(&matches[i], &matches[k]);
        drop(&matches[k], "told by its verb");
      }
      if (i != k && is_attack_of_verb(scene, &matches[i], &matches[k])) {
        if (!matches[i].who.count) matches[i].who = matches[k].who;
        if (!matches[i].whom.count) matches[i].whom = matches[k].whom;
        drop(&matches[k], "told by its verb");
      }
      if (i != k && is_toll_of_attack(scene, &matches[i], &matches[k]))
        matches[k].act = RO_ACT_NONE; /* an event of its own, but the same act */
      if (matches[i].attack == matches[k].predicate && !matches[i].dropped && i != k)
        drop(&matches[k], "told by the verb of what it did");
      if (is_told_below(scene, &matches[k], &matches[i]))
        drop(&matches[k], "told by a word that hangs on it");
      if (!merge_takes_in(scene, &matches[i], &matches[k])) continue;
      bool meeting = becomes_meeting(scene, &matches[i], &matches[k]);
      becomes_acceptance(&matches[i], &matches[k]);
      if (meeting || !stands_alone(&matches[k], &matches[i]))
        drop(&matches[k], "within the matter of another act");
    }
  }
  for (size_t i = 0; i < count; i++)
    becomes_bare_meeting(scene, &matches[i]);
}

static bool same_actors(ro_actors some, ro_actors others) {
  if (some.count != others.count) return false;
  for (uint32_t i = 0; i < some.count; i++) {
    bool found = false;
    for (uint32_t k = 0; k < others.count && !found; k++)
      found = parties_same_side(some.items[i], others.items[k]);
    if (!found) return false;
  }
  return true;
}

static bool is_same_day(ro_interval some, ro_interval other) {
  if (some.first == RO_NO_DAY || other.first == RO_NO_DAY) return true;
  return some.first <= other.last && other.first <= some.last;
}

/* The same act told again: the same meeting of the same parties, the same words. */
static bool is_told_again(const ro_record *first, const ro_record *again) {
  if (first->act != again->act || first->status != again->status) return false;
  if (!same_actors(first->who, again->who)) return false;
  bool overlap =
      first->evidence.start < again->evidence.end && again->evidence.start < first->evidence.end;
  if (first->act == RO_ACT_NONE) return overlap && first->event == again->event;
  if (first->act == RO_ACT_MEETING) return is_same_day(first->when, again->when);
  return overlap && same_actors(first->whom, again->whom) &&
         first->evidence.start == again->evidence.start &&
         first->evidence.end == again->evidence.end;
}

static void join(ro_record *first, const ro_record *again) {
  uint32_t length = first->evidence.end - first->evidence.start;
  if (again->evidence.end - again->evidence.start <= length) return;
  ro_interval when = first->when;
  *first = *again;
  if (first->when.first == RO_NO_DAY) first->when = when;
}

uint32_t merge_records(ro_record *records, uint32_t count) {
  enum { NEIGHBOURS = 64 }; /* a repetition stands close by */
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t first = kept > NEIGHBOURS ? kept - NEIGHBOURS : 0, k = first;
    while (k < kept && !is_told_again(&records[k], &records[i]))
      k++;
    if (k < kept)
      join(&records[k], &records[i]);
    else
      records[kept++] = records[i];
  }
  return kept;
}
