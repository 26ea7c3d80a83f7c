#include "records/events/event_place.h"

#include <string.h>

#include "syntax/tree.h"

/* Whether the place tells where the predicate happens: "in clashes IN OSLO", not "on charges of
 * fraud in Oslo". */
static bool tells_where(const ro_scene *scene, uint32_t place, uint32_t predicate) {
  static const char *const prepositions[] = {"in",     "at",         "near", "outside", "inside",
                                             "across", "around",     "over", "through", "off",
                                             "into",   "throughout", "from"};
  const ro_document *document = scene->document;
  uint32_t at = place, below = place;
  while (at != RO_NONE && document->tokens[at].head != predicate) {
    below = at;
    at = document->tokens[at].head;
  }
  if (at != RO_NONE && document->tokens[at].deprel == RO_DEPREL_NSUBJ) at = below;
  const char *preposition = at == RO_NONE ? NULL : arguments_preposition(document, at);
  for (size_t i = 0; preposition && i < sizeof prepositions / sizeof *prepositions; i++)
    if (strcmp(preposition, prepositions[i]) == 0) return true;
  return false;
}

/* The state of the first place below the predicate that is told as a place, not as part of the
 * object; `strictly`: where the predicate itself happens. */
static const char *state_below(const ro_scene *scene, uint32_t predicate, uint32_t object,
                               bool strictly) {
  const ro_document *document = scene->document;
  uint32_t first, last;
  ro_tree_extent(document, predicate, &first, &last);
  for (uint32_t i = first; i <= last; i++) {
    uint32_t place = scene->places[i];
    if (place == RO_NONE || !ro_tree_is_below(document, i, predicate)) continue;
    if (object != RO_NONE && ro_tree_is_below(document, i, object)) continue;
    bool located = document->places[place].use == RO_PLACE_LOCATION ||
                   arguments_preposition(document, i) != NULL;
    if (strictly ? tells_where(scene, i, predicate) : located)
      return document->places[place].country;
  }
  return NULL;
}

/* A participle that tells more of what the verb above it does: "…, KILLING two and WOUNDING six" */
static bool goes_on(const ro_document *document, uint32_t verb) {
  const ro_token *token = &document->tokens[verb];
  bool joined = token->deprel == RO_DEPREL_ADVCL || token->deprel == RO_DEPREL_CONJ;
  return joined && token->head != RO_NONE && token->xpos && strcmp(token->xpos, "VBG") == 0;
}

/* Where it happens: below the predicate, else below the verb that it goes on with ("hit a mall in
 * OSLO, killing two"). */
const char *event_place_state(const ro_scene *scene, const act_match *match, bool strictly) {
  uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
  const char *state = state_below(scene, match->predicate, object, strictly);
  for (uint32_t verb = match->predicate; !state && goes_on(scene->document, verb);) {
    verb = scene->document->tokens[verb].head;
    state = state_below(scene, verb, RO_NONE, strictly);
    uint32_t target = ro_tree_child(scene->document, verb, RO_DEPREL_OBJ);
    if (!state && target != RO_NONE) state = state_below(scene, target, RO_NONE, strictly);
  }
  return state;
}
