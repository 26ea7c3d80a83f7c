/* Several for whom one noun stands: named beside it, or the parties of a war. */
#include <string.h>

#include "names/chain_state.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

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

/* "YEMEN'S warring parties", "the rival factions OF SUDAN": the state and the armed group of it
 * that the report names; false where the noun says no such thing or none is named. */
bool chain_join_at_war(chains *c, ro_mention_draft *draft) {
  static const char *const nouns[] = {"party",   "side",  "faction", "belligerent",
                                      "general", "rival", "foe",     "camp"};
  const char *state = draft->base;
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  if (!state || strlen(state) != 3 || !draft->plural ||
      !ro_token_is_one_of(&noun, nouns, COUNT(nouns)))
    return false;
  if (!chain_number_named(c, draft) && !chain_says_opponents(c, draft)) return false;
  const char *group = NULL;
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_mention_draft *named = &c->scene->drafts[i];
    bool armed = named->kind == RO_MENTION_NAME && named->type == RO_ACTOR_ARMED_GROUP &&
                 named->entry && named->actor;
    if (!armed ||
        strcmp(ro_dictionary_string(named->dictionary, named->entry->country), state) != 0)
      continue;
    if (group && strcmp(group, named->actor) != 0) return false;
    group = named->actor;
  }
  if (!group) return false;
  const char **members = ro_arena_alloc_array(c->arena, 2, sizeof *members);
  members[0] = state, members[1] = group;
  chain_take_members(c, draft, members, 2);
  draft->reason = "the state and the group that it fights";
  return true;
}
