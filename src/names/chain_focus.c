#include <string.h>

#include "names/chain_state.h"
#include "names/noun_owner.h"
#include "names/noun_town.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* The state for which the one who is mentioned speaks, and that whose government an armed group
 * fights; NULL for bodies and loose groups. Who was in office speaks for nobody. */
static const char *state_of(const chains *c, const ro_mention_draft *draft) {
  if (draft->entity == RO_NONE || draft->member_count) return NULL;
  const entity *e = &c->entities[draft->entity];
  const char *base = e->base ? e->base : e->actor;
  if (!base || e->type == RO_ACTOR_GROUP || e->type == RO_ACTOR_MEDIUM) return NULL;
  if (e->person && e->role && strncmp(e->role, "former", 6) == 0) return NULL;
  if (e->code && strlen(e->code) == 6 && strcmp(e->code + 3, "REB") == 0)
    return ro_arena_copy(c->arena, e->code, 3);
  return strlen(base) == 3 && e->code && strncmp(base, e->code, 3) == 0 ? base : NULL;
}

/* A state or town that is named there for itself; NULL. What stands after the draft has no entity
 * yet. */
static const char *state_named(const chains *c, uint32_t token) {
  uint32_t number = chain_draft_of(c, token);
  if (number == RO_NONE) return NULL;
  const ro_mention_draft *draft = &c->scene->drafts[number];
  if (draft->entity != RO_NONE) return state_of(c, draft);
  bool state = draft->kind == RO_MENTION_NAME && draft->type == RO_ACTOR_STATE;
  return state && draft->actor && strlen(draft->actor) == 3 ? draft->actor : NULL;
}

/* The state that is the subject of the verb alone: "Iceland and Norway agreed" speaks of none. */
static const char *state_as_subject(const chains *c, uint32_t verb) {
  const ro_document *d = c->document;
  for (uint32_t child = d->first_child[verb]; child != RO_NONE; child = d->next_sibling[child]) {
    if (!chain_is_subject(d->tokens[child].deprel)) continue;
    const char *state = state_named(c, child);
    uint32_t other = ro_tree_child(d, child, RO_DEPREL_CONJ);
    const char *joint = other == RO_NONE ? NULL : state_named(c, other);
    if (state && joint && strcmp(state, joint) != 0) return NULL;
    if (state) return state;
  }
  return NULL;
}

/* "Iceland said THE GOVERNMENT would …": the subject of the verb that the clause hangs on. */
static const char *state_of_speaker(const chains *c, const ro_mention_draft *draft) {
  enum { DEEPEST = 6 };
  const ro_document *d = c->document;
  uint32_t token = d->tokens[draft->head].head;
  for (int steps = 0; token != RO_NONE && steps < DEEPEST; steps++) {
    ro_deprel deprel = d->tokens[token].deprel;
    token = d->tokens[token].head;
    if (token == RO_NONE || (deprel != RO_DEPREL_CCOMP && deprel != RO_DEPREL_PARATAXIS)) continue;
    const char *state = state_as_subject(c, token);
    if (state) return state;
  }
  return NULL;
}

/* The word that the noun is an argument of a verb by: "a SPOKESMAN for the coast guard". */
static uint32_t outer_noun(const ro_document *d, uint32_t token) {
  enum { DEEPEST = 4 };
  for (int steps = 0; steps < DEEPEST && d->tokens[token].head != RO_NONE; steps++) {
    ro_deprel deprel = d->tokens[token].deprel;
    bool inner = deprel == RO_DEPREL_NMOD || deprel == RO_DEPREL_NMOD_POSS ||
                 deprel == RO_DEPREL_COMPOUND || deprel == RO_DEPREL_APPOS;
    if (!inner) break;
    token = d->tokens[token].head;
  }
  return token;
}

/* "Oslo WILL not yield", "Oslo IS TO file its plea": whoever says so speaks for it. */
static bool is_commitment(const ro_document *d, uint32_t verb) {
  static const char *const words[] = {"will", "would", "wo", "'ll", "shall"};
  uint32_t auxiliary = ro_tree_child(d, verb, RO_DEPREL_AUX);
  if (auxiliary != RO_NONE)
    return ro_token_is_one_of(&d->tokens[auxiliary], words, sizeof words / sizeof *words);
  uint32_t file = ro_tree_child(d, verb, RO_DEPREL_XCOMP);
  return file != RO_NONE && d->tokens[verb].lemma && strcmp(d->tokens[verb].lemma, "be") == 0;
}

