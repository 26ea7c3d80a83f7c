/* People whom the report tells by their nation: "the Swede", "the British diplomat". */
#include <string.h>

#include "names/chain_state.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

bool chain_is_same_base(const chains *c, const entity *e, const ro_mention_draft *draft,
                        const ro_mention_draft *earlier) {
  (void)c;
  (void)earlier;
  return e->person && !e->plural && e->surname && e->base && draft->base &&
         strcmp(e->base, draft->base) == 0 &&
         (!draft->gender || !e->gender || draft->gender == e->gender);
}

bool chain_is_international(const chains *c, const char *actor) {
  const char *code = ro_name_scene_code_of(c->scene, actor);
  return code && strncmp(code, "IGO", 3) == 0;
}

static bool is_of_body(const chains *c, const entity *e, const ro_mention_draft *draft,
                       const ro_mention_draft *earlier) {
  (void)draft;
  (void)earlier;
  return e->person && !e->plural && e->surname && e->base && chain_is_international(c, e->base);
}

/* The latest one named, however far back: what his nation is the report need not tell again. */
static uint32_t latest_of_body(const chains *c, const ro_mention_draft *draft) {
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (earlier->entity == RO_NONE || chain_is_coargument(c, draft, earlier)) continue;
    const entity *e = &c->entities[earlier->entity];
    bool agree = !draft->gender || !e->gender || draft->gender == e->gender;
    if (agree && is_of_body(c, e, draft, earlier)) return earlier->entity;
  }
  return RO_NONE;
}

uint32_t chain_one_of_nation_in_body(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"diplomat",  "envoy",        "mediator", "politician",
                                      "statesman", "commissioner", "official", "negotiator"};
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  bool state = draft->base && strlen(draft->base) == 3 && draft->count == 3;
  if (!state || !ro_token_is_one_of(&noun, nouns, COUNT(nouns))) return RO_NONE;
  return latest_of_body(c, draft);
}

void chain_resolve_one_of_nation(chains *c, ro_mention_draft *draft) {
  uint32_t found = chain_look_back(c, draft, chain_is_same_base);
  for (size_t i = c->count; found == RO_NONE && i-- > 0;)
    if (chain_is_same_base(c, &c->entities[i], draft, draft)) found = (uint32_t)i;
  if (found == RO_NONE) found = latest_of_body(c, draft);
  draft->unnamed = found == RO_NONE;
  draft->entity = found == RO_NONE ? chain_new_entity(c, draft) : found;
  if (found != RO_NONE) draft->reason = "refers back";
}
