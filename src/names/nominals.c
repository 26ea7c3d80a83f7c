#include "names/nominals.h"

#include <ctype.h>
#include <string.h>

#include "names/noun_owner.h"
#include "names/noun_phrase.h"
#include "names/noun_sector.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_indefinite(const ro_document *d, uint32_t start, uint32_t head) {
  static const char *const words[] = {"a",  "an",  "one",   "another", "some", "two",    "three",
                                      "no", "any", "every", "several", "each", "future", "next"};
  for (uint32_t i = start; i < head; i++)
    if (ro_token_is_one_of(&d->tokens[i], words, COUNT(words))) return true;
  return false;
}

static bool has_determiner(const ro_document *d, uint32_t start, uint32_t head) {
  for (uint32_t i = start; i < head; i++)
    if (d->tokens[i].deprel == RO_DEPREL_DET || d->tokens[i].deprel == RO_DEPREL_NMOD_POSS)
      return true;
  return false;
}

/* "ran FOR PRESIDENT", "was elected PRESIDENT", "was PRESIDENT of Iran until 2005": the office, not
 * who holds it. */
static bool is_office_alone(const ro_document *d, uint32_t start, uint32_t head, bool owned) {
  const ro_token *token = &d->tokens[head];
  if (token->upos != RO_UPOS_NOUN || has_determiner(d, start, head)) return false;
  if (ro_tree_child(d, head, RO_DEPREL_COP) != RO_NONE) return true;
  switch (token->deprel) {
  case RO_DEPREL_XCOMP:
    return true;
  case RO_DEPREL_OBL:
  case RO_DEPREL_NMOD:
  case RO_DEPREL_OBJ:
    return !owned;
  default:
    return false;
  }
}

static bool is_plural(const ro_token *token) {
  return (token->feats && strstr(token->feats, "Number=Plur")) ||
         (token->xpos && (strcmp(token->xpos, "NNS") == 0 || strcmp(token->xpos, "NNPS") == 0));
}

static ro_gender gender_of(const char *noun) {
  static const char *const female[] = {"woman", "queen", "princess", "lady"};
  static const char *const male[] = {"sman", "king", "chairman", "prince", "sheikh", "bishop"};
  for (size_t i = 0; i < COUNT(female); i++)
    if (strstr(noun, female[i])) return RO_GENDER_FEMALE;
  for (size_t i = 0; i < COUNT(male); i++)
    if (strstr(noun, male[i])) return RO_GENDER_MALE;
  return RO_GENDER_UNKNOWN;
}

static void fill_role(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t start,
                      uint32_t end) {
  const ro_document *d = scene->document;
  uint32_t first = start < draft->head ? start : draft->head;
  start = draft->first;
  while (first > start && scene->seed_of[first - 1] == RO_NONE &&
         (d->tokens[first - 1].deprel == RO_DEPREL_COMPOUND ||
          d->tokens[first - 1].deprel == RO_DEPREL_NMOD_DESC ||
          d->tokens[first - 1].deprel == RO_DEPREL_AMOD) &&
         d->tokens[first - 1].upos != RO_UPOS_PUNCT)
    first--;
  if (end <= draft->head) end = draft->head + 1;
  char *role = ro_arena_copy(scene->arena, d->text + d->tokens[first].span.start,
                             d->tokens[end - 1].span.end - d->tokens[first].span.start);
  for (char *at = role; *at; at++)
    *at = *at == '\n' ? ' ' : (char)tolower((unsigned char)*at);
  draft->role = role;
}

static const char *string_of(const ro_mention_draft *draft, uint32_t offset) {
  return ro_dictionary_string(draft->dictionary, offset);
}

static ro_mention_draft *add_nominal(ro_name_scene *scene, uint32_t head) {
  uint32_t start = ro_noun_phrase_start(scene->document, head);
  scene->draft_of[head] = (uint32_t)scene->draft_count;
  ro_mention_draft *draft =
      RO_ARENA_PUSH(scene->arena, &scene->drafts, scene->draft_count, scene->draft_capacity);
  *draft = (ro_mention_draft){.first = start,
                              .count = head - start + 1,
                              .head = head,
                              .kind = RO_MENTION_NOMINAL,
                              .entity = RO_NONE,
                              .same_as = RO_NONE};
  return draft;
}