static bool is_saying(const ro_token *verb) {
  static const char *const lemmas[] = {
      "say",     "tell",     "add",       "concede",   "confirm", "admit",    "explain", "claim",
      "comment", "remark",   "insist",    "complain",  "deny",    "announce", "warn",    "reply",
      "argue",   "state",    "retort",    "answer",    "accuse",  "appeal",   "ask",     "blame",
      "call",    "condemn",  "criticise", "criticize", "demand",  "plead",    "praise",  "protest",
      "report",  "threaten", "urge",      "write"};
  ro_token lemma = {.form = verb->lemma ? verb->lemma : verb->form};
  return ro_token_is_one_of(&lemma, lemmas, sizeof lemmas / sizeof *lemmas);
}

bool chain_speaks(const ro_document *d, const ro_mention_draft *draft) {
  uint32_t verb = d->tokens[draft->head].head;
  if (chain_content_of_speech(d, draft) != RO_NONE) return true;
  return chain_is_subject(d->tokens[draft->head].deprel) && verb != RO_NONE &&
         is_saying(&d->tokens[verb]);
}

/* "Oslo will not sign a paper that binds it, an official TOLD the agency" where the parser hangs
 * the last clause on "paper": the words are the sentence before it; RO_NONE. */
static uint32_t content_before_comma(const ro_document *d, uint32_t subject, uint32_t verb) {
  uint32_t first, last, root = d->sentences[d->tokens[verb].sentence].root;
  if (!is_saying(&d->tokens[verb]) || root == RO_NONE || root >= subject) return RO_NONE;
  ro_tree_extent(d, subject, &first, &last);
  bool parted = d->tokens[first].upos == RO_UPOS_PUNCT ||
                (first > 0 && d->tokens[first - 1].upos == RO_UPOS_PUNCT);
  return parted ? root : RO_NONE;
}

uint32_t chain_content_of_speech(const ro_document *d, const ro_mention_draft *draft) {
  const ro_token *subject = &d->tokens[outer_noun(d, draft->head)];
  if (!chain_is_subject(subject->deprel) || subject->head == RO_NONE) return RO_NONE;
  const ro_token *verb = &d->tokens[subject->head];
  if (verb->deprel == RO_DEPREL_PARATAXIS) return verb->head;
  uint32_t content = ro_tree_child(d, subject->head, RO_DEPREL_CCOMP);
  return content != RO_NONE
             ? content
             : content_before_comma(d, (uint32_t)(subject - d->tokens), subject->head);
}

const char *chain_state_committed(const chains *c, const ro_mention_draft *draft) {
  uint32_t content = chain_content_of_speech(c->document, draft);
  if (content == RO_NONE || !is_commitment(c->document, content)) return NULL;
  return state_as_subject(c, content);
}

/* "Oslo MUST yield": whoever says so speaks for another. */
static bool is_demanded(const chains *c, const ro_mention_draft *draft) {
  static const char *const words[] = {"must", "should", "ought"};
  const ro_document *d = c->document;
  uint32_t content = chain_content_of_speech(d, draft);
  if (content != RO_NONE && ro_token_is_one_of(&d->tokens[content], words, COUNT(words)))
    return true; /* "OUGHT to yield" */
  uint32_t auxiliary = content == RO_NONE ? RO_NONE : ro_tree_child(d, content, RO_DEPREL_AUX);
  return auxiliary != RO_NONE &&
         ro_token_is_one_of(&d->tokens[auxiliary], words, sizeof words / sizeof *words);
}

/* "The minister said OSLO would not yield", "OSLO will not yield, the minister said": of whom he
 * speaks. */
static const char *state_of_speech(const chains *c, const ro_mention_draft *draft, bool *commits) {
  const ro_document *d = c->document;
  uint32_t content = chain_content_of_speech(d, draft);
  if (content == RO_NONE) return NULL;
  *commits = is_commitment(d, content);
  return state_as_subject(c, content);
}

