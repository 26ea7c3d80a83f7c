#include "names/chain_state.h"
#include "syntax/tree.h"

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

/* "In HIS speech, Lavrov said …": the subject of the clause that the phrase opens; RO_NONE. */
static uint32_t subject_behind(const chains *c, const ro_mention_draft *draft) {
  enum { DEEPEST = 5 };
  const ro_document *d = c->document;
  uint32_t token = draft->head;
  for (int steps = 0; token != RO_NONE && steps < DEEPEST; steps++) {
    ro_deprel deprel = d->tokens[token].deprel;
    token = d->tokens[token].head;
    if (token == RO_NONE || (deprel != RO_DEPREL_OBL && deprel != RO_DEPREL_ADVCL)) continue;
    uint32_t subject = ro_tree_child(d, token, RO_DEPREL_NSUBJ);
    if (subject == RO_NONE) subject = ro_tree_child(d, token, RO_DEPREL_NSUBJ_PASS);
    if (subject != RO_NONE) return subject > draft->head ? subject : RO_NONE;
  }
  return RO_NONE;
}

/* Whether the owner is the one who is named behind it. */
static bool follow_subject_behind(chains *c, ro_mention_draft *draft) {
  uint32_t subject = is_owner(c, draft) ? subject_behind(c, draft) : RO_NONE;
  uint32_t number = chain_draft_of(c, subject);
  if (number == RO_NONE) return false;
  ro_mention_draft *owner = &c->scene->drafts[number];
  if (owner->kind == RO_MENTION_PRONOUN) return false;
  if (draft->plural && chain_join_coordinated(c, draft, subject)) return true;
  if (!chain_resolve(c, owner)) return false;
  const entity *e = &c->entities[owner->entity];
  bool fits = draft->person   ? is_he_or_she(c, e, draft, owner)
              : draft->plural ? e->plural || owner->plural || owner->member_count
                              : is_body(e, owner);
  if (!fits) return false;
  draft->entity = owner->entity;
  draft->reason = "the subject behind it";
  return true;
}

/* "AS FOR KAGAME, he said no": whom the phrase before the subject announces. */
static bool follow_topic(chains *c, ro_mention_draft *draft, accept_entity *accept) {
  const ro_document *d = c->document;
  uint32_t verb = d->tokens[draft->head].head;
  if (!chain_is_subject(d->tokens[draft->head].deprel) || verb == RO_NONE) return false;
  for (uint32_t token = d->first_child[verb]; token != RO_NONE && token < draft->head;
       token = d->next_sibling[token]) {
    uint32_t number = chain_draft_of(c, token), first, last;
    ro_tree_extent(d, token, &first, &last);
    if (number == RO_NONE || !ro_token_is(&d->tokens[first], "as") ||
        !ro_token_is(&d->tokens[first + 1], "for"))
      continue;
    ro_mention_draft *topic = &c->scene->drafts[number];
    if (!chain_resolve(c, topic) || !accept(c, &c->entities[topic->entity], draft, topic)) continue;
    draft->entity = topic->entity;
    draft->reason = "whom the sentence is about";
    return true;
  }
  return false;
}

/* "In HIS letter to Faki HE pleaded": the owner in the phrase that opens the clause. */
static bool follow_owner_before(chains *c, ro_mention_draft *draft) {
  const ro_document *d = c->document;
  uint32_t verb = d->tokens[draft->head].head;
  if (!chain_is_subject(d->tokens[draft->head].deprel) || verb == RO_NONE) return false;
  for (uint32_t i = c->at, looked = 0; i-- > 0 && looked < MOST_LOOKED_AT; looked++) {
    const ro_mention_draft *owner = chain_draft_at(c, i);
    if (chain_sentence_of(c, owner) != chain_sentence_of(c, draft)) return false;
    bool alike = owner->kind == RO_MENTION_PRONOUN && owner->entity != RO_NONE &&
                 owner->person == draft->person && owner->plural == draft->plural &&
                 owner->gender == draft->gender && is_owner(c, owner);
    uint32_t phrase = alike ? d->tokens[d->tokens[owner->head].head].head : RO_NONE;
    if (phrase != verb || !c->entities[owner->entity].actor) continue;
    if (d->tokens[d->tokens[owner->head].head].deprel != RO_DEPREL_OBL) continue;
    draft->entity = owner->entity;
    draft->reason = "the owner in the phrase before it";
    return true;
  }
  return false;
}

/* "Denmark met the rebels and urged THEM to wait": whom the verb before deals with that has the
 * same subject. */
static bool follow_object_before(chains *c, ro_mention_draft *draft) {
  const ro_document *d = c->document;
  const ro_token *word = &d->tokens[draft->head];
  bool object = word->deprel == RO_DEPREL_OBJ || word->deprel == RO_DEPREL_IOBJ ||
                word->deprel == RO_DEPREL_OBL;
  if (!object || word->head == RO_NONE || d->tokens[word->head].deprel != RO_DEPREL_CONJ ||
      ro_tree_child(d, word->head, RO_DEPREL_NSUBJ) != RO_NONE)
    return false;
  for (uint32_t token = d->first_child[d->tokens[word->head].head];
       token != RO_NONE && token < word->head; token = d->next_sibling[token]) {
    if (d->tokens[token].deprel != RO_DEPREL_OBJ && d->tokens[token].deprel != RO_DEPREL_OBL)
      continue;
    uint32_t number = chain_draft_of(c, token);
    if (number == RO_NONE || !chain_resolve(c, &c->scene->drafts[number])) continue;
    const ro_mention_draft *met = &c->scene->drafts[number];
    const entity *e = &c->entities[met->entity];
    if (draft->plural && chain_join_coordinated(c, draft, token)) return true;
    bool several = e->plural || met->plural || e->member_count || e->type == RO_ACTOR_ARMED_GROUP;
    bool fits = draft->person   ? is_he_or_she(c, e, draft, met)
                : draft->plural ? several
                                : is_body(e, met);
    if (!fits || (!e->actor && !e->member_count)) continue;
    draft->entity = met->entity;
    draft->reason = "whom the verb before deals with";
    return true;
  }
  return false;
}

void chain_resolve_pronoun(chains *c, ro_mention_draft *draft) {
  accept_entity *accept = draft->person ? is_he_or_she : draft->plural ? is_they : is_it;
  if (follow_subject_behind(c, draft) || follow_topic(c, draft, accept) ||
      follow_owner_before(c, draft) || follow_object_before(c, draft))
    return;
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
