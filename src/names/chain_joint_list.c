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

/* Who a listed word names: of those told before, a member of that kind; of those told later, a
 * state by its name. Who does something to all of them is none. */
static const char *listed_member(const chains *c, const ro_mention_draft *draft, uint32_t token,
                                 bool ahead, member_kind kind) {
  uint32_t number = chain_draft_of(c, token);
  const ro_mention_draft *listed = number == RO_NONE ? NULL : &c->scene->drafts[number];
  if (!listed || chain_acts_on(c, draft, listed)) return NULL;
  if (!ahead)
    return listed->entity == RO_NONE ? NULL : chain_member_of(&c->entities[listed->entity], kind);
  bool state = listed->kind == RO_MENTION_NAME && !listed->person && listed->actor &&
               strlen(listed->actor) == 3;
  return state ? listed->actor : NULL;
}

/* Those of the list that begins with the word, up to the first who is none of them. */
static void read_list(const chains *c, const ro_mention_draft *draft, uint32_t first, bool ahead,
                      member_kind kind, candidates *out) {
  const ro_document *d = c->document;
  out->count = 0;
  for (uint32_t token = first; token != RO_NONE && out->count <= MOST_MEMBERS;
       token = token == first ? ro_tree_child(d, token, RO_DEPREL_CONJ)
                              : ro_tree_next_child(d, token, RO_DEPREL_CONJ)) {
    const char *member = listed_member(c, draft, token, ahead, kind);
    if (!member) return;
    out->items[out->count++] = (candidate){member, 1};
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
    read_list(c, draft, chain_draft_at(c, i)->head, false, kind, all);
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
    read_list(c, draft, c->scene->drafts[i].head, true, kind, all);
    if (all->count != number) continue;
    put_last_first(all);
    return true;
  }
  return false;
}
