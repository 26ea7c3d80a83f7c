#include "records/adversary.h"

#include <string.h>

/* In a digest of many matters no side leads: a share of all mentions is asked for, too. An act
 * between the two counts for several mentions. */
enum { MAXIMUM_SIDES = 32, FEWEST_MENTIONS = 3, SMALLEST_SHARE = 5, WEIGHT_OF_ACT = 3 };

typedef struct side_tally {
  const ro_actor_mention *mention; /* the first that names the side itself */
  const char *side;
  size_t length;
  uint32_t mentions, acts;
} side_tally;

typedef struct tallies {
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

static void count_mentions(tallies *all, const ro_document *document) {
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    side_tally *tally = mention->actor ? tally_of(all, mention->actor, true) : NULL;
    if (!tally) continue;
    tally->mentions++;
    all->mentions++;
    bool side = mention->type == RO_ACTOR_STATE || mention->type == RO_ACTOR_ARMED_GROUP;
    if (side && !tally->mention) tally->mention = mention;
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

static void count_acts(tallies *all, const ro_parties *sides) {
  for (uint32_t i = 0; i < sides->count; i++) {
    side_tally *tally = tally_of(all, sides->items[i].actor, false);
    if (tally) tally->acts++;
  }
}

void adversary_of(ro_parties *out, const ro_scene *scene, const act_match *matches, size_t count,
                  const ro_parties *own) {
  tallies all = {.count = 0};
  uint32_t most = 0;
  count_mentions(&all, scene->document);
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
    if (!tally->mention || points <= most || (!leads && !tally->acts)) continue;
    ro_party party = {tally->mention->actor, tally->mention->code, tally->mention->span, true};
    ro_parties one = {.items = {party}, .count = 1};
    if (parties_share_side(&one, own)) continue;
    most = points;
    *out = one;
  }
}
