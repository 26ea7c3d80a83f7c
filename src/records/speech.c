#include "records/speech.h"

#include <string.h>

#include "syntax/tree.h"

/* One clause of a statement, as the rules see it. */
typedef struct said_clause {
  const ro_scene *scene;
  uint32_t predicate;
  ro_circumstances circumstances;
  ro_arguments arguments;
  ro_parties speaker, subject, others; /* others: of the subject, not the speaker's side */
  uint32_t subject_token;
  bool own; /* the clause speaks of the speaker's own side */
} said_clause;

static bool tell(act_match *match, const said_clause *clause, const char *rule, ro_act act,
                 ro_record_status status) {
  match->rule = rule;
  match->act = act;
  match->status = status;
  match->predicate = clause->predicate;
  match->arguments = clause->arguments;
  match->circumstances = clause->circumstances;
  match->who = clause->speaker;
  match->matter = clause->predicate;
  match->decision = rule;
  return true;
}

/* The first other actor named in the clause may be whom it concerns. */
static void find_mentioned(act_match *match, const said_clause *clause) {
  ro_parties below = {.count = 0};
  uint32_t condition = clause->circumstances.condition;
  if (match->act == RO_ACT_CONDITION && condition != RO_NONE)
    parties_below(&below, clause->scene, condition);
  parties_mentioned(&below, clause->scene, clause->predicate);
  parties_remove_sides(&below, &clause->speaker);
  if (below.count) parties_add(&match->mentioned, below.items[0]);
}

static bool is_second_person(const said_clause *clause) {
  return clause->subject_token != RO_NONE &&
         scene_lemma_is(clause->scene, clause->subject_token, "you");
}

/* "Kyiv must sweep its mines", "sanctions must be lifted", "you can't delay this" */
static bool demands(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  bool obliged = circumstances->reality == REALITY_OBLIGED;
  bool forbidden = circumstances->reality == REALITY_POSSIBLE && circumstances->negated;
  bool you = is_second_person(clause);
  bool things = clause->arguments.passive && clause->others.count == 0;
  if (!(obliged && (clause->others.count || you || things)) && !(forbidden && you)) return false;
  if (scene_in_class(scene, clause->predicate, "mental-verbs")) return false;
  tell(match, clause, "must: a demand", RO_ACT_DEMAND, RO_STATUS_MADE);
  match->whom = clause->others;
  if (!match->whom.count && !things) find_mentioned(match, clause);
  return true;
}

/* "would not use the corridor TO ATTACK" */
static bool serves_harm(const said_clause *clause) {
  const ro_document *document = clause->scene->document;
  for (uint32_t child = document->first_child[clause->predicate]; child != RO_NONE;
       child = document->next_sibling[child])
    if (arguments_is_infinitive(document, child) &&
        scene_in_class(clause->scene, child, "hostile-verbs"))
      return true;
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  return object != RO_NONE && scene_in_class(clause->scene, object, "unfair-gains");
}

/* "will", "is going to", "plans to"; not "expects to". */
static bool is_commitment(const said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  return circumstances->clause == clause->predicate || circumstances->tense == TENSE_FUTURE ||
         scene_in_class(clause->scene, circumstances->clause, "committing");
}

/* "we did not plan to attack": nothing of what is to come. */
static bool is_past_plan(const said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  return circumstances->clause != clause->predicate && circumstances->tense == TENSE_PAST &&
         circumstances->negated;
}

static bool is_thing(const said_clause *clause) {
  return clause->subject_token != RO_NONE &&
         clause->scene->document->tokens[clause->subject_token].upos == RO_UPOS_NOUN;
}

