#include "records/learned/learned_acts.h"

#include "records/counterparts/participants.h"
#include "records/events/plover.h"
#include "records/evidence/evidence.h"
#include "records/learned/party_features.h"
#include "syntax/tree.h"

/* Log odds from which a word tells an act, where F1 was best on dossiers that nothing was learned
 * from (a record more is worth it if it is right one time in three), and from which a mention is a
 * party. */
static const float least_act = -0.7F;
static const float least_party = 0.0F;
/* The same for one more who meets those whom the tree tells, and for who meets the one that a rule
 * has found. */
static const float least_partner = 1.0F;
static const float least_partner_of_rule = 1.5F;
/* Below the first no rule's act is believed; below the second not where another is likelier. */
static const float unlikely = -2.0F;
static const float doubtful = -1.5F;
static const float likely_other = 0.5F;

act_marks learned_marks(const ro_scene *scene, const act_match *matches, size_t count) {
  const ro_document *document = scene->document;
  act_marks marks = {.kept = ro_arena_alloc(document->arena, document->token_count),
                     .dropped = ro_arena_alloc(document->arena, document->token_count)};
  for (size_t i = 0; i < count; i++) {
    uint32_t anchor = evidence_anchor(&matches[i], scene);
    uint8_t *slot = matches[i].dropped ? &marks.dropped[anchor] : &marks.kept[anchor];
    if (*slot == RO_ACT_NONE) *slot = (uint8_t)matches[i].act;
  }
  return marks;
}

/* The better of what the clause's head and the predicate itself tell. */
static float score_of(const act_reading *reading, const act_match *match, uint32_t anchor) {
  float own = act_reading_score(reading, match->predicate, match->act);
  float head = act_reading_score(reading, anchor, match->act);
  return own > head ? own : head;
}

static float best_other(const act_reading *reading, const act_match *match, uint32_t anchor) {
  float own, head;
  ro_act act = act_reading_best(reading, match->predicate, &own);
  ro_act of_head = act_reading_best(reading, anchor, &head);
  if (head > own) act = of_head, own = head;
  return act == match->act ? unlikely : own;
}

/* A row that asks for certain words beside the predicate, as idioms do, is right mostly; the user's
 * own stands whatever the model thinks. */
static bool is_particular(const act_match *match) {
  const act_entry *entry = match->entry;
  return entry && (entry->own || entry->needs.count || entry->word_count > 1);
}

void learned_score_parties(act_match *match, const ro_scene *scene, const learned_acts *learned) {
  if (match->dropped || match->act == RO_ACT_NONE) return;
  const ro_passage *passage = act_reading_passage(learned->reading);
  uint32_t anchor = match->entry ? evidence_anchor(match, scene) : match->predicate;
  if (anchor - passage->first >= passage->count) return;
  party_score *scored =
      ro_arena_alloc_array(scene->document->arena, passage->count, sizeof *scored);
  for (uint32_t i = passage->first; i < passage->first + passage->count; i++) {
    if (!party_features_apply(scene, i)) continue;
    act_role_scores scores =
        act_model_roles(learned->model, learned->reading, scene, match->act, anchor, i);
    scored[match->scored_count++] = (party_score){i, scores.who, scores.whom};
  }
  match->scored = scored;
}

/* Who meets the one side that the tree tells. */
static void add_partners(act_match *match, const ro_scene *scene) {
  ro_parties all = match->who, found = {.count = 0};
  for (uint32_t i = 0; i < match->whom.count; i++)
    parties_add(&all, match->whom.items[i]);
  if (parties_many_sides(&all) || participants_are_members(scene, &all)) return;
  for (uint32_t i = 0; i < match->scored_count; i++)
    if (match->scored[i].who > least_partner_of_rule)
      party_features_parties(&found, scene, match->scored[i].token);
  parties_remove_sides(&found, &all);
  for (uint32_t i = 0; i < found.count; i++)
    parties_add(&match->whom, found.items[i]);
}

void learned_weigh(act_match *match, const ro_scene *scene, const learned_acts *learned,
                   const ro_plover *plover) {
  if (match->dropped || match->act == RO_ACT_NONE || is_particular(match)) return;
  uint32_t anchor = evidence_anchor(match, scene);
  float score = score_of(learned->reading, match, anchor);
  bool other = score < doubtful && best_other(learned->reading, match, anchor) > likely_other;
  if (score > unlikely && !other) {
    if (match->act == RO_ACT_MEETING) add_partners(match, scene);
    return;
  }
  match->event = plover_event(plover, scene, match);
  match->act = RO_ACT_NONE;
  match->decision = other ? "another act, as learned" : "no act, as learned";
}

static bool may_be_predicate(ro_upos upos) {
  return upos == RO_UPOS_VERB || upos == RO_UPOS_NOUN || upos == RO_UPOS_ADJ || upos == RO_UPOS_AUX;
}

static ro_record_status status_of_meeting(const ro_circumstances *circumstances) {
  switch (circumstances->reality) {
  case REALITY_FUTURE:
    return circumstances->negated ? RO_STATUS_CANCELLED : RO_STATUS_SCHEDULED;
  case REALITY_PROPOSED:
  case REALITY_WANTED:
  case REALITY_OBLIGED:
  case REALITY_POSSIBLE:
    return RO_STATUS_PROPOSED;
  case REALITY_CANCELLED:
    return RO_STATUS_CANCELLED;
  case REALITY_POSTPONED:
    return RO_STATUS_POSTPONED;
  default:
    return RO_STATUS_HELD;
  }
}

