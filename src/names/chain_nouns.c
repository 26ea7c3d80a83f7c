#include <string.h>

#include "names/chain_state.h"
#include "names/office.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool lists_noun(const char *nouns, const char *noun) {
  size_t length = strlen(noun);
  for (const char *at = nouns; at && *at;) {
    size_t size = strcspn(at, "|");
    if (size == length && strncmp(at, noun, size) == 0) return true;
    at += size + (at[size] == '|');
  }
  return false;
}

/* "the alliance", "the rebels" is the latest one of which the dictionary says so. */
static uint32_t entity_with_noun(const chains *c, const ro_mention_draft *draft) {
  const char *noun = chain_lemma_of(c, draft), *form = c->document->tokens[draft->head].form;
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    uint32_t number = chain_draft_at(c, i)->entity;
    if (number == RO_NONE) continue;
    const char *nouns = c->entities[number].nouns;
    if (lists_noun(nouns, noun) || lists_noun(nouns, form)) return number;
  }
  return RO_NONE;
}

/* "the rebels", "the insurgents" where the report names one armed group so far; RO_NONE. */
static uint32_t only_armed_group(const chains *c, const ro_mention_draft *draft) {
  uint32_t only = RO_NONE;
  if (!draft->party || strcmp(draft->party, "REB") != 0) return RO_NONE;
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    uint32_t number = chain_draft_at(c, i)->entity;
    if (number == RO_NONE || c->entities[number].type != RO_ACTOR_ARMED_GROUP) continue;
    if (only != RO_NONE && strcmp(c->entities[only].actor, c->entities[number].actor) != 0)
      return RO_NONE;
    only = number;
  }
  return only;
}

const char *chain_armed_group(const chains *c, const ro_mention_draft *draft) {
  uint32_t found = entity_with_noun(c, draft);
  if (found == RO_NONE) found = only_armed_group(c, draft);
  return found == RO_NONE ? NULL : c->entities[found].actor;
}

/* "THE BLOC ordered …, ECOWAS said": a body that is named only behind the noun; RO_NONE. */
static uint32_t entity_named_behind(chains *c, const ro_mention_draft *draft) {
  const char *noun = chain_lemma_of(c, draft);
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    ro_mention_draft *named = &c->scene->drafts[i];
    bool body = named->kind == RO_MENTION_NAME && named->type == RO_ACTOR_INTERNATIONAL &&
                named->entry && named->first > draft->head;
    if (!body || !lists_noun(ro_dictionary_string(named->dictionary, named->entry->nouns), noun))
      continue;
    return chain_resolve(c, named) ? named->entity : RO_NONE;
  }
  return RO_NONE;
}

/* The latest one of that title, and of that state if one is told. */
static uint32_t latest_with_role(const chains *c, const ro_mention_draft *draft, const char *role) {
  uint32_t sentence = chain_sentence_of(c, draft);
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (earlier->entity == RO_NONE) continue;
    const entity *e = &c->entities[earlier->entity];
    if (!e->person || e->plural) continue;
    if (sentence - chain_sentence_of(c, earlier) > 12) break;
    if (draft->base && (!e->base || strcmp(draft->base, e->base) != 0)) continue;
    if (draft->gender && e->gender && draft->gender != e->gender) continue;
    bool past = e->role && strncmp(e->role, "former ", 7) == 0 && strncmp(role, "former ", 7) != 0;
    if (e->role && !past && strstr(e->role, role) && !chain_is_coargument(c, draft, earlier))
      return earlier->entity;
  }
  return RO_NONE;
}

/* "the official", "the vice president": who has that title, else one that ends as it does. */
static uint32_t person_with_role(const chains *c, const ro_mention_draft *draft) {
  const char *role = draft->role ? draft->role : chain_lemma_of(c, draft);
  uint32_t found = latest_with_role(c, draft, role);
  bool lower = strncmp(role, "vice", 4) == 0 || strncmp(role, "deputy", 6) == 0;
  return found == RO_NONE && !lower ? latest_with_role(c, draft, chain_lemma_of(c, draft)) : found;
}

static bool is_general_noun(const char *noun) {
  static const char *const list[] = {"diplomat", "official",   "politician", "leader",
                                     "minister", "negotiator", "envoy",      "statesman"};
  for (size_t i = 0; i < COUNT(list); i++)
    if (strcmp(list[i], noun) == 0) return true;
  return false;
}

static bool same_body(const chains *c, const char *noun, const ro_mention_draft *draft,
                      uint32_t *out) {
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (earlier->kind != RO_MENTION_NOMINAL || earlier->entity == RO_NONE || earlier->person)
      continue;
    if (chain_sentence_of(c, draft) - chain_sentence_of(c, earlier) > 12) break;
    if (strcmp(chain_lemma_of(c, earlier), noun) != 0 || !c->entities[earlier->entity].actor)
      continue;
    *out = earlier->entity;
    return true;
  }
  return false;
}