static bool promises_or_refuses(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (circumstances->reality == REALITY_FUTURE && !circumstances->negated && clause->others.count &&
      scene_in_class(scene, clause->predicate, "suffering")) {
    tell(match, clause, "will pay for it: a warning", RO_ACT_WARNING, RO_STATUS_MADE);
    match->whom = clause->others;
    return true;
  }
  bool only = circumstances->condition_kind == CONDITION_ONLY ||
              circumstances->condition_kind == CONDITION_UNTIL;
  bool of_thing = only && !clause->others.count && is_thing(clause);
  if (circumstances->reality != REALITY_FUTURE || !is_commitment(clause)) return false;
  if (!clause->own && !of_thing) return false;
  bool stays = scene_lemma_is(scene, clause->predicate, "stay") ||
               scene_lemma_is(scene, clause->predicate, "remain");
  if (only &&
      (circumstances->negated || stays || circumstances->condition_kind == CONDITION_ONLY)) {
    tell(match, clause, "only after: a condition", RO_ACT_CONDITION, RO_STATUS_MADE);
    find_mentioned(match, clause);
    return true;
  }
  if (!clause->own || is_past_plan(clause)) return false;
  if (scene_in_class(scene, clause->predicate, "mental-verbs")) return false;
  if (scene->document->tokens[clause->predicate].upos != RO_UPOS_VERB) return false;
  bool hostile = clause->subject.count && scene_in_class(scene, clause->predicate, "hostile-verbs");
  if (hostile != circumstances->negated && hostile)
    tell(match, clause, "will harm: a warning", RO_ACT_WARNING, RO_STATUS_MADE);
  else if (circumstances->negated && !hostile && serves_harm(clause))
    tell(match, clause, "will not use it to harm: a promise", RO_ACT_PROMISE, RO_STATUS_PENDING);
  else if (circumstances->negated && !hostile)
    tell(match, clause, "will not: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  else if (circumstances->condition_kind != CONDITION_NONE)
    tell(match, clause, "will, if: a promise on a condition", RO_ACT_PROMISE,
         RO_STATUS_CONDITIONAL);
  else
    tell(match, clause, "will: a promise", RO_ACT_PROMISE, RO_STATUS_PENDING);
  find_mentioned(match, clause);
  return true;
}

/* "the inspectors will get no more pictures" */
static bool withholds(act_match *match, const said_clause *clause) {
  static const char *const lemmas[] = {"get", "receive", "obtain", "have", "see", "gain", "enter"};
  const ro_circumstances *circumstances = &clause->circumstances;
  if (clause->own || !circumstances->negated || circumstances->reality != REALITY_FUTURE)
    return false;
  if (circumstances->condition_kind != CONDITION_NONE ||
      (!clause->others.count && !is_thing(clause)))
    return false;
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++) {
    if (!scene_lemma_is(clause->scene, clause->predicate, lemmas[i])) continue;
    tell(match, clause, "will get nothing: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
    match->whom = clause->others;
    return true;
  }
  return false;
}

/* What the clause says there will be: "there will be no talks", "consequences would follow" */
static uint32_t announced(const said_clause *clause) {
  const ro_document *document = clause->scene->document;
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  if (ro_tree_child(document, clause->predicate, RO_DEPREL_EXPL) != RO_NONE)
    return clause->subject_token != RO_NONE ? clause->subject_token : clause->predicate;
  return object != RO_NONE && scene_in_class(clause->scene, object, "consequences")
             ? object
             : clause->subject_token;
}

/* "…, or there will be no renewal" */
static bool is_alternative(const said_clause *clause) {
  uint32_t word = ro_tree_child(clause->scene->document, clause->predicate, RO_DEPREL_CC);
  return word != RO_NONE && scene_lemma_is(clause->scene, word, "or");
}

static bool announces(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  if (is_alternative(clause) && clause->circumstances.reality == REALITY_FUTURE) {
    tell(match, clause, "or else: a warning", RO_ACT_WARNING, RO_STATUS_MADE);
    find_mentioned(match, clause);
    return true;
  }
  bool suffers = scene_in_class(scene, clause->predicate, "suffering"); /* "people will pay" */
  if (suffers && !clause->others.count) return false;
  uint32_t thing = announced(clause);
  if (thing == RO_NONE || clause->circumstances.reality != REALITY_FUTURE) return false;
  bool exists = ro_tree_child(scene->document, clause->predicate, RO_DEPREL_EXPL) != RO_NONE;
  bool none = clause->circumstances.negated || circumstances_negated(scene, thing);
  if (scene_in_class(scene, thing, "consequences") && !none) {
    tell(match, clause, "consequences: a warning", RO_ACT_WARNING, RO_STATUS_MADE);
  } else if (exists && none && scene_in_class(scene, thing, "hostile-nouns")) {
    tell(match, clause, "there will be no harm: a promise", RO_ACT_PROMISE, RO_STATUS_PENDING);
    if (clause->circumstances.condition_kind != CONDITION_NONE)
      match->status = RO_STATUS_CONDITIONAL;
  } else if (exists && none && clause->circumstances.condition_kind >= CONDITION_ONLY) {
    tell(match, clause, "none until: a condition", RO_ACT_CONDITION, RO_STATUS_MADE);
  } else if (exists && none) {
    tell(match, clause, "there will be none: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  } else {
    return false;
  }
  find_mentioned(match, clause);
  return true;
}

/* "the plan is unacceptable", "the strikes are a provocation", "the offer was generous" */
static bool judges(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_document *document = scene->document;
  uint32_t word = clause->predicate;
  bool copular = ro_tree_child(document, word, RO_DEPREL_COP) != RO_NONE;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (!copular || circumstances->reality != REALITY_FACT || circumstances->hypothetical)
    return false;
  bool good = scene_in_class(scene, word, "praise"), bad = scene_in_class(scene, word, "blame");
  bool refusing = scene_in_class(scene, word, "unacceptable");
  bool thing = clause->subject_token != RO_NONE && !clause->subject.count &&
               document->tokens[clause->subject_token].upos == RO_UPOS_NOUN;
  bool accusable = clause->others.count || thing;
  if (refusing && !circumstances->negated)
    tell(match, clause, "called unacceptable: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  else if ((bad && !circumstances->negated && accusable) ||
           (good && circumstances->negated && accusable))
    tell(match, clause, "called bad: an accusation", RO_ACT_ACCUSATION, RO_STATUS_MADE);
  else if (good && !circumstances->negated && (clause->others.count || !clause->subject.count))
    tell(match, clause, "called good: support", RO_ACT_SUPPORT, RO_STATUS_MADE);
  else
    return false;
  match->whom = clause->others;
  return true;
}

/* "we did not attack", "Moscow was not to blame" */
static bool denies(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (!clause->own || !circumstances->negated || circumstances->reality != REALITY_FACT)
    return false;
  bool deed = scene_in_class(scene, clause->predicate, "hostile-verbs") ||
              scene_in_class(scene, clause->predicate, "guilt");
  if (!deed) return false;
  tell(match, clause, "says it did not: a denial", RO_ACT_DENIAL, RO_STATUS_MADE);
  return true;
}

/* "the tapes will be handed over", "the first cargoes would leave" */
static bool is_thing_to_give(const said_clause *clause) {
  uint32_t subject = clause->subject_token;
  if (subject == RO_NONE) return false;
  const ro_token *token = &clause->scene->document->tokens[subject];
  if (token->upos != RO_UPOS_NOUN) return false;
  return clause->arguments.passive || scene_in_class(clause->scene, subject, "goods") ||
         scene_in_class(clause->scene, subject, "paper") ||
         scene_in_class(clause->scene, subject, "prisoners");
}

/* "the proposed NATO–Russia meeting": a thing of many, though the speaker's side is named in it. */
static bool is_joint_thing(const said_clause *clause) {
  uint32_t subject = clause->subject_token;
  if (subject == RO_NONE || clause->scene->mentions[subject] != RO_NONE) return false;
  return scene_in_class(clause->scene, subject, "meeting") ||
         scene_in_class(clause->scene, subject, "agreement");
}

static void read_clause(said_clause *clause, const ro_scene *scene, uint32_t predicate) {
  *clause = (said_clause){.scene = scene, .predicate = predicate};
  parties_of_speaker(&clause->speaker, scene, scene->inner[predicate]);
  arguments_collect(&clause->arguments, scene, predicate);
  circumstances_of_verb(&clause->circumstances, scene, predicate);
  clause->subject_token = arguments_surface_subject(scene, predicate);
  parties_of_phrase(&clause->subject, scene, clause->subject_token);
  uint32_t agent = arguments_find(&clause->arguments, ACT_SUBJECT, NULL);
  if (clause->arguments.passive && agent != RO_NONE) {
    clause->subject = (ro_parties){.count = 0};
    parties_of_phrase(&clause->subject, scene, agent);
  }
  clause->others = clause->subject;
  parties_remove_sides(&clause->others, &clause->speaker);
  clause->own = parties_share_side(&clause->subject, &clause->speaker) && !is_joint_thing(clause);
  if (clause->subject.count == 0 && clause->circumstances.reality == REALITY_FUTURE &&
      is_thing_to_give(clause)) {
    ro_parties below = {.count = 0};
    parties_below(&below, scene, predicate);
    clause->own = clause->arguments.passive || parties_share_side(&below, &clause->speaker);
  }
}

/* "Norway won't return unless …" in the report's own words: a party's position all the same. */
static bool sets_condition(act_match *match, said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  if (circumstances->reality != REALITY_FUTURE || circumstances->questioned ||
      circumstances->hypothetical || !parties_any_political(&clause->subject))
    return false;
  bool only = circumstances->condition_kind == CONDITION_ONLY ||
              (circumstances->condition_kind == CONDITION_UNTIL && circumstances->negated);
  if (!only || scene_in_class(clause->scene, clause->predicate, "mental-verbs")) return false;
  clause->speaker = clause->subject;
  tell(match, clause, "only after: a condition", RO_ACT_CONDITION, RO_STATUS_MADE);
  find_mentioned(match, clause);
  return true;
}

bool speech_match(act_match *match, const ro_scene *scene, uint32_t predicate) {
  static bool (*const rules[])(act_match *, const said_clause *) = {
      demands, judges, announces, withholds, promises_or_refuses, denies};
  const ro_document *document = scene->document;
  ro_deprel deprel = document->tokens[predicate].deprel;
  if (deprel == RO_DEPREL_AMOD || deprel == RO_DEPREL_COMPOUND) return false;
  bool copular = ro_tree_child(document, predicate, RO_DEPREL_COP) != RO_NONE;
  if (document->tokens[predicate].upos != RO_UPOS_VERB && !copular) return false;
  said_clause clause;
  read_clause(&clause, scene, predicate);
  if (scene->inner[predicate] == RO_NONE) return sets_condition(match, &clause);
  if (!clause.speaker.count || clause.circumstances.questioned || clause.circumstances.hypothetical)
    return false;
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (rules[i](match, &clause)) return true;
  return false;
}
