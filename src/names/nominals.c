#include "names/nominals.h"

#include <ctype.h>
#include <string.h>

#include "names/actor_code.h"
#include "syntax/tree.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_left_dependent(ro_deprel deprel) {
  switch (deprel) {
  case RO_DEPREL_AMOD:
  case RO_DEPREL_COMPOUND:
  case RO_DEPREL_DET:
  case RO_DEPREL_DET_PREDET:
  case RO_DEPREL_NMOD_DESC:
  case RO_DEPREL_NMOD_POSS:
  case RO_DEPREL_NUMMOD:
  case RO_DEPREL_FLAT:
  case RO_DEPREL_NMOD:
    return true;
  default:
    return false;
  }
}

/* First word of the phrase that the noun heads, without what stands after it.
 */
static uint32_t phrase_start(const ro_document *d, uint32_t head) {
  uint32_t start = head;
  for (uint32_t child = d->first_child[head]; child != RO_NONE && child < head;
       child = d->next_sibling[child]) {
    if (!is_left_dependent(d->tokens[child].deprel)) continue;
    uint32_t first, last;
    ro_tree_extent(d, child, &first, &last);
    if (last < head && first < start) start = first;
  }
  return start;
}

/* The nearest name of a state, body or group before the noun inside its phrase.
 */
static uint32_t owner_before(const ro_name_scene *scene, uint32_t start, uint32_t head) {
  for (uint32_t i = head; i-- > start;)
    if (scene->seed_of[i] != RO_NONE) return scene->seed_of[i];
  return RO_NONE;
}

