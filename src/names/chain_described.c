/* What the words beside a name tell of whose the person is. */
#include <string.h>

#include "names/actor_code.h"
#include "names/chain_state.h"
#include "names/noun_town.h"
#include "syntax/tree.h"

/* "Senator Karlsson of NORTH DAKOTA": the state where the region lies; NULL. */
static const char *base_of_region(const chains *c, const ro_mention_draft *title, uint32_t first,
                                  const char **code) {
  const char *state = ro_noun_state_at(c->scene, first);
  if (state) *code = ro_actor_code_join(c->arena, state, title->sector);
  return state;
}

/* "President Alvaro Salim OF GUATEMALA": the state or body named right behind; NULL. */
static const char *base_named_behind(const chains *c, const ro_mention_draft *draft,
                                     const ro_mention_draft *title, const char **code) {
  const ro_document *d = c->document;
  uint32_t end = draft->first + draft->count;
  if (!title || !title->agent || end >= d->token_count || !ro_token_is(&d->tokens[end], "of"))
    return NULL;
  uint32_t noun = d->tokens[end].head, number = chain_draft_of(c, noun);
  if (noun == RO_NONE || d->tokens[noun].head < draft->first || d->tokens[noun].head >= end)
    return NULL;
  if (number == RO_NONE) return base_of_region(c, title, end + 1, code);
  const ro_mention_draft *owner = &c->scene->drafts[number];
  if (owner->kind != RO_MENTION_NAME || owner->person || owner->type == RO_ACTOR_GROUP ||
      !owner->actor)
    return NULL;
  bool state = strlen(owner->actor) == 3;
  *code = state ? ro_actor_code_join(c->arena, owner->actor, title->sector) : owner->code;
  return owner->actor;
}

/* The body that the draft at the token stands for, or that its person belongs to; NULL. */
static const char *base_at(chains *c, uint32_t token, bool of_persons, const char **code) {
  uint32_t number = chain_draft_of(c, token);
  if (number == RO_NONE) return NULL;
  ro_mention_draft *draft = &c->scene->drafts[number];
  if (draft->kind == RO_MENTION_PRONOUN || (draft->person && !of_persons)) return NULL;
  if (!chain_resolve(c, draft) || draft->member_count) return NULL;
  const entity *e = &c->entities[draft->entity];
  if (e->type == RO_ACTOR_GROUP || e->plural) return NULL;
  *code = e->code;
  return e->base ? e->base : e->actor;
}

/* Who is just said to be of a state serves its government. */
static const char *as_servant(const chains *c, const char *base, const char **code) {
  if (base && strlen(base) == 3 && *code && strlen(*code) == 3)
    *code = ro_actor_code_join(c->arena, base, "GOV");
  return base;
}

/* "Lim of THE UNIFICATION MINISTRY", "Karlsson, for ICELAND, …", "Tamm, from OUR FOREIGN MINISTRY":
 * the state or body that a name without a title is of; NULL. */
static const char *base_behind_name(chains *c, const ro_mention_draft *draft, const char **code) {
  static const char *const links[] = {"of", "for", "from"};
  const ro_document *d = c->document;
  uint32_t end = draft->first + draft->count;
  if (end < d->token_count && ro_token_is(&d->tokens[end], ",")) end++;
  if (end >= d->token_count || d->tokens[end].deprel != RO_DEPREL_CASE ||
      !ro_token_is_one_of(&d->tokens[end], links, sizeof links / sizeof *links))
    return NULL;
  uint32_t noun = d->tokens[end].head, number = noun == RO_NONE ? RO_NONE : chain_draft_of(c, noun);
  const ro_mention_draft *owner = number == RO_NONE ? NULL : &c->scene->drafts[number];
  bool serves = owner && !owner->person && owner->type != RO_ACTOR_GROUP &&
                owner->type != RO_ACTOR_MEDIUM && owner->type != RO_ACTOR_COMPANY;
  return serves ? as_servant(c, base_at(c, noun, false, code), code) : NULL;
}

