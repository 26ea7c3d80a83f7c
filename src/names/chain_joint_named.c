/* Several for whom one noun stands: named beside it, or the parties of a war. */
#include <string.h>

#include "names/chain_joint.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* The actor of the person who is named at the word; NULL. */
static const char *person_named(chains *c, uint32_t token) {
  uint32_t number = chain_draft_of(c, token);
  if (number == RO_NONE) return NULL;
  ro_mention_draft *draft = &c->scene->drafts[number];
  if (draft->kind != RO_MENTION_NAME || !draft->person) return NULL;
  chain_resolve(c, draft);
  return draft->entity == RO_NONE ? NULL : c->entities[draft->entity].actor;
}

/* The first of the names that the noun stands for: "the U.N. officials MARTIN GRIFFITHS AND REBECA
 * GRYNSPAN", "by KIM AND PARK, the chief delegates", "two ministers from Tehran, MAJID AND KAZEM,
 * …", which the parser may join to the town; RO_NONE. */
static uint32_t first_named(const chains *c, const ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t name = ro_tree_child(d, draft->head, RO_DEPREL_APPOS);
  if (name != RO_NONE) return name;
  if (d->tokens[draft->head].deprel == RO_DEPREL_APPOS) {
    name = d->tokens[draft->head].head;
    bool joined = name != RO_NONE && d->tokens[name].deprel == RO_DEPREL_CONJ;
    return joined ? d->tokens[name].head : name;
  }
  uint32_t town = ro_tree_child(d, draft->head, RO_DEPREL_NMOD), number = chain_draft_of(c, town);
  bool person = number != RO_NONE && c->scene->drafts[number].person;
  return town == RO_NONE || person ? RO_NONE : town;
}

bool chain_join_named(chains *c, ro_mention_draft *draft) {
  enum { MOST = 8 };
  const ro_document *d = c->document;
  if (!draft->plural || !draft->person) return false;
  uint32_t name = first_named(c, draft), count = 0;
  if (name == RO_NONE) return false;
  const char **members = ro_arena_alloc_array(c->arena, MOST, sizeof *members);
  const char *first = person_named(c, name);
  if (first) members[count++] = first;
  for (uint32_t other = ro_tree_child(d, name, RO_DEPREL_CONJ); other != RO_NONE && count < MOST;
       other = ro_tree_next_child(d, other, RO_DEPREL_CONJ)) {
    const char *actor = person_named(c, other);
    if (actor) members[count++] = actor;
  }
  if (count < 2) return false;
  chain_take_members(c, draft, members, count);
  draft->reason = "those who are named beside it";
  return true;
}

/* "YEMEN'S warring parties", "the rival factions OF SUDAN": the state and the armed group of it
 * that the report names; false where the noun says no such thing or none is named. */
bool chain_join_at_war(chains *c, ro_mention_draft *draft) {
  static const char *const nouns[] = {"party",   "side",  "faction", "belligerent",
                                      "general", "rival", "foe",     "camp"};
  const char *state = draft->base;
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  if (!state || strlen(state) != 3 || !draft->plural ||
      !ro_token_is_one_of(&noun, nouns, COUNT(nouns)))
    return false;
  if (!chain_number_named(c, draft) && !chain_says_opponents(c, draft)) return false;
  const char *group = NULL;
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_mention_draft *named = &c->scene->drafts[i];
    bool armed = named->kind == RO_MENTION_NAME && named->type == RO_ACTOR_ARMED_GROUP &&
                 named->entry && named->actor;
    if (!armed ||
        strcmp(ro_dictionary_string(named->dictionary, named->entry->country), state) != 0)
      continue;
    if (group && strcmp(group, named->actor) != 0) return false;
    group = named->actor;
  }
  if (!group) return false;
  const char **members = ro_arena_alloc_array(c->arena, 2, sizeof *members);
  members[0] = state, members[1] = group;
  chain_take_members(c, draft, members, 2);
  draft->reason = "the state and the group that it fights";
  return true;
}

/* "the JOINT COMMITTEE", "a BILATERAL working group": those of the two states that the report is
 * about; false where the phrase tells whose it is or no two stand out. */
bool chain_join_bilateral(chains *c, ro_mention_draft *draft) {
  static const char *const nouns[] = {"committee", "commission", "council", "group",
                                      "panel",     "mechanism",  "body",    "team"};
  static const char *const words[] = {"joint", "bilateral", "mixed", "intergovernmental"};
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  bool loose = !draft->actor || draft->type == RO_ACTOR_GROUP;
  if (draft->base || !loose || !ro_token_is_one_of(&noun, nouns, COUNT(nouns))) return false;
  bool joint = false;
  for (uint32_t i = draft->first; i < draft->head; i++)
    joint = joint || ro_token_is_one_of(&c->document->tokens[i], words, COUNT(words));
  candidates two = {.count = 0};
  if (!joint || !chain_main_two(c, draft, STATES, &two)) return false;
  const char **members = ro_arena_alloc_array(c->arena, 2, sizeof *members);
  members[0] = two.items[1].member, members[1] = two.items[0].member;
  chain_take_members(c, draft, members, 2);
  draft->reason = "the two states that the report is about";
  return true;
}
