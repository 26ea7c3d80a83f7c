/* Those who do something together: "Iran and Russia agreed", "Biden spoke with Kishida". */
#include <string.h>

#include "names/chain_state.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { MOST_PARTNERS = 8, FARTHEST_PARTNER = 60 };

typedef struct partners {
  const char **actors;
  uint32_t count;
} partners;

static const entity *entity_at(const chains *c, uint32_t token) {
  uint32_t number = chain_draft_of(c, token);
  const ro_mention_draft *draft = number == RO_NONE ? NULL : &c->scene->drafts[number];
  return draft && draft->entity != RO_NONE ? &c->entities[draft->entity] : NULL;
}

static const char *actor_at(const chains *c, uint32_t token) {
  const entity *e = entity_at(c, token);
  if (e) return e->actor;
  uint32_t number = chain_draft_of(c, token);
  return number == RO_NONE ? NULL : c->scene->drafts[number].actor;
}

static void add(partners *all, const char *actor) {
  if (!actor || all->count == MOST_PARTNERS) return;
  for (uint32_t i = 0; i < all->count; i++)
    if (strcmp(all->actors[i], actor) == 0) return;
  all->actors[all->count++] = actor;
}

/* The one at the token and those who are joined to it by "and". */
static void add_coordinated(const chains *c, uint32_t token, partners *all) {
  add(all, actor_at(c, token));
  for (uint32_t k = ro_tree_child(c->document, token, RO_DEPREL_CONJ); k != RO_NONE;
       k = ro_tree_next_child(c->document, k, RO_DEPREL_CONJ))
    add(all, actor_at(c, k));
}

/* Persons go with persons, and states with states. */
static bool are_alike(const entity *a, const entity *b) {
  return a && b && a->person == b->person && !a->plural && !b->plural && a->actor && b->actor;
}

static bool is_verb_of_meeting(const ro_token *verb) {
  static const char *const lemmas[] = {"meet", "host",      "receive", "visit", "welcome",
                                       "call", "telephone", "phone",   "greet", "join"};
  ro_token lemma = {.form = verb->lemma ? verb->lemma : verb->form};
  return ro_token_is_one_of(&lemma, lemmas, COUNT(lemmas));
}

/* "spoke WITH KISHIDA", "had talks WITH KISHIDA", "received KISHIDA" */
static bool stands_with(const chains *c, uint32_t verb, uint32_t token) {
  const ro_document *d = c->document;
  const ro_token *word = &d->tokens[token];
  if (word->deprel == RO_DEPREL_OBJ)
    return word->head == verb && is_verb_of_meeting(&d->tokens[verb]);
  const char *preposition = ro_name_preposition(d, token);
  if (!preposition || strcmp(preposition, "with") != 0) return false;
  if (word->deprel != RO_DEPREL_OBL && word->deprel != RO_DEPREL_NMOD) return false;
  uint32_t above = word->head;
  return above == verb || (above != RO_NONE && d->tokens[above].head == verb &&
                           d->tokens[above].upos == RO_UPOS_NOUN);
}

/* Adds whom the subject's verb says that it did something with. */
static void add_those_met(const chains *c, uint32_t subject, partners *all) {
  const ro_document *d = c->document;
  uint32_t verb = d->tokens[subject].head;
  if (verb == RO_NONE) return;
  uint32_t end = d->sentences[d->tokens[verb].sentence].first_token +
                 d->sentences[d->tokens[verb].sentence].token_count;
  if (end > verb + FARTHEST_PARTNER) end = verb + FARTHEST_PARTNER;
  for (uint32_t token = verb + 1; token < end; token++)
    if (chain_draft_of(c, token) != RO_NONE && stands_with(c, verb, token) &&
        are_alike(entity_at(c, subject), entity_at(c, token)))
      add_coordinated(c, token, all);
}

bool chain_join_coordinated(chains *c, ro_mention_draft *draft, uint32_t subject) {
  partners all = {ro_arena_alloc_array(c->arena, MOST_PARTNERS, sizeof *all.actors), 0};
  for (uint32_t token = subject; token != RO_NONE;
       token = token == subject ? ro_tree_child(c->document, subject, RO_DEPREL_CONJ)
                                : ro_tree_next_child(c->document, token, RO_DEPREL_CONJ)) {
    uint32_t number = chain_draft_of(c, token);
    if (number == RO_NONE || c->scene->drafts[number].kind == RO_MENTION_PRONOUN) continue;
    chain_resolve(c, &c->scene->drafts[number]);
  }
  add_coordinated(c, subject, &all);
  if (all.count < 2) return false;
  chain_take_members(c, draft, all.actors, all.count);
  draft->reason = "those who are the subject behind it";
  return true;
}

/* What is quoted speaks of others than the report does before it. */
static bool is_quoted(const ro_document *d, uint32_t token) {
  enum { FARTHEST = 300 };
  static const char *const marks[] = {"\"", "\u201c", "\u201d", "``", "''"};
  uint32_t paragraph = d->sentences[d->tokens[token].sentence].paragraph;
  bool open = false;
  for (uint32_t i = token, steps = 0; i-- > 0 && steps < FARTHEST; steps++) {
    if (d->sentences[d->tokens[i].sentence].paragraph != paragraph) break;
    if (ro_token_is_one_of(&d->tokens[i], marks, COUNT(marks))) open = !open;
  }
  return open;
}

bool chain_join_partners(chains *c, ro_mention_draft *draft, uint32_t back) {
  const ro_document *d = c->document;
  uint32_t sentence = chain_sentence_of(c, draft);
  if (is_quoted(d, draft->head)) return false;
  partners all = {ro_arena_alloc_array(c->arena, MOST_PARTNERS, sizeof *all.actors), 0};
  for (uint32_t i = c->at; i-- > (c->at > MOST_LOOKED_AT ? c->at - MOST_LOOKED_AT : 0);) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (chain_sentence_of(c, earlier) + back < sentence) return false;
    if (earlier->entity == RO_NONE || !chain_is_subject(d->tokens[earlier->head].deprel)) continue;
    if (chain_sentence_of(c, earlier) == sentence && chain_is_coargument(c, draft, earlier))
      continue;
    all.count = 0;
    add_coordinated(c, earlier->head, &all);
    bool together = all.count > 1;
    add_those_met(c, earlier->head, &all);
    if (all.count < 2) continue;
    chain_take_members(c, draft, all.actors, all.count);
    draft->reason = together ? "those that are the subject together" : "those who met";
    return true;
  }
  return false;
}
