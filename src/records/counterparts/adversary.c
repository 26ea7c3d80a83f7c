#include "records/counterparts/adversary.h"

#include <stdio.h>
#include <string.h>

/* In a digest of many matters no side leads: a share of all mentions is asked for, too. An act
 * between the two counts for several mentions. */
enum {
  MAXIMUM_SIDES = 32,
  FEWEST_MENTIONS = 3,
  SMALLEST_SHARE = 7,
  WEIGHT_OF_ACT = 2,
  CLEAR_LEAD = 2,
  FEWEST_OF_BODY = 4
};

typedef struct side_tally {
  const ro_actor_mention *mention; /* the first that names the side itself */
  const ro_actor_mention *body;    /* the first that names it, where it is a body of states */
  const char *side;
  size_t length;
  uint32_t mentions, acts;
} side_tally;

typedef struct side_tallies {
  side_tally items[MAXIMUM_SIDES];
  uint32_t count, mentions;
} tallies;

static side_tally *tally_of(tallies *all, const char *actor, bool add) {
  size_t length;
  const char *side = parties_side(actor, &length);
  for (uint32_t i = 0; i < all->count; i++)
    if (all->items[i].length == length && strncmp(all->items[i].side, side, length) == 0)
      return &all->items[i];
  if (!add || all->count == MAXIMUM_SIDES) return NULL;
  all->items[all->count] = (side_tally){.side = side, .length = length};
  return &all->items[all->count++];
}

/* A state, one of its organs, an armed group; no body of states and no company. */
static bool speaks_for_side(const ro_actor_mention *mention, const side_tally *tally) {
  if (mention->type == RO_ACTOR_STATE || mention->type == RO_ACTOR_ARMED_GROUP) return true;
  return tally->length == 3 && mention->code && strncmp(mention->code, tally->side, 3) == 0;
}

static void count_mentions(tallies *all, const ro_document *document) {
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    side_tally *tally = mention->actor ? tally_of(all, mention->actor, true) : NULL;
    if (!tally) continue;
    tally->mentions++;
    all->mentions++;
    if (!tally->mention && speaks_for_side(mention, tally)) tally->mention = mention;
    if (!tally->body && mention->type == RO_ACTOR_INTERNATIONAL && !strchr(mention->actor, ':'))
      tally->body = mention;
  }
}

/* Counted once a report. */
static tallies tallies_of(const ro_scene *scene) {
  if (!*scene->tallies) {
    *scene->tallies = ro_arena_alloc_array(scene->document->arena, 1, sizeof **scene->tallies);
    count_mentions(*scene->tallies, scene->document);
  }
  return **scene->tallies;
}

/* What a party to a quarrel does in it and a mediator does not. */
static bool is_of_party(const act_match *match, bool by) {
  switch (match->act) {
  case RO_ACT_DEMAND:
    return !by;
  case RO_ACT_MEETING:
  case RO_ACT_SUPPORT:
  case RO_ACT_DENIAL:
  case RO_ACT_NONE:
    return false;
  default:
    return !match->dropped;
  }
}

void adversary_weigh_bodies(const ro_scene *scene, const act_match *matches, size_t count) {
  tallies_of(scene);
  tallies *all = *scene->tallies;
  for (uint32_t i = 0; i < all->count; i++) {
    side_tally *tally = &all->items[i];
    if (!tally->body) continue;
    const ro_parties body = {.items = {{.actor = tally->body->actor}}, .count = 1};
    uint32_t acts = 0;
    for (size_t k = 0; k < count; k++) {
      bool by = parties_share_side(&matches[k].who, &body);
      bool on = parties_share_side(&matches[k].whom, &body);
      acts += (by || on) && is_of_party(&matches[k], by);
    }
    if (acts >= FEWEST_OF_BODY) tally->mention = tally->body;
  }
}

/* Who praises or meets another need not be at odds with him. */
static bool is_adverse(const act_match *match) {
  switch (match->act) {
  case RO_ACT_DEMAND:
  case RO_ACT_REFUSAL:
  case RO_ACT_WARNING:
  case RO_ACT_CONDITION:
  case RO_ACT_ACCUSATION:
  case RO_ACT_PRESSURE:
    return !match->dropped;
  default:
    return false;
  }
}

/* The side itself, though only one who speaks for it is named. */
static ro_party party_of(const ro_scene *scene, const side_tally *tally) {
  const ro_actor_mention *mention = tally->mention;
  const char *side = ro_arena_copy(scene->document->arena, tally->side, tally->length);
  const char *code = strcmp(side, mention->actor) == 0 ? mention->code : NULL;
  return (ro_party){side, code, mention->span, true};
}

static void count_acts(tallies *all, const ro_parties *sides) {
  for (uint32_t i = 0; i < sides->count; i++) {
    side_tally *tally = tally_of(all, sides->items[i].actor, false);
    if (tally) tally->acts++;
  }
}

