#include <ctype.h>
#include <string.h>

#include "names/chain_state.h"
#include "names/noun_owner.h"
#include "names/office.h"

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

static const char *lemma_of(const chains *c, const ro_mention_draft *draft) {
  const ro_token *token = &c->document->tokens[draft->head];
  return token->lemma ? token->lemma : token->form;
}

/* "the alliance" is the latest one of which the dictionary says so. */
static uint32_t entity_with_noun(const chains *c, const char *noun) {
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    uint32_t number = chain_draft_at(c, i)->entity;
    if (number != RO_NONE && lists_noun(c->entities[number].nouns, noun)) return number;
  }
  return RO_NONE;
}

/* "the official", "the diplomat": the latest one of that title, and of that
 * state if one is told.
 */
static uint32_t person_with_role(const chains *c, const ro_mention_draft *draft) {
  const char *noun = lemma_of(c, draft);
  uint32_t sentence = chain_sentence_of(c, draft);
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (earlier->entity == RO_NONE) continue;
    const entity *e = &c->entities[earlier->entity];
    if (!e->person || e->plural) continue;
    if (sentence - chain_sentence_of(c, earlier) > 12) break;
    if (draft->base && (!e->base || strcmp(draft->base, e->base) != 0)) continue;
    if (draft->gender && e->gender && draft->gender != e->gender) continue;
    if (e->role && strstr(e->role, noun)) return earlier->entity;
  }
  return RO_NONE;
}

static bool is_general_noun(const char *noun) {
  static const char *const list[] = {"diplomat", "official",   "politician", "leader",
                                     "minister", "negotiator", "envoy",      "statesman"};
  for (size_t i = 0; i < COUNT(list); i++)
    if (strcmp(list[i], noun) == 0) return true;
  return false;
}

static bool same_base_person(const chains *c, const entity *e, const ro_mention_draft *draft,
                             const ro_mention_draft *earlier) {
  (void)c;
  (void)earlier;
  return e->person && !e->plural && e->surname && e->base && draft->base &&
         strcmp(e->base, draft->base) == 0 &&
         (!draft->gender || !e->gender || draft->gender == e->gender);
}

static bool same_body(const chains *c, const char *noun, const ro_mention_draft *draft,
                      uint32_t *out) {
  for (uint32_t i = c->at; i-- > (c->at > MOST_DRAFTS ? c->at - MOST_DRAFTS : 0);) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (earlier->kind != RO_MENTION_NOMINAL || earlier->entity == RO_NONE || earlier->person)
      continue;
    if (chain_sentence_of(c, draft) - chain_sentence_of(c, earlier) > 12) break;
    if (strcmp(lemma_of(c, earlier), noun) != 0 || !c->entities[earlier->entity].actor) continue;
    *out = earlier->entity;
    return true;
  }
  return false;
}

static bool is_joint_of_persons(const ro_name_scene *scene, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"two", "leader", "minister", "president", "man", "diplomat"};
  const ro_token *token = &scene->document->tokens[draft->head];
  ro_token lemma = {.form = token->lemma ? token->lemma : token->form};
  return ro_token_is_one_of(&lemma, nouns, COUNT(nouns));
}

/* Whether the phrase stands for two that were named: "both sides", "the two
 * countries". */
static bool is_joint(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"side",       "party",     "country",  "nation",
                                      "government", "leader",    "minister", "delegation",
                                      "neighbour",  "neighbor",  "power",    "state",
                                      "ally",       "president", "capital",  "diplomat"};
  static const char *const words[] = {"both", "two"};
  const ro_document *d = c->document;
  if (draft->base || draft->actor) return false;
  if (!draft->agent && !draft->person) return ro_token_is(&d->tokens[draft->head], "two");
  const ro_token *token = &d->tokens[draft->head];
  ro_token lemma = {.form = token->lemma ? token->lemma : token->form};
  if (!ro_token_is_one_of(&lemma, nouns, COUNT(nouns))) return false;
  for (uint32_t i = draft->first; i < draft->head; i++)
    if (ro_token_is_one_of(&d->tokens[i], words, COUNT(words))) return true;
  return draft->count == 2 && ro_token_is(token, "sides") &&
         ro_token_is(&d->tokens[draft->first], "the");
}

static const char *member_of(const entity *e, bool persons) {
  if (persons) return e->person && !e->plural ? e->actor : NULL;
  const char *base = e->base ? e->base : e->actor;
  if (!base || e->type == RO_ACTOR_GROUP || e->type == RO_ACTOR_MEDIUM || strchr(base, ':'))
    return NULL;
  return base;
}

/* The last two different ones that were named, in the order of the text. */
static uint32_t last_two(const chains *c, const ro_mention_draft *draft, bool persons,
                         const char **members) {
  uint32_t count = 0;
  for (uint32_t i = c->at; i-- > 0 && count < 2;) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (earlier->entity == RO_NONE) continue;
    if (chain_sentence_of(c, draft) - chain_sentence_of(c, earlier) > SENTENCES_BACK) break;
    const char *member = member_of(&c->entities[earlier->entity], persons);
    if (!member || (count && strcmp(members[1], member) == 0)) continue;
    members[1 - count++] = member;
  }
  return count;
}

