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

/* "UNIONS will march", "THE VICTIMS' LAWYERS complained": private people, of whom the act alone
 * makes a party of the state where they live. */
static bool is_private_doer(const chains *c, const ro_mention_draft *draft) {
  static const char *const sectors[] = {"LAB", "AGR", "EDU", "CVL", "BUS"};
  bool doer = draft->plural && chain_is_subject(c->document->tokens[draft->head].deprel);
  ro_token sector = {.form = draft->sector};
  bool body = !draft->person && strcmp(draft->sector, "LAB") != 0;
  for (size_t i = 0; doer && !body && i < COUNT(sectors); i++)
    if (strcmp(sector.form, sectors[i]) == 0) return true;
  return false;
}

/* "students gathered outside THE EMBASSY" of the state that is spoken of */
static bool is_at_embassy(const chains *c, const ro_mention_draft *draft) {
  static const char *const words[] = {"embassy", "consulate", "embassies", "consulates"};
  const ro_sentence *sentence = &c->document->sentences[chain_sentence_of(c, draft)];
  for (uint32_t i = 0; i < sentence->token_count; i++)
    if (ro_token_is_one_of(&c->document->tokens[sentence->first_token + i], words, COUNT(words)))
      return true;
  return false;
}

/* "the VICTIMS' lawyers": whose, but these are nobody whose state could be told. */
static bool has_known_owner(const chains *c, const ro_mention_draft *draft) {
  uint32_t owner = ro_tree_child(c->document, draft->head, RO_DEPREL_NMOD_POSS);
  uint32_t number = owner == RO_NONE ? RO_NONE : chain_draft_of(c, owner);
  bool plain = owner != RO_NONE && c->document->tokens[owner].upos == RO_UPOS_NOUN;
  return owner != RO_NONE && !(plain && (number == RO_NONE || !c->scene->drafts[number].base));
}

/* The state that he says will do something, else that of the dateline, else the one in focus. */
static const char *state_served(const chains *c, const ro_mention_draft *draft) {
  const char *state = chain_state_committed(c, draft);
  if (!state) state = c->home;
  return state ? state : chain_state_in_focus(c, draft);
}

/* Whether something in the phrase tells, or hides, whose the source is; what is told is taken. */
static bool is_spoken_for(chains *c, ro_mention_draft *draft, bool private, bool doer) {
  const ro_document *d = c->document;
  bool owned = private ? has_known_owner(c, draft)
                       : ro_tree_child(d, draft->head, RO_DEPREL_NMOD_POSS) != RO_NONE;
  if (owned || is_initiate(d, draft->head)) return true;
  return !doer && (serves_somebody(c, draft) || belong_to_served(c, draft));
}

/* An official of the place where he is, else of the state that he serves by all that is told; a
 * resident of that which the report speaks of most, and so are people who do something together. */
void chain_belong_as_source(chains *c, ro_mention_draft *draft) {
  bool official = !*draft->party && *draft->sector && strcmp(draft->sector, "PTY") != 0;
  bool private =
      *draft->party && strcmp(draft->party, "REB") != 0 && strcmp(draft->party, "OPP") != 0;
  bool doer = private && is_private_doer(c, draft);
  bool speaks = chain_speaks(c->document, draft) || is_cited(c->document, draft->head);
  bool source = doer || (draft->person && speaks);
  if (draft->base || draft->actor || !draft->agent || !source) return;
  if (!(official || private) || may_be_foreign(c, draft)) return;
  if (is_spoken_for(c, draft, private, doer)) return;
  const char *state = ro_noun_state_named(c->scene, draft->head);
  if (!state) state = chain_state_of_scene(c, draft);
  if (!state && private) state = doer && is_at_embassy(c, draft) ? NULL : c->main;
  if (!state && official) state = state_served(c, draft);
  if (!state) return;
  ro_mention_draft of = {.actor = state, .base = state, .code = state, .type = RO_ACTOR_STATE};
  ro_noun_belong(c->scene, draft, &of);
  draft->reason = "a source of the state that is spoken of";
}