bool adversary_of(ro_parties *out, const ro_scene *scene, const act_match *matches, size_t count,
                  const ro_parties *own) {
  tallies all = tallies_of(scene);
  uint32_t most = 0, second = 0;
  for (size_t i = 0; i < count; i++) {
    if (!is_adverse(&matches[i])) continue;
    if (parties_share_side(&matches[i].who, own)) count_acts(&all, &matches[i].whom);
    if (parties_share_side(&matches[i].whom, own)) count_acts(&all, &matches[i].who);
  }
  for (uint32_t i = 0; i < all.count; i++) {
    const side_tally *tally = &all.items[i];
    uint32_t points = tally->mentions + WEIGHT_OF_ACT * tally->acts;
    bool leads =
        tally->mentions >= FEWEST_MENTIONS && tally->mentions * SMALLEST_SHARE >= all.mentions;
    if (!tally->mention || (!leads && !tally->acts)) continue;
    ro_parties one = {.items = {party_of(scene, tally)}, .count = 1};
    if (parties_share_side(&one, own)) continue;
    if (points <= most) {
      second = points > second ? points : second;
      continue;
    }
    second = most;
    most = points;
    *out = one;
  }
  return most >= CLEAR_LEAD * second;
}

static uint32_t mentions_of(const side_tally *tally) {
  return tally ? tally->mentions : 0;
}

/* Rebels and the state that they are of quarrel, whoever else is spoken of. */
static const side_tally *home_of(tallies *all, const side_tally *group) {
  char state[4] = "";
  if (!group || group->mention->type != RO_ACTOR_ARMED_GROUP || !group->mention->code) return NULL;
  snprintf(state, sizeof state, "%s", group->mention->code);
  const side_tally *home = tally_of(all, state, false);
  if (home == group) return NULL;
  return home && home->mention && home->mentions >= FEWEST_MENTIONS ? home : NULL;
}

/* The three that are spoken of most, but those in `but`. */
static void find_leaders(const side_tally *leaders[3], const ro_scene *scene, const tallies *all,
                         const ro_parties *but, bool states) {
  for (uint32_t i = 0; i < all->count; i++) {
    const side_tally *next = &all->items[i];
    if (!next->mention || (states && next->mention->type == RO_ACTOR_ARMED_GROUP)) continue;
    const ro_parties one = {.items = {party_of(scene, next)}, .count = 1};
    if (parties_share_side(&one, but)) continue;
    for (int k = 0; k < 3; k++)
      if (mentions_of(next) > mentions_of(leaders[k])) {
        const side_tally *passed = leaders[k];
        leaders[k] = next;
        next = passed;
      }
  }
}

/* The two that lead, where no third comes near them; that there are two, the words may have told.
 */
static void find_pair(ro_parties *out, const ro_scene *scene, const ro_parties *but, bool states,
                      bool two_told) {
  tallies all = tallies_of(scene);
  const side_tally *leaders[3] = {NULL, NULL, NULL};
  find_leaders(leaders, scene, &all, but, states);
  for (int k = 0; k < 3; k++) {
    const side_tally *group = leaders[k], *home = home_of(&all, group);
    if (!home || mentions_of(group) < FEWEST_MENTIONS) continue;
    leaders[0] = home;
    leaders[1] = group;
    leaders[2] = NULL;
    break;
  }
  uint32_t second = mentions_of(leaders[1]), third = mentions_of(leaders[2]);
  bool close = two_told ? second <= third : 2 * second < 3 * third;
  if (second < FEWEST_MENTIONS || close) return;
  *out =
      (ro_parties){.items = {party_of(scene, leaders[0]), party_of(scene, leaders[1])}, .count = 2};
}

void adversaries_for(ro_parties *out, const ro_scene *scene, const ro_parties *own) {
  const ro_parties nobody = {.count = 0};
  ro_parties pair = {.count = 0};
  find_pair(&pair, scene, &nobody, false, false);
  if (!parties_share_side(&pair, own)) *out = pair;
}

void adversaries_beside(ro_parties *out, const ro_scene *scene, const ro_parties *own,
                        uint32_t noun) {
  ro_parties pair = {.count = 0};
  find_pair(&pair, scene, own, scene_in_class(scene, noun, "offices-of-state"), true);
  if (!parties_share_side(&pair, own)) *out = pair;
}

bool adversaries_may_be(const ro_scene *scene, const ro_parties *two) {
  tallies all = tallies_of(scene);
  if (two->count != 2 || !parties_many_sides(two)) return false;
  for (uint32_t i = 0; i < two->count; i++) {
    const side_tally *tally = tally_of(&all, two->items[i].actor, false);
    if (!tally || !tally->mention || tally->mentions < FEWEST_MENTIONS) return false;
  }
  return true;
}

void adversaries_state(ro_parties *out, const ro_scene *scene, const ro_parties *own) {
  tallies all = tallies_of(scene);
  const side_tally *leaders[3] = {NULL, NULL, NULL};
  find_leaders(leaders, scene, &all, own, true);
  if (mentions_of(leaders[0]) > mentions_of(leaders[1]))
    parties_add(out, party_of(scene, leaders[0]));
}

void adversaries_rebels(ro_parties *out, const ro_scene *scene) {
  tallies all = tallies_of(scene);
  const side_tally *group = NULL;
  for (uint32_t i = 0; i < all.count; i++) {
    const side_tally *tally = &all.items[i];
    if (!tally->mention || tally->mention->type != RO_ACTOR_ARMED_GROUP) continue;
    if (tally->mentions > mentions_of(group)) group = tally;
  }
  if (group) parties_add(out, party_of(scene, group));
}