static bool joint_members(chains *c, ro_mention_draft *draft) {
  if (!is_joint(c, draft)) return false;
  const char **members = ro_arena_alloc_array(c->arena, 2, sizeof *members);
  bool persons = is_joint_of_persons(c->scene, draft);
  uint32_t count = last_two(c, draft, persons, members);
  if (count < 2 && persons) count = last_two(c, draft, false, members);
  if (count < 2) return false;
  draft->members = members;
  draft->member_count = 2;
  draft->actor = draft->code = NULL;
  draft->entity = chain_new_entity(c, draft);
  c->entities[draft->entity].plural = true;
  draft->reason = "the two that were named last";
  return true;
}

static const char *owner_base(const chains *c, const ro_mention_draft *draft,
                              const ro_mention_draft **owner) {
  const ro_document *d = c->document;
  for (uint32_t child = d->first_child[draft->head]; child != RO_NONE && child < draft->head;
       child = d->next_sibling[child]) {
    if (d->tokens[child].deprel != RO_DEPREL_NMOD_POSS &&
        d->tokens[child].deprel != RO_DEPREL_COMPOUND)
      continue;
    uint32_t number = c->scene->draft_of[child];
    if (number == RO_NONE || c->scene->drafts[number].entity == RO_NONE) continue;
    *owner = &c->scene->drafts[number];
    const entity *e = &c->entities[(*owner)->entity];
    if (e->base) return e->base;
  }
  return NULL;
}

/* "its foreign minister", "his spokesman", "the Foreign Ministry's spokesman".
 */
static void belong_to_owner(chains *c, ro_mention_draft *draft) {
  const ro_mention_draft *owner = NULL;
  const char *base = draft->base ? NULL : owner_base(c, draft, &owner);
  if (!base || !draft->agent) return;
  const char *kind = ro_dictionary_string(draft->dictionary, draft->agent->role);
  if (strcmp(kind, "group") == 0) return;
  bool counterpart = strcmp(lemma_of(c, draft), "counterpart") == 0;
  if (counterpart) return;
  bool part = strlen(base) > 4 && base[3] == '-' && isupper((unsigned char)base[2]);
  if (part && strcmp(draft->sector, "GOV") == 0 && !draft->person)
    base = ro_arena_copy(c->arena, base, 3); /* "his government" is not of his party alone */
  bool state = strlen(base) == 3;
  ro_mention_draft of = {.actor = base,
                         .base = base,
                         .code = state ? base : c->entities[owner->entity].code,
                         .type = state ? RO_ACTOR_STATE : RO_ACTOR_INTERNATIONAL};
  ro_noun_belong(c->scene, draft, &of);
  draft->reason = "a noun with its owner";
}

/* "his Russian counterpart" holds the office that he holds himself. */
static const char *office_named(const chains *c, const ro_mention_draft *draft) {
  static const char *const mirrors[] = {"counterpart", "colleague"};
  const ro_mention_draft *owner = NULL;
  if (!ro_token_is_one_of(&c->document->tokens[draft->head], mirrors, COUNT(mirrors)))
    return draft->role ? draft->role : lemma_of(c, draft);
  owner_base(c, draft, &owner);
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

static uint32_t definite_person(chains *c, ro_mention_draft *draft) {
  uint32_t found = RO_NONE;
  if (draft->base && is_general_noun(lemma_of(c, draft)))
    found = chain_look_back(c, draft, same_base_person);
  if (found == RO_NONE && draft->base) found = holder_of_office(c, draft, draft->base);
  if (found == RO_NONE) found = person_with_role(c, draft);
  if (found == RO_NONE && !draft->base && c->home) found = holder_of_office(c, draft, c->home);
  return found;
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

void chain_resolve_nominal(chains *c, ro_mention_draft *draft) {
  if (draft->entity != RO_NONE || follow_name(c, draft)) return;
  if (joint_members(c, draft)) return;
  if (draft->member_count) {
    draft->actor = draft->code = NULL;
    draft->entity = chain_new_entity(c, draft);
    return;
  }
  if (!draft->agent) {
    draft->entity = chain_new_entity(c, draft);
    return;
  }
  belong_to_owner(c, draft);
  const char *noun = lemma_of(c, draft);
  uint32_t found = RO_NONE;
  bool definite = !draft->indefinite && !draft->plural;
  bool is_group = draft->actor && draft->type == RO_ACTOR_GROUP;
  bool is_organ = !draft->person && draft->base && !draft->plural;
  if (is_group || is_organ) {
    found = chain_find_actor(c, draft);
  } else if (definite && draft->person) {
    found = definite_person(c, draft);
  } else if (!draft->base && !draft->indefinite) {
    found = entity_with_noun(c, noun);
    if (found == RO_NONE) same_body(c, noun, draft, &found);
  }
  draft->unnamed = draft->person && found == RO_NONE;
  draft->entity = found == RO_NONE ? chain_new_entity(c, draft) : found;
  if (found != RO_NONE) draft->reason = "refers back";
}
