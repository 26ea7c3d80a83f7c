#include "records/clause/negation.h"

#include "syntax/tree.h"

static bool negates(const ro_scene *scene, uint32_t token) {
  if (scene_in_class(scene, token, "negations")) return true;
  if (!scene_lemma_is(scene, token, "long")) return false; /* "no longer" */
  uint32_t child = ro_tree_child(scene->document, token, RO_DEPREL_ADVMOD);
  return child != RO_NONE && scene_lemma_is(scene, child, "no");
}

bool negation_of(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[token]; child != RO_NONE;
       child = document->next_sibling[child]) {
    switch (document->tokens[child].deprel) {
    case RO_DEPREL_ADVMOD:
    case RO_DEPREL_DET:
    case RO_DEPREL_CC:
    case RO_DEPREL_CC_PRECONJ:
    case RO_DEPREL_CASE:
      if (negates(scene, child)) return true;
      break;
    default:
      break;
    }
  }
  return false;
}

bool negation_of_argument(const ro_scene *scene, uint32_t verb) {
  static const ro_deprel relations[] = {RO_DEPREL_NSUBJ, RO_DEPREL_NSUBJ_PASS, RO_DEPREL_OBJ};
  for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
    uint32_t argument = ro_tree_child(scene->document, verb, relations[i]);
    if (argument == RO_NONE) continue;
    if (negation_of(scene, argument) || scene_in_class(scene, argument, "negations")) return true;
  }
  return false;
}
