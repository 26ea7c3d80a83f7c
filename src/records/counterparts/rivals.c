#include "records/counterparts/rivals.h"

#include <ctype.h>
#include <string.h>

#include "records/counterparts/adversary.h"
#include "records/counterparts/surroundings.h"
#include "syntax/tree.h"

static ro_parties all_of(const act_match *match) {
  ro_parties all = match->who;
  for (uint32_t i = 0; i < match->whom.count; i++)
    parties_add(&all, match->whom.items[i]);
  return all;
}

static bool is_loose(const ro_party *party) {
  return islower((unsigned char)*party->actor) != 0;
}

static bool are_all_loose(const ro_parties *parties) {
  for (uint32_t i = 0; i < parties->count; i++)
    if (!is_loose(&parties->items[i])) return false;
  return true;
}

/* A body of states sits by itself; who speaks for it meets others. */
static bool is_body(const ro_scene *scene, const ro_party *party) {
  const char *code = parties_code(scene, party);
  return code && strncmp(code, "IGO", 3) == 0 && !strchr(party->actor, ':');
}

/* "convened THE DEPUTIES": nobody of the other side. */
static bool is_among_themselves(const act_match *meeting, const ro_scene *scene) {
  for (uint32_t i = 0; i < meeting->arguments.count; i++)
    if (scene_in_class(scene, meeting->arguments.items[i].token, "own-assemblies")) return true;
  return false;
}

/* "SENIOR COMMANDERS met": ranks that both sides have; of "the two COUNTRIES' ministers" those
 * whose they are, in *owners. */
static bool are_ranks(ro_parties *owners, const ro_scene *scene, const ro_parties *parties) {
  for (uint32_t i = 0; i < parties->count; i++) {
    ro_span words = parties->items[i].words;
    if (words.start == words.end) return false;
    uint32_t noun = scene_token_at(scene, words.end - 1);
    if (!scene_in_class(scene, noun, "leaders")) return false;
    parties_of_owner(owners, scene, noun);
  }
  return parties->count > 0 && (!owners->count || parties_many_sides(owners));
}

/* "talked to PRESIDENT OLSEN": another is named, though nobody knows whose he is. */
static bool names_unknown(const act_match *meeting, const ro_scene *scene) {
  for (uint32_t i = 0; i < meeting->arguments.count; i++) {
    const ro_argument *item = &meeting->arguments.items[i];
    bool partner = item->role == ACT_OBJECT || item->role == ACT_INDIRECT ||
                   (item->role == ACT_PREPOSITION && (strcmp(item->preposition, "with") == 0 ||
                                                      strcmp(item->preposition, "to") == 0));
    ro_parties known = {.count = 0};
    if (!partner || scene->document->tokens[item->token].upos != RO_UPOS_PROPN) continue;
    if (scene->timed[item->token] || scene->places[item->token] != RO_NONE) continue;
    parties_of_phrase(&known, scene, item->token);
    if (!known.count) return true;
  }
  return false;
}

/* "received BOTH LEADERS", "spoke to THE TWO MEN": those two whose quarrel it is. */
static bool join_both(act_match *meeting, const ro_scene *scene) {
  ro_parties pair = {.count = 0};
  for (uint32_t i = 0; i < meeting->arguments.count; i++) {
    const ro_argument *item = &meeting->arguments.items[i];
    bool partner = item->role == ACT_OBJECT || item->role == ACT_INDIRECT ||
                   (item->role == ACT_PREPOSITION && (strcmp(item->preposition, "with") == 0 ||
                                                      strcmp(item->preposition, "to") == 0));
    if (!partner || !surroundings_means_both(scene, item->token)) continue;
    adversaries_beside(&pair, scene, &meeting->who, item->token);
    if (!pair.count) return false;
    for (uint32_t k = 0; k < meeting->whom.count; k++) { /* the person rather than the state */
      const ro_parties one = {.items = {meeting->whom.items[k]}, .count = 1};
      if (parties_share_side(&one, &pair)) parties_add(&pair, one.items[0]);
    }
    meeting->whom = pair;
    return true;
  }
  return false;
}

/* "offered to HOST talks", "the meeting that Lund has CONVENED": for those whose quarrel it is. */
static bool join_hosted(act_match *meeting, const ro_scene *scene) {
  ro_parties all = all_of(meeting), pair = {.count = 0};
  uint32_t head = scene->document->tokens[meeting->predicate].head;
  bool hosted = scene_in_class(scene, meeting->predicate, "hosting") ||
                (meeting->matter != RO_NONE && scene_in_class(scene, meeting->matter, "hosting")) ||
                (head != RO_NONE && scene_in_class(scene, head, "hosting"));
  if (!hosted || !all.count) return false;
  adversaries_for(&pair, scene, &all);
  for (uint32_t i = 0; i < pair.count; i++)
    parties_add(&meeting->whom, pair.items[i]);
  return pair.count > 0;
}

void rivals_join(act_match *meeting, const ro_scene *scene, const act_match *matches,
                 size_t count) {
  ro_parties all = all_of(meeting), found = {.count = 0};
  if (join_both(meeting, scene) || join_hosted(meeting, scene)) {
    meeting->whom_found = "the two that are at odds";
    return;
  }
  if (!all.count || is_among_themselves(meeting, scene)) return;
  if (are_all_loose(&all)) {
    const ro_parties nobody = {.count = 0};
    if (!are_ranks(&found, scene, &all)) return;
    if (!found.count) adversaries_for(&found, scene, &nobody);
    if (!found.count) return;
    meeting->who = found;
    meeting->whom.count = 0;
  } else {
    if (parties_many_sides(&all) || is_body(scene, &all.items[0])) return;
    bool clear = adversary_of(&found, scene, matches, count, &all);
    if (!found.count || (!clear && names_unknown(meeting, scene))) return;
    parties_add(&meeting->whom, found.items[0]);
  }
  meeting->whom_found = "the two that are at odds";
}
