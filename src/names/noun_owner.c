#include "names/noun_owner.h"

#include <string.h>

#include "names/actor_code.h"
#include "names/loose_group.h"
#include "names/noun_phrase.h"
#include "names/noun_town.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* "SUDAN's UN ambassador", "the RUSSIAN UN envoy": the state in the possessive, or as adjective,
 * before the body where he serves; RO_NONE. */
static uint32_t state_that_sends(const ro_name_scene *scene, uint32_t start, uint32_t head) {
  const ro_document *d = scene->document;
  for (uint32_t i = start; i < head; i++) {
    uint32_t seed = scene->seed_of[i];
    bool before =
        seed != RO_NONE && d->tokens[i].head == head &&
        scene->drafts[seed].type == RO_ACTOR_STATE &&
        (d->tokens[i].deprel == RO_DEPREL_NMOD_POSS || d->tokens[i].deprel == RO_DEPREL_AMOD);
    if (before && !ro_noun_is_no_owner(d, i)) return seed;
  }
  return RO_NONE;
}

/* The nearest name of a state, body or group before the noun inside its phrase. */
static uint32_t owner_before(const ro_name_scene *scene, uint32_t start, uint32_t head) {
  for (uint32_t i = head; i-- > start;)
    if (scene->seed_of[i] != RO_NONE && !ro_noun_is_no_owner(scene->document, i))
      return scene->seed_of[i];
  return RO_NONE;
}

/* "the president OF IRAN", "envoys FROM RUSSIA"; but the president "of the Turkish Trade
 * Association" is none of Turkey. */
static uint32_t owner_after(const ro_name_scene *scene, uint32_t head, bool of_state) {
  const ro_document *d = scene->document;
  for (uint32_t child = ro_tree_child(d, head, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_NMOD)) {
    if (!ro_noun_takes_owner(d, head, ro_name_preposition(d, child))) continue;
    if (scene->seed_of[child] != RO_NONE) return scene->seed_of[child];
    if (of_state && d->tokens[child].name_tag == RO_NAME_TAG_ORGANIZATION) continue;
    uint32_t first, last;
    ro_tree_extent(d, child, &first, &last);
    for (uint32_t i = first; i < child; i++)
      if (scene->seed_of[i] != RO_NONE) return scene->seed_of[i];
  }
  return RO_NONE;
}

static ro_actor_type type_of_owner(const ro_mention_draft *draft, const ro_mention_draft *owner) {
  if (draft->person) return RO_ACTOR_PERSON;
  if (owner && owner->type != RO_ACTOR_STATE) return owner->type;
  return RO_ACTOR_GOVERNMENT;
}

bool ro_noun_is_of_state(const ro_mention_draft *draft) {
  if (!draft->agent) return false;
  const char *alone = ro_dictionary_string(draft->dictionary, draft->agent->division);
  return strcmp(alone, "state") == 0 || strcmp(alone, "main") == 0;
}

bool ro_noun_is_of_main_state(const ro_mention_draft *draft) {
  return draft->agent &&
         strcmp(ro_dictionary_string(draft->dictionary, draft->agent->division), "main") == 0;
}

/* "the LABOUR government" speaks for the state. */
static bool is_government_of_party(const ro_mention_draft *draft, const ro_mention_draft *owner) {
  static const char *const nouns[] = {"government", "cabinet", "administration", "regime"};
  if (owner->type != RO_ACTOR_PARTY || !draft->agent) return false;
  ro_token noun = {.form = ro_dictionary_string(draft->dictionary, draft->agent->name)};
  return ro_token_is_one_of(&noun, nouns, COUNT(nouns));
}