/* "the group": a noun that only points to a body that was named stands alone. */
static bool points_back(const ro_name_scene *scene, uint32_t head, const ro_entry *agent,
                        const ro_dictionary *dictionary) {
  if (strcmp(ro_dictionary_string(dictionary, agent->division), "back") != 0) return true;
  const ro_document *d = scene->document;
  uint32_t start = ro_noun_phrase_start(d, head);
  static const char *const kinds[] = {"regional", "shiite",     "sunni", "islamist",  "militant",
                                      "armed",    "separatist", "rebel", "jihadist",  "insurgent",
                                      "shia",     "western",    "world", "political", "military"};
  bool regional = head > 1 && ro_token_is_one_of(&d->tokens[head - 1], kinds, COUNT(kinds));
  return head > 0 && ro_token_is(&d->tokens[start], "the") && start + 1 + regional == head &&
         !is_plural(&d->tokens[head]) && ro_tree_child(d, head, RO_DEPREL_NMOD) == RO_NONE;
}

/* The words first .. first + length - 1 are the noun. */
static void take_noun(ro_name_scene *scene, uint32_t first, uint32_t length, const ro_entry *agent,
                      const ro_dictionary *dictionary) {
  const ro_document *d = scene->document;
  uint32_t head = ro_name_scene_head(d, first, length);
  if (scene->draft_of[head] != RO_NONE || !points_back(scene, head, agent, dictionary)) return;
  ro_mention_draft *draft = add_nominal(scene, head);
  if (first + length > draft->first + draft->count) draft->count = first + length - draft->first;
  if (first < draft->first) {
    draft->count += draft->first - first;
    draft->first = first;
  }
  draft->dictionary = dictionary;
  draft->agent = agent;
  const char *kind = string_of(draft, agent->role);
  draft->plural = is_plural(&d->tokens[head]);
  draft->person = strcmp(kind, "person") == 0;
  draft->gender = draft->person ? gender_of(d->tokens[head].form) : RO_GENDER_UNKNOWN;
  draft->indefinite = is_indefinite(d, draft->first, head) ||
                      (draft->plural && !has_determiner(d, draft->first, head));
  if (draft->person) fill_role(scene, draft, first, first + length);
  ro_noun_sector_fill(scene, draft, first);
  ro_noun_find_owner(scene, draft, first);
  bool alone = draft->person && is_office_alone(d, draft->first, head, draft->base != NULL);
  draft->indefinite = draft->indefinite || alone;
}

static bool is_free(const ro_name_scene *scene, uint32_t first, uint32_t length) {
  for (uint32_t i = first; i < first + length; i++)
    if (scene->seed_of[i] != RO_NONE || scene->draft_of[i] != RO_NONE || scene->in_name[i])
      return false;
  uint32_t last = first + length - 1;
  if (scene->token_piece[first] == scene->token_piece[first + 1] ||
      scene->token_piece[last] == scene->token_piece[last + 1])
    return false; /* no letter in it */
  return scene->document->tokens[first].sentence ==
         scene->document->tokens[first + length - 1].sentence;
}

/* Number of words of the noun that begins here; 0 where none does. */
static uint32_t try_noun(ro_name_scene *scene, uint32_t first) {
  enum { LONGEST = 4 };
  const ro_document *d = scene->document;
  for (uint32_t length = LONGEST; length > 0; length--) {
    if (first + length > d->token_count || !is_free(scene, first, length)) continue;
    ro_upos upos = d->tokens[first + length - 1].upos;
    if (upos != RO_UPOS_NOUN && upos != RO_UPOS_PROPN && (length == 1 || upos != RO_UPOS_ADJ))
      continue;
    const ro_dictionary *dictionary = NULL;
    const ro_entry *agent = ro_name_scene_agent(scene, first, length, &dictionary);
    if (!agent) continue;
    take_noun(scene, first, length, agent, dictionary);
    return length;
  }
  return 0;
}