/* "the ministers" are those of whom the report has spoken so before; RO_NONE. */
static uint32_t several_with_noun(const chains *c, const ro_mention_draft *draft) {
  const char *noun = chain_lemma_of(c, draft);
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (chain_sentence_of(c, draft) - chain_sentence_of(c, earlier) > SENTENCES_BACK) break;
    bool several = earlier->kind == RO_MENTION_NOMINAL && earlier->entity != RO_NONE &&
                   c->entities[earlier->entity].member_count > 1;
    if (several && strcmp(chain_lemma_of(c, earlier), noun) == 0) return earlier->entity;
  }
  return RO_NONE;
}

/* "the ministers of THE THREE COUNTRIES": those of all of them. */
static bool join_those_of(chains *c, ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t owner = ro_tree_child(d, draft->head, RO_DEPREL_NMOD), number = chain_draft_of(c, owner);
  if (!draft->plural || draft->member_count || owner == RO_NONE || number == RO_NONE) return false;
  const char *preposition = ro_name_preposition(d, owner);
  ro_mention_draft *owners = &c->scene->drafts[number];
  if (!preposition || strcmp(preposition, "of") != 0 || !chain_resolve(c, owners)) return false;
  const entity *e = &c->entities[owners->entity];
  if (e->member_count < 2 || e->person || owners->person) return false;
  chain_take_members(c, draft, e->members, e->member_count);
  draft->reason = "those of several that are spoken of";
  return true;
}

/* "his Russian counterpart" holds the office that he holds himself. */
static const char *office_named(chains *c, const ro_mention_draft *draft) {
  static const char *const mirrors[] = {"counterpart", "colleague"};
  const ro_mention_draft *owner = NULL;
  if (!ro_token_is_one_of(&c->document->tokens[draft->head], mirrors, COUNT(mirrors)))
    return draft->role ? draft->role : chain_lemma_of(c, draft);
  chain_owner_base(c, draft, &owner);
  const char *role = owner ? c->entities[owner->entity].role : NULL;
  return role ? role : "";
}

/* A surname of whom nothing was known is the holder's. */
static uint32_t complete_person(chains *c, uint32_t number, const ro_mention_draft *person) {
  entity *e = &c->entities[number];
  e->base = person->base;
  e->code = person->code;
  e->actor = chain_actor_of_person(c, e->base, e->surname);
  return number;
}

/* "the Russian president", "the U.N. chief": who holds the office on the
 * report's day, where the report names nobody. */
static uint32_t holder_of_office(chains *c, ro_mention_draft *draft, const char *home) {
  ro_office office = {home, office_named(c, draft)};
  ro_mention_draft person = {.person = true, .type = RO_ACTOR_PERSON, .role = draft->role};
  if (!ro_office_holder(c->scene, &office, &person)) return RO_NONE;
  const char *folded = chain_fold(c->arena, person.surname);
  person.given = "";
  uint32_t known = chain_find_person(c, &person, folded, person.base);
  draft->reason = "who holds the office on the report's day";
  if (known != RO_NONE && c->entities[known].base) return known;
  person.actor = chain_actor_of_person(c, person.base, person.surname);
  person.code = chain_code_of(c, person.code, person.base);
  person.gender = chain_gender_of_entry(c, &person);
  if (known != RO_NONE) return complete_person(c, known, &person);
  known = chain_new_entity(c, &person);
  c->entities[known].surname = person.surname;
  c->entities[known].given = "";
  c->entities[known].folded = folded;
  return known;
}

/* "the former Nigerian president": the latest one named who held that office, whomever he serves
 * now; RO_NONE. */
static uint32_t former_holder(const chains *c, const ro_mention_draft *draft) {
  const char *class_name = draft->role ? ro_office_class(chain_lemma_of(c, draft), true) : NULL;
  for (uint32_t i = c->at, looked = 0; class_name && i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    uint32_t number = chain_draft_at(c, i)->entity;
    const entity *e = number == RO_NONE ? NULL : &c->entities[number];
    ro_name_match match;
    if (!e || !e->person || !e->surname || !ro_name_scene_find(c->scene, e->surname, &match))
      continue;
    if (ro_office_was_held(c->scene, &match, draft->base, class_name, e->given)) return number;
  }
  return RO_NONE;
}

