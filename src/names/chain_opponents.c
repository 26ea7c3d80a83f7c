/* Nouns for those who oppose a government, with nothing in the phrase that tells which: "the
 * opposition", "an opposition MP", "a senator of the opposition". */
#include <string.h>

#include "names/chain_state.h"
#include "names/noun_owner.h"
#include "syntax/tree.h"

enum { STATE_LENGTH = 3 };

bool chain_is_of_opposition(const ro_mention_draft *draft) {
  return draft->agent && draft->party && strcmp(draft->party, "OPP") == 0;
}

/* "deputies OF THE OPPOSITION", "the leader OF THE OPPOSITION" */
static const ro_mention_draft *opposition_behind(const chains *c, const ro_mention_draft *draft) {
  const ro_document *d = c->document;
  for (uint32_t child = ro_tree_child(d, draft->head, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_NMOD)) {
    const char *preposition = ro_name_preposition(d, child);
    uint32_t number = chain_draft_of(c, child);
    bool of = preposition && (strcmp(preposition, "of") == 0 || strcmp(preposition, "from") == 0);
    if (of && number != RO_NONE && chain_is_of_opposition(&c->scene->drafts[number]))
      return &c->scene->drafts[number];
  }
  return NULL;
}

/* The state of a person or party inside one; NULL for bodies and groups. */
static const char *state_of(const chains *c, const ro_mention_draft *draft) {
  if (draft->entity == RO_NONE || draft->member_count) return NULL;
  const entity *e = &c->entities[draft->entity];
  const char *base = e->base ? e->base : e->actor;
  if (!base || e->type == RO_ACTOR_GROUP || !e->code || strlen(base) < STATE_LENGTH) return NULL;
  bool whole = base[STATE_LENGTH] == '\0' || base[STATE_LENGTH] == '-';
  return whole && strncmp(base, e->code, STATE_LENGTH) == 0
             ? ro_arena_copy(c->arena, base, STATE_LENGTH)
             : NULL;
}

/* "the opposition accused PRESIDENT SALIM": whom those at home quarrel with, if all who are named
 * in the sentence with their office are of one state; NULL. */
static const char *state_of_persons(chains *c, const ro_mention_draft *draft) {
  uint32_t sentence = chain_sentence_of(c, draft);
  const char *found = NULL;
  if (c->seeks_persons) return NULL; /* who is named may wait for whose opposition this is */
  c->seeks_persons = true;
  for (uint32_t i = 0; i < c->document->sentences[sentence].token_count; i++) {
    uint32_t number = chain_draft_of(c, c->document->sentences[sentence].first_token + i);
    if (number == RO_NONE) continue;
    ro_mention_draft *person = &c->scene->drafts[number];
    if (person->kind != RO_MENTION_NAME || !person->person || draft->same_as == number) continue;
    const char *state = chain_resolve(c, person) ? state_of(c, person) : NULL;
    if (state && found && strcmp(found, state) != 0) {
      found = NULL;
      break;
    }
    if (state) found = state;
  }
  c->seeks_persons = false;
  return found;
}

/* "IN BOGOTA the leader of the opposition asked …": the place before the verb that the phrase
 * belongs to; NULL. */
static const char *state_of_place(const chains *c, const ro_mention_draft *draft) {
  enum { DEEPEST = 4 };
  ro_mention_draft at = *draft;
  for (int steps = 0; steps < DEEPEST; steps++) {
    const char *state = chain_state_of_scene(c, &at);
    if (state) return state;
    uint32_t above = c->document->tokens[at.head].head;
    if (above == RO_NONE || c->document->tokens[at.head].upos == RO_UPOS_VERB) return NULL;
    at.head = above;
  }
  return NULL;
}

/* The state whose opposition the report spoke of last; NULL. */
static const char *state_opposed_before(const chains *c) {
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    uint32_t number = chain_draft_at(c, i)->entity;
    const entity *e = number == RO_NONE ? NULL : &c->entities[number];
    const char *base = e ? (e->base ? e->base : e->actor) : NULL;
    if (base && strlen(base) == STATE_LENGTH + 4 && strcmp(base + STATE_LENGTH, "-OPP") == 0)
      return ro_arena_copy(c->arena, base, STATE_LENGTH);
  }
  return NULL;
}

const char *chain_state_opposed(chains *c, const ro_mention_draft *draft) {
  const char *state = chain_state_of_ours(c, draft);
  if (!state) state = state_of_place(c, draft);
  if (!state) state = state_of_persons(c, draft);
  if (!state) state = state_opposed_before(c);
  if (!state) state = c->main;
  return state ? state : chain_state_in_focus(c, draft);
}

/* "political prisoners" are whom a government holds, wherever they stand. */
static bool is_captive(const ro_mention_draft *draft) {
  const char *noun = ro_dictionary_string(draft->dictionary, draft->agent->name);
  return strstr(noun, "prisoner") || strstr(noun, "desert") || strstr(noun, "defector");
}

void chain_belong_to_opposition(chains *c, ro_mention_draft *draft) {
  if (draft->base || !draft->agent) return;
  const ro_mention_draft *behind = draft->person ? opposition_behind(c, draft) : NULL;
  if (!behind && (!chain_is_of_opposition(draft) || is_captive(draft))) return;
  const char *state = chain_state_opposed(c, behind ? behind : draft);
  if (!state) return;
  if (behind) draft->party = "OPP", draft->sector = "OPP";
  ro_mention_draft of = {.actor = state, .base = state, .code = state, .type = RO_ACTOR_STATE};
  ro_noun_belong(c->scene, draft, &of);
  draft->reason = "the opposition of the state that is spoken of";
}
