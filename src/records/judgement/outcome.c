#include "records/judgement/outcome.h"

#include <string.h>

#include "records/judgement/judge.h"

void outcome_drop(act_match *match, const char *why) {
  match->dropped = true;
  match->decision = why;
}

void outcome_become(act_match *match, ro_act act, ro_record_status status, const char *why) {
  match->act = act;
  match->status = status;
  match->decision = why;
}

void outcome_of_negation(act_match *match, const ro_scene *scene) {
  bool future = match->circumstances.reality == REALITY_FUTURE;
  bool own = judge_is_own(match, scene);
  bool hostile = match->entry->marks & ACT_MARK_HOSTILE;
  switch (match->act) {
  case RO_ACT_ACCEPTANCE:
    outcome_become(match, RO_ACT_REFUSAL, RO_STATUS_MADE, "not accepting is refusing");
    break;
  case RO_ACT_MEETING:
  case RO_ACT_DELIVERY:
    if (future)
      outcome_become(match, RO_ACT_REFUSAL, RO_STATUS_MADE, "will not: a refusal");
    else
      outcome_drop(match, "negated");
    break;
  case RO_ACT_PRESSURE:
  case RO_ACT_WARNING:
    if (future && own)
      outcome_become(match, RO_ACT_PROMISE, RO_STATUS_PENDING, "not to harm is a promise");
    else if (own && hostile)
      outcome_become(match, RO_ACT_DENIAL, RO_STATUS_MADE, "says it did not");
    else
      outcome_drop(match, "negated");
    break;
  case RO_ACT_PROMISE:
    if (match->entry->marks & ACT_MARK_OWN)
      outcome_become(match, RO_ACT_REFUSAL, RO_STATUS_MADE, "not ready to: a refusal");
    else
      outcome_drop(match, "negated");
    break;
  case RO_ACT_SUPPORT:
    if (future)
      outcome_become(match, RO_ACT_REFUSAL, RO_STATUS_MADE, "will not support: a refusal");
    else
      outcome_drop(match, "negated");
    break;
  case RO_ACT_REFUSAL:
    outcome_drop(match, "a refusal negated");
    break;
  default:
    outcome_drop(match, "negated");
    break;
  }
  if (!match->dropped) match->event = match->mode = match->cameo = NULL;
}

/* What is to be done is an event of words: a promise or a threat of it. */
static const char *event_announced(const char *event) {
  static const struct {
    const char *done, *announced;
  } pairs[] = {{"SUPPORT", "AGREE"},     {"COOPERATE", "AGREE"}, {"AID", "AGREE"},
               {"CONCEDE", "AGREE"},     {"RETREAT", "AGREE"},   {"PROTEST", "THREATEN"},
               {"SANCTION", "THREATEN"}, {"COERCE", "THREATEN"}, {"ASSAULT", "THREATEN"},
               {"MOBILIZE", "THREATEN"}};
  for (size_t i = 0; event && i < sizeof pairs / sizeof *pairs; i++)
    if (strcmp(event, pairs[i].done) == 0) return pairs[i].announced;
  return NULL;
}

/* What is decided is conceded already, whenever it is to be done. */
static bool is_conceded(const act_match *match, const ro_scene *scene) {
  bool yields = match->event &&
                (strcmp(match->event, "CONCEDE") == 0 || strcmp(match->event, "RETREAT") == 0);
  return yields && scene_lemma_is(scene, match->circumstances.clause, "decide");
}

static void of_event_announced(act_match *match, const ro_scene *scene) {
  if (is_conceded(match, scene)) {
    match->event = "CONCEDE";
    match->mode = NULL;
    match->decision = "decided: conceded";
    return;
  }
  match->event = event_announced(match->event);
  match->mode = match->cameo = NULL;
  match->status = RO_STATUS_PLANNED;
  if (!match->event)
    outcome_drop(match, "not yet done");
  else
    match->decision = "to be done: promised or threatened";
}

