#include "records/matching/said_clause.h"

#include <string.h>

#include "records/clause/negation.h"
#include "syntax/tree.h"

bool said_tell(act_match *match, const said_clause *clause, const char *rule, ro_act act,
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

void said_find_mentioned(act_match *match, const said_clause *clause) {
  ro_parties below = {.count = 0};
  uint32_t condition = clause->circumstances.condition;
  if (match->act == RO_ACT_CONDITION && condition != RO_NONE)
    parties_below(&below, clause->scene, condition);
  parties_mentioned(&below, clause->scene, clause->predicate);
  parties_remove_sides(&below, &clause->speaker);
  if (below.count) parties_add(&match->mentioned, below.items[0]);
}

bool said_of_thing(const said_clause *clause) {
  return clause->subject_token != RO_NONE &&
         clause->scene->document->tokens[clause->subject_token].upos == RO_UPOS_NOUN;
}

/* "the inspectors will get no more pictures" */
bool said_withholds(act_match *match, const said_clause *clause) {
  static const char *const lemmas[] = {"get", "receive", "obtain", "have", "see", "gain", "enter"};
  static const char *const gifts[] = {"give", "grant", "allow", "offer", "admit", "allot"};
  const ro_circumstances *circumstances = &clause->circumstances;
  if (clause->own || !circumstances->negated || circumstances->reality != REALITY_FUTURE)
    return false;
  if (circumstances->condition_kind != CONDITION_NONE ||
      (!clause->others.count && !said_of_thing(clause)))
    return false;
  bool withheld = false;
  for (size_t i = 0; i < sizeof lemmas / sizeof *lemmas; i++)
    withheld = withheld || scene_lemma_is(clause->scene, clause->predicate, lemmas[i]);
  for (size_t i = 0; clause->arguments.passive && i < sizeof gifts / sizeof *gifts; i++)
    withheld = withheld || scene_lemma_is(clause->scene, clause->predicate, gifts[i]);
  if (!withheld) return false;
  said_tell(match, clause, "will get nothing: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  match->whom = clause->others;
  return true;
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

bool said_announces(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  if (is_alternative(clause) && clause->circumstances.reality == REALITY_FUTURE) {
    said_tell(match, clause, "or else: a warning", RO_ACT_WARNING, RO_STATUS_MADE);
    said_find_mentioned(match, clause);
    return true;
  }
  bool suffers = scene_in_class(scene, clause->predicate, "suffering"); /* "people will pay" */
  if (suffers && !clause->others.count) return false;
  uint32_t thing = announced(clause);
  if (thing == RO_NONE) return false;
  bool exists = ro_tree_child(scene->document, clause->predicate, RO_DEPREL_EXPL) != RO_NONE;
  bool none = clause->circumstances.negated || negation_of(scene, thing);
  bool never =
      exists && none &&
      (clause->circumstances.reality == REALITY_POSSIBLE ||
       (clause->circumstances.reality == REALITY_FACT && scene_in_class(scene, thing, "ways")));
  if (!never && clause->circumstances.reality != REALITY_FUTURE) return false;
  if (scene_in_class(scene, thing, "consequences") && !none) {
    said_tell(match, clause, "consequences: a warning", RO_ACT_WARNING, RO_STATUS_MADE);
  } else if (exists && scene_in_class(scene, thing, none ? "lenience" : "hostile-nouns")) {
    said_tell(match, clause, "there will be war, or no mercy: a warning", RO_ACT_WARNING,
              RO_STATUS_MADE);
  } else if (exists && none && scene_in_class(scene, thing, "hostile-nouns")) {
    said_tell(match, clause, "there will be no harm: a promise", RO_ACT_PROMISE, RO_STATUS_PENDING);
    if (clause->circumstances.condition_kind != CONDITION_NONE)
      match->status = RO_STATUS_CONDITIONAL;
  } else if (exists && none && clause->circumstances.condition_kind >= CONDITION_ONLY) {
    said_tell(match, clause, "none until: a condition", RO_ACT_CONDITION, RO_STATUS_MADE);
  } else if (exists && none && clause->circumstances.condition_kind == CONDITION_IF) {
    said_tell(match, clause, "if they do, there will be none: a warning", RO_ACT_WARNING,
              RO_STATUS_MADE);
  } else if (exists && none) {
    said_tell(match, clause, "there will be none: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  } else {
    return false;
  }
  said_find_mentioned(match, clause);
  return true;
}

/* "the terms FALL SHORT of its demands" */
static bool falls_short(const said_clause *clause) {
  uint32_t below = ro_tree_child(clause->scene->document, clause->predicate, RO_DEPREL_XCOMP);
  return scene_lemma_is(clause->scene, clause->predicate, "fall") && below != RO_NONE &&
         scene_lemma_is(clause->scene, below, "short") && said_of_thing(clause);
}

/* "is an UNLAWFUL act", "was a welcome STEP": of a noun that tells nothing its attribute does. */
static bool is_judged(const ro_scene *scene, uint32_t word, const char *class_name) {
  const ro_document *document = scene->document;
  if (scene_in_class(scene, word, class_name)) return true;
  if (!scene_in_class(scene, word, "judged-nouns")) return false;
  for (uint32_t child = ro_tree_child(document, word, RO_DEPREL_AMOD); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_AMOD))
    if (scene_in_class(scene, child, class_name)) return true;
  return false;
}

/* What the subject is said to be: "is a PROVOCATION", "amounts to a THREAT"; RO_NONE. */
static uint32_t said_to_be(const said_clause *clause) {
  static const char *const prepositions[] = {"to", "of", "on"};
  const ro_scene *scene = clause->scene;
  if (ro_tree_child(scene->document, clause->predicate, RO_DEPREL_COP) != RO_NONE &&
      !scene_in_class(scene, clause->predicate, "equating"))
    return clause->predicate;
  if (falls_short(clause)) return clause->predicate;
  if (!scene_in_class(scene, clause->predicate, "equating")) return RO_NONE;
  uint32_t word = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  for (size_t i = 0; word == RO_NONE && i < sizeof prepositions / sizeof *prepositions; i++)
    word = arguments_find(&clause->arguments, ACT_PREPOSITION, prepositions[i]);
  return word;
}

/* "the plan is unacceptable", "the strikes are a provocation", "the offer was generous" */
bool said_judges(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_document *document = scene->document;
  uint32_t word = said_to_be(clause);
  const ro_circumstances *circumstances = &clause->circumstances;
  if (word == RO_NONE || circumstances->reality != REALITY_FACT || circumstances->hypothetical)
    return false;
  bool good = is_judged(scene, word, "praise"), bad = is_judged(scene, word, "blame");
  bool refusing = scene_in_class(scene, word, "unacceptable") || falls_short(clause);
  bool thing = clause->subject_token != RO_NONE && !clause->subject.count &&
               document->tokens[clause->subject_token].upos == RO_UPOS_NOUN;
  bool accusable = clause->others.count || thing;
  bool yields = scene_in_class(scene, word, "yielding");
  bool deed = refusing && clause->subject_token != RO_NONE &&
              scene_in_class(scene, clause->subject_token, "unacceptable-deeds");
  if (!deed && ((refusing && !circumstances->negated) || (yields && circumstances->negated)))
    said_tell(match, clause, "called unacceptable: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  else if (((bad || deed) && !circumstances->negated && accusable) ||
           (good && circumstances->negated && accusable))
    said_tell(match, clause, "called bad: an accusation", RO_ACT_ACCUSATION, RO_STATUS_MADE);
  else if (good && !circumstances->negated && (clause->others.count || !clause->subject.count))
    said_tell(match, clause, "called good: support", RO_ACT_SUPPORT, RO_STATUS_MADE);
  else
    return false;
  match->whom = clause->others;
  bool owned = word != clause->predicate || scene_lemma_is(scene, word, "fault");
  if (bad && !match->whom.count && owned) /* "amounts to a breach BY Oslo" */
    parties_of_owner(&match->whom, scene, word);
  parties_remove_sides(&match->whom, &clause->speaker);
  return true;
}

/* "we will never be the AGGRESSOR" */
static bool forswears(const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (!clause->own || !circumstances->negated || circumstances->reality != REALITY_FUTURE)
    return false;
  if (ro_tree_child(scene->document, clause->predicate, RO_DEPREL_COP) == RO_NONE) return false;
  return scene_in_class(scene, clause->predicate, "guilt") ||
         scene_in_class(scene, clause->predicate, "blame") ||
         scene_in_class(scene, clause->predicate, "hostile-nouns");
}

/* "we did not attack", "Moscow was not to blame"; "will not be to blame" is promised */
bool said_denies(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (forswears(clause))
    return said_tell(match, clause, "will do no harm: a promise", RO_ACT_PROMISE,
                     RO_STATUS_PENDING);
  if (!clause->own || !circumstances->negated || circumstances->reality != REALITY_FACT)
    return false;
  bool deed = scene_in_class(scene, clause->predicate, "hostile-verbs") ||
              scene_in_class(scene, clause->predicate, "guilt");
  if (!deed) return false;
  said_tell(match, clause, "says it did not: a denial", RO_ACT_DENIAL, RO_STATUS_MADE);
  return true;
}
