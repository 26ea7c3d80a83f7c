#include "records/matching/told_clause.h"

#include "syntax/tree.h"

/* "Norway won't return unless …" in the report's own words: a party's position all the same. */
bool told_sets_condition(act_match *match, said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  if (circumstances->reality != REALITY_FUTURE || circumstances->questioned ||
      circumstances->hypothetical || !parties_any_political(&clause->subject))
    return false;
  bool only = circumstances->condition_kind == CONDITION_ONLY ||
              (circumstances->condition_kind == CONDITION_UNTIL && circumstances->negated);
  if (!only || scene_in_class(clause->scene, clause->predicate, "mental-verbs")) return false;
  clause->speaker = clause->subject;
  said_tell(match, clause, "only after: a condition", RO_ACT_CONDITION, RO_STATUS_MADE);
  said_find_mentioned(match, clause);
  return true;
}

/* "Norway will release the crew", "Norway is to cut its catch" in the report's own words: what a
 * party has said that it will do. */
bool told_promises(act_match *match, said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (circumstances->reality != REALITY_FUTURE || circumstances->questioned ||
      circumstances->hypothetical || circumstances->negated ||
      circumstances->clause != clause->predicate || !parties_any_political(&clause->subject) ||
      clause->arguments.passive)
    return false;
  if (scene_in_class(scene, clause->predicate, "mental-verbs") ||
      scene_in_class(scene, clause->predicate, "no-promises") ||
      scene->document->tokens[clause->predicate].upos != RO_UPOS_VERB)
    return false;
  if (arguments_find(&clause->arguments, ACT_OBJECT, NULL) == RO_NONE &&
      arguments_find(&clause->arguments, ACT_INFINITIVE, NULL) == RO_NONE)
    return false;
  clause->speaker = clause->subject;
  said_tell(match, clause, "will or is to: a promise", RO_ACT_PROMISE, RO_STATUS_PENDING);
  match->announced = true;
  if (circumstances->condition_kind != CONDITION_NONE) match->status = RO_STATUS_CONDITIONAL;
  said_find_mentioned(match, clause);
  return true;
}

/* "Norway will not send anybody" in the report's own words: what a party has said that it won't do.
 */
bool told_refuses(act_match *match, said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (circumstances->reality != REALITY_FUTURE || circumstances->questioned ||
      circumstances->hypothetical || !circumstances->negated ||
      circumstances->clause != clause->predicate || !parties_any_political(&clause->subject) ||
      clause->arguments.passive || circumstances->condition_kind != CONDITION_NONE)
    return false;
  if (scene_in_class(scene, clause->predicate, "mental-verbs") ||
      scene_in_class(scene, clause->predicate, "hostile-verbs") ||
      scene->document->tokens[clause->predicate].upos != RO_UPOS_VERB)
    return false;
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  bool harm = object != RO_NONE && (scene_in_class(scene, object, "hostile-nouns") ||
                                    scene_in_class(scene, object, "hostile-acts"));
  clause->speaker = clause->subject;
  if (harm) /* "will carry out no ATTACK" */
    said_tell(match, clause, "will do no harm, as told: a promise", RO_ACT_PROMISE,
              RO_STATUS_PENDING);
  else
    said_tell(match, clause, "will not, as told: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  match->announced = true;
  said_find_mentioned(match, clause);
  return true;
}

/* "Norway must refrain from any action" of an order or a paper that nobody known is named for:
 * asked by whom the acts around it tell. */
bool told_requires(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (circumstances->reality != REALITY_OBLIGED || circumstances->questioned ||
      circumstances->hypothetical || circumstances->clause != clause->predicate ||
      !parties_any_political(&clause->subject) || clause->arguments.passive)
    return false;
  if (scene_in_class(scene, clause->predicate, "mental-verbs") ||
      scene->document->tokens[clause->predicate].upos != RO_UPOS_VERB ||
      scene->document->tokens[clause->predicate].deprel == RO_DEPREL_ACL_RELCL)
    return false;
  said_tell(match, clause, "must, of an order: a demand", RO_ACT_DEMAND, RO_STATUS_MADE);
  match->who = (ro_parties){.count = 0};
  match->whom = clause->subject;
  match->announced = true;
  return true;
}