/* "Gulaid wrote ON BEHALF OF SOMALIA": for whom the one who is named does it; NULL. */
static const char *base_of_behalf(chains *c, const ro_mention_draft *draft, const char **code) {
  const ro_document *d = c->document;
  uint32_t verb = d->tokens[draft->head].head;
  if (verb == RO_NONE || !chain_is_subject(d->tokens[draft->head].deprel)) return NULL;
  for (uint32_t behalf = ro_tree_child(d, verb, RO_DEPREL_OBL); behalf != RO_NONE;
       behalf = ro_tree_next_child(d, behalf, RO_DEPREL_OBL)) {
    uint32_t of = ro_tree_child(d, behalf, RO_DEPREL_NMOD), number = chain_draft_of(c, of);
    if (!ro_token_is(&d->tokens[behalf], "behalf") || of == RO_NONE || number == RO_NONE) continue;
    const ro_mention_draft *served = &c->scene->drafts[number];
    bool named = served->kind == RO_MENTION_NAME && !served->person;
    return named ? as_servant(c, base_at(c, of, false, code), code) : NULL;
  }
  return NULL;
}

static bool has_lemma_of(const ro_document *d, uint32_t verb, const char *const *lemmas,
                         size_t count) {
  ro_token lemma = {.form = d->tokens[verb].lemma ? d->tokens[verb].lemma : d->tokens[verb].form};
  return ro_token_is_one_of(&lemma, lemmas, count);
}

/* "ITS team": whose. */
static const char *base_of_pronoun(chains *c, uint32_t noun, const char **code) {
  const ro_document *d = c->document;
  uint32_t owner = ro_tree_child(d, noun, RO_DEPREL_NMOD_POSS);
  uint32_t number = owner == RO_NONE ? RO_NONE : chain_draft_of(c, owner);
  if (number == RO_NONE || c->scene->drafts[number].kind != RO_MENTION_PRONOUN ||
      !chain_resolve(c, &c->scene->drafts[number]))
    return NULL;
  const entity *e = &c->entities[c->scene->drafts[number].entity];
  if (e->type == RO_ACTOR_GROUP || e->plural) return NULL;
  *code = e->code;
  return e->base ? e->base : e->actor;
}

/* "who speaks FOR THE FRONT" */
static uint32_t served(const ro_document *d, uint32_t verb) {
  for (uint32_t child = ro_tree_child(d, verb, RO_DEPREL_OBL); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_OBL)) {
    uint32_t word = ro_tree_child(d, child, RO_DEPREL_CASE);
    if (word != RO_NONE && ro_token_is(&d->tokens[word], "for")) return child;
  }
  return RO_NONE;
}

/* "Anton Tamm, who leads the Estonian team", "who advises the Estonian president" */
static const char *base_of_those_led(chains *c, const ro_mention_draft *draft, const char **code) {
  static const char *const leads[] = {"lead",      "head", "chair",   "command",
                                      "represent", "run",  "preside", "direct"};
  static const char *const serves[] = {"speak", "act", "negotiate", "work"};
  const ro_document *d = c->document;
  uint32_t verb = ro_tree_child(d, draft->head, RO_DEPREL_ACL_RELCL);
  if (verb == RO_NONE) return NULL;
  if (has_lemma_of(d, verb, serves, sizeof serves / sizeof *serves)) {
    uint32_t body = served(d, verb);
    return body == RO_NONE ? NULL : base_at(c, body, false, code);
  }
  bool advises = d->tokens[verb].lemma && strcmp(d->tokens[verb].lemma, "advise") == 0;
  uint32_t led = ro_tree_child(d, verb, RO_DEPREL_OBJ);
  if (led == RO_NONE) led = ro_tree_child(d, verb, RO_DEPREL_IOBJ);
  if (led == RO_NONE || (!advises && !has_lemma_of(d, verb, leads, sizeof leads / sizeof *leads)))
    return NULL;
  const char *base = base_at(c, led, advises, code);
  return base ? base : base_of_pronoun(c, led, code);
}

