#include "records/arguments.h"

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

static bool is_verb(const ro_document *document, uint32_t token) {
  return token_of(document, token)->upos == RO_UPOS_VERB;
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
  if (marker != RO_NONE && strcmp(token_of(document, marker)->lemma, "out") == 0) {
    uint32_t next = ro_tree_next_child(document, marker, RO_DEPREL_CASE); /* "out OF the deal" */
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

static uint32_t own_surface_subject(const ro_document *document, uint32_t predicate) {
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

static uint32_t agent_of(const ro_document *document, uint32_t predicate) {
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
  return carried ? own_surface_subject(document, head) : RO_NONE;
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
  uint32_t own = own_surface_subject(document, predicate);
  if (own != RO_NONE) return arguments_antecedent(document, own);
  const ro_token *token = token_of(document, predicate);
  if (depth > DEEPEST_INHERITANCE || token->head == RO_NONE) return RO_NONE;
  switch (token->deprel) {
  case RO_DEPREL_CONJ:
    return surface_subject(scene, coordinated_with(scene, predicate), depth + 1);
  case RO_DEPREL_XCOMP:
    return controller(scene, token->head, depth);
  case RO_DEPREL_ADVCL:
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
  return agent_of(document, predicate);
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

static void add_dependents(ro_arguments *out, const ro_document *document, uint32_t token) {
  for (uint32_t child = document->first_child[token]; child != RO_NONE;
       child = document->next_sibling[child])
    add_dependent(out, document, child);
}

/* In "the centre that Ankara opened" the noun is what was opened. */
static uint32_t relative_object(const ro_document *document, const ro_arguments *out,
                                uint32_t predicate) {
  const ro_token *token = token_of(document, predicate);
  if (token->deprel != RO_DEPREL_ACL_RELCL || out->passive) return RO_NONE;
  uint32_t subject = own_surface_subject(document, predicate);
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
    add(out, ACT_SUBJECT, NULL, agent_of(document, predicate));
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
