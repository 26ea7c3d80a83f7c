#include "records/leading_side.h"

#include <string.h>

/* In a digest of many matters no side leads: a share of all mentions is asked for, too. */
enum { MAXIMUM_SIDES = 32, FEWEST_MENTIONS = 3, SMALLEST_SHARE = 5 };

typedef struct side_tally {
  const ro_actor_mention *mention; /* the first that names the side itself */
  const char *side;
  size_t length;
  uint32_t mentions;
} side_tally;

static side_tally *tally_of(side_tally *tallies, uint32_t *count, const char *actor) {
  size_t length;
  const char *side = parties_side(actor, &length);
  for (uint32_t i = 0; i < *count; i++)
    if (tallies[i].length == length && strncmp(tallies[i].side, side, length) == 0)
      return &tallies[i];
  if (*count == MAXIMUM_SIDES) return NULL;
  tallies[*count] = (side_tally){.side = side, .length = length};
  return &tallies[(*count)++];
}

void leading_side_but(ro_parties *out, const ro_scene *scene, const ro_parties *others) {
  const ro_document *document = scene->document;
  side_tally tallies[MAXIMUM_SIDES];
  const side_tally *best = NULL;
  uint32_t count = 0, total = 0;
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    side_tally *tally = mention->actor ? tally_of(tallies, &count, mention->actor) : NULL;
    if (!tally) continue;
    tally->mentions++;
    total++;
    bool side = mention->type == RO_ACTOR_STATE || mention->type == RO_ACTOR_ARMED_GROUP;
    if (side && !tally->mention) tally->mention = mention;
  }
  for (uint32_t i = 0; i < count; i++) {
    const side_tally *tally = &tallies[i];
    if (!tally->mention || tally->mentions < FEWEST_MENTIONS) continue;
    if (tally->mentions * SMALLEST_SHARE < total) continue;
    ro_party party = {tally->mention->actor, tally->mention->code, tally->mention->span, true};
    ro_parties one = {.items = {party}, .count = 1};
    if (parties_share_side(&one, others) || (best && tally->mentions <= best->mentions)) continue;
    best = tally;
  }
  if (best)
    parties_add(out,
                (ro_party){best->mention->actor, best->mention->code, best->mention->span, true});
}
