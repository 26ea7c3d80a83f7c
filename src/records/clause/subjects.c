#include "records/clause/subjects.h"

#include <string.h>

#include "syntax/tree.h"

enum { DEEPEST_INHERITANCE = 8 };

static const ro_token *token_of(const ro_document *document, uint32_t index) {
  return &document->tokens[index];
}

static bool has_xpos(const ro_document *document, uint32_t token, const char *xpos) {
  const char *own = token_of(document, token)->xpos;
  return own && strcmp(own, xpos) == 0;
}

/* A child with that relation whose lemma is `lemma`. */
static uint32_t child_with_lemma(const ro_document *document, uint32_t token, ro_deprel deprel,
                                 const char *lemma) {
  for (uint32_t child = ro_tree_child(document, token, deprel); child != RO_NONE;
       child = ro_tree_next_child(document, child, deprel))
    if (strcmp(token_of(document, child)->lemma, lemma) == 0) return child;
  return RO_NONE;
}

bool arguments_is_infinitive(const ro_document *document, uint32_t verb) {
  return child_with_lemma(document, verb, RO_DEPREL_MARK, "to") != RO_NONE;
}

bool arguments_is_passive(const ro_document *document, uint32_t verb) {
  if (ro_tree_child(document, verb, RO_DEPREL_AUX_PASS) != RO_NONE) return true;
  if (ro_tree_child(document, verb, RO_DEPREL_NSUBJ_PASS) != RO_NONE) return true;
  ro_deprel deprel = token_of(document, verb)->deprel;
  bool reduced = deprel == RO_DEPREL_ACL || deprel == RO_DEPREL_ADVCL || deprel == RO_DEPREL_AMOD;
  return reduced && has_xpos(document, verb, "VBN") &&
         ro_tree_child(document, verb, RO_DEPREL_AUX) == RO_NONE;
}

const char *arguments_preposition(const ro_document *document, uint32_t token) {
  uint32_t marker = ro_tree_child(document, token, RO_DEPREL_CASE);
  if (marker == RO_NONE) marker = ro_tree_child(document, token, RO_DEPREL_MARK);
  bool adverb = marker != RO_NONE && (token_of(document, marker)->upos == RO_UPOS_ADV ||
                                      strcmp(token_of(document, marker)->lemma, "out") == 0);
  if (adverb) { /* "out OF the deal", "handed it over TO them" */
    uint32_t next = ro_tree_next_child(document, marker, RO_DEPREL_CASE);
    if (next != RO_NONE) marker = next;
  }
  return marker == RO_NONE ? NULL : token_of(document, marker)->lemma;
}

uint32_t arguments_antecedent(const ro_document *document, uint32_t token) {
  static const char *const relatives[] = {"who", "which", "that", "whom", "whose"};
  const ro_token *word = token_of(document, token);
  bool relative = false;
  if (word->upos != RO_UPOS_PRON && word->upos != RO_UPOS_DET) return token;
  for (size_t i = 0; i < sizeof relatives / sizeof *relatives; i++)
    relative =
        relative || strcmp(word->lemma, relatives[i]) == 0 || strcmp(word->form, relatives[i]) == 0;
  if (!relative) return token;
  uint32_t at = token;
  for (int depth = 0; depth < DEEPEST_INHERITANCE && at != RO_NONE; depth++) {
    if (token_of(document, at)->deprel == RO_DEPREL_ACL_RELCL) return token_of(document, at)->head;
    at = token_of(document, at)->head;
  }
  return token;
}

uint32_t subjects_own(const ro_document *document, uint32_t predicate) {
  uint32_t subject = RO_NONE; /* the nearest one before the predicate, else the first after it */
  for (uint32_t child = document->first_child[predicate]; child != RO_NONE;
       child = document->next_sibling[child]) {
    ro_deprel deprel = token_of(document, child)->deprel;
    bool is_subject = deprel == RO_DEPREL_NSUBJ || deprel == RO_DEPREL_NSUBJ_PASS ||
                      deprel == RO_DEPREL_NSUBJ_OUTER;
    if (is_subject && (child < predicate || subject == RO_NONE)) subject = child;
  }
  return subject;
}

uint32_t subjects_agent(const ro_document *document, uint32_t predicate) {
  uint32_t agent = ro_tree_child(document, predicate, RO_DEPREL_OBL_AGENT);
  if (agent != RO_NONE) return agent;
  for (uint32_t child = ro_tree_child(document, predicate, RO_DEPREL_OBL); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_OBL)) {
    const char *preposition = arguments_preposition(document, child);
    if (preposition && strcmp(preposition, "by") == 0) return child;
    /* hung too low: "was hailed on Thursday BY GUTERRES" */
    if (!preposition || strcmp(preposition, "with") == 0) continue;
    uint32_t below = ro_tree_child(document, child, RO_DEPREL_NMOD);
    preposition = below == RO_NONE ? NULL : arguments_preposition(document, below);
    if (preposition && strcmp(preposition, "by") == 0) return below;
  }
  return RO_NONE;
}

static uint32_t surface_subject(const ro_scene *scene, uint32_t predicate, int depth);

