#include "records/judgement/judge.h"

#include <string.h>
#include <strings.h>

#include "records/clause/negation.h"
#include "records/judgement/outcome.h"
#include "syntax/tree.h"

bool judge_is_own(const act_match *match, const ro_scene *scene) {
  ro_parties speaker = {.count = 0};
  parties_of_speaker(&speaker, scene, match->statement);
  return parties_share_side(&match->who, &speaker);
}

static ro_record_status usual_status(const act_match *match) {
  switch (match->act) {
  case RO_ACT_MEETING:
    return RO_STATUS_HELD;
  case RO_ACT_PROMISE:
    return RO_STATUS_PENDING;
  case RO_ACT_DELIVERY:
  case RO_ACT_PRESSURE:
  case RO_ACT_NONE:
    return match->circumstances.progressive ? RO_STATUS_UNDER_WAY : RO_STATUS_DONE;
  default:
    return RO_STATUS_MADE;
  }
}

/* Marks of the entry that fix the status: "took back its promise", "postponed the talks". */
static void apply_marks(act_match *match) {
  static const struct {
    unsigned mark;
    ro_record_status status;
  } fixed[] = {
      {ACT_MARK_WITHDRAWN, RO_STATUS_WITHDRAWN},    {ACT_MARK_KEPT, RO_STATUS_KEPT},
      {ACT_MARK_SCHEDULED, RO_STATUS_SCHEDULED},    {ACT_MARK_PROPOSED, RO_STATUS_PROPOSED},
      {ACT_MARK_POSTPONED, RO_STATUS_POSTPONED},    {ACT_MARK_CANCELLED, RO_STATUS_CANCELLED},
      {ACT_MARK_CONDITIONAL, RO_STATUS_CONDITIONAL}};
  bool ahead = match->circumstances.reality == REALITY_FUTURE; /* "will keep its promise" */
  for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
    if (ahead && fixed[i].mark == ACT_MARK_KEPT) continue;
    if (match->entry->marks & fixed[i].mark) match->status = fixed[i].status;
  }
}

/* "is waiting for the answers IN ORDER TO go on": one thing for the sake of another. */
static bool is_for_the_sake_of(const act_match *match, const ro_scene *scene) {
  const ro_document *document = scene->document;
  for (uint32_t child = ro_tree_child(document, match->predicate, RO_DEPREL_ADVCL);
       child != RO_NONE; child = ro_tree_next_child(document, child, RO_DEPREL_ADVCL)) {
    uint32_t mark = ro_tree_child(document, child, RO_DEPREL_MARK);
    if (mark == RO_NONE || child < match->predicate) continue;
    if (scene_lemma_is(scene, mark, "before")) return true;
    if (scene_lemma_is(scene, mark, "in") &&
        ro_tree_child(document, mark, RO_DEPREL_FIXED) != RO_NONE)
      return true;
  }
  return false;
}

/* "will return if …", "won't return until …" */
static void judge_condition(act_match *match, const ro_scene *scene) {
  if (match->act == RO_ACT_DEMAND && match->entry->marks & ACT_MARK_OWN &&
      is_for_the_sake_of(match, scene)) {
    outcome_become(match, RO_ACT_CONDITION, RO_STATUS_MADE, "one thing for the sake of another");
    match->event = match->mode = match->cameo = NULL;
    return;
  }
  condition_kind kind = match->circumstances.condition_kind;
  bool gives = match->act == RO_ACT_PROMISE && match->status == RO_STATUS_PENDING;
  if (kind == CONDITION_NONE) return;
  bool only = kind == CONDITION_ONLY || kind == CONDITION_UNTIL;
  bool refuses = match->act == RO_ACT_REFUSAL && match->circumstances.tense != TENSE_PAST;
  bool meets = (match->act == RO_ACT_MEETING && match->status == RO_STATUS_SCHEDULED) ||
               (match->act == RO_ACT_ACCEPTANCE && match->status == RO_STATUS_PLANNED);
  if (((gives || meets) && kind == CONDITION_ONLY) || (refuses && only)) {
    outcome_become(match, RO_ACT_CONDITION, RO_STATUS_MADE, "one thing only after another");
    match->event = match->mode = match->cameo = NULL;
  } else if (gives) {
    outcome_become(match, RO_ACT_PROMISE, RO_STATUS_CONDITIONAL, "promised on a condition");
  }
}

/* Parties on more than one side. */
static bool is_joint(const act_match *match) {
  for (uint32_t i = 1; i < match->who.count; i++)
    if (!parties_same_side(match->who.items[0].actor, match->who.items[i].actor)) return true;
  return false;
}

