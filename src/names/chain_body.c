/* The members of a body of states for the body: "leaders of THE 27", "a meeting of FOREIGN
 * MINISTERS".
 */
#include <stdlib.h>
#include <string.h>

#include "names/chain_state.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_member(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"leader", "head",  "minister",   "president", "government",
                                      "envoy",  "chief", "ambassador", "diplomat"};
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  return draft->plural && ro_token_is_one_of(&noun, nouns, COUNT(nouns));
}

/* "27", "twenty-seven": more than talks have sides. */
static bool is_large_number(const ro_document *d, uint32_t token) {
  static const char *const tens[] = {"twenty", "thirty", "forty"};
  enum { MANY = 20 };
  if (token == RO_NONE) return false;
  if (ro_token_is_one_of(&d->tokens[token], tens, COUNT(tens))) return true;
  for (uint32_t i = ro_tree_child(d, token, RO_DEPREL_COMPOUND); i != RO_NONE;
       i = ro_tree_next_child(d, i, RO_DEPREL_COMPOUND))
    if (ro_token_is_one_of(&d->tokens[i], tens, COUNT(tens))) return true;
  int number = atoi(d->tokens[token].form);
  return number >= MANY && number < 100;
}

/* "the 27 trade ministers", "leaders OF THE 27", "envoys OF THE MEMBER STATES" */
static bool tells_membership(const chains *c, const ro_mention_draft *draft) {
  const ro_document *d = c->document;
  if (is_large_number(d, ro_tree_child(d, draft->head, RO_DEPREL_NUMMOD))) return true;
  for (uint32_t of = ro_tree_child(d, draft->head, RO_DEPREL_NMOD); of != RO_NONE;
       of = ro_tree_next_child(d, of, RO_DEPREL_NMOD)) {
    uint32_t word = ro_tree_child(d, of, RO_DEPREL_COMPOUND);
    bool members = word != RO_NONE && ro_token_is(&d->tokens[word], "member");
    if (members || is_large_number(d, of) ||
        is_large_number(d, ro_tree_child(d, of, RO_DEPREL_NUMMOD)))
      return true;
  }
  return false;
}

/* "LEADERS meet in May", "a summit of HEADS OF STATE": nothing tells whose they are. */
static bool meets_at_large(const chains *c, const ro_mention_draft *draft) {
  static const char *const verbs[] = {"meet", "gather", "convene", "confer"};
  static const char *const nouns[] = {"meeting", "summit", "session", "gathering", "conference"};
  const ro_document *d = c->document;
  const ro_token *noun = &d->tokens[draft->head];
  if (noun->head == RO_NONE || ro_tree_child(d, draft->head, RO_DEPREL_DET) != RO_NONE ||
      ro_tree_child(d, draft->head, RO_DEPREL_NMOD_POSS) != RO_NONE)
    return false;
  ro_token above = {.form = d->tokens[noun->head].lemma ? d->tokens[noun->head].lemma
                                                        : d->tokens[noun->head].form};
  if (noun->deprel == RO_DEPREL_NMOD) return ro_token_is_one_of(&above, nouns, COUNT(nouns));
  return chain_is_subject(noun->deprel) && ro_token_is_one_of(&above, verbs, COUNT(verbs));
}

/* The body that the name is of or that its person serves, if it is one that consists of states, as
 * what is called a bloc or an alliance does; NULL. */
static const ro_entry *body_of_states(const chains *c, const ro_mention_draft *named,
                                      const ro_dictionary **dictionary) {
  if (named->kind != RO_MENTION_NAME || !named->entry) return NULL;
  const ro_entry *entry = named->entry;
  *dictionary = named->dictionary;
  if (entry->kind == RO_ENTRY_PERSON)
    entry = ro_name_scene_entry_of(c->scene, ro_dictionary_string(*dictionary, entry->actor),
                                   dictionary);
  if (!entry || entry->type != RO_ACTOR_INTERNATIONAL) return NULL;
  const char *nouns = ro_dictionary_string(*dictionary, entry->nouns);
  bool of_states = strstr(nouns, "bloc") || strstr(nouns, "alliance") || strstr(nouns, "cartel");
  return of_states ? entry : NULL;
}

/* The one body of states that the report speaks of; false where it is none or several. */
static bool only_body(const chains *c, ro_mention_draft *out) {
  *out = (ro_mention_draft){.actor = NULL};
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_dictionary *d;
    const ro_entry *body = body_of_states(c, &c->scene->drafts[i], &d);
    if (!body) continue;
    const char *actor = ro_dictionary_string(d, body->actor);
    if (out->actor && strcmp(out->actor, actor) != 0) return false;
    out->actor = actor;
    out->code = ro_dictionary_string(d, body->code);
  }
  return out->actor != NULL;
}

/* "the leaders of THE BLOC" */
static bool belong_to_body_behind(chains *c, ro_mention_draft *draft, ro_mention_draft *of) {
  const ro_document *d = c->document;
  uint32_t owner = ro_tree_child(d, draft->head, RO_DEPREL_NMOD);
  uint32_t number = owner == RO_NONE ? RO_NONE : chain_draft_of(c, owner);
  const char *preposition = owner == RO_NONE ? NULL : ro_name_preposition(d, owner);
  if (number == RO_NONE || !preposition || strcmp(preposition, "of") != 0) return false;
  ro_mention_draft *body = &c->scene->drafts[number];
  if (body->kind != RO_MENTION_NOMINAL || body->person || !chain_resolve(c, body)) return false;
  const entity *e = &c->entities[body->entity];
  if (e->person || e->type != RO_ACTOR_INTERNATIONAL || !e->actor) return false;
  *of = (ro_mention_draft){.actor = e->actor, .base = e->actor, .code = e->code, .type = e->type};
  return true;
}

bool chain_join_body(chains *c, ro_mention_draft *draft) {
  bool loose = !draft->actor || draft->type == RO_ACTOR_GROUP;
  if (draft->base || !loose || draft->member_count || !is_member(c, draft)) return false;
  ro_mention_draft of;
  if (!belong_to_body_behind(c, draft, &of)) {
    if (!tells_membership(c, draft) && !meets_at_large(c, draft)) return false;
    if (!only_body(c, &of)) return false;
  }
  draft->actor = draft->base = of.actor;
  draft->code = chain_code_of(c, of.code, of.actor);
  draft->type = RO_ACTOR_INTERNATIONAL;
  draft->entity = chain_find_actor(c, draft);
  if (draft->entity == RO_NONE) draft->entity = chain_new_entity(c, draft);
  draft->reason = "the states of a body that is named";
  return true;
}
