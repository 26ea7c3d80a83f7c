/* The two sides of which a whole report speaks most. */
#include <string.h>

#include "names/chain_joint.h"

/* Fewer mentions make no main side; a third side has to be spoken of three quarters as often at
 * most as the second. */
enum { FEWEST_MENTIONS = 3, OF_SECOND = 3, OF_THIRD = 4, STATE_LENGTH = 3 };

bool chain_is_private_part(const char *base) {
  return strstr(base, "-CIV") || strstr(base, "-MED") || strstr(base, "-BUS");
}

void chain_count_member(candidates *all, const char *member) {
  uint32_t k = 0;
  while (k < all->count && strcmp(all->items[k].member, member) != 0)
    k++;
  if (k == MOST_CANDIDATES) return;
  if (k == all->count) all->items[all->count++] = (candidate){member, 0};
  all->items[k].mentions++;
}

static bool is_no_side(ro_actor_type type) {
  return type == RO_ACTOR_GROUP || type == RO_ACTOR_MEDIUM || type == RO_ACTOR_COMPANY;
}

/* The side that a name or noun is of, whether or not it is known yet who it is; NULL. */
static const char *side_of(const chains *c, const ro_mention_draft *named) {
  const entity *e = named->entity == RO_NONE ? NULL : &c->entities[named->entity];
  const char *side = e && e->base ? e->base : e ? e->actor : named->actor;
  if (named->kind == RO_MENTION_PRONOUN || (!e && named->kind != RO_MENTION_NAME)) return NULL;
  if (is_no_side(e ? e->type : named->type) || (e && e->member_count)) return NULL;
  if (!e && named->person) {
    bool known = named->entry && named->entry->kind == RO_ENTRY_PERSON;
    side = known ? ro_dictionary_string(named->dictionary, named->entry->actor) : NULL;
  }
  return side && !strchr(side, ':') && !chain_is_private_part(side) ? side : NULL;
}

static bool is_opposition(const char *side) {
  return strlen(side) > STATE_LENGTH && strcmp(side + STATE_LENGTH, "-OPP") == 0;
}

static bool is_of_kind(const chains *c, const char *side, member_kind kind) {
  if (kind == STATES) return strlen(side) == 3;
  const char *code = ro_name_scene_code_of(c->scene, side);
  return kind != PERSONS || !code || strncmp(code, "IGO", 3) != 0;
}

static bool holds(const candidates *all, const char *member) {
  for (uint32_t i = 0; i < all->count; i++)
    if (strcmp(all->items[i].member, member) == 0) return true;
  return false;
}

/* All sides of the report, and those of the sentence that act on whom the phrase means. What was
 * said in the last sentences counts twice. */
static void count_sides(const chains *c, const ro_mention_draft *draft, member_kind kind,
                        candidates *sides, candidates *doers) {
  uint32_t here = chain_sentence_of(c, draft);
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_mention_draft *named = &c->scene->drafts[i];
    bool part =
        named->adjective || named->same_as != RO_NONE; /* "NORWEGIAN MINISTER Holm" is one */
    const char *side = part ? NULL : side_of(c, named);
    if (!side || !is_of_kind(c, side, kind)) continue;
    uint32_t sentence = chain_sentence_of(c, named);
    if (sentence == here && chain_acts_on(c, draft, named)) chain_count_member(doers, side);
    chain_count_member(sides, side);
    if (named->head < draft->head && sentence + SENTENCES_BACK >= here)
      chain_count_member(sides, side);
  }
}

/* "Venezuela's government and opposition met … THE TWO SIDES": an opposition is a side of its own
 * where the report speaks of it and its state at least as much as of any other. */
static bool take_quarrel_at_home(const candidates *sides, const candidate *leaders,
                                 candidates *all) {
  for (uint32_t i = 0; i < sides->count; i++) {
    candidate side = sides->items[i];
    if (!is_opposition(side.member) || side.mentions <= FEWEST_MENTIONS) continue;
    for (int k = 0; k < 2; k++) {
      const char *home = leaders[k].member;
      bool own = home && strlen(home) == STATE_LENGTH && strncmp(home, side.member, 3) == 0;
      if (!own || side.mentions < leaders[!k].mentions) continue;
      *all = (candidates){{side, leaders[k]}, 2};
      return true;
    }
  }
  return false;
}

bool chain_main_two(const chains *c, const ro_mention_draft *draft, member_kind kind,
                    candidates *all) {
  candidates sides = {.count = 0}, doers = {.count = 0};
  candidate leaders[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
  count_sides(c, draft, kind, &sides, &doers);
  for (uint32_t i = 0; i < sides.count; i++) {
    candidate next = sides.items[i];
    if (holds(&doers, next.member) || is_opposition(next.member)) continue;
    for (int k = 0; k < 3; k++)
      if (next.mentions > leaders[k].mentions) {
        candidate passed = leaders[k];
        leaders[k] = next;
        next = passed;
      }
  }
  if (take_quarrel_at_home(&sides, leaders, all)) return true;
  if (leaders[1].mentions < FEWEST_MENTIONS) return false;
  if (OF_SECOND * leaders[1].mentions < OF_THIRD * leaders[2].mentions) return false;
  *all = (candidates){{leaders[1], leaders[0]}, 2}; /* the last ones first, as others do */
  return true;
}

/* The person of the side who was named most before; NULL. */
static const char *person_of(const chains *c, const char *side) {
  const char *best = NULL;
  uint32_t most = 0;
  for (size_t i = 0; i < c->count && i < MOST_ENTITIES; i++) {
    const entity *e = &c->entities[i];
    if (!e->person || e->plural || !e->surname || !e->base || strcmp(e->base, side) != 0) continue;
    uint32_t mentions = 0;
    for (uint32_t k = c->at > MOST_LOOKED_AT ? c->at - MOST_LOOKED_AT : 0; k < c->at; k++)
      mentions += chain_draft_at(c, k)->entity == i;
    if (mentions > most) best = e->actor;
    if (mentions > most) most = mentions;
  }
  return best;
}

bool chain_main_persons(const chains *c, const ro_mention_draft *draft, candidates *all) {
  if (!chain_main_two(c, draft, PERSONS, all)) return false;
  for (uint32_t i = 0; i < all->count; i++) {
    all->items[i].member = person_of(c, all->items[i].member);
    if (!all->items[i].member) return false;
  }
  return true;
}