/* "are to SIGN the accord in Oslo": those who sign meet; what will be accepted is promised. */
static void of_signing_ahead(act_match *match, const ro_scene *scene) {
  static const char *const verbs[] = {"sign", "initial", "co-sign", "countersign", "ink"};
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
    if (!scene_lemma_is(scene, match->predicate, verbs[i])) continue;
    for (uint32_t k = 0; k < match->whom.count; k++)
      parties_add(&match->who, match->whom.items[k]);
    match->whom.count = 0;
    outcome_become(match, RO_ACT_MEETING, RO_STATUS_SCHEDULED, "to be signed: a meeting");
    return;
  }
  if (scene_lemma_is(scene, match->circumstances.clause, "agree"))
    match->status = RO_STATUS_PLANNED; /* "agreed to drop its demand" */
  else
    outcome_become(match, RO_ACT_PROMISE, RO_STATUS_PENDING, "to be accepted: a promise");
}

static void of_future(act_match *match, const ro_scene *scene) {
  switch (match->act) {
  case RO_ACT_MEETING:
    match->status = RO_STATUS_SCHEDULED;
    break;
  case RO_ACT_DELIVERY:
    outcome_become(match, RO_ACT_PROMISE, RO_STATUS_PENDING, "to be done: a promise");
    match->event = match->mode = match->cameo = NULL;
    break;
  case RO_ACT_PRESSURE:
    if (judge_is_own(match, scene) && match->statement != RO_NONE)
      outcome_become(match, RO_ACT_WARNING, RO_STATUS_MADE, "says it will harm: a warning");
    else
      match->status = RO_STATUS_PLANNED;
    match->event = "THREATEN";
    match->mode = match->cameo = NULL;
    break;
  case RO_ACT_ACCEPTANCE:
    of_signing_ahead(match, scene);
    break;
  case RO_ACT_DEMAND:
    match->status = RO_STATUS_PLANNED;
    break;
  case RO_ACT_ACCUSATION:
  case RO_ACT_DENIAL:
    outcome_drop(match, "not yet said");
    break;
  case RO_ACT_REFUSAL: /* "would SUSPEND the talks IF …" */
    if (match->circumstances.condition_kind == CONDITION_IF && match->event &&
        strcmp(match->event, "SANCTION") == 0 && judge_is_own(match, scene))
      outcome_become(match, RO_ACT_WARNING, RO_STATUS_MADE, "says it will leave: a warning");
    break;
  case RO_ACT_NONE:
    of_event_announced(match, scene);
    break;
  case RO_ACT_SUPPORT:
    match->event = "AGREE";
    match->mode = match->cameo = NULL;
    break;
  default:
    break;
  }
}

void outcome_of_reality(act_match *match, const ro_scene *scene) {
  switch (match->circumstances.reality) {
  case REALITY_FUTURE:
    of_future(match, scene);
    break;
  case REALITY_PROPOSED:
  case REALITY_WANTED:
    if (match->act == RO_ACT_MEETING)
      match->status = RO_STATUS_PROPOSED;
    else
      outcome_drop(match, "only wanted");
    break;
  case REALITY_CANCELLED:
    if (match->act == RO_ACT_MEETING)
      match->status = RO_STATUS_CANCELLED;
    else
      outcome_drop(match, "called off");
    break;
  case REALITY_POSTPONED:
    if (match->act == RO_ACT_MEETING)
      match->status = RO_STATUS_POSTPONED;
    else
      outcome_drop(match, "put off");
    break;
  case REALITY_OBLIGED:
    outcome_drop(match, "only called for");
    break;
  case REALITY_POSSIBLE:
    if (match->act == RO_ACT_WARNING || match->act == RO_ACT_CONDITION) break;
    outcome_drop(match, "only possible");
    break;
  case REALITY_UNREAL:
    outcome_drop(match, "told as a purpose or thought");
    break;
  case REALITY_FACT:
    break;
  }
}
