#include <string.h>

#include "names/chain_state.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void take_members(chains *c, ro_mention_draft *draft, const char *const *members,
                         uint32_t count) {
  draft->members = members;
  draft->member_codes = NULL;
  draft->member_count = count;
  draft->actor = draft->code = NULL;
  draft->entity = chain_new_entity(c, draft);
  c->entities[draft->entity].plural = true;
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
  if (persons) return e->person && !e->plural && e->surname ? e->actor : NULL;
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

static bool join_last_two(chains *c, ro_mention_draft *draft) {
  if (!is_joint(c, draft)) return false;
  const char **members = ro_arena_alloc_array(c->arena, 2, sizeof *members);
  bool persons = is_joint_of_persons(c->scene, draft);
  uint32_t count = last_two(c, draft, persons, members);
  if (count < 2 && persons) count = last_two(c, draft, false, members);
  if (count < 2) return false;
  take_members(c, draft, members, 2);
  draft->reason = "the two that were named last";
  return true;
}

/* The actor of the person who is named at the word; NULL. */
static const char *person_named(chains *c, uint32_t token) {
  uint32_t number = chain_draft_of(c, token);
  if (number == RO_NONE) return NULL;
  ro_mention_draft *draft = &c->scene->drafts[number];
  if (draft->kind != RO_MENTION_NAME || !draft->person) return NULL;
  chain_resolve(c, draft);
  return draft->entity == RO_NONE ? NULL : c->entities[draft->entity].actor;
}

/* "the U.N. officials MARTIN GRIFFITHS AND REBECA GRYNSPAN" */
static bool join_those_named(chains *c, ro_mention_draft *draft) {
  enum { MOST = 8 };
  const ro_document *d = c->document;
  uint32_t name = ro_tree_child(d, draft->head, RO_DEPREL_APPOS), count = 0;
  if (!draft->plural || !draft->person || name == RO_NONE) return false;
  const char **members = ro_arena_alloc_array(c->arena, MOST, sizeof *members);
  const char *first = person_named(c, name);
  if (first) members[count++] = first;
  for (uint32_t other = ro_tree_child(d, name, RO_DEPREL_CONJ); other != RO_NONE && count < MOST;
       other = ro_tree_next_child(d, other, RO_DEPREL_CONJ)) {
    const char *actor = person_named(c, other);
    if (actor) members[count++] = actor;
  }
  if (count < 2) return false;
  take_members(c, draft, members, count);
  draft->reason = "those who are named beside it";
  return true;
}

bool chain_join_members(chains *c, ro_mention_draft *draft) {
  return join_those_named(c, draft) || join_last_two(c, draft);
}