/* Who is to do what an infinitive or participle below a verb tells. */
static uint32_t controller(const ro_scene *scene, uint32_t verb, int depth) {
  const ro_document *document = scene->document;
  static const ro_deprel objects[] = {RO_DEPREL_OBJ, RO_DEPREL_IOBJ};
  if (!scene_in_class(scene, verb, "subject-control")) {
    for (size_t i = 0; i < 2; i++) {
      uint32_t object = ro_tree_child(document, verb, objects[i]);
      if (object != RO_NONE) return object;
    }
    uint32_t child = ro_tree_child(document, verb, RO_DEPREL_OBL);
    const char *preposition = child == RO_NONE ? NULL : arguments_preposition(document, child);
    if (preposition && strcmp(preposition, "on") == 0 && scene_lemma_is(scene, verb, "call"))
      return child;
  }
  return surface_subject(scene, verb, depth + 1);
}

static uint32_t owner_of(const ro_scene *scene, uint32_t noun) {
  const ro_document *document = scene->document;
  uint32_t owner = ro_tree_child(document, noun, RO_DEPREL_NMOD_POSS);
  if (owner != RO_NONE) return owner;
  uint32_t head = token_of(document, noun)->head;
  bool carried = token_of(document, noun)->deprel == RO_DEPREL_OBJ && head != RO_NONE;
  return carried ? subjects_own(document, head) : RO_NONE;
}

static bool is_noun(const ro_document *document, uint32_t token) {
  ro_upos upos = token_of(document, token)->upos;
  bool noun = upos == RO_UPOS_NOUN || upos == RO_UPOS_PROPN;
  return noun && ro_tree_child(document, token, RO_DEPREL_COP) == RO_NONE;
}

/* The verb that a coordinated one continues. What stands outside somebody's words does not continue
 * them, wherever the tree hangs it: "insisted that they leave and DENIED …". */
static uint32_t coordinated_with(const ro_scene *scene, uint32_t predicate) {
  const ro_document *document = scene->document;
  uint32_t head = token_of(document, predicate)->head;
  while (head != RO_NONE && token_of(document, head)->head != RO_NONE &&
         (is_noun(document, head) || (scene->inner[head] != RO_NONE &&
                                      !scene_is_said_in(scene, predicate, scene->inner[head]))))
    head = token_of(document, head)->head;
  return head;
}

/* "a statement DEMANDING that …", "signed a declaration CALLING FOR …" */
static bool is_in_paper(const ro_scene *scene, uint32_t participle) {
  const ro_document *document = scene->document;
  uint32_t noun = token_of(document, participle)->head;
  uint32_t carrier = token_of(document, noun)->head;
  if (!has_xpos(document, participle, "VBG")) return false;
  return scene_in_class(scene, noun, "paper") || scene_in_class(scene, noun, "agreement") ||
         (carrier != RO_NONE && token_of(document, noun)->deprel == RO_DEPREL_OBJ &&
          scene_in_class(scene, carrier, "light-verbs"));
}

/* "criticised them FOR SHOOTING at him" */
static bool is_deed_of_object(const ro_document *document, uint32_t clause) {
  const char *preposition = arguments_preposition(document, clause);
  return preposition && has_xpos(document, clause, "VBG") &&
         (strcmp(preposition, "for") == 0 || strcmp(preposition, "of") == 0);
}

static uint32_t surface_subject(const ro_scene *scene, uint32_t predicate, int depth) {
  const ro_document *document = scene->document;
  uint32_t own = subjects_own(document, predicate);
  const ro_token *token = token_of(document, predicate);
  bool time = own != RO_NONE && scene->timed[own] && token->deprel == RO_DEPREL_ACL_RELCL;
  if (time) return token->head; /* "Denmark, WHICH LAST WEEK urged …" */
  if (own != RO_NONE) return arguments_antecedent(document, own);
  if (depth > DEEPEST_INHERITANCE || token->head == RO_NONE) return RO_NONE;
  switch (token->deprel) {
  case RO_DEPREL_CONJ:
    return surface_subject(scene, coordinated_with(scene, predicate), depth + 1);
  case RO_DEPREL_XCOMP:
    return controller(scene, token->head, depth);
  case RO_DEPREL_ADVCL:
    if (depth == 0 && arguments_is_infinitive(document, predicate) &&
        scene_lemma_is(scene, token->head, "call"))
      return controller(scene, token->head, depth); /* "called on them TO LEAVE" */
    return is_deed_of_object(document, predicate) ? controller(scene, token->head, depth)
                                                  : surface_subject(scene, token->head, depth + 1);
  case RO_DEPREL_ACL:
    if (arguments_is_infinitive(document, predicate)) return owner_of(scene, token->head);
    if (is_in_paper(scene, predicate)) {
      uint32_t author = owner_of(scene, token->head); /* "issued a statement DEMANDING that …" */
      if (author != RO_NONE) return author;
    }
    return token->head;
  case RO_DEPREL_ACL_RELCL:
    return token->head;
  default:
    return RO_NONE;
  }
}

uint32_t arguments_surface_subject(const ro_scene *scene, uint32_t predicate) {
  return surface_subject(scene, predicate, 0);
}

uint32_t arguments_subject(const ro_scene *scene, uint32_t predicate) {
  const ro_document *document = scene->document;
  if (!arguments_is_passive(document, predicate))
    return arguments_surface_subject(scene, predicate);
  return subjects_agent(document, predicate);
}
