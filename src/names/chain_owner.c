#include <ctype.h>
#include <string.h>

#include "names/actor_code.h"
#include "names/chain_state.h"
#include "names/noun_owner.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* "an aide TO MR PUTIN", "a spokesman FOR GUTERRES", "an adviser TO THE ITALIAN PREMIER" */
static const char *base_of_person_after(chains *c, const ro_mention_draft *draft,
                                        const ro_mention_draft **owner) {
  static const char *const prepositions[] = {"to", "for", "of"};
  const ro_document *d = c->document;
  for (uint32_t child = ro_tree_child(d, draft->head, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_NMOD)) {
    const char *preposition = ro_name_preposition(d, child);
    ro_token word = {.form = preposition ? preposition : ""};
    uint32_t number = chain_draft_of(c, child);
    if (number == RO_NONE || !ro_token_is_one_of(&word, prepositions, COUNT(prepositions)))
      continue;
    ro_mention_draft *person = &c->scene->drafts[number];
    if (person->kind == RO_MENTION_PRONOUN || !person->person || person->plural) continue;
    chain_resolve(c, person);
    *owner = person;
    const char *base = person->entity == RO_NONE ? NULL : c->entities[person->entity].base;
    if (base) return base;
  }
  return NULL;
}

/* "Tokyo, WHOSE ambassador …": who the clause is about. */
static const char *base_of_whose(chains *c, const ro_mention_draft *draft,
                                 const ro_mention_draft **owner) {
  enum { DEEPEST = 4 };
  const ro_document *d = c->document;
  uint32_t whose = ro_tree_child(d, draft->head, RO_DEPREL_NMOD_POSS);
  if (whose == RO_NONE || !ro_token_is(&d->tokens[whose], "whose")) return NULL;
  uint32_t token = draft->head;
  for (int steps = 0; token != RO_NONE && steps < DEEPEST; steps++) {
    bool clause = d->tokens[token].deprel == RO_DEPREL_ACL_RELCL;
    token = d->tokens[token].head;
    if (!clause || token == RO_NONE) continue;
    uint32_t number = chain_draft_of(c, token);
    if (number == RO_NONE || !chain_resolve(c, &c->scene->drafts[number])) return NULL;
    *owner = &c->scene->drafts[number];
    const entity *e = &c->entities[(*owner)->entity];
    return e->base ? e->base : e->actor;
  }
  return NULL;
}

/* "the council LED BY ALIMI" */
static const char *base_of_leader(chains *c, const ro_mention_draft *draft,
                                  const ro_mention_draft **owner) {
  static const char *const lemmas[] = {"lead", "head", "chair", "command", "run"};
  const ro_document *d = c->document;
  uint32_t verb = draft->person ? RO_NONE : ro_tree_child(d, draft->head, RO_DEPREL_ACL);
  if (verb == RO_NONE || !d->tokens[verb].lemma) return NULL;
  ro_token lemma = {.form = d->tokens[verb].lemma};
  uint32_t leader = ro_tree_child(d, verb, RO_DEPREL_OBL_AGENT);
  if (leader == RO_NONE) leader = ro_tree_child(d, verb, RO_DEPREL_OBL);
  uint32_t number = leader == RO_NONE ? RO_NONE : chain_draft_of(c, leader);
  if (number == RO_NONE || !ro_token_is_one_of(&lemma, lemmas, COUNT(lemmas))) return NULL;
  ro_mention_draft *person = &c->scene->drafts[number];
  if (person->kind != RO_MENTION_NAME || !person->person || !chain_resolve(c, person)) return NULL;
  *owner = person;
  return c->entities[person->entity].base;
}

const char *chain_owner_base(chains *c, const ro_mention_draft *draft,
                             const ro_mention_draft **owner) {
  const ro_document *d = c->document;
  for (uint32_t child = d->first_child[draft->head]; child != RO_NONE && child < draft->head;
       child = d->next_sibling[child]) {
    if (d->tokens[child].deprel != RO_DEPREL_NMOD_POSS &&
        d->tokens[child].deprel != RO_DEPREL_COMPOUND)
      continue;
    uint32_t number = c->scene->draft_of[child];
    if (number == RO_NONE) continue;
    ro_mention_draft *named = &c->scene->drafts[number];
    if (named->kind == RO_MENTION_NAME) chain_resolve(c, named);
    if (named->entity == RO_NONE) continue;
    *owner = named;
    const entity *e = &c->entities[(*owner)->entity];
    if (e->base) return e->base;
  }
  const char *base = base_of_person_after(c, draft, owner);
  if (!base) base = base_of_whose(c, draft, owner);
  return base ? base : base_of_leader(c, draft, owner);
}