void ro_noun_belong(const ro_name_scene *scene, ro_mention_draft *draft,
                    const ro_mention_draft *owner) {
  const char *state = owner->dictionary && owner->entry
                          ? ro_dictionary_string(owner->dictionary, owner->entry->country)
                          : owner->base;
  bool of_state = owner->type == RO_ACTOR_STATE || owner->type == RO_ACTOR_GOVERNMENT ||
                  owner->type == RO_ACTOR_MINISTRY;
  draft->base = owner->actor;
  draft->actor = owner->actor;
  draft->code = owner->code;
  draft->type = type_of_owner(draft, owner);
  if (state && strlen(state) == 3 && is_government_of_party(draft, owner)) {
    draft->base = draft->actor = state;
    draft->code = ro_actor_code_join(scene->arena, state, "GOV");
    draft->type = RO_ACTOR_GOVERNMENT;
    return;
  }
  if (of_state && state && strlen(state) == 3) {
    if (*draft->party && owner->actor && strlen(owner->actor) == 3)
      draft->base = draft->actor =
          ro_arena_print(scene->arena, "%s-%s", owner->actor, draft->party);
    bool organ = owner->type == RO_ACTOR_MINISTRY && owner->code && strlen(owner->code) > 3;
    if (!organ) draft->code = ro_actor_code_join(scene->arena, state, draft->sector);
  }
}

enum { MOST_OWNERS = 12 };

/* "AMERICAN AND RUSSIAN negotiators", in the order of the text. */
static uint32_t owners_before(const ro_name_scene *scene, const ro_mention_draft *draft,
                              uint32_t owner, uint32_t *owners) {
  const ro_document *d = scene->document;
  uint32_t count = 0, first = scene->drafts[owner].first;
  for (uint32_t i = first; i-- > draft->first;) {
    bool joint = d->tokens[i].upos == RO_UPOS_PUNCT || d->tokens[i].upos == RO_UPOS_CCONJ ||
                 d->tokens[i].upos == RO_UPOS_DET;
    if (scene->seed_of[i] == RO_NONE && !joint) break;
    if (scene->seed_of[i] != RO_NONE) first = i;
  }
  for (uint32_t i = first; i < draft->head && count < MOST_OWNERS; i++) {
    uint32_t seed = scene->seed_of[i];
    if (seed == RO_NONE || (count && owners[count - 1] == seed)) continue;
    owners[count++] = seed;
    if (seed == owner) break;
  }
  return count;
}

/* "officers from RUSSIA, UKRAINE AND TURKEY" */
static uint32_t owners_after(const ro_name_scene *scene, uint32_t owner, uint32_t *owners) {
  const ro_document *d = scene->document;
  uint32_t count = 0, head = scene->drafts[owner].head;
  owners[count++] = owner;
  for (uint32_t other = ro_tree_child(d, head, RO_DEPREL_CONJ);
       other != RO_NONE && count < MOST_OWNERS;
       other = ro_tree_next_child(d, other, RO_DEPREL_CONJ))
    if (scene->seed_of[other] != RO_NONE) owners[count++] = scene->seed_of[other];
  return count;
}

/* The members of a noun with several owners; one that is several itself ("the E3") gives its own.
 */
typedef struct member_list {
  const char **names, **codes;
  uint32_t count;
} member_list;

static void add_member(member_list *list, const char *name, const char *code) {
  if (!name || (list->count && strcmp(list->names[list->count - 1], name) == 0)) return;
  list->names[list->count] = name;
  list->codes[list->count++] = code;
}

static void add_owner(const ro_name_scene *scene, const ro_mention_draft *draft,
                      const ro_mention_draft *owner, member_list *list) {
  ro_mention_draft part = *draft;
  if (owner->member_count) {
    for (uint32_t i = 0; i < owner->member_count; i++)
      add_member(list, owner->members[i], owner->member_codes ? owner->member_codes[i] : NULL);
    return;
  }
  ro_noun_belong(scene, &part, owner);
  add_member(list, part.actor, part.code);
}