/* "THE SECRETARY-GENERAL": that of the first body of states named which has one; RO_NONE. */
static uint32_t secretary_general(chains *c, ro_mention_draft *draft) {
  static const char *const nouns[] = {"secretary-general", "secretary general"};
  ro_token noun = {
      .form = draft->agent ? ro_dictionary_string(draft->dictionary, draft->agent->name) : ""};
  if (draft->base || !ro_token_is_one_of(&noun, nouns, COUNT(nouns))) return RO_NONE;
  for (size_t i = 0; i < c->scene->draft_count && i < MOST_DRAFTS; i++) {
    const ro_mention_draft *named = &c->scene->drafts[i];
    if (named->kind != RO_MENTION_NAME || named->person || !named->actor ||
        named->type != RO_ACTOR_INTERNATIONAL)
      continue;
    uint32_t found = holder_of_office(c, draft, named->actor);
    if (found != RO_NONE) return found;
  }
  return RO_NONE;
}

static uint32_t definite_person(chains *c, ro_mention_draft *draft) {
  uint32_t found = chain_own_office(c, draft);
  if (found != RO_NONE) return found;
  if (draft->base && draft->sector && strcmp(draft->sector, "ELI") == 0) {
    found = former_holder(c, draft);
    return found == RO_NONE ? person_with_role(c, draft) : found;
  }
  if (draft->base && is_general_noun(chain_lemma_of(c, draft)))
    found = chain_look_back(c, draft, chain_is_same_base);
  if (found == RO_NONE) found = chain_one_of_nation_in_body(c, draft);
  if (found == RO_NONE && draft->base) found = holder_of_office(c, draft, draft->base);
  if (found == RO_NONE) found = person_with_role(c, draft);
  return found == RO_NONE ? secretary_general(c, draft) : found;
}

/* A title is who the name is that it belongs to. */
static bool follow_name(chains *c, ro_mention_draft *draft) {
  if (draft->same_as == RO_NONE) return false;
  ro_mention_draft *name = &c->scene->drafts[draft->same_as];
  if (name->kind != RO_MENTION_NAME) return false;
  if (name->entity == RO_NONE) chain_resolve(c, name);
  draft->entity = name->entity;
  draft->reason = "a title of the name beside it";
  return draft->entity != RO_NONE;
}

static uint32_t antecedent(chains *c, ro_mention_draft *draft) {
  const char *noun = chain_lemma_of(c, draft);
  uint32_t found = RO_NONE;
  bool definite = !draft->indefinite && !draft->plural;
  uint32_t realm = draft->base ? RO_NONE : chain_state_of_realm(c, draft);
  if (realm != RO_NONE) return realm;
  bool is_group = draft->actor && draft->type == RO_ACTOR_GROUP;
  bool is_organ = !draft->person && draft->base && !draft->plural;
  if (is_group || is_organ) return chain_find_actor(c, draft);
  if (definite && draft->person) return definite_person(c, draft);
  if (!draft->base && draft->indefinite && !draft->person) return only_armed_group(c, draft);
  if (draft->base || draft->indefinite) return RO_NONE;
  if (draft->person) {
    found = several_with_noun(c, draft);
    if (found == RO_NONE && draft->plural) found = entity_with_noun(c, draft);
    return found == RO_NONE ? only_armed_group(c, draft) : found;
  }
  found = entity_with_noun(c, draft);
  if (found == RO_NONE) found = entity_named_behind(c, draft);
  if (found == RO_NONE) same_body(c, noun, draft, &found);
  return found;
}

void chain_resolve_nominal(chains *c, ro_mention_draft *draft) {
  if (draft->entity != RO_NONE || follow_name(c, draft)) return;
  if (chain_join_region(c, draft) || chain_join_body(c, draft) || chain_join_members(c, draft) ||
      join_those_of(c, draft))
    return;
  if (draft->member_count) {
    draft->actor = draft->code = NULL;
    draft->entity = chain_new_entity(c, draft);
    return;
  }
  if (!draft->agent && draft->base) {
    chain_resolve_one_of_nation(c, draft);
    return;
  }
  if (!draft->agent) {
    draft->entity = chain_new_entity(c, draft);
    return;
  }
  chain_belong_to_owner(c, draft);
  chain_belong_to_publisher(c, draft);
  chain_belong_to_body(c, draft);
  bool stranger = draft->of_others && !draft->base;
  uint32_t found = stranger ? RO_NONE : antecedent(c, draft);
  if (found == RO_NONE && !stranger && !draft->base) {
    chain_belong_to_opposition(c, draft);
    chain_belong_to_focus(c, draft);
    if (draft->base) found = antecedent(c, draft);
  }
  bool people = draft->party && strcmp(draft->party, "CIV") == 0;
  if (found == RO_NONE && (!stranger || people)) chain_belong_as_source(c, draft);
  draft->unnamed = draft->person && found == RO_NONE;
  draft->entity = found == RO_NONE ? chain_new_entity(c, draft) : found;
  if (found != RO_NONE) draft->reason = "refers back";
}
