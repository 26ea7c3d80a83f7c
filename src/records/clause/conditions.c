#include "records/clause/conditions.h"

#include <string.h>
#include <strings.h>

#include "syntax/tree.h"

static const ro_token *token_of(const ro_scene *scene, uint32_t index) {
  return &scene->document->tokens[index];
}

bool conditions_marker_is(const ro_scene *scene, uint32_t clause, const char *class_name) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[clause]; child != RO_NONE;
       child = document->next_sibling[child]) {
    ro_deprel deprel = document->tokens[child].deprel;
    bool marks = deprel == RO_DEPREL_MARK || deprel == RO_DEPREL_CASE || deprel == RO_DEPREL_ADVMOD;
    if (marks && child < clause && scene_in_class(scene, child, class_name)) return true;
  }
  return false;
}

/* "Should there be provocations", "were a signing called" */
bool conditions_is_inverted(const ro_scene *scene, uint32_t clause) {
  const ro_document *document = scene->document;
  uint32_t auxiliary = ro_tree_child(document, clause, RO_DEPREL_AUX);
  if (auxiliary == RO_NONE) auxiliary = ro_tree_child(document, clause, RO_DEPREL_COP);
  uint32_t subject = ro_tree_child(document, clause, RO_DEPREL_NSUBJ);
  if (subject == RO_NONE) subject = ro_tree_child(document, clause, RO_DEPREL_NSUBJ_PASS);
  if (subject == RO_NONE) subject = ro_tree_child(document, clause, RO_DEPREL_EXPL);
  if (auxiliary == RO_NONE || subject == RO_NONE || auxiliary > subject) return false;
  return scene_lemma_is(scene, auxiliary, "should") ||
         strcasecmp(token_of(scene, auxiliary)->form, "had") == 0 ||
         strcasecmp(token_of(scene, auxiliary)->form, "were") == 0;
}

/* "ONLY THEN would it return" */
static bool is_only_then(const ro_scene *scene, uint32_t token) {
  return scene_lemma_is(scene, token, "then") && token > 0 &&
         scene_lemma_is(scene, token - 1, "only");
}

static bool is_without(const ro_scene *scene, uint32_t token) {
  uint32_t word = ro_tree_child(scene->document, token, RO_DEPREL_CASE);
  return word != RO_NONE && scene_lemma_is(scene, word, "without");
}

static bool has_only(const ro_scene *scene, uint32_t clause) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[clause]; child != RO_NONE && child < clause;
       child = document->next_sibling[child])
    if (scene_lemma_is(scene, child, "only")) return true;
  uint32_t first, last;
  ro_tree_extent(document, clause, &first, &last);
  for (uint32_t i = first; i < clause; i++) /* "ONLY once": hung on the conjunction */
    if (scene_lemma_is(scene, i, "only") && document->tokens[i].head < clause &&
        document->tokens[document->tokens[i].head].head == clause)
      return true;
  const ro_sentence *sentence = &document->sentences[document->tokens[clause].sentence];
  return first > sentence->first_token && scene_lemma_is(scene, first - 1, "only");
}

condition_kind conditions_kind_of(const ro_scene *scene, uint32_t clause) {
  if (conditions_marker_is(scene, clause, "until-markers")) return CONDITION_UNTIL;
  bool provided = conditions_marker_is(scene, clause, "provided-markers");
  bool conditional =
      conditions_marker_is(scene, clause, "if-markers") || conditions_is_inverted(scene, clause);
  bool temporal = conditions_marker_is(scene, clause, "when-markers");
  temporal = temporal || conditions_marker_is(scene, clause, "as-markers");
  if ((conditional || provided || temporal) && has_only(scene, clause)) return CONDITION_ONLY;
  if (provided) return CONDITION_PROVIDED;
  return conditional ? CONDITION_IF : CONDITION_NONE;
}

