#include "records/learned/learned_addressees.h"

#include <string.h>

/* Log odds from which an act is done to a side: that the rules found; where they found nobody;
 * beside those whom they found. */
static const float least_of_found = -0.5F;
static const float least_of_new = 0.0F;
static const float least_of_more = 1.0F;

bool learned_addressees_apply(const act_match *match) {
  const act_entry *entry = match->entry;
  return !match->dropped && match->act != RO_ACT_NONE && match->act != RO_ACT_MEETING &&
         match->who.count && !(entry && (entry->own || entry->marks & ACT_MARK_NO_WHOM));
}

/* Keeps the person whom the rules found on a side. */
static void add_side(ro_parties *out, const ro_parties *found, const ro_party *side) {
  bool known = false;
  for (uint32_t i = 0; i < found->count; i++)
    if (parties_same_side(found->items[i].actor, side->actor)) {
      parties_add(out, found->items[i]);
      known = true;
    }
  if (!known) parties_add(out, *side);
}

static bool same_sides(const ro_parties *some, const ro_parties *others) {
  for (uint32_t i = 0; i < some->count; i++)
    if (!parties_have_side(others, some->items[i].actor)) return false;
  for (uint32_t i = 0; i < others->count; i++)
    if (!parties_have_side(some, others->items[i].actor)) return false;
  return true;
}

static bool is_addressee(const addressee_model *model, const side_question *question,
                         uint32_t side) {
  const ro_parties *ruled = &question_act(question)->whom;
  float least = parties_have_side(ruled, question->sides->items[side].party.actor) ? least_of_found
                : ruled->count                                                     ? least_of_more
                                                                                   : least_of_new;
  return question_admits(question, side) && addressee_model_score(model, question, side) > least;
}

static ro_parties find(const addressee_model *model, const side_question *question) {
  ro_parties found = {.count = 0};
  for (uint32_t i = 0; i < question->sides->count; i++)
    if (is_addressee(model, question, i))
      add_side(&found, &question_act(question)->whom, &question->sides->items[i].party);
  return found;
}

void learned_addressees_find(const addressee_model *model, const ro_scene *scene,
                             act_match *matches, size_t count) {
  ro_arena *arena = scene->document->arena;
  report_sides *sides = ro_arena_alloc(arena, sizeof *sides);
  /* each act is weighed in the light of what the rules found for the others */
  ro_parties *found = ro_arena_alloc_array(arena, count, sizeof *found);
  report_sides_list(sides, scene);
  for (size_t i = 0; i < count; i++)
    if (learned_addressees_apply(&matches[i]))
      found[i] = find(model, &(side_question){scene, sides, matches, count, i});
  for (size_t i = 0; i < count; i++) {
    act_match *match = &matches[i];
    if (!learned_addressees_apply(match) || same_sides(&found[i], &match->whom)) continue;
    match->whom = found[i];
    match->whom_found = found[i].count ? "as learned" : "nobody, as learned";
  }
}
