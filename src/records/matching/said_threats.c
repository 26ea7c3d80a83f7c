#include <string.h>

#include "records/matching/said_clause.h"
#include "syntax/tree.h"

static bool is_one_of(const ro_scene *scene, uint32_t token, const char *const *lemmas,
                      size_t count) {
  for (size_t i = 0; i < count; i++)
    if (scene_lemma_is(scene, token, lemmas[i])) return true;
  return false;
}

/* The predicate itself, or what is said of its object: "will be LEFT UNANSWERED". */
static bool has_complement_in(const said_clause *clause, const char *class_name) {
  const ro_document *document = clause->scene->document;
  uint32_t below = ro_tree_child(document, clause->predicate, RO_DEPREL_XCOMP);
  return scene_in_class(clause->scene, clause->predicate, class_name) ||
         (below != RO_NONE && scene_in_class(clause->scene, below, class_name));
}

/* "no attack will go UNPUNISHED" */
static bool denies_impunity(const said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  bool ahead =
      circumstances->reality == REALITY_FUTURE || circumstances->reality == REALITY_POSSIBLE;
  return ahead && circumstances->negated && has_complement_in(clause, "impunity");
}

/* "any death would CROSS a red LINE" */
static bool crosses_line(const said_clause *clause) {
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  return object != RO_NONE && clause->circumstances.reality == REALITY_FUTURE &&
         !clause->circumstances.negated && !clause->own &&
         scene_lemma_is(clause->scene, clause->predicate, "cross") &&
         scene_lemma_is(clause->scene, object, "line");
}

/* "will HOLD it TO ACCOUNT", "would HOLD them RESPONSIBLE" */
static bool calls_to_account(const said_clause *clause) {
  static const char *const verbs[] = {"hold", "call", "bring"};
  if (!is_one_of(clause->scene, clause->predicate, verbs, sizeof verbs / sizeof *verbs))
    return false;
  uint32_t to = arguments_find(&clause->arguments, ACT_PREPOSITION, "to");
  return has_complement_in(clause, "answerable") ||
         (to != RO_NONE && scene_in_class(clause->scene, to, "answerable"));
}

/* "will not HESITATE to act" */
static bool does_not_hesitate(const said_clause *clause) {
  static const char *const lemmas[] = {"hesitate", "flinch", "shrink", "shy"};
  return clause->circumstances.negated &&
         is_one_of(clause->scene, clause->predicate, lemmas, sizeof lemmas / sizeof *lemmas);
}

/* "will not hesitate to HELP": no threat. */
static bool will_help(const said_clause *clause) {
  static const char *const helpful[] = {"help", "support", "assist", "aid", "cooperate", "meet"};
  uint32_t below = ro_tree_child(clause->scene->document, clause->predicate, RO_DEPREL_XCOMP);
  return below != RO_NONE &&
         is_one_of(clause->scene, below, helpful, sizeof helpful / sizeof *helpful);
}

/* "would REGARD it AS an act of war" */
static bool takes_for_enemy(const said_clause *clause) {
  static const char *const verbs[] = {"regard", "treat", "consider", "view", "see", "take"};
  static const char *const enemies[] = {"enemy", "target", "foe", "adversary", "combatant"};
  const ro_scene *scene = clause->scene;
  if (clause->circumstances.negated ||
      !is_one_of(scene, clause->predicate, verbs, sizeof verbs / sizeof *verbs))
    return false;
  uint32_t as = arguments_find(&clause->arguments, ACT_PREPOSITION, "as");
  if (as == RO_NONE) return false;
  uint32_t of = ro_tree_child(scene->document, as, RO_DEPREL_NMOD);
  return is_one_of(scene, as, enemies, sizeof enemies / sizeof *enemies) ||
         scene_in_class(scene, as, "hostile-nouns") ||
         (of != RO_NONE && scene_in_class(scene, of, "hostile-nouns"));
}

/* "If it does so, the deal IS OFF" */
static bool something_ends(const said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  bool ahead = circumstances->tense == TENSE_PRESENT || circumstances->reality == REALITY_FUTURE;
  return circumstances->condition_kind == CONDITION_IF && ahead && !circumstances->negated &&
         said_of_thing(clause) && scene_in_class(clause->scene, clause->predicate, "ending");
}

/* "will USE ALL MEANS", "will TAKE ANY MEASURE" */
static bool uses_all_means(const said_clause *clause) {
  static const char *const verbs[] = {"use", "employ", "take", "apply", "exhaust"};
  static const char *const all[] = {"all",      "every", "any",     "necessary",  "whatever",
                                    "resolute", "firm",  "tough",   "decisive",   "forceful",
                                    "strong",   "harsh", "drastic", "retaliatory"};
  const ro_scene *scene = clause->scene;
  const ro_document *document = scene->document;
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  if (object == RO_NONE || clause->circumstances.negated ||
      !is_one_of(scene, clause->predicate, verbs, sizeof verbs / sizeof *verbs) ||
      !scene_in_class(scene, object, "means"))
    return false;
  for (uint32_t child = document->first_child[object]; child != RO_NONE && child < object;
       child = document->next_sibling[child])
    if (is_one_of(scene, child, all, sizeof all / sizeof *all)) return true;
  return false;
}

