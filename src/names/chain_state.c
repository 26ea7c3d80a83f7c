#include "names/chain_state.h"
#include "syntax/tree.h"

#include <ctype.h>
#include <string.h>

#include "base/unicode.h"
#include "names/surname.h"

ro_mention_draft *chain_draft_at(const chains *c, uint32_t place) {
  return &c->scene->drafts[c->order[place]];
}

const char *chain_fold(ro_arena *arena, const char *name) {
  name = ro_surname_without_article(name);
  size_t size = strlen(name), at = 0, out = 0;
  char *folded = ro_arena_alloc(arena, size * 2 + 1);
  while (at < size) {
    uint32_t letter = ro_utf8_next(name, size, &at);
    if (ro_unicode_is_letter(letter))
      out += ro_utf8_put(ro_unicode_lower(ro_unicode_base_letter(letter)), folded + out);
  }
  return folded;
}

uint32_t chain_new_entity(chains *c, const ro_mention_draft *draft) {
  entity *e = RO_ARENA_PUSH(c->arena, &c->entities, c->count, c->capacity);
  *e = (entity){.actor = draft->actor,
                .code = draft->code,
                .role = draft->role,
                .base = draft->base,
                .members = draft->members,
                .member_codes = draft->member_codes,
                .member_count = draft->member_count,
                .type = draft->type,
                .gender = draft->gender,
                .person = draft->person,
                .plural = draft->plural,
                .unnamed = draft->unnamed};
  return (uint32_t)c->count - 1;
}

bool chain_is_subject(ro_deprel deprel) {
  return deprel == RO_DEPREL_NSUBJ || deprel == RO_DEPREL_NSUBJ_PASS ||
         deprel == RO_DEPREL_NSUBJ_OUTER;
}

uint32_t chain_sentence_of(const chains *c, const ro_mention_draft *draft) {
  return c->document->tokens[draft->head].sentence;
}

/* "she met and CONGRATULATED him": verbs with one subject. */
static bool is_joined_verb(const ro_document *d, uint32_t verb, uint32_t first) {
  const ro_token *token = &d->tokens[verb];
  return token->deprel == RO_DEPREL_CONJ && token->head == first &&
         ro_tree_child(d, verb, RO_DEPREL_NSUBJ) == RO_NONE &&
         ro_tree_child(d, verb, RO_DEPREL_NSUBJ_PASS) == RO_NONE;
}

bool chain_is_coargument(const chains *c, const ro_mention_draft *draft,
                         const ro_mention_draft *earlier) {
  const ro_token *t = &c->document->tokens[draft->head], *e = &c->document->tokens[earlier->head];
  if (earlier->head >= draft->first && earlier->head < draft->first + draft->count) return true;
  if (draft->head >= earlier->first && draft->head < earlier->first + earlier->count) return true;
  if (t->deprel == RO_DEPREL_NMOD_POSS) return t->head == earlier->head;
  bool joined = c->document->tokens[draft->head].head != RO_NONE && chain_is_subject(e->deprel) &&
                is_joined_verb(c->document, t->head, e->head);
  return joined || t->head == e->head || t->head == earlier->head || e->head == draft->head;
}

const char *chain_lemma_of(const chains *c, const ro_mention_draft *draft) {
  const ro_token *token = &c->document->tokens[draft->head];
  const char *lemma = token->lemma ? token->lemma : token->form;
  if (!isupper((unsigned char)*lemma)) return lemma;
  char *lowered =
      ro_arena_copy_string(c->arena, lemma); /* "the PRESIDENT", "the Foreign MINISTER" */
  for (char *at = lowered; *at; at++)
    *at = (char)tolower((unsigned char)*at);
  return lowered;
}

void chain_take_members(chains *c, ro_mention_draft *draft, const char *const *members,
                        uint32_t count) {
  draft->members = members;
  draft->member_codes = NULL;
  draft->member_count = count;
  draft->actor = draft->code = NULL;
  draft->entity = chain_new_entity(c, draft);
  c->entities[draft->entity].plural = true;
}