/* The noun stands for several where its owners are coordinated. */
static void join_owners(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t owner) {
  uint32_t owners[MOST_OWNERS];
  bool before = scene->drafts[owner].head < draft->head;
  uint32_t count =
      before ? owners_before(scene, draft, owner, owners) : owners_after(scene, owner, owners);
  size_t most = count;
  for (uint32_t i = 0; i < count; i++)
    most += scene->drafts[owners[i]].member_count;
  member_list list = {ro_arena_alloc_array(scene->arena, most, sizeof *list.names),
                      ro_arena_alloc_array(scene->arena, most, sizeof *list.codes), 0};
  for (uint32_t i = 0; i < count; i++)
    add_owner(scene, draft, &scene->drafts[owners[i]], &list);
  if (list.count < 2) return;
  draft->members = list.names;
  draft->member_codes = list.codes;
  draft->member_count = list.count;
  draft->reason = "a noun with several states or bodies";
}

static bool belong_to_town(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t noun) {
  const char *state = ro_noun_state_of_town(scene, draft, noun);
  if (!state) return false;
  ro_mention_draft owner = {.actor = state, .base = state, .code = state, .type = RO_ACTOR_STATE};
  ro_noun_belong(scene, draft, &owner);
  draft->reason = "a noun with a town of its state";
  return true;
}

/* "minister OF FINANCE", "Ministry OF FINANCE" */
static bool has_field(const ro_document *d, const ro_mention_draft *draft) {
  static const char *const organs[] = {"ministry", "department"};
  return (draft->role && strstr(draft->role, "minister")) ||
         ro_token_is_one_of(&d->tokens[draft->head], organs, COUNT(organs));
}

/* "the president OF THE COMPANY": it belongs to somebody, but to no state, body or group that is
 * known. A minister's "of" tells his field. */
static bool belongs_to_thing(const ro_name_scene *scene, const ro_mention_draft *draft) {
  static const char *const realms[] = {"republic", "state",      "country", "nation",
                                       "union",    "federation", "kingdom", "land"};
  const ro_document *d = scene->document;
  const ro_dictionary *unused;
  if (has_field(d, draft)) return false;
  for (uint32_t child = ro_tree_child(d, draft->head, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_NMOD)) {
    const char *preposition = ro_name_preposition(d, child);
    bool of = preposition && strcasecmp(preposition, "of") == 0;
    if (!of || child < draft->first + draft->count || scene->in_name[child]) continue;
    if (ro_token_is_one_of(&d->tokens[child], realms, COUNT(realms))) continue;
    if (!ro_name_scene_agent(scene, child, 1, &unused)) return true;
  }
  return false;
}

/* "SIRIUS XM Vice President": the tagger sees a body's name before the noun. */
static bool belongs_to_tagged(const ro_name_scene *scene, const ro_mention_draft *draft,
                              uint32_t noun) {
  for (uint32_t i = draft->first; i < noun; i++)
    if (scene->document->tokens[i].name_tag == RO_NAME_TAG_ORGANIZATION &&
        scene->seed_of[i] == RO_NONE && scene->document->tokens[i].upos == RO_UPOS_PROPN)
      return true;
  return false;
}

void ro_noun_find_owner(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t noun) {
  bool group = strcmp(ro_dictionary_string(draft->dictionary, draft->agent->role), "group") == 0;
  uint32_t owner = draft->person ? state_that_sends(scene, draft->first, draft->head) : RO_NONE;
  if (owner == RO_NONE) owner = owner_before(scene, draft->first, noun);
  if (owner == RO_NONE)
    owner = owner_after(scene, draft->head, draft->person && ro_noun_is_of_state(draft));
  bool loose_owner = owner != RO_NONE && scene->drafts[owner].type == RO_ACTOR_GROUP;
  if (owner != RO_NONE && !group && !loose_owner) {
    ro_noun_belong(scene, draft, &scene->drafts[owner]);
    draft->reason = "a noun with its state or body";
    if (draft->plural) join_owners(scene, draft, owner);
    return;
  }
  if (owner == RO_NONE && !group && belong_to_town(scene, draft, noun)) return;
  draft->of_others = belongs_to_thing(scene, draft) || belongs_to_tagged(scene, draft, noun);
  ro_loose_group_make(scene, draft);
}
