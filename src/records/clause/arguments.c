#include "records/clause/arguments.h"

#include <string.h>

#include "records/clause/subjects.h"
#include "syntax/tree.h"

static const ro_token *token_of(const ro_document *document, uint32_t index) {
  return &document->tokens[index];
}

static bool has_xpos(const ro_document *document, uint32_t token, const char *xpos) {
  const char *own = token_of(document, token)->xpos;
  return own && strcmp(own, xpos) == 0;
}

static bool is_verb(const ro_document *document, uint32_t token) {
  return token_of(document, token)->upos == RO_UPOS_VERB;
}

static void add(ro_arguments *out, act_argument role, const char *preposition, uint32_t token) {
  if (token == RO_NONE || out->count == MAXIMUM_ARGUMENTS) return;
  out->items[out->count++] = (ro_argument){role, preposition, token};
}

uint32_t arguments_find(const ro_arguments *arguments, act_argument role, const char *preposition) {
  for (uint32_t i = 0; i < arguments->count; i++) {
    const ro_argument *item = &arguments->items[i];
    if (item->role != role) continue;
    if (role != ACT_PREPOSITION || strcmp(item->preposition, preposition) == 0) return item->token;
  }
  return RO_NONE;
}

/* "leaving", "having left" */
static bool is_gerund(const ro_document *document, uint32_t clause) {
  uint32_t auxiliary = ro_tree_child(document, clause, RO_DEPREL_AUX);
  return has_xpos(document, clause, "VBG") ||
         (auxiliary != RO_NONE && has_xpos(document, auxiliary, "VBG"));
}

/* "said that …", "that … was denied", "the demand that …" */
static bool is_content_clause(const ro_document *document, uint32_t clause, const char *marker) {
  ro_deprel deprel = token_of(document, clause)->deprel;
  bool that = marker && strcmp(marker, "that") == 0;
  return deprel == RO_DEPREL_CCOMP || deprel == RO_DEPREL_CSUBJ_PASS ||
         (deprel == RO_DEPREL_ACL && that);
}

/* A clause below a predicate: an infinitive, a gerund (with its preposition) or a finite clause. */
static void add_clause(ro_arguments *out, const ro_document *document, uint32_t clause) {
  const char *marker = arguments_preposition(document, clause);
  bool finite = ro_tree_child(document, clause, RO_DEPREL_NSUBJ) != RO_NONE ||
                ro_tree_child(document, clause, RO_DEPREL_NSUBJ_PASS) != RO_NONE;
  if (arguments_is_infinitive(document, clause)) {
    add(out, ACT_INFINITIVE, NULL, clause);
    if (marker && strcmp(marker, "for") == 0) /* "called for it to leave" */
      add(out, ACT_PREPOSITION, marker, clause);
  } else if (is_gerund(document, clause) && !finite)
    add(out, marker ? ACT_PREPOSITION : ACT_GERUND, marker, clause);
  else if (is_content_clause(document, clause, marker))
    add(out, ACT_CLAUSE, NULL, clause);
  else if (token_of(document, clause)->deprel == RO_DEPREL_XCOMP)
    add(out, is_verb(document, clause) ? ACT_INFINITIVE : ACT_COMPLEMENT, NULL, clause);
  if (marker && !is_verb(document, clause)) /* "described it as reasonable" */
    add(out, ACT_PREPOSITION, marker, clause);
}

static void add_dependent(ro_arguments *out, const ro_document *document, uint32_t child) {
  const char *preposition = arguments_preposition(document, child);
  switch (token_of(document, child)->deprel) {
  case RO_DEPREL_OBJ:
    add(out, ACT_OBJECT, NULL, child);
    break;
  case RO_DEPREL_IOBJ:
    add(out, ACT_INDIRECT, NULL, child);
    break;
  case RO_DEPREL_OBL:
  case RO_DEPREL_NMOD:
  case RO_DEPREL_OBL_AGENT:
    if (preposition) add(out, ACT_PREPOSITION, preposition, child);
    break;
  case RO_DEPREL_ADVMOD: /* "wants them OUT", "SEXUALLY abused" */
    add(out, ACT_PREPOSITION, token_of(document, child)->lemma, child);
    break;
  case RO_DEPREL_CCOMP:
  case RO_DEPREL_XCOMP:
  case RO_DEPREL_ADVCL:
  case RO_DEPREL_ACL:
  case RO_DEPREL_CSUBJ:
  case RO_DEPREL_CSUBJ_PASS:
    add_clause(out, document, child);
    break;
  case RO_DEPREL_NMOD_POSS:
  case RO_DEPREL_AMOD:
  case RO_DEPREL_COMPOUND:
    add(out, ACT_OWNER, NULL, arguments_antecedent(document, child));
    break;
  default:
    break;
  }
}