bool judge_applies(const act_match *match, const ro_scene *scene) {
  unsigned marks = match->entry->marks;
  if (marks & ACT_MARK_JOINT && !is_joint(match)) return false;
  ro_parties speaker = {.count = 0}, doers = match->who;
  parties_of_speaker(&speaker, scene, match->statement);
  bool own = parties_share_side(&doers, &speaker);
  if (marks & ACT_MARK_OWN) return match->statement == RO_NONE || !speaker.count || own;
  if (!(marks & ACT_MARK_SPEECH))
    return !(marks & ACT_MARK_FAILING) || match->circumstances.negated;
  parties_remove_sides(&doers, &speaker);
  bool failing = marks & ACT_MARK_FAILING;
  return speaker.count && doers.count && match->circumstances.negated == failing;
}

/* Something said of another: the speaker accuses, who did it is accused. */
static void judge_said_of_other(act_match *match, const ro_scene *scene) {
  ro_parties speaker = {.count = 0};
  parties_of_speaker(&speaker, scene, match->statement);
  const ro_circumstances *circumstances = &match->circumstances;
  if (circumstances->hypothetical || circumstances->questioned ||
      circumstances->reality != REALITY_FACT) {
    outcome_drop(match, "not said to be so");
    return;
  }
  match->whom = match->who;
  parties_remove_sides(&match->whom, &speaker);
  match->who = speaker;
  match->decision = "said of another";
}

/* "Ankara promised that Russia would let them leave": the promise is Russia's, on Ankara's word;
 * who GUARANTEES it promises it himself. */
static void judge_promise_of_other(act_match *match, const ro_scene *scene) {
  ro_parties doers = {.count = 0};
  uint32_t clause = arguments_find(&match->arguments, ACT_CLAUSE, NULL);
  if (match->act != RO_ACT_PROMISE || clause == RO_NONE) return;
  if (scene_in_class(scene, match->predicate, "vouching")) return;
  if (scene->outer[clause] == RO_NONE || scene->outer[clause] == scene->outer[match->predicate])
    return;
  uint32_t subject = ro_tree_child(scene->document, clause, RO_DEPREL_NSUBJ);
  if (subject != RO_NONE) parties_named(&doers, scene, subject);
  if (!parties_any_political(&doers) || parties_share_side(&doers, &match->who)) return;
  match->whom = match->who;
  match->who = doers;
  match->predicate = match->circumstances.clause = clause;
  match->decision = "promised for another";
}

/* "defended his decision": praise of one's own is no support. */
static bool is_self_praise(const act_match *match, const ro_scene *scene) {
  ro_parties owners = {.count = 0};
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  if (match->act != RO_ACT_SUPPORT || object == RO_NONE || match->whom.count) return false;
  parties_of_owner(&owners, scene, object);
  return parties_share_side(&owners, &match->who);
}

/* "pledged NOT TO attack": no threat. */
static bool judge_forbearance(act_match *match, const ro_scene *scene) {
  uint32_t deed = arguments_find(&match->arguments, ACT_INFINITIVE, NULL);
  if (match->act != RO_ACT_WARNING || deed == RO_NONE || match->circumstances.negated) return false;
  if (!negation_of(scene, deed) || scene_lemma_is(scene, match->predicate, "threaten"))
    return false;
  if (!scene_in_class(scene, match->predicate, "subject-control")) return false;
  match->event = match->mode = match->cameo = NULL;
  outcome_become(match, RO_ACT_PROMISE, RO_STATUS_PENDING, "not to harm is a promise");
  return true;
}

/* "assured him that it WAS NOT aimed at him": what is not so is denied, not promised. */
static bool judge_assurance(act_match *match, const ro_scene *scene) {
  uint32_t clause = arguments_find(&match->arguments, ACT_CLAUSE, NULL);
  if (match->act != RO_ACT_PROMISE || clause == RO_NONE || match->circumstances.negated)
    return false;
  if (!scene_lemma_is(scene, match->predicate, "assure") &&
      !scene_lemma_is(scene, match->predicate, "reassure"))
    return false;
  ro_circumstances said;
  circumstances_of_verb(&said, scene, clause);
  if (said.reality != REALITY_FACT || !said.negated) return false;
  match->event = match->mode = match->cameo = NULL;
  match->whom = (ro_parties){.count = 0};
  outcome_become(match, RO_ACT_DENIAL, RO_STATUS_MADE, "assures that it is not so: a denial");
  return true;
}

/* "insisted that it would not pay": what is demanded of oneself is refused, promised or nothing. */
static bool judge_own_demand(act_match *match, const ro_scene *scene) {
  ro_parties doers = {.count = 0};
  uint32_t clause = arguments_find(&match->arguments, ACT_CLAUSE, NULL);
  if (match->act != RO_ACT_DEMAND || clause == RO_NONE) return false;
  parties_of_phrase(&doers, scene, ro_tree_child(scene->document, clause, RO_DEPREL_NSUBJ));
  if (!parties_share_side(&doers, &match->who) || match->circumstances.negated) return false;
  ro_circumstances said;
  circumstances_of_verb(&said, scene, clause);
  match->event = match->mode = match->cameo = NULL;
  if (said.reality == REALITY_FUTURE && said.negated)
    outcome_become(match, RO_ACT_REFUSAL, RO_STATUS_MADE, "insists that it will not: a refusal");
  else if (said.reality == REALITY_FUTURE)
    outcome_become(match, RO_ACT_PROMISE, RO_STATUS_PENDING, "insists that it will: a promise");
  else
    outcome_drop(match, "insists on what it says of itself");
  return true;
}

