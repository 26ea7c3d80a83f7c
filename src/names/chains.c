#include "names/chains.h"

#include <stdlib.h>

#include "names/chain_state.h"

/* By what the mention itself tells and what it hangs on. */
static void resolve_by_kind(chains *c, ro_mention_draft *draft) {
  switch (draft->kind) {
  case RO_MENTION_NAME:
    if (draft->person)
      chain_resolve_person(c, draft);
    else
      chain_resolve_actor(c, draft);
    break;
  case RO_MENTION_NOMINAL:
    chain_resolve_nominal(c, draft);
    break;
  case RO_MENTION_PRONOUN:
    chain_resolve_pronoun(c, draft);
    break;
  }
}

bool chain_resolve(chains *c, ro_mention_draft *draft) {
  enum { DEEPEST = 40 }; /* mentions that each hang on the next */
  if (draft->entity != RO_NONE) return true;
  if (draft->resolving || c->depth == DEEPEST) return false;
  draft->resolving = true;
  c->depth++;
  resolve_by_kind(c, draft);
  c->depth--;
  draft->resolving = false;
  return draft->entity != RO_NONE;
}

typedef struct ordered {
  uint32_t draft, first, count;
} ordered;

static int by_place(const void *a, const void *b) {
  const ordered *x = a, *y = b;
  if (x->first != y->first) return x->first < y->first ? -1 : 1;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return x->draft < y->draft ? -1 : 1;
}

/* Owners stand before what they own, so the innermost end first where two begin
 * together. */
static void put_in_order(chains *c) {
  size_t count = c->scene->draft_count;
  ordered *items = ro_arena_alloc_array(c->arena, count + 1, sizeof *items);
  for (uint32_t i = 0; i < count; i++)
    items[i] = (ordered){i, c->scene->drafts[i].head, c->scene->drafts[i].count};
  if (count) qsort(items, count, sizeof *items, by_place);
  c->order = ro_arena_alloc_array(c->arena, count + 1, sizeof *c->order);
  for (size_t i = 0; i < count; i++)
    c->order[i] = items[i].draft;
}

void ro_chains_resolve(ro_name_scene *scene) {
  chains c = {.scene = scene, .document = scene->document, .arena = scene->arena};
  c.main = chain_state_named_most(&c);
  c.home = chain_state_of_dateline(&c);
  c.publisher = chain_state_of_publisher(&c);
  chain_link_titles(&c);
  put_in_order(&c);
  for (c.at = 0; c.at < scene->draft_count; c.at++)
    chain_resolve(&c, chain_draft_at(&c, c.at));
  for (uint32_t i = 0; i < scene->draft_count; i++) {
    ro_mention_draft *draft = &scene->drafts[i];
    if (draft->entity == RO_NONE || draft->member_count) continue;
    const entity *e = &c.entities[draft->entity];
    draft->members = e->members;
    draft->member_codes = e->member_codes;
    draft->member_count = e->member_count;
    draft->actor = e->actor;
    bool own_code = draft->code && !e->person && (draft->kind == RO_MENTION_NAME || draft->sector);
    if (!own_code) draft->code = e->code;
    if (e->person) draft->role = e->role;
    draft->type = e->type;
    draft->unnamed = e->unnamed || (draft->unnamed && e->person);
  }
}
