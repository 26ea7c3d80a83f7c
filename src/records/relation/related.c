#include "records/relation/related.h"

#include <string.h>

#include "syntax/tree.h"

/* Answers below it are no better than guesses. */
static const float least_score = 0.65F;

/* A verb that tells a deed: not what is said, thought or felt, nor what is called for. */
static bool is_deed(const ro_scene *scene, uint32_t verb) {
  const ro_token *token = &scene->document->tokens[verb];
  return token->upos == RO_UPOS_VERB && token->deprel != RO_DEPREL_AMOD &&
         !scene_in_class(scene, verb, "speech-verbs") && !scene_in_class(scene, verb, "no-deeds") &&
         !scene_in_class(scene, verb, "mental-verbs");
}

static bool is_told(const ro_circumstances *circumstances) {
  return !circumstances->hypothetical && !circumstances->questioned && !circumstances->negated &&
         circumstances->reality == REALITY_FACT;
}

/* The party of the sentence that is named first in the predicate's objects and obliques. */
static void find_target(act_match *match, const ro_scene *scene) {
  ro_parties below = {.count = 0};
  parties_of_clause(&below, scene, match->predicate);
  parties_remove_sides(&below, &match->who);
  if (below.count) parties_add(&match->whom, below.items[0]);
}

/* The words of the first party that lie in the predicate's sentence; empty. */
static ro_span words_of(const ro_scene *scene, const ro_parties *parties, uint32_t predicate) {
  const ro_document *document = scene->document;
  ro_span sentence = document->sentences[document->tokens[predicate].sentence].span;
  ro_span words = parties->items[0].words;
  bool inside = words.start >= sentence.start && words.end <= sentence.end;
  return inside ? words : (ro_span){0, 0};
}

bool related_match(act_match *match, const ro_scene *scene, const ro_relation_model *model,
                   uint32_t predicate) {
  const ro_document *document = scene->document;
  if (!model || !is_deed(scene, predicate)) return false;
  arguments_collect(&match->arguments, scene, predicate);
  uint32_t subject = arguments_find(&match->arguments, ACT_SUBJECT, NULL);
  if (subject == RO_NONE) return false;
  parties_of_phrase(&match->who, scene, subject);
  if (!parties_any_political(&match->who)) return false;
  find_target(match, scene);
  if (!parties_any_political(&match->whom)) return false;
  circumstances_of_verb(&match->circumstances, scene, predicate);
  if (!is_told(&match->circumstances)) return false;
  ro_span source = words_of(scene, &match->who, predicate);
  ro_span target = words_of(scene, &match->whom, predicate);
  if (source.start == source.end || target.start == target.end) return false;
  const ro_sentence *sentence = &document->sentences[document->tokens[predicate].sentence];
  ro_relation_features features = ro_relation_features_of(document, sentence, source, target);
  ro_relation_answer answer = ro_relation_model_answer(model, &features);
  if (answer.score < least_score) return false;
  match->rule = "what one does to the other, as learned";
  match->event = answer.event;
  match->score = answer.score;
  match->status = RO_STATUS_DONE;
  return true;
}
