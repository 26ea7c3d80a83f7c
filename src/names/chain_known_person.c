/* Persons whom the dictionary knows, under the name that a report gives them. */
#include <string.h>

#include "names/chain_state.h"
#include "names/first_name.h"
#include "names/office.h"
#include "names/office_holders.h"

bool chain_tells_nation(const ro_mention_draft *title) {
  static const char *const nouns[] = {"envoy", "diplomat", "mediator", "politician", "statesman"};
  if (!title->agent || (title->sector && strcmp(title->sector, "ELI") == 0)) return true;
  ro_token noun = {.form = ro_dictionary_string(title->dictionary, title->agent->name)};
  return ro_token_is_one_of(&noun, nouns, sizeof nouns / sizeof *nouns);
}

static const char *first_word(const chains *c, const char *names) {
  return ro_arena_copy(c->arena, names, strcspn(names, " "));
}

void chain_consult_dictionary(const chains *c, ro_mention_draft *draft, const char *base,
                              const ro_mention_draft *title) {
  if (draft->entry) return;
  const ro_document *d = c->document;
  uint32_t last = draft->first + draft->count;
  uint32_t words = 1;
  while (words < draft->count && last - words > 0 &&
         strlen(draft->surname) > strlen(d->tokens[last - words].form) &&
         strstr(draft->surname, d->tokens[last - words - 1].form))
    words++;
  const ro_name_match *match = ro_name_scene_match_of(c->scene, last - words, words);
  if (!match) return;
  bool sure;
  const ro_entry *entry =
      ro_office_holders_choose(c->scene, match, base, RO_POSTING_SURNAME, &sure);
  if (!entry && base && title && chain_tells_nation(title)) { /* "the Swedish envoy" of the UN */
    entry = ro_office_holders_of_scene(c->scene, match);
    const char *known = entry ? ro_dictionary_string(match->dictionary, entry->actor) : "";
    if (!ro_name_scene_code_of(c->scene, known)) return;
    draft->entry = entry;
    draft->dictionary = match->dictionary;
  }
  if (!entry || draft->entry) return;
  const char *name = ro_dictionary_string(match->dictionary, entry->name);
  bool full = *draft->given != '\0';
  if (full && !ro_first_names_agree(c->scene, draft->given, name)) return;
  if (full && !base && entry->weight < 20) return; /* a namesake */
  bool whole =
      !full || ro_first_names_agree(c->scene, first_word(c, draft->given), first_word(c, name));
  if (!whole && !base && ro_office_holders_of_scene(c->scene, match) != entry)
    return; /* "Kang Chol" is no Puot Kang Chol where nothing else speaks for it */
  if (!full && !sure && !(title && base)) {
    entry = ro_office_holders_of_scene(c->scene, match);
    if (!entry ||
        (base && strcmp(base, ro_dictionary_string(match->dictionary, entry->actor)) != 0))
      return;
  }
  draft->entry = entry;
  draft->dictionary = match->dictionary;
}

const char *chain_state_of_past_holder(const chains *c, const ro_mention_draft *draft,
                                       const ro_mention_draft *title) {
  if (!title || !title->agent || !title->role || title->of_others) return NULL;
  const char *class_name = ro_office_class(title->role, true);
  uint32_t last = draft->first + draft->count;
  const ro_name_match *match = class_name ? ro_name_scene_match_of(c->scene, last - 1, 1) : NULL;
  const char *state = NULL;
  for (uint32_t i = 0; match && i < match->posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    bool person = entry && entry->kind == RO_ENTRY_PERSON &&
                  match->postings[i].flags & RO_POSTING_SURNAME &&
                  ro_name_match_fits(c->scene, match, &match->postings[i]);
    if (!person) continue;
    const char *home = ro_dictionary_string(match->dictionary, entry->actor);
    const char *held = ro_office_class(ro_dictionary_string(match->dictionary, entry->role), true);
    const char *name = ro_dictionary_string(match->dictionary, entry->name);
    if (!held || strcmp(held, class_name) != 0 || strlen(home) != 3) continue;
    if (*draft->given && !ro_first_names_agree(c->scene, draft->given, name)) continue;
    if (state && strcmp(state, home) != 0) return NULL;
    state = home;
  }
  return state;
}
