/* Lists of as many as a phrase says: "Egypt, Ethiopia and Sudan", "the three countries". */
#include <string.h>

#include "names/chain_joint.h"
#include "syntax/tree.h"

/* As those who are collected come. */
static void put_last_first(candidates *all) {
  for (uint32_t i = 0; i * 2 < all->count; i++) {
    candidate item = all->items[i];
    all->items[i] = all->items[all->count - 1 - i];
    all->items[all->count - 1 - i] = item;
  }
}

bool chain_find_list(const chains *c, const ro_mention_draft *draft, member_kind kind,
                     candidates *all) {
  uint32_t number = chain_number_named(c, draft);
  all->count = 0;
  bool of_kind =
      draft->actor != NULL; /* "the two Nordic states" are two that were named together */
  if (number < 2 || (number == 2 && !of_kind)) return false;
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    const ro_mention_draft *first = chain_draft_at(c, i);
    all->count = 0;
    for (uint32_t token = first->head; token != RO_NONE && all->count <= MOST_MEMBERS;
         token = token == first->head ? ro_tree_child(c->document, token, RO_DEPREL_CONJ)
                                      : ro_tree_next_child(c->document, token, RO_DEPREL_CONJ)) {
      uint32_t other = chain_draft_of(c, token);
      const ro_mention_draft *listed = other == RO_NONE ? NULL : &c->scene->drafts[other];
      const char *member = listed && listed->entity != RO_NONE
                               ? chain_member_of(&c->entities[listed->entity], kind)
                               : NULL;
      if (!member || chain_acts_on(c, draft, listed)) break;
      all->items[all->count++] = (candidate){member, 1};
    }
    if (all->count == number) break;
  }
  put_last_first(all);
  return all->count == number;
}

bool chain_find_list_ahead(const chains *c, const ro_mention_draft *draft, member_kind kind,
                           candidates *all) {
  uint32_t number = chain_number_named(c, draft);
  if (number < 3 || kind == PERSONS) return false;
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_mention_draft *first = &c->scene->drafts[i];
    all->count = 0;
    for (uint32_t token = first->head; token != RO_NONE && all->count <= MOST_MEMBERS;
         token = token == first->head ? ro_tree_child(c->document, token, RO_DEPREL_CONJ)
                                      : ro_tree_next_child(c->document, token, RO_DEPREL_CONJ)) {
      uint32_t other = chain_draft_of(c, token);
      const ro_mention_draft *listed = other == RO_NONE ? NULL : &c->scene->drafts[other];
      bool state = listed && listed->kind == RO_MENTION_NAME && !listed->person && listed->actor &&
                   strlen(listed->actor) == 3;
      if (!state || chain_acts_on(c, draft, listed)) break;
      all->items[all->count++] = (candidate){listed->actor, 1};
    }
    if (all->count < number || all->count > number) continue;
    put_last_first(all);
    return true;
  }
  return false;
}
