/* Several who are named beside one noun. */
#include "names/chain_state.h"
#include "syntax/tree.h"

/* The actor of the person who is named at the word; NULL. */
static const char *person_named(chains *c, uint32_t token) {
  uint32_t number = chain_draft_of(c, token);
  if (number == RO_NONE) return NULL;
  ro_mention_draft *draft = &c->scene->drafts[number];
  if (draft->kind != RO_MENTION_NAME || !draft->person) return NULL;
  chain_resolve(c, draft);
  return draft->entity == RO_NONE ? NULL : c->entities[draft->entity].actor;
}

/* "the U.N. officials MARTIN GRIFFITHS AND REBECA GRYNSPAN" */
bool chain_join_named(chains *c, ro_mention_draft *draft) {
  enum { MOST = 8 };
  const ro_document *d = c->document;
  uint32_t name = ro_tree_child(d, draft->head, RO_DEPREL_APPOS), count = 0;
  if (!draft->plural || !draft->person || name == RO_NONE) return false;
  const char **members = ro_arena_alloc_array(c->arena, MOST, sizeof *members);
  const char *first = person_named(c, name);
  if (first) members[count++] = first;
  for (uint32_t other = ro_tree_child(d, name, RO_DEPREL_CONJ); other != RO_NONE && count < MOST;
       other = ro_tree_next_child(d, other, RO_DEPREL_CONJ)) {
    const char *actor = person_named(c, other);
    if (actor) members[count++] = actor;
  }
  if (count < 2) return false;
  chain_take_members(c, draft, members, count);
  draft->reason = "those who are named beside it";
  return true;
}