/* "his host, Recep Tayyip Erdogan": a noun that no list has, told by the name
 * behind it. */
static void take_described_person(ro_name_scene *scene, uint32_t name) {
  const ro_document *d = scene->document;
  const ro_token *token = &d->tokens[scene->drafts[name].head];
  uint32_t noun = token->head;
  bool described = token->deprel == RO_DEPREL_APPOS && noun != RO_NONE &&
                   noun < scene->drafts[name].first && d->tokens[noun].upos == RO_UPOS_NOUN &&
                   !is_plural(&d->tokens[noun]);
  if (!described || scene->draft_of[noun] != RO_NONE) return;
  ro_mention_draft *draft = add_nominal(scene, noun);
  draft->person = true;
  draft->same_as = name;
}

static bool is_pronoun_of_actors(const ro_token *token) {
  static const char *const words[] = {"he",   "him",     "his",    "himself",   "she",    "her",
                                      "hers", "herself", "it",     "its",       "itself", "they",
                                      "them", "their",   "theirs", "themselves"};
  return (token->upos == RO_UPOS_PRON || token->upos == RO_UPOS_DET) &&
         token->deprel != RO_DEPREL_EXPL && ro_token_is_one_of(token, words, COUNT(words));
}

static void take_pronoun(ro_name_scene *scene, uint32_t token) {
  ro_mention_draft *draft = ro_name_scene_add(scene, token, 1);
  if (!draft) return;
  char first = (char)tolower((unsigned char)scene->document->tokens[token].form[0]);
  draft->kind = RO_MENTION_PRONOUN;
  draft->person = first == 'h' || first == 's';
  draft->plural = first == 't';
  if (first == 's') draft->gender = RO_GENDER_FEMALE;
  if (first == 'h') {
    char second = scene->document->tokens[token].form[1];
    bool her = second == 'e' && scene->document->tokens[token].form[2] == 'r';
    draft->gender = her ? RO_GENDER_FEMALE : RO_GENDER_MALE;
  }
}

static bool is_argument(ro_deprel deprel) {
  return deprel == RO_DEPREL_NSUBJ || deprel == RO_DEPREL_OBJ || deprel == RO_DEPREL_IOBJ ||
         deprel == RO_DEPREL_OBL; /* "both must be settled" speaks of things */
}

/* "THE TWO will meet", "BOTH agreed", "THE PAIR discussed it": whoever was named last. */
static void take_two(ro_name_scene *scene, uint32_t token) {
  static const char *const words[] = {"two",  "pair", "duo", "three", "trio",
                                      "four", "five", "six", "seven"};
  const ro_document *d = scene->document;
  bool both = ro_token_is(&d->tokens[token], "both") && is_argument(d->tokens[token].deprel);
  if (both && scene->draft_of[token] == RO_NONE) {
    add_nominal(scene, token)->plural = true;
    return;
  }
  bool head = d->tokens[token].deprel != RO_DEPREL_NUMMOD &&
              ro_token_is_one_of(&d->tokens[token], words, COUNT(words)) &&
              ro_tree_child(d, token, RO_DEPREL_NMOD) == RO_NONE;
  if (!head || token == 0 || !ro_token_is(&d->tokens[token - 1], "the") ||
      scene->draft_of[token] != RO_NONE)
    return;
  ro_mention_draft *draft = add_nominal(scene, token);
  draft->first = token - 1;
  draft->count = 2;
  draft->plural = true;
}

void ro_nominals_find(ro_name_scene *scene) {
  const ro_document *d = scene->document;
  uint32_t named = (uint32_t)scene->draft_count;
  for (uint32_t i = 0; i < d->token_count;) {
    uint32_t length = try_noun(scene, i);
    bool of_name = scene->in_name[i]; /* "Liu HE" */
    if (!length && !of_name && is_pronoun_of_actors(&d->tokens[i])) take_pronoun(scene, i);
    if (!length) take_two(scene, i);
    i += length ? length : 1;
  }
  for (uint32_t i = 0; i < named; i++)
    if (scene->drafts[i].person) take_described_person(scene, i);
}