/* "promised ARMENIA 350 million": of two objects the first is the one who gets the other. */
static void read_first_as_indirect(ro_arguments *out, const ro_document *document,
                                   uint32_t predicate, uint32_t from) {
  uint32_t first = RO_NONE, count = 0;
  for (uint32_t i = from; i < out->count; i++) {
    if (out->items[i].role == ACT_INDIRECT) return;
    if (out->items[i].role != ACT_OBJECT) continue;
    if (!count++) first = i;
  }
  if (count != 2 || out->items[first].token < predicate) return;
  ro_upos upos = token_of(document, out->items[first].token)->upos;
  if (upos == RO_UPOS_PROPN || upos == RO_UPOS_NOUN || upos == RO_UPOS_PRON)
    out->items[first].role = ACT_INDIRECT;
}

static void add_dependents(ro_arguments *out, const ro_document *document, uint32_t token) {
  uint32_t before = out->count;
  for (uint32_t child = document->first_child[token]; child != RO_NONE;
       child = document->next_sibling[child])
    add_dependent(out, document, child);
  read_first_as_indirect(out, document, token, before);
}

/* In "the centre that Ankara opened" the noun is what was opened. */
static uint32_t relative_object(const ro_document *document, const ro_arguments *out,
                                uint32_t predicate) {
  const ro_token *token = token_of(document, predicate);
  if (token->deprel != RO_DEPREL_ACL_RELCL || out->passive) return RO_NONE;
  uint32_t subject = subjects_own(document, predicate);
  if (subject == RO_NONE || arguments_antecedent(document, subject) != subject) return RO_NONE;
  return token->head;
}

/* "condemned and rejected the plan": what stands behind both belongs to both. */
static uint32_t shared_object(const ro_document *document, uint32_t predicate) {
  const ro_token *token = token_of(document, predicate);
  if (token->deprel != RO_DEPREL_CONJ || token->head == RO_NONE) return RO_NONE;
  uint32_t object = ro_tree_child(document, token->head, RO_DEPREL_OBJ);
  return object != RO_NONE && object > predicate ? object : RO_NONE;
}

static void add_subject_and_object(ro_arguments *out, const ro_scene *scene, uint32_t predicate) {
  const ro_document *document = scene->document;
  uint32_t surface = arguments_surface_subject(scene, predicate);
  uint32_t object = arguments_find(out, ACT_OBJECT, NULL);
  for (uint32_t i = 0; i < out->count; i++)
    out->items[i].token = out->items[i].role == ACT_OBJECT || out->items[i].role == ACT_PREPOSITION
                              ? arguments_antecedent(document, out->items[i].token)
                              : out->items[i].token;
  if (out->passive) {
    add(out, object == RO_NONE ? ACT_OBJECT : ACT_INDIRECT, NULL, surface);
    add(out, ACT_SUBJECT, NULL, subjects_agent(document, predicate));
    return;
  }
  add(out, ACT_SUBJECT, NULL, surface);
  if (object != RO_NONE) return;
  uint32_t lone = arguments_find(out, ACT_INDIRECT, NULL); /* "accused LAVROV of", hung too far */
  object = lone != RO_NONE ? lone : relative_object(document, out, predicate);
  add(out, ACT_OBJECT, NULL, object == RO_NONE ? shared_object(document, predicate) : object);
}

/* The verb's dependents as the noun's; of an object ("took PLACE between …") also its own. */
static void add_dependents_but(ro_arguments *out, const ro_document *document, uint32_t verb,
                               uint32_t noun) {
  ro_arguments found = {.support = RO_NONE};
  add_dependents(&found, document, verb);
  uint32_t object = arguments_find(&found, ACT_OBJECT, NULL);
  if (object != RO_NONE && object != noun) add_dependents(&found, document, object);
  for (uint32_t i = 0; i < found.count; i++)
    if (found.items[i].token != noun && found.items[i].role != ACT_OWNER)
      add(out, found.items[i].role, found.items[i].preposition, found.items[i].token);
}

