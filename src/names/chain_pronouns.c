#include "names/chain_state.h"

static bool is_he_or_she(const chains *c, const entity *e, const ro_mention_draft *draft,
                         const ro_mention_draft *earlier) {
  (void)c;
  return e->person && !e->plural && !earlier->adjective &&
         (!e->gender || !draft->gender || e->gender == draft->gender);
}

static bool is_owner(const chains *c, const ro_mention_draft *draft) {
  return c->document->tokens[draft->head].deprel == RO_DEPREL_NMOD_POSS;
}

/* Whether the earlier one is a subject, or stands in the sentence of an owner's noun. */
static bool is_in_view(const chains *c, const ro_mention_draft *draft,
                       const ro_mention_draft *earlier) {
  const ro_token *then = &c->document->tokens[earlier->head];
  return chain_is_subject(then->deprel) ||
         (is_owner(c, draft) && chain_sentence_of(c, draft) == then->sentence);
}

static bool is_body(const entity *e, const ro_mention_draft *earlier) {
  return !e->person && !e->plural && !earlier->plural && !earlier->adjective &&
         e->type != RO_ACTOR_GROUP;
}

/* Not so in "it was clear", "it rained", "it took two days". */
static bool is_subject_that_acts(const ro_document *d, const ro_token *pronoun) {
  static const char *const verbs[] = {"rain", "snow",   "seem", "appear",
                                      "take", "happen", "turn", "matter"};
  if (!chain_is_subject(pronoun->deprel) || pronoun->head == RO_NONE) return false;
  const ro_token *verb = &d->tokens[pronoun->head];
  ro_token lemma = {.form = verb->lemma ? verb->lemma : verb->form};
  return verb->upos == RO_UPOS_VERB &&
         !ro_token_is_one_of(&lemma, verbs, sizeof verbs / sizeof *verbs);
}

static bool is_it(const chains *c, const entity *e, const ro_mention_draft *draft,
                  const ro_mention_draft *earlier) {
  if (!is_body(e, earlier) || earlier->kind == RO_MENTION_PRONOUN) return false;
  const ro_token *token = &c->document->tokens[draft->head];
  if (!is_owner(c, draft) && !is_subject_that_acts(c->document, token)) return false;
  return is_in_view(c, draft, earlier);
}

static bool is_they(const chains *c, const entity *e, const ro_mention_draft *draft,
                    const ro_mention_draft *earlier) {
  if (earlier->adjective) return false;
  bool many = e->plural || earlier->plural || earlier->member_count || e->type == RO_ACTOR_GROUP ||
              e->type == RO_ACTOR_ARMED_GROUP;
  return many && is_in_view(c, draft, earlier);
}

/* "The government said they would …" */
static bool is_they_of_body(const chains *c, const entity *e, const ro_mention_draft *draft,
                            const ro_mention_draft *earlier) {
  bool near = chain_sentence_of(c, draft) == chain_sentence_of(c, earlier);
  bool speaks = chain_is_subject(c->document->tokens[draft->head].deprel);
  return is_body(e, earlier) && is_in_view(c, draft, earlier) &&
         (is_owner(c, draft) || (near && speaks));
}

void chain_resolve_pronoun(chains *c, ro_mention_draft *draft) {
  accept_entity *accept = draft->person ? is_he_or_she : draft->plural ? is_they : is_it;
  bool acts = chain_is_subject(c->document->tokens[draft->head].deprel);
  if (draft->plural && acts && chain_join_partners(c, draft, 1)) return;
  uint32_t found = chain_look_back(c, draft, accept);
  if (found == RO_NONE && draft->plural && chain_join_partners(c, draft, 2)) return;
  if (found == RO_NONE && draft->plural) found = chain_look_back(c, draft, is_they_of_body);
  if (found == RO_NONE) {
    draft->entity = chain_new_entity(c, draft);
    draft->reason = "unresolved";
    return;
  }
  draft->entity = found;
  if (draft->person && draft->gender && !c->entities[found].gender)
    c->entities[found].gender = draft->gender, c->entities[found].gender_guessed = true;
  draft->reason = "the likeliest before it";
}
