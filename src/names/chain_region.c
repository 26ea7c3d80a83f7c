/* The states of a region for the body that they form. */
#include <string.h>

#include "names/chain_state.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Nouns for those of whom a body of states consists. */
static bool is_member_noun(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"leader", "head",     "head of state", "state",     "country",
                                      "nation", "minister", "president",     "government"};
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  return draft->plural && ro_token_is_one_of(&noun, nouns, COUNT(nouns));
}

/* "WEST AFRICAN leaders", "WEST AFRICA's leaders": the adjective of the region; NULL. */
static const char *region_of(const chains *c, const ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t first = draft->first, end = draft->head;
  while (first < end && d->tokens[first].upos != RO_UPOS_ADJ &&
         d->tokens[first].upos != RO_UPOS_PROPN)
    first++;
  bool owner = end > first && ro_token_is(&d->tokens[end - 1], "'s");
  if (owner) end--;
  if (first >= end || end - first > 2) return NULL;
  ro_span span = {d->tokens[first].span.start, d->tokens[end - 1].span.end};
  const char *words = ro_arena_copy(c->arena, d->text + span.start, span.end - span.start);
  return owner ? ro_arena_print(c->arena, "%sn", words) : words;
}

/* Whether the report names the body. */
static bool is_named(const chains *c, const char *actor) {
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_mention_draft *named = &c->scene->drafts[i];
    if (named->kind == RO_MENTION_NAME && !named->person && named->actor &&
        strcmp(named->actor, actor) == 0)
      return true;
  }
  return false;
}

bool chain_join_region(chains *c, ro_mention_draft *draft) {
  ro_name_match match;
  const char *region = is_member_noun(c, draft) ? region_of(c, draft) : NULL;
  const char *name = region ? ro_arena_print(c->arena, "%s bloc", region) : NULL;
  if (!name || !ro_name_scene_find(c->scene, name, &match)) return false;
  for (uint32_t i = 0; i < match.posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match.dictionary, &match.postings[i]);
    const char *actor = entry ? ro_dictionary_string(match.dictionary, entry->actor) : "";
    if (!entry || entry->type != RO_ACTOR_INTERNATIONAL || !is_named(c, actor)) continue;
    draft->actor = draft->base = actor;
    draft->code = ro_dictionary_string(match.dictionary, entry->code);
    draft->type = RO_ACTOR_INTERNATIONAL;
    draft->entity = chain_find_actor(c, draft);
    if (draft->entity == RO_NONE) draft->entity = chain_new_entity(c, draft);
    draft->reason = "the states of a body that is named";
    return true;
  }
  return false;
}