/* The verb that the noun stands beside: "said IN TALKS", "said after a series OF TALKS". */
static uint32_t verb_around(const ro_scene *scene, uint32_t noun) {
  const ro_token *token = token_of(scene->document, noun);
  if (token->deprel == RO_DEPREL_NMOD && token->head != RO_NONE &&
      scene_in_class(scene, token->head, "quantity-nouns"))
    token = token_of(scene->document, token->head);
  return token->deprel == RO_DEPREL_OBL ? token->head : RO_NONE;
}

/* "threw stones DURING A MARCH", not "mourned after the strike" */
static bool stands_in(const ro_document *document, uint32_t noun) {
  static const char *const prepositions[] = {"in", "during", "at", "on", "by", "with"};
  const char *preposition = arguments_preposition(document, noun);
  for (size_t i = 0; preposition && i < sizeof prepositions / sizeof *prepositions; i++)
    if (strcmp(preposition, prepositions[i]) == 0) return true;
  return false;
}

/* "said it before THE CALL FOR Karlsson": no call of the speaker's. */
static bool calls_for(const ro_scene *scene, uint32_t noun) {
  const ro_document *document = scene->document;
  if (!scene_lemma_is(scene, noun, "call")) return false;
  uint32_t child = ro_tree_child(document, noun, RO_DEPREL_NMOD);
  const char *preposition = child == RO_NONE ? NULL : arguments_preposition(document, child);
  return preposition && strcmp(preposition, "for") == 0;
}

/* "made a promise to …", "a promise was made by …": the verb's arguments are the noun's. */
static void add_support(ro_arguments *out, const ro_scene *scene, uint32_t noun) {
  const ro_document *document = scene->document;
  const ro_token *token = token_of(document, noun);
  bool carried = token->deprel == RO_DEPREL_OBJ || token->deprel == RO_DEPREL_NSUBJ_PASS;
  bool joined = (scene_in_class(scene, noun, "meeting") && !calls_for(scene, noun)) ||
                (scene_in_class(scene, noun, "protests") && stands_in(scene->document, noun));
  uint32_t carried_by = verb_around(scene, noun);
  if (carried_by != RO_NONE && joined) /* said IN TALKS, threw stones DURING A MARCH */
    add(out, ACT_SUBJECT, NULL, arguments_surface_subject(scene, carried_by));
  bool takes_place = token->deprel == RO_DEPREL_NSUBJ && scene_in_class(scene, noun, "meeting") &&
                     scene_in_class(scene, token->head, "light-verbs");
  if (takes_place) add_dependents_but(out, document, token->head, noun);
  bool carries = carried && (scene_in_class(scene, token->head, "light-verbs") ||
                             scene_in_class(scene, token->head, "calling-off") ||
                             scene_in_class(scene, token->head, "putting-off"));
  if (!carries) return;
  out->support = token->head;
  add(out, ACT_SUBJECT, NULL, arguments_subject(scene, token->head));
  add_dependents_but(out, document, token->head, noun);
}

void arguments_collect(ro_arguments *out, const ro_scene *scene, uint32_t predicate) {
  const ro_document *document = scene->document;
  *out = (ro_arguments){.support = RO_NONE};
  bool nominal = token_of(document, predicate)->upos == RO_UPOS_NOUN ||
                 token_of(document, predicate)->upos == RO_UPOS_PROPN;
  bool copular = ro_tree_child(document, predicate, RO_DEPREL_COP) != RO_NONE;
  add_dependents(out, document, predicate);
  if (nominal && !copular) {
    add_support(out, scene, predicate);
    return;
  }
  out->passive = arguments_is_passive(document, predicate);
  add_subject_and_object(out, scene, predicate);
}

void arguments_read_as_state(ro_arguments *out, const ro_scene *scene, uint32_t predicate) {
  arguments_collect(out, scene, predicate);
  for (uint32_t i = 0; i < out->count && out->passive; i++)
    if (out->items[i].role == ACT_OBJECT) out->items[i].role = ACT_SUBJECT;
  out->passive = false;
}