/* "on the margins OF THE SUMMIT": tells where or when. */
static bool only_tells_where(const act_match *match, const ro_scene *scene) {
  const ro_token *token = &scene->document->tokens[match->predicate];
  return match->act == RO_ACT_MEETING && match->entry->word_class == ACT_NOUN &&
         token->deprel == RO_DEPREL_NMOD && token->head != RO_NONE &&
         scene_in_class(scene, token->head, "edges");
}

/* "USUALLY meets", "OFTEN criticises" */
static bool is_habit(const act_match *match, const ro_scene *scene) {
  uint32_t clause = match->circumstances.clause;
  for (uint32_t child = ro_tree_child(scene->document, clause, RO_DEPREL_ADVMOD); child != RO_NONE;
       child = ro_tree_next_child(scene->document, child, RO_DEPREL_ADVMOD))
    if (scene_in_class(scene, child, "habits")) return true;
  return false;
}

/* "expects ASSURANCES from Oslo": nothing is promised yet. */
static bool is_only_awaited(const act_match *match, const ro_scene *scene) {
  bool noun = match->entry->word_class == ACT_NOUN && match->act == RO_ACT_PROMISE;
  uint32_t clause = match->circumstances.clause;
  return noun && clause != match->predicate && scene_in_class(scene, clause, "awaiting");
}

/* "asked WHETHER it would leave": wanted to know. */
static bool only_asks_about(const act_match *match, const ro_scene *scene) {
  uint32_t clause = arguments_find(&match->arguments, ACT_CLAUSE, NULL);
  uint32_t mark =
      clause == RO_NONE ? RO_NONE : ro_tree_child(scene->document, clause, RO_DEPREL_MARK);
  return match->act == RO_ACT_DEMAND && mark != RO_NONE &&
         (scene_lemma_is(scene, mark, "whether") || scene_lemma_is(scene, mark, "if"));
}

/* "WHAT Oslo wants": asks for nothing here. */
static bool is_free_relative(const act_match *match, const ro_scene *scene) {
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  return match->act == RO_ACT_DEMAND && match->entry->marks & ACT_MARK_STANDING &&
         object != RO_NONE && object < match->predicate &&
         (scene_lemma_is(scene, object, "what") || scene_lemma_is(scene, object, "whatever"));
}

/* "HAD BEEN ready": so it was once. */
static bool is_over(const act_match *match, const ro_scene *scene) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[match->circumstances.clause]; child != RO_NONE;
       child = document->next_sibling[child])
    if (strcasecmp(document->tokens[child].form, "had") == 0) return true;
  return false;
}

void judge_match(act_match *match, const ro_scene *scene) {
  const ro_circumstances *circumstances = &match->circumstances;
  match->status = usual_status(match);
  if (is_self_praise(match, scene)) {
    outcome_drop(match, "praise of one's own");
    return;
  }
  if (only_tells_where(match, scene)) {
    outcome_drop(match, "only tells where or when");
    return;
  }
  if (is_habit(match, scene)) {
    outcome_drop(match, "told as a habit");
    return;
  }
  if (match->entry->marks & ACT_MARK_STANDING && circumstances->tense == TENSE_PERFECT &&
      is_over(match, scene)) {
    outcome_drop(match, "no longer so");
    return;
  }
  if (is_free_relative(match, scene)) {
    outcome_drop(match, "tells what is wanted by name only");
    return;
  }
  if (only_asks_about(match, scene)) {
    outcome_drop(match, "asks only whether it is so");
    return;
  }
  if (is_only_awaited(match, scene)) {
    outcome_drop(match, "only awaited");
    return;
  }
  if (judge_own_demand(match, scene) || judge_forbearance(match, scene) ||
      judge_assurance(match, scene))
    return;
  if (match->entry->marks & ACT_MARK_SPEECH) {
    judge_said_of_other(match, scene);
    return;
  }
  if (circumstances->questioned) {
    outcome_drop(match, "a question");
  } else if (circumstances->hypothetical) {
    outcome_drop(match, "under a condition or supposition");
  } else if (circumstances->negated && !(match->entry->marks & ACT_MARK_FAILING)) {
    outcome_of_negation(match, scene);
  } else {
    outcome_of_reality(match, scene);
    if (!match->dropped) apply_marks(match);
  }
  if (!match->dropped) judge_condition(match, scene);
  if (!match->dropped) judge_promise_of_other(match, scene);
}
