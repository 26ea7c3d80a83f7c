#include "records/matching/speech.h"

#include <string.h>
#include <strings.h>

#include "records/matching/said_clause.h"
#include "records/matching/said_possible.h"
#include "records/matching/told_clause.h"
#include "syntax/tree.h"

static bool is_second_person(const said_clause *clause) {
  return clause->subject_token != RO_NONE &&
         scene_lemma_is(clause->scene, clause->subject_token, "you");
}

/* "It is TIME for Iceland to leave" */
static bool says_it_is_time(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_document *document = scene->document;
  if (!scene_lemma_is(scene, clause->predicate, "time") || clause->circumstances.negated ||
      clause->circumstances.reality != REALITY_FACT)
    return false;
  uint32_t deed = ro_tree_child(document, clause->predicate, RO_DEPREL_ACL);
  if (deed == RO_NONE || !arguments_is_infinitive(document, deed)) return false;
  uint32_t doer = ro_tree_child(document, deed, RO_DEPREL_NSUBJ);
  if (doer == RO_NONE) return false;
  said_tell(match, clause, "time for it: a demand", RO_ACT_DEMAND, RO_STATUS_MADE);
  parties_of_phrase(&match->whom, scene, doer);
  parties_remove_sides(&match->whom, &clause->speaker);
  return true;
}

/* "DO NOT TOUCH our water", "STOP this war": said to whom it is to be done by. */
static bool is_imperative(const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_document *document = scene->document;
  const ro_token *verb = &document->tokens[clause->predicate];
  uint32_t auxiliary = ro_tree_child(document, clause->predicate, RO_DEPREL_AUX);
  uint32_t inner = scene->inner[clause->predicate];
  bool bare = verb->xpos && strcmp(verb->xpos, "VB") == 0 && clause->subject_token == RO_NONE;
  if (!bare || inner == RO_NONE || scene->statements[inner].directness != RO_DIRECT) return false;
  if (ro_tree_child(document, clause->predicate, RO_DEPREL_MARK) != RO_NONE) return false;
  if (auxiliary != RO_NONE)
    return strcasecmp(document->tokens[auxiliary].form, "do") == 0 &&
           clause->circumstances.negated && !scene_lemma_is(scene, clause->predicate, "let");
  return scene_in_class(scene, clause->predicate, "commanded");
}

/* "the shelling must STOP", "the tariff HAS TO GO" */
static bool is_to_happen(const said_clause *clause) {
  uint32_t operator= clause->circumstances.clause;
  bool bound = operator== clause->predicate || scene_in_class(clause->scene, operator, "having-to");
  return said_of_thing(clause) && bound;
}

/* "THEY should agree among themselves" of whom it is not told who they are. */
static bool is_somebody_untold(const said_clause *clause) {
  uint32_t subject = clause->subject_token;
  return subject != RO_NONE && !clause->subject.count &&
         (scene_lemma_is(clause->scene, subject, "they") ||
          scene_lemma_is(clause->scene, subject, "she"));
}

/* "must leave BEFORE any weapon is given up" */
static bool comes_first(const said_clause *clause) {
  const ro_document *document = clause->scene->document;
  for (uint32_t child = document->first_child[clause->predicate]; child != RO_NONE;
       child = document->next_sibling[child]) {
    ro_deprel deprel = document->tokens[child].deprel;
    uint32_t mark = ro_tree_child(document, child, RO_DEPREL_MARK);
    if (deprel == RO_DEPREL_ADVCL && mark != RO_NONE &&
        scene_lemma_is(clause->scene, mark, "before"))
      return true;
  }
  return false;
}

/* "UNDER THE ACCORD Norway is to leave" */
static bool rests_on_agreement(const said_clause *clause) {
  static const char *const prepositions[] = {"under", "by", "according to", "in"};
  for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
    uint32_t basis = arguments_find(&clause->arguments, ACT_PREPOSITION, prepositions[i]);
    if (basis == RO_NONE) continue;
    if (scene_in_class(clause->scene, basis, "agreement") ||
        scene_in_class(clause->scene, basis, "offer-nouns"))
      return true;
  }
  return false;
}

/* "Kyiv must sweep its mines", "sanctions must be lifted", "you can't delay this", "both ARE TO
 * leave" */
