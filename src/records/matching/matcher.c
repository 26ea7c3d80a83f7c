#include "records/matching/matcher.h"

#include <string.h>
#include <strings.h>

#include "records/matching/roles.h"
#include "syntax/tree.h"

enum { LONGEST_PHRASE = 8 };

static const ro_token *token_of(const ro_scene *scene, uint32_t index) {
  return &scene->document->tokens[index];
}

/* "called it an UNLAWFUL act": of a noun that tells nothing its attribute counts. */
static bool attribute_fits(const ro_scene *scene, const act_test *test, uint32_t token) {
  const ro_document *document = scene->document;
  if (!scene_in_class(scene, token, "judged-nouns")) return false;
  for (uint32_t child = ro_tree_child(document, token, RO_DEPREL_AMOD); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_AMOD))
    if (act_class_set_has(scene->classes[child], test->class_number)) return true;
  return false;
}

static bool own_word_fits(const ro_scene *scene, const act_test *test, uint32_t token) {
  if (test->kind == ACT_TEST_CLASS)
    return act_class_set_has(scene->classes[token], test->class_number) ||
           attribute_fits(scene, test, token);
  return scene_lemma_is(scene, token, test->word);
}

/* The word itself, or the title before a name: "summoned AMBASSADOR Olsen". */
static bool word_fits(const ro_scene *scene, const act_test *test, uint32_t token) {
  uint32_t title = ro_tree_child(scene->document, token, RO_DEPREL_NMOD_DESC);
  if (title != RO_NONE && own_word_fits(scene, test, title)) return true;
  if (own_word_fits(scene, test, roles_past_quantity(scene, token))) return true;
  if (!scene_lemma_is(scene, token, "message")) return false; /* "a message of CONDOLENCES" */
  uint32_t of = ro_tree_child(scene->document, token, RO_DEPREL_NMOD);
  return of != RO_NONE && own_word_fits(scene, test, of);
}

/* Any argument at the path may fit. */
static bool any_word_fits(const ro_scene *scene, const ro_arguments *arguments,
                          const act_test *test) {
  for (uint32_t i = 0; i < arguments->count; i++) {
    const ro_argument *item = &arguments->items[i];
    if (item->role != test->path.argument) continue;
    if (test->path.preposition && strcmp(test->path.preposition, item->preposition) != 0) continue;
    if (word_fits(scene, test, item->token)) return true;
  }
  return false;
}

/* "launched a missile AT Norway": what is aimed at may hang on the object. */
static bool is_aimed(const ro_scene *scene, const ro_arguments *arguments, const act_path *path) {
  static const char *const aims[] = {"at", "against", "into", "toward", "towards"};
  uint32_t object = arguments_find(arguments, ACT_OBJECT, NULL);
  bool aims_at = false;
  for (size_t i = 0; path->preposition && i < sizeof aims / sizeof *aims; i++)
    aims_at = aims_at || strcmp(path->preposition, aims[i]) == 0;
  if (!aims_at || object == RO_NONE) return false;
  const ro_document *document = scene->document;
  for (uint32_t child = ro_tree_child(document, object, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_NMOD)) {
    const char *preposition = arguments_preposition(document, child);
    if (preposition && strcmp(preposition, path->preposition) == 0) return true;
  }
  return false;
}

static bool is_person(const ro_scene *scene, uint32_t token) {
  uint32_t index = scene->mentions[token];
  if (index == RO_NONE) return scene->document->tokens[token].name_tag == RO_NAME_TAG_PERSON;
  const ro_actor_mention *mention = &scene->document->actors[index];
  return mention->type == RO_ACTOR_PERSON || (mention->actor && strchr(mention->actor, ':'));
}

static bool test_holds(const ro_scene *scene, const ro_arguments *arguments, const act_test *test) {
  uint32_t token = matcher_token_at(scene, arguments, &test->path);
  if (test->kind == ACT_TEST_ABSENT)
    return token == RO_NONE && !is_aimed(scene, arguments, &test->path);
  if (token == RO_NONE)
    return test->kind == ACT_TEST_PRESENT && is_aimed(scene, arguments, &test->path);
  if (test->kind == ACT_TEST_WORD || test->kind == ACT_TEST_CLASS)
    return any_word_fits(scene, arguments, test);
  if (test->kind == ACT_TEST_PERSON) return is_person(scene, token);
  if (test->kind == ACT_TEST_PRESENT && test->path.step == ACT_STEP_SELF) return true;
  ro_parties found = {.count = 0};
  if (test->kind == ACT_TEST_ACTOR && test->path.step == ACT_STEP_SELF)
    parties_named(&found, scene, token);
  else
    roles_at(&found, scene, arguments, &test->path);
  return found.count > 0;
}

static bool needs_hold(const ro_scene *scene, const ro_arguments *arguments,
                       const act_needs *needs) {
  for (size_t i = 0; i < needs->count; i++) {
    bool any = false;
    for (size_t k = 0; k < needs->items[i].count && !any; k++)
      any = test_holds(scene, arguments, &needs->items[i].alternatives[k]);
    if (!any) return false;
  }
  return true;
}

