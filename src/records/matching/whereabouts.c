#include "records/matching/whereabouts.h"

#include <string.h>

#include "syntax/tree.h"

/* "was IN Reykjavik", not "is the capital", "was in trouble". */
static bool is_stay(const ro_scene *scene, uint32_t place) {
  const ro_document *document = scene->document;
  const char *preposition = arguments_preposition(document, place);
  return scene->places[place] != RO_NONE && preposition && strcmp(preposition, "in") == 0 &&
         ro_tree_child(document, place, RO_DEPREL_COP) != RO_NONE;
}

/* Somebody who speaks for a state or a body; a state itself is in no town. */
static bool are_officials(const ro_parties *guests) {
  for (uint32_t i = 0; i < guests->count; i++)
    if (!guests->items[i].political || !strchr(guests->items[i].actor, ':')) return false;
  return guests->count > 0;
}

/* "on Friday": of who lives there no day is told. */
static bool has_day(const ro_scene *scene, uint32_t place) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[place]; child != RO_NONE;
       child = document->next_sibling[child])
    if (scene->timed[child]) return true;
  return false;
}

bool whereabouts_match(act_match *match, const ro_scene *scene, uint32_t place) {
  ro_parties guests = {.count = 0}, hosts = {.count = 0};
  if (!is_stay(scene, place) || !has_day(scene, place)) return false;
  parties_of_phrase(&guests, scene, arguments_surface_subject(scene, place));
  const ro_place *found = &scene->document->places[scene->places[place]];
  if (!are_officials(&guests) || !found->country) return false;
  parties_add(&hosts, (ro_party){found->country, found->country, found->span, true});
  if (parties_share_side(&guests, &hosts)) return false;
  circumstances_of_verb(&match->circumstances, scene, place);
  ro_reality reality = match->circumstances.reality;
  bool told = reality == REALITY_FACT || reality == REALITY_FUTURE;
  if (!told || match->circumstances.negated || match->circumstances.questioned ||
      match->circumstances.hypothetical)
    return false;
  match->act = RO_ACT_MEETING;
  match->status = reality == REALITY_FUTURE ? RO_STATUS_SCHEDULED : RO_STATUS_HELD;
  match->rule = match->decision = "who is in another's town visits it";
  match->who = guests;
  match->whom = hosts;
  match->matter = place;
  arguments_collect(&match->arguments, scene, place);
  return true;
}