static bool demands(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  bool obliged = circumstances->reality == REALITY_OBLIGED;
  bool forbidden = circumstances->reality == REALITY_POSSIBLE && circumstances->negated;
  bool you = is_second_person(clause);
  bool things = clause->others.count == 0 &&
                (clause->arguments.passive || is_to_happen(clause) || is_somebody_untold(clause));
  bool ordered = circumstances->is_to && circumstances->tense == TENSE_PRESENT &&
                 clause->others.count && !circumstances->negated;
  if (says_it_is_time(match, clause)) return true;
  if (is_imperative(clause)) {
    said_tell(match, clause, "an imperative: a demand", RO_ACT_DEMAND, RO_STATUS_MADE);
    said_find_mentioned(match, clause);
    return true;
  }
  if (!(obliged && (clause->others.count || you || things)) && !(forbidden && you) && !ordered)
    return false;
  if (!things && scene_in_class(scene, clause->predicate, "mental-verbs")) return false;
  if (ordered && rests_on_agreement(clause)) { /* told of all who agreed to it */
    said_tell(match, clause, "is to, by a deal: a promise", RO_ACT_PROMISE, RO_STATUS_PENDING);
    match->who = clause->others;
    return true;
  }
  if (obliged && comes_first(clause))
    said_tell(match, clause, "must first: a condition", RO_ACT_CONDITION, RO_STATUS_MADE);
  else
    said_tell(match, clause, "must: a demand", RO_ACT_DEMAND, RO_STATUS_MADE);
  match->whom = clause->others;
  if (!match->whom.count && !things) said_find_mentioned(match, clause);
  return true;
}

/* "would not use the corridor TO ATTACK", "will do no HARM" */
static bool serves_harm(const said_clause *clause) {
  const ro_document *document = clause->scene->document;
  for (uint32_t child = document->first_child[clause->predicate]; child != RO_NONE;
       child = document->next_sibling[child])
    if (arguments_is_infinitive(document, child) &&
        scene_in_class(clause->scene, child, "hostile-verbs"))
      return true;
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  return object != RO_NONE && (scene_in_class(clause->scene, object, "unfair-gains") ||
                               scene_in_class(clause->scene, object, "hostile-nouns"));
}

/* "will RESUME the WAR" */
static bool goes_to_war(const said_clause *clause) {
  static const char *const verbs[] = {"resume", "wage",     "launch",    "mount",  "unleash",
                                      "expand", "escalate", "intensify", "declare"};
  uint32_t object = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  if (object == RO_NONE || !scene_in_class(clause->scene, object, "hostile-nouns")) return false;
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    if (scene_lemma_is(clause->scene, clause->predicate, verbs[i])) return true;
  return false;
}

