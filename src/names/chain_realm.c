/* Common nouns for states: "the country", "the kingdom". */
#include <ctype.h>
#include <string.h>

#include "names/chain_state.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* "the country" is any state, "the kingdom" one that is called so. */
static bool is_realm(const chains *c, const ro_mention_draft *draft, const char **kind) {
  static const char *const realms[] = {"kingdom", "sultanate", "emirate", "principality"};
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  *kind = ro_token_is_one_of(&noun, realms, COUNT(realms)) ? noun.form : NULL;
  return *kind || ro_token_is(&noun, "country");
}

uint32_t chain_state_of_realm(const chains *c, const ro_mention_draft *draft) {
  const char *kind;
  bool the = draft->count == 2 && ro_token_is(&c->document->tokens[draft->first], "the");
  if (!the || draft->plural || !is_realm(c, draft, &kind)) return RO_NONE;
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    bool state = earlier->kind == RO_MENTION_NAME && earlier->type == RO_ACTOR_STATE &&
                 earlier->entry && earlier->entity != RO_NONE && !earlier->adjective;
    if (!kind && chain_sentence_of(c, draft) - chain_sentence_of(c, earlier) > 1) return RO_NONE;
    if (!state || chain_is_coargument(c, draft, earlier)) continue;
    if (!kind) return earlier->entity;
    ro_name_match match;
    const char *name = ro_dictionary_string(earlier->dictionary, earlier->entry->name);
    const char *realm = ro_arena_print(c->arena, "%c%s", toupper((unsigned char)kind[0]), kind + 1);
    const char *whole = ro_arena_print(c->arena, "%s of %s", realm, name);
    if (strstr(name, realm) || ro_name_scene_find(c->scene, whole, &match)) return earlier->entity;
  }
  return RO_NONE;
}