/* "a Turkish DELEGATION under Sedat Onal", "an Estonian TEAM led by Anton Tamm" */
static const char *base_of_delegation(chains *c, const ro_mention_draft *draft, const char **code) {
  static const char *const leads[] = {"lead", "head"};
  const ro_document *d = c->document;
  uint32_t word = ro_tree_child(d, draft->head, RO_DEPREL_CASE);
  uint32_t above = d->tokens[draft->head].head;
  if (word == RO_NONE || above == RO_NONE) return NULL;
  bool led = ro_token_is(&d->tokens[word], "by") && d->tokens[above].deprel == RO_DEPREL_ACL &&
             has_lemma_of(d, above, leads, sizeof leads / sizeof *leads);
  if (led) above = d->tokens[above].head;
  if (above == RO_NONE || (!led && !ro_token_is(&d->tokens[word], "under"))) return NULL;
  uint32_t number = chain_draft_of(c, above);
  const ro_mention_draft *team = number == RO_NONE ? NULL : &c->scene->drafts[number];
  bool known = team && team->kind == RO_MENTION_NOMINAL && team->entity != RO_NONE;
  return known ? base_at(c, above, false, code) : NULL;
}

/* "Anton Tamm, the army's number two": whose; one of a state need not speak for it. */
static const char *base_of_possessor(chains *c, const ro_mention_draft *draft, const char **code) {
  const ro_document *d = c->document;
  uint32_t noun = ro_tree_child(d, draft->head, RO_DEPREL_APPOS);
  if (noun == RO_NONE || d->tokens[noun].upos != RO_UPOS_NOUN || chain_draft_of(c, noun) != RO_NONE)
    return NULL;
  uint32_t owner = ro_tree_child(d, noun, RO_DEPREL_NMOD_POSS), number = chain_draft_of(c, owner);
  if (owner == RO_NONE || number == RO_NONE) return NULL;
  const ro_mention_draft *possessor = &c->scene->drafts[number];
  bool state = possessor->kind == RO_MENTION_NAME && possessor->type == RO_ACTOR_STATE;
  return state ? NULL : base_at(c, owner, true, code);
}

/* "the U.N. OFFICIALS Brennan and Dahl": the noun in the plural above a name, or above the one that
 * it is joined to; NULL. */
static const ro_mention_draft *title_of_several(const chains *c, const ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t name = draft->head;
  if (d->tokens[name].deprel == RO_DEPREL_CONJ) name = d->tokens[name].head;
  if (name == RO_NONE || d->tokens[name].deprel != RO_DEPREL_APPOS) return NULL;
  uint32_t number = chain_draft_of(c, d->tokens[name].head);
  const ro_mention_draft *title = number == RO_NONE ? NULL : &c->scene->drafts[number];
  bool several = title && title->agent && title->person && title->plural;
  return several && title->base && title->type != RO_ACTOR_GROUP ? title : NULL;
}

/* "NORWAY'S Jens Holm", "THE FRONT'S Getachew Reda" */
static const char *base_of_owner(chains *c, const ro_mention_draft *draft, const char **code) {
  const ro_document *d = c->document;
  uint32_t owner = ro_tree_child(d, draft->head, RO_DEPREL_NMOD_POSS);
  uint32_t number = owner == RO_NONE ? RO_NONE : chain_draft_of(c, owner);
  const ro_mention_draft *named = number == RO_NONE ? NULL : &c->scene->drafts[number];
  if (!named || named->kind != RO_MENTION_NAME || named->person || named->type == RO_ACTOR_MEDIUM ||
      named->type == RO_ACTOR_COMPANY || owner > draft->first + draft->count)
    return NULL;
  return as_servant(c, base_at(c, owner, false, code), code);
}

const char *chain_base_described(chains *c, const ro_mention_draft *draft,
                                 const ro_mention_draft *title, const char **code) {
  const ro_mention_draft *several = title ? NULL : title_of_several(c, draft);
  if (several) {
    *code = several->code;
    return several->base;
  }
  const char *base = base_named_behind(c, draft, title, code);
  if (!base && !title) base = base_behind_name(c, draft, code);
  if (!base) base = base_of_those_led(c, draft, code);
  if (!base) base = base_of_delegation(c, draft, code);
  if (!base) base = base_of_behalf(c, draft, code);
  if (!base) base = base_of_possessor(c, draft, code);
  return base ? base : base_of_owner(c, draft, code);
}