/* "the president OF IRAN", "envoys FROM RUSSIA". */
static uint32_t owner_after(const ro_name_scene *scene, uint32_t head) {
  const ro_document *d = scene->document;
  static const char *const words[] = {"of", "from", "at", "in"};
  for (uint32_t child = ro_tree_child(d, head, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(d, child, RO_DEPREL_NMOD)) {
    const char *preposition = ro_name_preposition(d, child);
    ro_token word = {.form = preposition ? preposition : ""};
    if (!ro_token_is_one_of(&word, words, COUNT(words))) continue;
    if (scene->seed_of[child] != RO_NONE) return scene->seed_of[child];
    uint32_t first, last;
    ro_tree_extent(d, child, &first, &last);
    for (uint32_t i = first; i < child; i++)
      if (scene->seed_of[i] != RO_NONE) return scene->seed_of[i];
  }
  return RO_NONE;
}

static const char *lower_copy(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  const ro_document *d = scene->document;
  ro_span span = {d->tokens[first].span.start, d->tokens[end - 1].span.end};
  char *copy = ro_arena_copy(scene->arena, d->text + span.start, span.end - span.start);
  for (char *at = copy; *at; at++)
    *at = *at == ' ' || *at == '\n' || *at == '\t' ? '-' : (char)tolower((unsigned char)*at);
  return copy;
}

static bool is_indefinite(const ro_document *d, uint32_t start, uint32_t head) {
  static const char *const words[] = {"a",    "an",  "one",   "another",
                                      "some", "two", "three", "several"};
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

/* A loose group: "Western governments", "Russia's allies", "European
 * diplomats". */
static bool make_group(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t start) {
  const ro_document *d = scene->document;
  uint32_t first = start;
  while (first < draft->head &&
         (d->tokens[first].upos == RO_UPOS_DET || d->tokens[first].upos == RO_UPOS_NUM) &&
         !ro_token_is(&d->tokens[first], "all"))
    first++;
  bool qualified = false;
  for (uint32_t i = first; i < draft->head; i++)
    if (d->tokens[i].upos == RO_UPOS_ADJ || d->tokens[i].upos == RO_UPOS_PROPN ||
        ro_token_is(&d->tokens[i], "all"))
      qualified = true;
  if (!qualified || !draft->plural) return false;
  for (uint32_t i = first; i < draft->head; i++)
    if (d->tokens[i].upos == RO_UPOS_PRON || d->tokens[i].upos == RO_UPOS_PART) first = i + 1;
  if (first >= draft->head) return false;
  draft->actor = lower_copy(scene, first, draft->head + 1);
  draft->type = RO_ACTOR_GROUP;
  draft->reason = "a loose group";
  return true;
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

static ro_actor_type type_of_owner(const ro_mention_draft *draft, const ro_mention_draft *owner) {
  if (draft->person) return RO_ACTOR_PERSON;
  if (owner && owner->type != RO_ACTOR_STATE) return owner->type;
  return RO_ACTOR_GOVERNMENT;
}

/* The actor of a noun with an owner: the owner, or a part that does not speak
 * for it. */
void ro_nominal_belong(const ro_name_scene *scene, ro_mention_draft *draft,
                       const ro_mention_draft *owner) {
  const char *party = string_of(draft, draft->agent->nouns);
  const char *sector = string_of(draft, draft->agent->code);
  const char *state = owner->dictionary && owner->entry
                          ? ro_dictionary_string(owner->dictionary, owner->entry->country)
                          : owner->base;
  bool of_state = owner->type == RO_ACTOR_STATE || owner->type == RO_ACTOR_GOVERNMENT ||
                  owner->type == RO_ACTOR_MINISTRY;
  draft->base = owner->actor;
  draft->actor = owner->actor;
  draft->code = owner->code;
  draft->type = type_of_owner(draft, owner);
  if (of_state && state && strlen(state) == 3) {
    if (*party && owner->actor && strlen(owner->actor) == 3)
      draft->base = draft->actor = ro_arena_print(scene->arena, "%s-%s", owner->actor, party);
    bool organ = owner->type == RO_ACTOR_MINISTRY && owner->code && strlen(owner->code) > 3;
    if (!organ) draft->code = ro_actor_code_join(scene->arena, state, sector);
  }
}

/* Owners that are coordinated: "American and Russian negotiators". */
static void join_owners(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t owner,
                        uint32_t start) {
  enum { MOST = 12 };
  const ro_document *d = scene->document;
  const char *actors[MOST];
  uint32_t count = 0;
  for (uint32_t i = scene->drafts[owner].first + scene->drafts[owner].count; i-- > start;) {
    uint32_t seed = scene->seed_of[i];
    bool joint = d->tokens[i].upos == RO_UPOS_PUNCT || d->tokens[i].upos == RO_UPOS_CCONJ ||
                 d->tokens[i].upos == RO_UPOS_DET;
    if (seed == RO_NONE && !joint) break;
    if (seed == RO_NONE) continue;
    const char *actor = scene->drafts[seed].actor;
    bool again = count && strcmp(actors[count - 1], actor) == 0;
    if (!again && count < MOST) actors[count++] = actor;
  }
  if (count < 2) return;
  const char **members = ro_arena_alloc_array(scene->arena, count, sizeof *members);
  for (uint32_t i = 0; i < count; i++)
    members[i] = actors[count - 1 - i];
  draft->members = members;
  draft->member_count = count;
  draft->reason = "a noun with several states or bodies";
}

static ro_mention_draft *add_nominal(ro_name_scene *scene, uint32_t head) {
  uint32_t start = phrase_start(scene->document, head);
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

static void find_owner(ro_name_scene *scene, ro_mention_draft *draft, uint32_t first_of_noun,
                       bool group) {
  uint32_t start = draft->first;
  uint32_t owner = owner_before(scene, start, first_of_noun);
  if (owner == RO_NONE) owner = owner_after(scene, draft->head);
  bool loose_owner = owner != RO_NONE && scene->drafts[owner].type == RO_ACTOR_GROUP;
  if (owner != RO_NONE && !group && !loose_owner) {
    ro_nominal_belong(scene, draft, &scene->drafts[owner]);
    draft->reason = "a noun with its state or body";
    if (draft->plural) join_owners(scene, draft, owner, start);
  } else {
    make_group(scene, draft, start);
  }
}

/* The words first .. first + length - 1 are the noun. */
static void take_noun(ro_name_scene *scene, uint32_t first, uint32_t length, const ro_entry *agent,
                      const ro_dictionary *dictionary) {
  const ro_document *d = scene->document;
  uint32_t head = ro_name_scene_head(d, first, length);
  if (scene->draft_of[head] != RO_NONE) return;
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
  find_owner(scene, draft, first, strcmp(kind, "group") == 0);
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

/* "THE TWO will meet": whoever was named last. */
static void take_number(ro_name_scene *scene, uint32_t token) {
  const ro_document *d = scene->document;
  bool head = d->tokens[token].deprel != RO_DEPREL_NUMMOD && ro_token_is(&d->tokens[token], "two");
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
    if (!length && is_pronoun_of_actors(&d->tokens[i])) take_pronoun(scene, i);
    if (!length && d->tokens[i].upos == RO_UPOS_NUM) take_number(scene, i);
    i += length ? length : 1;
  }
  for (uint32_t i = 0; i < named; i++)
    if (scene->drafts[i].person) take_described_person(scene, i);
}