/* "PROVIDED that they do the same" as a clause of its own */
static bool is_provided_that(const ro_scene *scene, uint32_t token) {
  const char *form = token_of(scene, token)->form;
  bool provided = strcasecmp(form, "provided") == 0 || strcasecmp(form, "providing") == 0;
  return provided && ro_tree_child(scene->document, token, RO_DEPREL_CCOMP) != RO_NONE;
}

/* The condition among the dependents of `head`, for what is said of `predicate`. */
void conditions_find(ro_circumstances *out, const ro_scene *scene, uint32_t head,
                     uint32_t predicate) {
  const ro_document *document = scene->document;
  bool borrowed = head != predicate;
  for (uint32_t child = document->first_child[head]; child != RO_NONE;
       child = document->next_sibling[child]) {
    ro_deprel deprel = document->tokens[child].deprel;
    condition_kind kind = CONDITION_NONE;
    bool elsewhere =
        scene->inner[child] != RO_NONE && scene->inner[child] != scene->inner[predicate];
    if (borrowed && elsewhere) continue;
    if (deprel == RO_DEPREL_ADVCL || deprel == RO_DEPREL_OBL || deprel == RO_DEPREL_CONJ)
      kind = conditions_kind_of(scene, child);
    if (deprel == RO_DEPREL_OBL && out->negated &&
        (out->reality == REALITY_FUTURE || out->reality == REALITY_POSSIBLE) &&
        is_without(scene, child)) {
      out->condition = child; /* "will not leave WITHOUT a treaty" */
      out->condition_kind = CONDITION_UNTIL;
      return;
    }
    if (deprel == RO_DEPREL_ADVMOD && is_only_then(scene, child)) kind = CONDITION_ONLY;
    if (deprel == RO_DEPREL_ADVMOD && scene_in_class(scene, child, "provided-markers") &&
        ro_tree_child(document, child, RO_DEPREL_ADVCL) != RO_NONE)
      kind = CONDITION_PROVIDED; /* "AS SOON as our part is done" */
    if (is_provided_that(scene, child)) {
      child = ro_tree_child(document, child, RO_DEPREL_CCOMP);
      kind = CONDITION_PROVIDED;
      deprel = RO_DEPREL_ADVCL;
    }
    if (deprel == RO_DEPREL_ADVCL && out->negated &&
        conditions_marker_is(scene, child, "before-markers"))
      kind = CONDITION_UNTIL;
    bool meanwhile = deprel == RO_DEPREL_ADVCL && child > predicate &&
                     conditions_marker_is(scene, child, "meanwhile-markers");
    bool as_long = kind == CONDITION_PROVIDED && scene_lemma_is(scene, child, "long");
    if (out->negated && (meanwhile || as_long)) /* "will not talk WHILE they fire" */
      kind = CONDITION_UNTIL;
    if (kind == CONDITION_NONE || out->condition_kind != CONDITION_NONE) continue;
    if (deprel == RO_DEPREL_OBL && kind != CONDITION_ONLY && !scene_lemma_is(scene, child, "then"))
      continue;
    out->condition = child;
    out->condition_kind = kind;
    return;
  }
}

/* "ready to talk, but ONLY AS part of a package", "will answer DEPENDING ON what they do": wherever
 * the tree hangs it. */
void conditions_find_loose(ro_circumstances *out, const ro_scene *scene, uint32_t predicate) {
  const ro_document *document = scene->document;
  uint32_t first, last;
  ro_tree_extent(document, predicate, &first, &last);
  for (uint32_t i = predicate + 1; i < last; i++) {
    const ro_token *token = token_of(scene, i);
    bool only = scene_lemma_is(scene, i, "only") && scene_lemma_is(scene, i - 1, "but");
    bool depending = strcasecmp(token->form, "depending") == 0;
    if ((!only && !depending) || scene->inner[i] != scene->inner[predicate]) continue;
    out->condition = token->head == RO_NONE ? i : token->head;
    out->condition_kind = CONDITION_ONLY;
    return;
  }
}
