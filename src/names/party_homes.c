#include "names/party_homes.h"

#include <string.h>

/* A state named in the sentence itself tells more than one named elsewhere. */
enum { MOST_MATCHES = 1500, WORTH_IN_SENTENCE = 4 };

bool ro_entry_holds_today(const ro_name_scene *scene, const ro_entry *entry) {
  ro_day today = scene->document->published;
  bool begun = entry->from == RO_NO_DAY || entry->from <= today;
  return begun && (entry->to == RO_NO_DAY || entry->to >= today);
}

static bool is_party(const ro_entry *entry) {
  return entry->kind == RO_ENTRY_ACTOR && entry->type == RO_ACTOR_PARTY;
}

static bool opposes(const ro_name_match *match, const ro_entry *entry) {
  const char *actor = ro_dictionary_string(match->dictionary, entry->actor);
  size_t length = strlen(actor);
  return length > 4 && strcmp(actor + length - 4, "-OPP") == 0;
}

/* "the OPPOSITION Democrats", "the RULING Labour Party" */
static bool is_told_otherwise(const ro_name_scene *scene, const ro_name_match *match,
                              const ro_entry *entry) {
  static const char *const ruling[] = {"ruling", "governing"};
  uint32_t first = scene->piece_token[match->first];
  if (first == 0) return false;
  const ro_token *before = &scene->document->tokens[first - 1];
  if (ro_token_is(before, "opposition")) return !opposes(match, entry);
  return ro_token_is_one_of(before, ruling, sizeof ruling / sizeof *ruling) &&
         opposes(match, entry);
}

/* Whether the words name the state, its people, its seat, or somebody of it by his full name. */
static bool names_state(const ro_name_scene *scene, const ro_name_match *match, const char *state) {
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    bool tells = entry && (entry->kind == RO_ENTRY_STATE || entry->kind == RO_ENTRY_SEAT ||
                           (entry->kind == RO_ENTRY_PERSON && match->count > 1 &&
                            !(match->postings[i].flags & RO_POSTING_SURNAME)));
    if (tells && strcmp(ro_dictionary_string(match->dictionary, entry->country), state) == 0 &&
        ro_name_match_fits(scene, match, &match->postings[i]))
      return true;
  }
  return false;
}

static uint32_t sentence_of(const ro_name_scene *scene, const ro_name_match *match) {
  return scene->document->tokens[scene->piece_token[match->first]].sentence;
}

static uint32_t worth_of_state(const ro_name_scene *scene, const ro_name_match *name,
                               const char *state) {
  uint32_t worth = 0;
  for (size_t i = 0; i < scene->match_count && i < MOST_MATCHES; i++) {
    const ro_name_match *match = &scene->matches[i];
    if (names_state(scene, match, state))
      worth += sentence_of(scene, match) == sentence_of(scene, name) ? WORTH_IN_SENTENCE : 1;
  }
  return worth;
}

bool ro_party_may_be_meant(const ro_name_scene *scene, const ro_name_match *match,
                           const ro_entry *entry) {
  bool parties = false, rivals = false;
  const char *home = ro_dictionary_string(match->dictionary, entry->country);
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_entry *other = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    if (!other || !ro_entry_holds_today(scene, other)) continue;
    parties = parties || is_party(other);
    rivals = rivals || strcmp(ro_dictionary_string(match->dictionary, other->country), home) != 0;
  }
  if (!parties || strlen(home) != 3) return true;
  if (is_told_otherwise(scene, match, entry)) return false;
  if (!rivals && !(is_party(entry) && match->count == 1)) return true;
  uint32_t own = worth_of_state(scene, match, home);
  if (is_party(entry) && own == 0) return false;
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_entry *other = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    if (!other || other->kind != RO_ENTRY_ACTOR || !ro_entry_holds_today(scene, other)) continue;
    const char *state = ro_dictionary_string(match->dictionary, other->country);
    if (strcmp(state, home) == 0 || strlen(state) != 3) continue;
    if (is_told_otherwise(scene, match, other)) continue;
    if (worth_of_state(scene, match, state) > own) return false;
  }
  return true;
}
