#include "names/noun_town.h"

#include <string.h>

#include "names/noun_phrase.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* The state where the town lies that begins at the token; NULL. */
static const char *state_of_town(const ro_name_scene *scene, uint32_t token) {
  enum { KNOWN_TOWN = 100000 };
  const ro_token *word = &scene->document->tokens[token];
  static const char *const parts[] = {"north", "south", "east", "west", "central"};
  if (word->upos != RO_UPOS_PROPN || word->name_tag == RO_NAME_TAG_PERSON) return NULL;
  bool part = ro_token_is_one_of(word, parts, COUNT(parts)); /* "EAST African leaders" */
  const ro_name_match *match = part ? NULL : ro_name_scene_match_of(scene, token, 1);
  if (!match && token + 1 < scene->document->token_count)
    match = ro_name_scene_match_of(scene, token, 2);
  const ro_entry *best = NULL;
  for (uint32_t i = 0; match && i < match->posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    bool town = entry && (entry->kind == RO_ENTRY_SEAT ||
                          (entry->kind == RO_ENTRY_PLACE && entry->weight >= KNOWN_TOWN &&
                           word->name_tag != RO_NAME_TAG_ORGANIZATION &&
                           !(entry->doubt & RO_ENTRY_DOUBT_WORD)));
    if (!town || !ro_name_match_fits(scene, match, &match->postings[i])) continue;
    if (!best || entry->weight > best->weight) best = entry;
  }
  const char *state = best ? ro_dictionary_string(match->dictionary, best->country) : "";
  return strlen(state) == 3 ? state : NULL;
}

static const char *state_of_town_after(const ro_name_scene *scene, uint32_t head, bool only_of) {
  const ro_document *d = scene->document;
  for (uint32_t child = ro_tree_child(d, head, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_NMOD)) {
    const char *preposition = ro_name_preposition(d, child);
    bool of = preposition && strcasecmp(preposition, "of") == 0;
    if (!ro_noun_takes_owner(d, head, preposition) || (only_of && !of)) continue;
    uint32_t first, last;
    ro_tree_extent(d, child, &first, &last);
    for (uint32_t i = first; i <= child; i++) {
      const char *state = state_of_town(scene, i);
      if (state) return state;
    }
  }
  return NULL;
}

const char *ro_noun_state_at(const ro_name_scene *scene, uint32_t token) {
  enum { LONGEST = 4 };
  for (uint32_t words = 1; words <= LONGEST && token + words <= scene->document->token_count;
       words++) {
    const ro_name_match *match = ro_name_scene_match_of(scene, token, words);
    for (uint32_t i = 0; match && i < match->posting_count; i++) {
      const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
      if (entry && entry->kind == RO_ENTRY_STATE &&
          ro_name_match_fits(scene, match, &match->postings[i]))
        return ro_dictionary_string(match->dictionary, entry->country);
    }
  }
  return state_of_town(scene, token);
}

const char *ro_noun_state_named(const ro_name_scene *scene, uint32_t head) {
  const ro_document *d = scene->document;
  for (uint32_t child = ro_tree_child(d, head, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_NMOD)) {
    uint32_t first, last;
    ro_tree_extent(d, child, &first, &last);
    for (uint32_t i = first; i <= child; i++) {
      const char *state = ro_noun_state_at(scene, i);
      if (state) return state;
    }
  }
  return NULL;
}

/* "the foreign ministry in BRASILIA", "officials in KYIV": organs sit in their own capital. */
static bool sits_at_home(const ro_document *d, const ro_mention_draft *draft) {
  static const char *const organs[] = {"ministry",    "government", "parliament",
                                       "cabinet",     "army",       "presidency",
                                       "authorities", "military",   "officials"};
  return (!draft->person || draft->plural) &&
         ro_token_is_one_of(&d->tokens[draft->head], organs, COUNT(organs));
}

const char *ro_noun_state_of_town(const ro_name_scene *scene, const ro_mention_draft *draft,
                                  uint32_t noun) {
  const ro_document *d = scene->document;
  for (uint32_t i = noun; i-- > draft->first;) {
    const char *state = ro_noun_is_no_owner(d, i) ? NULL : state_of_town(scene, i);
    if (state) return state;
  }
  bool travels = strcmp(draft->sector, "GOV") == 0 || strcmp(draft->party, "REB") == 0;
  bool only_of = travels && !sits_at_home(d, draft);
  return state_of_town_after(scene, draft->head, only_of);
}