void chain_take_possessor(chains *c, ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t owner = draft->type == RO_ACTOR_MINISTRY
                       ? ro_tree_child(d, draft->head, RO_DEPREL_NMOD_POSS)
                       : RO_NONE;
  uint32_t number = owner == RO_NONE ? RO_NONE : chain_draft_of(c, owner);
  if (number == RO_NONE || !chain_resolve(c, &c->scene->drafts[number])) return;
  const entity *e = &c->entities[c->scene->drafts[number].entity];
  const char *base = e->base ? e->base : e->actor;
  if (!base || strlen(base) != 3 || (draft->actor && strcmp(draft->actor, base) == 0)) return;
  draft->actor = draft->base = base;
  draft->code = ro_actor_code_join(c->arena, base, "GOV");
  draft->reason = "a ministry with its owner";
}

/* "his country" */
static bool is_own_country(const chains *c, const ro_mention_draft *draft) {
  static const char *const nouns[] = {"country", "nation", "state"};
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  return !draft->plural && ro_token_is_one_of(&noun, nouns, COUNT(nouns));
}

void chain_belong_to_owner(chains *c, ro_mention_draft *draft) {
  const ro_mention_draft *owner = NULL;
  const char *base = draft->base ? NULL : chain_owner_base(c, draft, &owner);
  if (!base || !draft->agent) return;
  const char *kind = ro_dictionary_string(draft->dictionary, draft->agent->role);
  if (strcmp(kind, "group") == 0 && !is_own_country(c, draft)) return;
  if (strcmp(chain_lemma_of(c, draft), "counterpart") == 0) return;
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

/* "FOREIGN MINISTRY spokesman Ivanov" is of the state of which the dictionary knows Ivanov. */
static const char *state_of_titled(chains *c, const ro_mention_draft *draft) {
  uint32_t above = chain_draft_of(c, c->document->tokens[draft->head].head);
  uint32_t name = above == RO_NONE ? RO_NONE : c->scene->drafts[above].same_as;
  ro_mention_draft *titled = name == RO_NONE ? NULL : &c->scene->drafts[name];
  if (!titled || titled->kind != RO_MENTION_NAME || !titled->person) return NULL;
  chain_resolve(c, titled);
  const entity *e = titled->entity == RO_NONE ? NULL : &c->entities[titled->entity];
  return e && e->base && strlen(e->base) == 3 ? e->base : NULL;
}

/* "THE ARMY and the rebels", "THE GOVERNMENT and the M23": the state whose armed group the noun is
 * joined to; NULL. */
static const char *state_fought_by(const chains *c, const ro_mention_draft *draft) {
  const ro_document *d = c->document;
  const ro_token *word = &d->tokens[draft->head];
  uint32_t other =
      word->deprel == RO_DEPREL_CONJ ? word->head : ro_tree_child(d, draft->head, RO_DEPREL_CONJ);
  uint32_t number = other == RO_NONE ? RO_NONE : chain_draft_of(c, other);
  if (number == RO_NONE || draft->person) return NULL;
  const ro_mention_draft *joined = &c->scene->drafts[number];
  const char *group = joined->actor;
  if (joined->kind == RO_MENTION_NOMINAL && !joined->base && strcmp(joined->party, "REB") == 0)
    group = chain_armed_group(c, joined);
  if (!group) return NULL;
  const char *code = ro_name_scene_code_of(c->scene, group);
  bool fights = code && strlen(code) == 6 && strcmp(code + 3, "REB") == 0;
  return fights ? ro_arena_copy(c->arena, code, 3) : NULL;
}

/* "a COAST GUARD spokesman" */
static bool modifies_person(const chains *c, const ro_mention_draft *draft) {
  uint32_t above = chain_draft_of(c, c->document->tokens[draft->head].head);
  return above != RO_NONE && c->scene->drafts[above].agent && c->scene->drafts[above].person;
}

/* "POLICE detained eleven", "FEDERAL TROOPS left": those of the state that is spoken of. */
static bool is_bare_force(const chains *c, const ro_mention_draft *draft) {
  const ro_token *first = &c->document->tokens[draft->first];
  bool force =
      draft->sector && (strcmp(draft->sector, "MIL") == 0 || strcmp(draft->sector, "COP") == 0);
  bool counted = first->upos == RO_UPOS_NUM || first->upos == RO_UPOS_DET ||
                 ro_tree_child(c->document, draft->head, RO_DEPREL_NUMMOD) != RO_NONE;
  return force && !*draft->party && draft->plural && !counted &&
         chain_is_subject(c->document->tokens[draft->head].deprel);
}

/* "THE COLONELS", "THE MUTINEERS" in a report on a coup: those who rule the state that it is about.
 */
static bool is_of_coup(const chains *c, const ro_mention_draft *draft) {
  static const char *const coups[] = {"coup", "junta", "putsch"};
  static const char *const nouns[] = {"colonel", "general", "mutineer"};
  const ro_document *d = c->document;
  ro_token noun = {.form = chain_lemma_of(c, draft)};
  if (!draft->plural || !c->main || draft->base || draft->count != 2 ||
      !ro_token_is(&d->tokens[draft->first], "the") ||
      !ro_token_is_one_of(&noun, nouns, COUNT(nouns)))
    return false;
  for (uint32_t i = 0; i < d->token_count; i++)
    if (ro_token_is_one_of(&d->tokens[i], coups, COUNT(coups))) return true;
  return false;
}

/* "STATE TELEVISION" is never anybody else's. */
static bool is_state_medium(const ro_mention_draft *draft) {
  const char *noun =
      draft->agent ? ro_dictionary_string(draft->dictionary, draft->agent->name) : "";
  return draft->party && strcmp(draft->party, "MED") == 0 && strncmp(noun, "state ", 6) == 0;
}

/* Whether the noun can mean that of the state in focus: not "no president", "president-elect". */
static bool wants_focus(const chains *c, const ro_mention_draft *draft) {
  static const char *const of_speaker[] = {"my", "our", "your"};
  const ro_document *d = c->document;
  uint32_t after = draft->first + draft->count;
  bool goes_on = after < d->token_count && ro_token_is(&d->tokens[after], "-");
  bool ours = ro_token_is_one_of(&d->tokens[draft->first], of_speaker, COUNT(of_speaker));
  bool soldiers = draft->sector && strcmp(draft->sector, "MIL") == 0;
  bool several = draft->plural && draft->person && !soldiers; /* "the generals" rule or serve one */
  if (is_state_medium(draft)) return true;
  if (is_bare_force(c, draft) || is_of_coup(c, draft)) return true;
  return !draft->indefinite && !several && !goes_on && !ours && ro_noun_is_of_state(draft);
}

/* The body that was named last, or one of whom was. */
static const char *body_in_focus(const chains *c) {
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    uint32_t number = chain_draft_at(c, i)->entity;
    if (number == RO_NONE) continue;
    const entity *e = &c->entities[number];
    const char *base = e->base ? e->base : e->actor;
    if (base && !e->plural && chain_is_international(c, base)) return base;
  }
  return "UN";
}

