/* Sources without a name: "an official said", "residents told the agency". */
#include <ctype.h>
#include <string.h>

#include "names/chain_state.h"
#include "names/noun_owner.h"
#include "names/noun_town.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* "according to AN OFFICIAL" */
static bool is_cited(const ro_document *d, uint32_t token) {
  uint32_t preposition = ro_tree_child(d, token, RO_DEPREL_CASE);
  return preposition != RO_NONE && ro_token_is(&d->tokens[preposition], "according");
}

/* Talks are held abroad, and of those who take part "in" tells nothing: "a diplomat in Vienna". */
static bool may_be_foreign(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"diplomat", "envoy",  "mediator",    "negotiator",
                                      "delegate", "leader", "participant", "ambassador",
                                      "member",   "expert", "observer",    "head"};
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  return ro_token_is_one_of(&noun, nouns, COUNT(nouns));
}

/* "IN WASHINGTON an official said": the place that the sentence puts before its verb; NULL. */
const char *chain_state_of_scene(const chains *c, const ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t verb = d->tokens[draft->head].head;
  if (verb == RO_NONE) return NULL;
  for (uint32_t place = ro_tree_child(d, verb, RO_DEPREL_OBL); place != RO_NONE;
       place = ro_tree_next_child(d, place, RO_DEPREL_OBL)) {
    const char *preposition = place < verb ? ro_name_preposition(d, place) : NULL;
    if (!preposition || strcasecmp(preposition, "in") != 0) continue;
    const char *state = ro_noun_state_at(c->scene, place);
    if (state) return state;
  }
  return NULL;
}

/* "a COMMISSION official", "an EMBASSY spokeswoman": of somebody, but of whom is not told. */
static bool serves_somebody(const chains *c, const ro_mention_draft *draft) {
  static const char *const abroad[] = {"embassy", "mission", "consulate", "palace", "delegation"};
  const ro_document *d = c->document;
  for (uint32_t i = draft->first; i < draft->head; i++)
    if ((isupper((unsigned char)d->tokens[i].form[0]) && d->tokens[i].upos != RO_UPOS_DET) ||
        ro_token_is_one_of(&d->tokens[i], abroad, COUNT(abroad)))
      return true;
  return false;
}

/* "officials FAMILIAR with the talks", "a person BRIEFED on the letter": anybody's. */
static bool is_initiate(const ro_document *d, uint32_t head) {
  static const char *const words[] = {"familiar", "briefed", "knowledge", "close"};
  uint32_t first, last;
  ro_tree_extent(d, head, &first, &last);
  for (uint32_t i = head + 1; i <= last && i < head + 6; i++)
    if (ro_token_is_one_of(&d->tokens[i], words, COUNT(words))) return true;
  return false;
}

/* "an official OF THE GROUP", "AT THE FOREIGN MINISTRY": the state or body of those whom he serves;
 * true where there are any, known or not. */
static bool belong_to_served(chains *c, ro_mention_draft *draft) {
  static const char *const prepositions[] = {"of", "at", "from", "in"};
  const ro_document *d = c->document;
  for (uint32_t child = ro_tree_child(d, draft->head, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_NMOD)) {
    const char *preposition = ro_name_preposition(d, child);
    ro_token word = {.form = preposition ? preposition : ""};
    uint32_t number = chain_draft_of(c, child);
    if (number == RO_NONE || !ro_token_is_one_of(&word, prepositions, COUNT(prepositions)))
      continue;
    ro_mention_draft *served = &c->scene->drafts[number];
    if (served->kind != RO_MENTION_NOMINAL || !chain_resolve(c, served)) continue;
    const entity *e = &c->entities[served->entity];
    if (!e->actor || e->member_count || e->type == RO_ACTOR_GROUP) return true;
    ro_mention_draft of = {.actor = e->base ? e->base : e->actor,
                           .base = e->base,
                           .code = e->code,
                           .type = RO_ACTOR_INTERNATIONAL};
    if (strlen(of.actor) == 3 && !ro_name_scene_code_of(c->scene, of.actor))
      of.type = RO_ACTOR_STATE, of.code = of.actor;
    ro_noun_belong(c->scene, draft, &of);
    draft->reason = "a source of those whom he serves";
    return true;
  }
  return false;
}

/* The state that he says will do something, else that of the dateline, else the one in focus. */
static const char *state_served(const chains *c, const ro_mention_draft *draft) {
  const char *state = chain_state_committed(c, draft);
  if (!state) state = c->home;
  return state ? state : chain_state_in_focus(c, draft);
}

/* An official of the place where he is, else of the state that he serves by all that is told; a
 * resident of that which the report speaks of most. */
void chain_belong_as_source(chains *c, ro_mention_draft *draft) {
  bool official = !*draft->party && *draft->sector && strcmp(draft->sector, "PTY") != 0;
  bool private =
      *draft->party && strcmp(draft->party, "REB") != 0 && strcmp(draft->party, "OPP") != 0;
  bool source = chain_speaks(c->document, draft) || is_cited(c->document, draft->head);
  if (draft->base || draft->actor || !draft->agent || !draft->person || !source) return;
  if (!(official || private) || may_be_foreign(c, draft)) return;
  bool owned = ro_tree_child(c->document, draft->head, RO_DEPREL_NMOD_POSS) != RO_NONE;
  if (owned || is_initiate(c->document, draft->head) || serves_somebody(c, draft) ||
      belong_to_served(c, draft))
    return;
  const char *state = ro_noun_state_named(c->scene, draft->head);
  if (!state) state = chain_state_of_scene(c, draft);
  if (!state) state = private ? c->main : state_served(c, draft);
  if (!state) return;
  ro_mention_draft of = {.actor = state, .base = state, .code = state, .type = RO_ACTOR_STATE};
  ro_noun_belong(c->scene, draft, &of);
  draft->reason = "a source of the state that is spoken of";
}