/* "will not WITHDRAW", "will never ABANDON the reef"; but who will not leave the talks promises. */
static bool stays_put(const said_clause *clause) {
  static const char *const kept[] = {"agreement", "meeting", "offer-nouns"};
  const ro_scene *scene = clause->scene;
  uint32_t left = arguments_find(&clause->arguments, ACT_OBJECT, NULL);
  if (left == RO_NONE) left = arguments_find(&clause->arguments, ACT_PREPOSITION, "from");
  for (size_t i = 0; left != RO_NONE && i < sizeof kept / sizeof *kept; i++)
    if (scene_in_class(scene, left, kept[i])) return false;
  return scene_in_class(scene, clause->predicate, "retreats");
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

/* "will not BLOCK it", "will not STAND IN THE WAY" */
static bool hinders(const said_clause *clause) {
  uint32_t in = arguments_find(&clause->arguments, ACT_PREPOSITION, "in");
  return scene_in_class(clause->scene, clause->predicate, "hindering") ||
         (in != RO_NONE && scene_lemma_is(clause->scene, in, "way"));
}

static bool promises_or_refuses(act_match *match, const said_clause *clause) {
  const ro_scene *scene = clause->scene;
  const ro_circumstances *circumstances = &clause->circumstances;
  if (circumstances->reality == REALITY_FUTURE && !circumstances->negated && clause->others.count &&
      scene_in_class(scene, clause->predicate, "suffering")) {
    said_tell(match, clause, "will pay for it: a warning", RO_ACT_WARNING, RO_STATUS_MADE);
    match->whom = clause->others;
    return true;
  }
  bool only = circumstances->condition_kind == CONDITION_ONLY ||
              circumstances->condition_kind == CONDITION_UNTIL;
  bool of_thing = only && !clause->others.count && said_of_thing(clause);
  bool impossible = of_thing && circumstances->negated && clause->arguments.passive &&
                    circumstances->reality == REALITY_POSSIBLE;
  if (!impossible && (circumstances->reality != REALITY_FUTURE || !is_commitment(clause)))
    return false;
  if (!clause->own && !of_thing) return false;
  bool stays = scene_lemma_is(scene, clause->predicate, "stay") ||
               scene_lemma_is(scene, clause->predicate, "remain");
  if (only &&
      (circumstances->negated || stays || circumstances->condition_kind == CONDITION_ONLY)) {
    said_tell(match, clause, "only after: a condition", RO_ACT_CONDITION, RO_STATUS_MADE);
    said_find_mentioned(match, clause);
    return true;
  }
  if (!clause->own || is_past_plan(clause)) return false;
  bool held = clause->arguments.passive && scene_lemma_is(scene, clause->predicate, "hold");
  if (!held && scene_in_class(scene, clause->predicate, "mental-verbs")) return false;
  if (scene->document->tokens[clause->predicate].upos != RO_UPOS_VERB) return false;
  bool hostile = clause->subject.count &&
                 (scene_in_class(scene, clause->predicate, "hostile-verbs") || goes_to_war(clause));
  if (hostile != circumstances->negated && hostile)
    said_tell(match, clause, "will harm: a warning", RO_ACT_WARNING, RO_STATUS_MADE);
  else if (circumstances->negated && !hostile && serves_harm(clause))
    said_tell(match, clause, "will not use it to harm: a promise", RO_ACT_PROMISE,
              RO_STATUS_PENDING);
  else if (circumstances->negated && !hostile && hinders(clause))
    said_tell(match, clause, "will not hinder: a promise", RO_ACT_PROMISE, RO_STATUS_PENDING);
  else if (circumstances->negated && (!hostile || stays_put(clause)))
    said_tell(match, clause, "will not: a refusal", RO_ACT_REFUSAL, RO_STATUS_MADE);
  else if (circumstances->condition_kind != CONDITION_NONE)
    said_tell(match, clause, "will, if: a promise on a condition", RO_ACT_PROMISE,
              RO_STATUS_CONDITIONAL);
  else
    said_tell(match, clause, "will: a promise", RO_ACT_PROMISE, RO_STATUS_PENDING);
  said_find_mentioned(match, clause);
  return true;
}

/* "the tapes will be handed over", "the first cargoes would leave" */
static bool is_thing_to_give(const said_clause *clause) {
  uint32_t subject = clause->subject_token;
  if (subject == RO_NONE) return false;
  const ro_token *token = &clause->scene->document->tokens[subject];
  if (token->upos != RO_UPOS_NOUN) return false;
  if (clause->arguments.passive) return !scene_in_class(clause->scene, subject, "hostile-nouns");
  return scene_in_class(clause->scene, clause->predicate, "arriving") &&
         (scene_in_class(clause->scene, subject, "goods") ||
          scene_in_class(clause->scene, subject, "paper") ||
          scene_in_class(clause->scene, subject, "prisoners"));
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
  if (clause->arguments.passive && scene_in_class(scene, predicate, "pressed")) {
    clause->subject = (ro_parties){.count = 0}; /* "WE will not be intimidated by anybody" */
    parties_of_phrase(&clause->subject, scene, clause->subject_token);
  }
  clause->others = clause->subject;
  parties_remove_sides(&clause->others, &clause->speaker);
  if (!clause->others.count && clause->subject.count == 1 &&
      parties_is_another_person(&clause->speaker, clause->subject.items[0].actor))
    clause->others = clause->subject; /* "LUND must go", said by one of her own */
  clause->own = !clause->others.count && parties_share_side(&clause->subject, &clause->speaker) &&
                !is_joint_thing(clause);
  if (clause->subject.count == 0 && clause->circumstances.reality == REALITY_FUTURE &&
      is_thing_to_give(clause)) {
    ro_parties below = {.count = 0};
    parties_below(&below, scene, predicate);
    clause->own = clause->arguments.passive || parties_share_side(&below, &clause->speaker);
  }
}

bool speech_match(act_match *match, const ro_scene *scene, uint32_t predicate) {
  static bool (*const rules[])(act_match *, const said_clause *) = {
      demands,        said_threatens, said_judges,
      said_announces, said_withholds, promises_or_refuses,
      said_rules_out, said_allows_if, said_denies};
  const ro_document *document = scene->document;
  ro_deprel deprel = document->tokens[predicate].deprel;
  if (deprel == RO_DEPREL_AMOD || deprel == RO_DEPREL_COMPOUND) return false;
  bool copular = ro_tree_child(document, predicate, RO_DEPREL_COP) != RO_NONE;
  if (document->tokens[predicate].upos != RO_UPOS_VERB && !copular) return false;
  said_clause clause;
  read_clause(&clause, scene, predicate);
  if (scene->inner[predicate] == RO_NONE)
    return told_sets_condition(match, &clause) || told_promises(match, &clause) ||
           told_refuses(match, &clause) || told_requires(match, &clause);
  bool unknown = !clause.speaker.count;
  if (unknown) parties_of_unknown_speaker(&clause.speaker, scene, scene->inner[predicate]);
  if (!clause.speaker.count) return told_requires(match, &clause);
  if (clause.circumstances.questioned || clause.circumstances.hypothetical) return false;
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
    if (!rules[i](match, &clause)) continue;
    match->announced = match->announced || unknown;
    return true;
  }
  if (clause.own || scene_in_class(scene, predicate, "hostile-verbs")) return false;
  return told_promises(match, &clause) ||
         told_refuses(match, &clause); /* "China will buy more, Trump said" */
}