void chain_belong_to_body(chains *c, ro_mention_draft *draft) {
  static const char *const offices[] = {"secretary-general", "secretary general"};
  ro_token role = {.form = draft->role ? draft->role : ""};
  if (draft->base || draft->indefinite || draft->plural ||
      !ro_token_is_one_of(&role, offices, COUNT(offices)))
    return;
  const char *body = body_in_focus(c);
  ro_mention_draft of = {.actor = body,
                         .base = body,
                         .code = ro_name_scene_code_of(c->scene, body),
                         .type = RO_ACTOR_INTERNATIONAL};
  ro_noun_belong(c->scene, draft, &of);
  draft->reason = "an office of the body that is spoken of";
}

/* "OUR army": outside of quotations those who publish speak of their own state. */
const char *chain_state_of_ours(const chains *c, const ro_mention_draft *draft) {
  static const char *const marks[] = {"\"", "“", "”", "„", "«", "»", "``", "''"};
  const ro_document *d = c->document;
  uint32_t first = d->sentences[chain_sentence_of(c, draft)].first_token, count = 0;
  if (!ro_token_is(&d->tokens[draft->first], "our")) return NULL;
  for (uint32_t i = first; i < draft->first; i++)
    count += ro_token_is_one_of(&d->tokens[i], marks, COUNT(marks));
  if (count % 2 != 0) return NULL;
  return c->publisher ? c->publisher : c->main;
}

void chain_belong_to_publisher(chains *c, ro_mention_draft *draft) {
  if (draft->base || draft->same_as != RO_NONE || !ro_noun_is_of_state(draft)) return;
  const char *state = chain_state_of_ours(c, draft);
  if (!state) return;
  ro_mention_draft of = {.actor = state, .base = state, .code = state, .type = RO_ACTOR_STATE};
  ro_noun_belong(c->scene, draft, &of);
  draft->reason = "a noun of the state where the report is published";
}

/* "the foreign minister", "the government" of the state that the report speaks of. */
void chain_belong_to_focus(chains *c, ro_mention_draft *draft) {
  if (draft->base || !wants_focus(c, draft)) return;
  bool modifier = c->document->tokens[draft->head].deprel == RO_DEPREL_COMPOUND;
  const char *state = modifier ? state_of_titled(c, draft) : NULL;
  if (!modifier) state = state_fought_by(c, draft);
  if (!state && (ro_noun_is_of_main_state(draft) || is_of_coup(c, draft))) state = c->main;
  if (!state && !modifier && !draft->person) state = chain_state_of_scene(c, draft);
  if (!state && (!modifier || modifies_person(c, draft))) state = chain_state_in_focus(c, draft);
  if (!state) return;
  ro_mention_draft of = {.actor = state, .base = state, .code = state, .type = RO_ACTOR_STATE};
  ro_noun_belong(c->scene, draft, &of);
  draft->reason = "a noun of the state that is spoken of";
}
