#include "records/scene/fronted.h"

#include <string.h>

#include "syntax/tree.h"

static bool has_child(const ro_document *document, uint32_t token, ro_deprel deprel) {
  return ro_tree_child(document, token, deprel) != RO_NONE;
}

static bool lacks_subject(const ro_document *document, uint32_t verb) {
  const char *tag = document->tokens[verb].xpos;
  bool finite =
      has_child(document, verb, RO_DEPREL_AUX) ||
      (tag && (strcmp(tag, "VBD") == 0 || strcmp(tag, "VBZ") == 0 || strcmp(tag, "VBP") == 0));
  return document->tokens[verb].upos == RO_UPOS_VERB && finite &&
         !has_child(document, verb, RO_DEPREL_NSUBJ) &&
         !has_child(document, verb, RO_DEPREL_NSUBJ_PASS);
}

static bool has_comma_before(const ro_document *document, uint32_t token) {
  uint32_t first, last;
  ro_tree_extent(document, token, &first, &last);
  return strcmp(document->tokens[first].form, ",") == 0 ||
         (first > 0 && strcmp(document->tokens[first - 1].form, ",") == 0);
}

/* The verb behind the token that lacks a subject, where the token is coordinated with a phrase in
 * front of it; RO_NONE. */
static uint32_t verb_behind(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  const ro_token *tokens = document->tokens;
  uint32_t phrase = tokens[token].head;
  if (tokens[phrase].deprel != RO_DEPREL_OBL || phrase > token) return RO_NONE;
  if (!has_child(document, phrase, RO_DEPREL_CASE) || has_child(document, token, RO_DEPREL_CASE))
    return RO_NONE;
  uint32_t verb = tokens[phrase].head;
  if (verb == RO_NONE || verb < token || !lacks_subject(document, verb)) return RO_NONE;
  return scene->mentions[token] != RO_NONE && has_comma_before(document, token) ? verb : RO_NONE;
}

/* The first of those coordinated that is such a subject: "CHINA and Russia". */
static uint32_t first_subject(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  uint32_t phrase = document->tokens[token].head;
  for (uint32_t child = ro_tree_child(document, phrase, RO_DEPREL_CONJ);
       child != RO_NONE && child < token;
       child = ro_tree_next_child(document, child, RO_DEPREL_CONJ))
    if (verb_behind(scene, child) != RO_NONE) return child;
  return RO_NONE;
}

bool fronted_rehang(ro_document *copy, const ro_scene *scene, uint32_t token) {
  if (scene->document->tokens[token].deprel != RO_DEPREL_CONJ) return false;
  uint32_t first = first_subject(scene, token);
  uint32_t verb = first == RO_NONE ? verb_behind(scene, token) : RO_NONE;
  if (first == RO_NONE && verb == RO_NONE) return false;
  copy->tokens[token].head = first == RO_NONE ? verb : first;
  if (verb != RO_NONE) copy->tokens[token].deprel = RO_DEPREL_NSUBJ;
  return true;
}