static ro_record_status status_of(ro_act act, const ro_circumstances *circumstances) {
  switch (act) {
  case RO_ACT_MEETING:
    return status_of_meeting(circumstances);
  case RO_ACT_PROMISE:
    return circumstances->condition_kind == CONDITION_NONE ? RO_STATUS_PENDING
                                                           : RO_STATUS_CONDITIONAL;
  case RO_ACT_PRESSURE:
    if (circumstances->reality == REALITY_FUTURE) return RO_STATUS_PLANNED;
    return circumstances->progressive ? RO_STATUS_UNDER_WAY : RO_STATUS_DONE;
  case RO_ACT_DELIVERY:
    return circumstances->progressive ? RO_STATUS_UNDER_WAY : RO_STATUS_DONE;
  default:
    return RO_STATUS_MADE;
  }
}

/* Whom the tree does not tell, the model may; of a meeting, those who were there besides. */
static void find_parties(act_match *match, const ro_scene *scene) {
  bool meeting = match->act == RO_ACT_MEETING, told = match->who.count > 0;
  float least = told ? least_partner : least_party;
  if (meeting && participants_are_members(scene, &match->who)) return;
  for (uint32_t i = 0; i < match->scored_count; i++) {
    const party_score *scored = &match->scored[i];
    if ((!told || meeting) && scored->who > least)
      party_features_parties(&match->who, scene, scored->token);
    if (scored->whom > least_party && !meeting)
      party_features_parties(&match->whom, scene, scored->token);
  }
  parties_remove_sides(&match->whom, &match->who);
}

/* "must FACE justice", "ought to RESTORE the aid" */
static bool is_duty(const act_match *match, const ro_scene *scene) {
  uint32_t head = scene->document->tokens[match->predicate].head;
  return match->circumstances.reality == REALITY_OBLIGED ||
         scene_in_class(scene, match->predicate, "obliging-auxiliaries") ||
         (head != RO_NONE && scene_in_class(scene, head, "obliging-auxiliaries"));
}

/* "Russia, he said, has been VIOLATING the treaty", "Norway, he said, must FACE it": who speaks of
 * a deed of another accuses him, and who speaks of what another must do asks it of him. */
static void turn_to_speaker(act_match *match, const ro_scene *scene, const ro_parties *speaker) {
  bool of_other =
      match->act == RO_ACT_ACCUSATION || (match->act == RO_ACT_DEMAND && is_duty(match, scene));
  if (!of_other || !speaker->count || parties_share_side(&match->who, speaker)) return;
  match->whom = match->who;
  match->who = *speaker;
}

/* Who the tree has as doer, else who says it. */
static void find_doer(act_match *match, const ro_scene *scene) {
  ro_parties speaker = {.count = 0};
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  if (subject == RO_NONE) subject = arguments_subject(scene, match->predicate);
  if (subject != RO_NONE) parties_of_phrase(&match->who, scene, subject);
  if (match->statement == RO_NONE) return;
  parties_of_speaker(&speaker, scene, match->statement);
  if (match->who.count)
    turn_to_speaker(match, scene, &speaker);
  else
    match->who = speaker;
}

/* A row of the lexicon says that the word tells no act here. */
static bool is_ruled_out(const ro_scene *scene, uint32_t token) {
  act_match match = {.predicate = token};
  const act_entry *entry = matcher_find(&match, scene, token, NULL);
  return entry && entry->marks & ACT_MARK_NONE;
}

bool learned_match(act_match *match, const ro_scene *scene, const learned_acts *learned,
                   uint32_t token) {
  float score;
  ro_upos upos = scene->document->tokens[token].upos;
  if (!may_be_predicate(upos)) return false;
  ro_act act = act_reading_best(learned->reading, token, &score);
  if (score < least_act || is_ruled_out(scene, token)) return false;
  match->act = act;
  match->rule = "as learned";
  match->score = 0.5F + score / (2.0F + 2.0F * (score < 0 ? -score : score));
  arguments_collect(&match->arguments, scene, token);
  bool copular = ro_tree_child(scene->document, token, RO_DEPREL_COP) != RO_NONE;
  if ((upos == RO_UPOS_NOUN) && !copular)
    circumstances_of_noun(&match->circumstances, scene, token);
  else
    circumstances_of_verb(&match->circumstances, scene, token);
  match->status = status_of(act, &match->circumstances);
  find_doer(match, scene);
  learned_score_parties(match, scene, learned);
  find_parties(match, scene);
  return match->who.count > 0;
}

bool learned_is_told(const ro_scene *scene, const act_match *match, const act_match *other) {
  const ro_token *tokens = scene->document->tokens;
  if (other->dropped || match->act != other->act) return false;
  return match->predicate == other->predicate ||
         tokens[match->predicate].head == other->predicate ||
         tokens[other->predicate].head == match->predicate ||
         match->circumstances.clause == other->circumstances.clause;
}
