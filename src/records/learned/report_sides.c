#include "records/learned/report_sides.h"

#include <stdlib.h>
#include <string.h>

#include "records/learned/party_features.h"

enum { MOST_MENTIONS = 200 };

static report_side *side_of(report_sides *all, const char *actor) {
  for (uint32_t i = 0; i < all->count; i++)
    if (parties_same_side(all->items[i].party.actor, actor)) return &all->items[i];
  if (all->count == MAXIMUM_REPORT_SIDES) return NULL;
  all->items[all->count] = (report_side){.count = 0};
  return &all->items[all->count++];
}

static void add_mention(report_sides *all, const ro_scene *scene, const ro_party *party,
                        uint32_t token) {
  report_side *side = side_of(all, party->actor);
  if (!side || side->count == MOST_MENTIONS) return;
  if (!side->count) {
    side->party = *party;
    side->tokens =
        ro_arena_alloc_array(scene->document->arena, MOST_MENTIONS, sizeof *side->tokens);
  } else if (!strchr(party->actor, ':') && strchr(side->party.actor, ':')) {
    side->party = *party;
  }
  side->tokens[side->count++] = token;
  all->mentions++;
}

static int by_mentions(const void *left, const void *right) {
  const report_side *a = left, *b = right;
  if (a->count != b->count) return a->count > b->count ? -1 : 1;
  if (a->tokens[0] != b->tokens[0]) return a->tokens[0] < b->tokens[0] ? -1 : 1;
  return strcmp(a->party.actor, b->party.actor);
}

void report_sides_list(report_sides *out, const ro_scene *scene) {
  out->count = out->mentions = 0;
  for (uint32_t i = 0; i < scene->document->token_count; i++) {
    if (!party_features_apply(scene, i)) continue;
    ro_parties parties = {.count = 0};
    party_features_parties(&parties, scene, i);
    for (uint32_t k = 0; k < parties.count; k++)
      if (parties.items[k].actor && !parties_are_private(parties.items[k].actor))
        add_mention(out, scene, &parties.items[k], i);
  }
  qsort(out->items, out->count, sizeof *out->items, by_mentions);
}
