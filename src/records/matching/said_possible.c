#include "records/matching/said_possible.h"

/* "the treaty CANNOT BE reopened", "we CANNOT promise money": what may not be will not be. */
bool said_rules_out(act_match *match, const said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  bool thing = clause->arguments.passive && said_of_thing(clause) && !clause->others.count;
  if (circumstances->reality != REALITY_POSSIBLE || !circumstances->negated) return false;
  bool own = clause->own && scene_in_class(clause->scene, clause->predicate, "granting");
  if (circumstances->clause != clause->predicate || (!thing && !own)) return false;
  if (circumstances->condition_kind != CONDITION_NONE) return false;
  if (scene_in_class(clause->scene, clause->predicate, "mental-verbs") ||
      scene_in_class(clause->scene, clause->predicate, "hostile-verbs") ||
      clause->scene->document->tokens[clause->predicate].upos != RO_UPOS_VERB)
    return false;
  said_tell(match, clause, "cannot: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  said_find_mentioned(match, clause);
  return true;
}

/* "clarifications COULD be given, as long as …" */
bool said_allows_if(act_match *match, const said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  bool thing = said_of_thing(clause) && !clause->others.count;
  if (circumstances->reality != REALITY_POSSIBLE || circumstances->negated) return false;
  if (circumstances->condition_kind == CONDITION_NONE || (!thing && !clause->own)) return false;
  if (scene_in_class(clause->scene, clause->predicate, "hostile-verbs") ||
      scene_in_class(clause->scene, clause->predicate, "mental-verbs") ||
      clause->scene->document->tokens[clause->predicate].upos != RO_UPOS_VERB)
    return false;
  if (circumstances->condition_kind == CONDITION_ONLY)
    said_tell(match, clause, "only after: a condition", RO_ACT_CONDITION, RO_STATUS_MADE);
  else
    said_tell(match, clause, "may, if: a promise on a condition", RO_ACT_PROMISE,
              RO_STATUS_CONDITIONAL);
  said_find_mentioned(match, clause);
  return true;
}