/* The subject of the main clause of the sentence, or of the verb that is joined to it. */
static const char *state_of_sentence(const chains *c, uint32_t sentence) {
  const ro_document *d = c->document;
  uint32_t root = d->sentences[sentence].root;
  if (root == RO_NONE) return NULL;
  uint32_t speech = ro_tree_child(d, root, RO_DEPREL_PARATAXIS); /* "…, officials in Oslo said" */
  const char *speaker = speech == RO_NONE ? NULL : state_as_subject(c, speech);
  return speaker ? speaker : state_as_subject(c, root);
}

/* The state of which the sentences before it speak. */
static const char *state_spoken_of(const chains *c, const ro_mention_draft *draft) {
  uint32_t sentence = chain_sentence_of(c, draft);
  for (uint32_t back = 1; back <= SENTENCES_BACK && back <= sentence; back++) {
    const char *state = state_of_sentence(c, sentence - back);
    if (state) return state;
  }
  return NULL;
}

/* The state that the sentence speaks of besides its subject: whom it accuses, or what it is said to
 * do; NULL. */
static const char *state_charged(const chains *c, uint32_t sentence) {
  static const ro_deprel below[] = {RO_DEPREL_OBJ, RO_DEPREL_IOBJ, RO_DEPREL_OBL};
  const ro_document *d = c->document;
  uint32_t root = d->sentences[sentence].root;
  if (root == RO_NONE) return NULL;
  uint32_t content = ro_tree_child(d, root, RO_DEPREL_CCOMP);
  if (content == RO_NONE && ro_tree_child(d, root, RO_DEPREL_PARATAXIS) != RO_NONE) content = root;
  const char *state = content == RO_NONE ? NULL : state_as_subject(c, content);
  for (size_t i = 0; i < COUNT(below) && !state; i++) {
    uint32_t argument = ro_tree_child(d, root, below[i]);
    state = argument == RO_NONE ? NULL : state_named(c, argument);
  }
  return state;
}

/* "Oslo had broken its word, an Icelandic official said. THE MINISTRY denied it": who denies what
 * the sentence before said is of the state that it was said of; NULL. */
static const char *state_that_answers(const chains *c, const ro_mention_draft *draft,
                                      const char *before) {
  static const char *const lemmas[] = {"deny",  "reject",  "dismiss", "refute", "retort",
                                       "reply", "respond", "counter", "answer", "disown"};
  const ro_document *d = c->document;
  const ro_token *noun = &d->tokens[outer_noun(d, draft->head)];
  uint32_t sentence = chain_sentence_of(c, draft);
  if (!before || !sentence || !chain_is_subject(noun->deprel) || noun->head == RO_NONE) return NULL;
  const ro_token *verb = &d->tokens[noun->head];
  ro_token lemma = {.form = verb->lemma ? verb->lemma : verb->form};
  if (!ro_token_is_one_of(&lemma, lemmas, COUNT(lemmas))) return NULL;
  const char *state = state_charged(c, sentence - 1);
  return state && strcmp(state, before) != 0 ? state : NULL;
}

/* The likeliest state but the one that must do something. */
static const char *other_state(const chains *c, const char *asked, const char *before) {
  const char *const likely[] = {before, c->home, c->publisher, c->main};
  for (size_t i = 0; i < COUNT(likely); i++)
    if (likely[i] && strcmp(likely[i], asked) != 0) return likely[i];
  return NULL;
}

const char *chain_state_in_focus(const chains *c, const ro_mention_draft *draft) {
  const char *speaker = state_of_speaker(c, draft);
  if (speaker) return speaker;
  bool commits = false;
  const char *speech = state_of_speech(c, draft, &commits), *before = state_spoken_of(c, draft);
  const char *answers = state_that_answers(c, draft, before);
  if (answers) return answers;
  if (speech && commits) return speech;
  if (speech && is_demanded(c, draft)) return other_state(c, speech, before);
  if (speech && before) return strcmp(speech, before) == 0 ? before : c->home;
  if (before) return before;
  if (c->home) return c->home;
  if (speech) return speech;
  return c->publisher ? c->publisher : c->main;
}