static bool class_fits(const ro_scene *scene, const act_entry *entry, uint32_t token) {
  const ro_token *word = token_of(scene, token);
  bool participle = word->xpos && strcmp(word->xpos, "VBN") == 0;
  switch (entry->word_class) {
  case ACT_VERB:
    return word->upos == RO_UPOS_VERB && word->deprel != RO_DEPREL_AMOD &&
           word->deprel != RO_DEPREL_COMPOUND;
  case ACT_NOUN: /* no month: "in MARCH"; "talks with", not "talk of" */
    if (strcasecmp(word->form, "talk") == 0) return false;
    return word->upos == RO_UPOS_NOUN || (word->upos == RO_UPOS_PROPN && !scene->timed[token]);
  case ACT_ADJECTIVE: /* "is committed", not "has committed" */
    return word->upos == RO_UPOS_ADJ ||
           (word->upos == RO_UPOS_VERB && participle &&
            (arguments_is_passive(scene->document, token) ||
             ro_tree_child(scene->document, token, RO_DEPREL_AUX) == RO_NONE));
  case ACT_PHRASE:
    return true;
  }
  return false;
}

/* "handed the villages OVER TO Iceland", "ruled that OUT": wherever the tree hangs it, a particle
 * that no phrase of its own follows. */
static bool has_loose_particle(const ro_scene *scene, uint32_t verb, const char *particle) {
  enum { WIDTH = 12 };
  const ro_document *document = scene->document;
  for (uint32_t i = verb + 2; i + 1 < document->token_count && i < verb + WIDTH; i++) {
    const ro_token *token = &document->tokens[i];
    if (token->sentence != document->tokens[verb].sentence || token->upos == RO_UPOS_VERB ||
        token->upos == RO_UPOS_AUX)
      return false;
    if (!scene_lemma_is(scene, i, particle)) continue;
    if (token->upos != RO_UPOS_ADP && token->upos != RO_UPOS_ADV) return false;
    ro_upos next = document->tokens[i + 1].upos;
    return next == RO_UPOS_ADP || next == RO_UPOS_PUNCT || next == RO_UPOS_SCONJ ||
           next == RO_UPOS_CCONJ || scene->timed[i + 1];
  }
  return false;
}

/* "rule out", "walk out": the particle hangs on the verb. */
static bool has_particle(const ro_scene *scene, uint32_t verb, const char *particle) {
  const ro_document *document = scene->document;
  if (verb + 1 < document->token_count && scene_lemma_is(scene, verb + 1, particle)) return true;
  for (uint32_t child = document->first_child[verb]; child != RO_NONE;
       child = document->next_sibling[child]) {
    ro_deprel deprel = document->tokens[child].deprel;
    bool loose = deprel == RO_DEPREL_COMPOUND_PRT || deprel == RO_DEPREL_ADVMOD ||
                 deprel == RO_DEPREL_CASE || deprel == RO_DEPREL_MARK || deprel == RO_DEPREL_XCOMP;
    if (loose && scene_lemma_is(scene, child, particle)) return true;
  }
  return has_loose_particle(scene, verb, particle);
}

/* The word of the phrase that the sentence hangs it on; RO_NONE where the phrase is not there. */
static uint32_t phrase_head(const ro_scene *scene, const act_entry *entry, uint32_t token) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[document->tokens[token].sentence];
  uint32_t end = sentence->first_token + sentence->token_count;
  uint32_t last = token + (uint32_t)entry->word_count;
  if (entry->word_count > LONGEST_PHRASE || last > end) return RO_NONE;
  for (uint32_t i = 0; i < entry->word_count; i++) {
    const ro_token *word = token_of(scene, token + i);
    if (strcasecmp(word->form, entry->words[i]) != 0 && strcmp(word->lemma, entry->words[i]) != 0)
      return RO_NONE;
  }
  for (uint32_t i = token; i < last; i++) {
    uint32_t head = token_of(scene, i)->head;
    if (head == RO_NONE || head < token || head >= last) return i;
  }
  return RO_NONE;
}

/* Whether the entry's words are all there; the predicate in *head. */
static bool words_fit(const ro_scene *scene, const act_entry *entry, uint32_t token,
                      uint32_t *head) {
  *head = token;
  if (entry->word_class == ACT_PHRASE) {
    *head = phrase_head(scene, entry, token);
    return *head != RO_NONE;
  }
  for (size_t i = 1; i < entry->word_count; i++)
    if (!has_particle(scene, token, entry->words[i])) return false;
  return true;
}

const act_entry *matcher_find(act_match *match, const ro_scene *scene, uint32_t token,
                              const act_entry *after) {
  const act_entry *entry =
      after ? after->next : act_lexicon_entries(scene->lexicon, scene->lemmas[token]);
  uint32_t collected = RO_NONE;
  for (; entry; entry = entry->next) {
    uint32_t head;
    if (!class_fits(scene, entry, token) || !words_fit(scene, entry, token, &head)) continue;
    bool state = entry->word_class == ACT_ADJECTIVE;
    if (state) arguments_read_as_state(&match->arguments, scene, head);
    if (!state && collected != head) arguments_collect(&match->arguments, scene, head);
    collected = state ? RO_NONE : head;
    if (!needs_hold(scene, &match->arguments, &entry->frame->needs)) continue;
    if (!needs_hold(scene, &match->arguments, &entry->needs)) continue;
    match->predicate = head;
    match->entry = entry;
    return entry;
  }
  return NULL;
}
