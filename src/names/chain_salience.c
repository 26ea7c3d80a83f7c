#include <string.h>

#include "names/chain_state.h"
#include "syntax/tree.h"

/* A woman's name is likelier for "she" than a name of which nothing is known. */
enum { KNOWN_GENDER = 8, DEEPER_CLAUSE = 3 };

/* "HE said Norway would wait": the Norwegian, even if another was the subject. */
enum { SPEAKS_FOR_STATE = 18, NAMED_IN_WORDS = 22, UNKNOWN = 20 };

/* How many clauses the word stands inside of the sentence's main one. */
static int clause_depth(const ro_document *d, uint32_t token) {
  enum { DEEPEST = 12 };
  int depth = 0;
  for (int steps = 0; token != RO_NONE && steps < DEEPEST; steps++) {
    ro_deprel deprel = d->tokens[token].deprel;
    depth +=
        deprel == RO_DEPREL_CCOMP || deprel == RO_DEPREL_ADVCL || deprel == RO_DEPREL_ACL_RELCL;
    token = d->tokens[token].head;
  }
  return depth;
}

static int salience(const chains *c, const ro_mention_draft *earlier, uint32_t sentence) {
  const ro_token *token = &c->document->tokens[earlier->head];
  uint32_t back = sentence - token->sentence;
  int score = 40 - 20 * (int)back;
  if (chain_is_subject(token->deprel)) score += 15;
  if (token->head != RO_NONE && c->document->tokens[token->head].deprel == RO_DEPREL_ROOT)
    score += 4;
  if (earlier->adjective || token->deprel == RO_DEPREL_NMOD_POSS ||
      token->deprel == RO_DEPREL_COMPOUND)
    score -= 12;
  bool known = c->entities[earlier->entity].actor || c->entities[earlier->entity].member_count;
  if (!known && !chain_is_subject(token->deprel)) score -= UNKNOWN; /* "told our correspondent" */
  if (token->deprel == RO_DEPREL_APPOS) score -= 2;
  score -= DEEPER_CLAUSE * clause_depth(c->document, earlier->head);
  return score;
}

/* The subjects of the pronoun's verb: "HE assured him". */
static uint32_t entities_beside(const chains *c, const ro_mention_draft *draft, uint32_t *entities,
                                uint32_t most) {
  uint32_t count = 0;
  if (draft->kind != RO_MENTION_PRONOUN) return 0;
  for (uint32_t i = c->at; i-- > 0 && count < most;) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    if (chain_sentence_of(c, earlier) != chain_sentence_of(c, draft)) break;
    if (earlier->entity != RO_NONE && chain_is_subject(c->document->tokens[earlier->head].deprel) &&
        chain_is_coargument(c, draft, earlier))
      entities[count++] = earlier->entity;
  }
  return count;
}

static bool is_among(uint32_t number, const uint32_t *entities, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (entities[i] == number) return true;
  return false;
}

/* "Presidents Holm and Tamm would meet, HE said": hardly anybody is called by his name in what the
 * pronoun itself is said to say. */
static bool is_named_in_words(const chains *c, const ro_mention_draft *draft,
                              const ro_mention_draft *earlier) {
  static const char *const ends[] = {";", ":"}; /* what stands before is no part of the words */
  const ro_document *d = c->document;
  bool speaks = draft->kind == RO_MENTION_PRONOUN && draft->person &&
                chain_is_subject(d->tokens[draft->head].deprel);
  if (!speaks || earlier->kind != RO_MENTION_NAME) return false;
  uint32_t content = chain_content_of_speech(d, draft);
  if (content == RO_NONE || !ro_tree_is_below(d, earlier->head, content)) return false;
  for (uint32_t i = earlier->head + 1; i < draft->head; i++)
    if (ro_token_is_one_of(&d->tokens[i], ends, sizeof ends / sizeof *ends)) return false;
  uint32_t verb = d->tokens[draft->head].head;
  return ro_tree_is_below(d, content, verb) || !ro_tree_is_below(d, earlier->head, verb);
}

uint32_t chain_look_back(const chains *c, const ro_mention_draft *draft, accept_entity *accept) {
  uint32_t sentence = chain_sentence_of(c, draft), best = RO_NONE;
  int best_score = 0;
  uint32_t looked_at = 0, beside[4];
  uint32_t beside_count = entities_beside(c, draft, beside, 4);
  bool speaks = draft->kind == RO_MENTION_PRONOUN && draft->person;
  const char *state = speaks ? chain_state_committed(c, draft) : NULL;
  for (uint32_t i = c->at; i-- > 0 && looked_at < MOST_LOOKED_AT; looked_at++) {
    const ro_mention_draft *earlier = chain_draft_at(c, i);
    uint32_t then = chain_sentence_of(c, earlier);
    if (then + SENTENCES_BACK < sentence) break;
    if (earlier->entity == RO_NONE || then > sentence || earlier->head >= draft->head) continue;
    if (then == sentence && chain_is_coargument(c, draft, earlier)) continue;
    if (is_among(earlier->entity, beside, beside_count)) continue;
    if (!accept(c, &c->entities[earlier->entity], draft, earlier)) continue;
    const entity *e = &c->entities[earlier->entity];
    int score = salience(c, earlier, sentence);
    if (draft->gender && e->gender == draft->gender && !e->gender_guessed) score += KNOWN_GENDER;
    if (then == sentence && is_named_in_words(c, draft, earlier))
      score -= NAMED_IN_WORDS;
    else if (state && e->base && strcmp(e->base, state) == 0)
      score += SPEAKS_FOR_STATE;
    if (score <= best_score) continue;
    best = earlier->entity;
    best_score = score;
  }
  return best;
}