/* "ANY ATTACK would set off the treaty" */
static bool warns_of_deed(const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  uint32_t deed = clause->subject_token;
  if (deed == RO_NONE || clause->circumstances.negated ||
      clause->circumstances.reality != REALITY_FUTURE)
    return false;
  uint32_t word = ro_tree_child(scene->document, deed, RO_DEPREL_DET);
  return word != RO_NONE && scene_lemma_is(scene, word, "any") &&
         (scene_in_class(scene, deed, "hostile-nouns") ||
          scene_in_class(scene, deed, "hostile-acts"));
}

/* "will have NO CHOICE but to act" */
static bool has_no_choice(const said_clause *clause) {
  static const char *const choices[] = {"choice", "option", "alternative"};
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  return object != RO_NONE && clause->circumstances.negated &&
         scene_lemma_is(clause->scene, clause->predicate, "have") &&
         is_one_of(clause->scene, object, choices, sizeof choices / sizeof *choices);
}

/* "would not STAND IDLY BY", "our PATIENCE is running out" */
static bool loses_patience(const said_clause *clause) {
  static const char *const verbs[] = {"stand", "sit", "look", "watch"};
  static const char *const adverbs[] = {"idly", "by", "on", "back", "away", "silent"};
  const ro_scene *scene = clause->scene;
  const ro_document *document = scene->document;
  uint32_t subject = clause->subject_token;
  if (clause->own && subject != RO_NONE && scene_lemma_is(scene, subject, "patience")) return true;
  if (!clause->own || !clause->circumstances.negated ||
      clause->circumstances.reality != REALITY_FUTURE ||
      !is_one_of(scene, clause->predicate, verbs, sizeof verbs / sizeof *verbs))
    return false;
  for (uint32_t child = document->first_child[clause->predicate]; child != RO_NONE;
       child = document->next_sibling[child])
    if (is_one_of(scene, child, adverbs, sizeof adverbs / sizeof *adverbs)) return true;
  return false;
}

/* "we COULD LEAVE the treaty" */
static bool could_harm(const said_clause *clause) {
  const ro_circumstances *circumstances = &clause->circumstances;
  return clause->own && circumstances->reality == REALITY_POSSIBLE && !circumstances->negated &&
         circumstances->clause == clause->predicate && circumstances->tense != TENSE_PERFECT &&
         !clause->arguments.passive &&
         scene_in_class(clause->scene, clause->predicate, "hostile-verbs");
}

/* "will SEEK DAMAGES", "will take it TO COURT" */
static bool goes_to_law(const said_clause *clause) {
  static const char *const prepositions[] = {"to", "before", "in", "at"};
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  if (object != RO_NONE && scene_in_class(clause->scene, object, "lawsuits")) return true;
  for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
    uint32_t court = arguments_find(&clause->arguments, ACT_PREPOSITION, prepositions[i]);
    if (court != RO_NONE && scene_in_class(clause->scene, court, "courts")) return true;
  }
  return false;
}

/* Who sets off what is threatened: "if ICELAND sends ships". */
static void find_in_condition(act_match *match, const said_clause *clause) {
  ro_parties below = {.count = 0};
  uint32_t condition = clause->circumstances.condition;
  if (condition != RO_NONE) parties_below(&below, clause->scene, condition);
  parties_remove_sides(&below, &clause->speaker);
  if (below.count) parties_add(&match->whom, below.items[0]);
}

bool said_threatens(act_match *match, const said_clause *clause) {
  bool will = clause->own && clause->circumstances.reality == REALITY_FUTURE;
  bool bare = clause->circumstances.reality == REALITY_FACT ||
              clause->circumstances.reality == REALITY_FUTURE;
  const char *rule = NULL;
  if (crosses_line(clause))
    rule = "would cross a line: a warning";
  else if (warns_of_deed(clause))
    rule = "any such deed would: a warning";
  else if (denies_impunity(clause))
    rule = "will not go unpunished: a warning";
  else if (will && !clause->circumstances.negated && calls_to_account(clause))
    rule = "will hold to account: a warning";
  else if (will && does_not_hesitate(clause))
    rule = "will not hesitate: a warning";
  else if (will && uses_all_means(clause))
    rule = "will use all means: a warning";
  else if (will && !clause->circumstances.negated && goes_to_law(clause))
    rule = "will go to law: a warning";
  else if (will && has_no_choice(clause))
    rule = "will have no choice: a warning";
  else if (will && takes_for_enemy(clause))
    rule = "will take it for an attack: a warning";
  else if (loses_patience(clause))
    rule = "will not look on: a warning";
  else if (could_harm(clause))
    rule = "could harm: a warning";
  else if (bare && something_ends(clause))
    rule = "if they do, it ends: a warning";
  if (!rule) return false;
  if (does_not_hesitate(clause) && will_help(clause))
    said_tell(match, clause, "will not hesitate to help: a promise", RO_ACT_PROMISE,
              RO_STATUS_PENDING);
  else
    said_tell(match, clause, rule, RO_ACT_WARNING, RO_STATUS_MADE);
  find_in_condition(match, clause);
  if (!match->whom.count) said_find_mentioned(match, clause);
  return true;
}
