#include "names/place_finder.h"

#include <string.h>

#include "syntax/tree.h"

uint32_t ro_head_of_run(const ro_document *document, uint32_t first, uint32_t count) {
  for (uint32_t i = first; i < first + count; i++) {
    const ro_token *token = &document->tokens[i];
    bool outside = token->head == RO_NONE || token->head < first || token->head >= first + count;
    if (outside && token->upos != RO_UPOS_PUNCT) return i;
  }
  return first + count - 1;
}

static bool is_one_of(const char *word, const char *const *list) {
  for (; word && *list; list++)
    if (strcmp(word, *list) == 0) return true;
  return false;
}

static const char *lemma_at(const ro_document *document, uint32_t token) {
  const char *lemma = token == RO_NONE ? NULL : document->tokens[token].lemma;
  return lemma ? lemma : "";
}

static const char *const place_prepositions[] = {
    "in",      "at",         "near", "outside", "inside", "around", "across", "via",
    "through", "throughout", "into", "off",     "under",  "within", NULL};
static const char *const motions[] = {"visit",  "leave",  "reach",  "travel", "fly",   "go",
                                      "come",   "return", "arrive", "trip",   "visit", "journey",
                                      "enter",  "flee",   "move",   "depart", "tour",  "head",
                                      "flight", "road",   NULL};

/* The preposition before a noun; "" where there is none. */
static const char *preposition_of(const ro_document *document, uint32_t token) {
  uint32_t child = ro_tree_child(document, token, RO_DEPREL_CASE);
  return lemma_at(document, child);
}

/* The first of a coordination stands for all: "in Moscow and Kyiv". */
static uint32_t first_conjunct(const ro_document *document, uint32_t token) {
  for (int steps = 0; steps < 8 && document->tokens[token].deprel == RO_DEPREL_CONJ; steps++)
    token = document->tokens[token].head;
  return token;
}

bool ro_is_used_as_government(const ro_document *document, uint32_t first, uint32_t count) {
  uint32_t head = ro_head_of_run(document, first, count);
  uint32_t lead = first_conjunct(document, head);
  if (lead == RO_NONE || !document->first_child) return false;
  const char *preposition = preposition_of(document, lead);
  if (is_one_of(preposition, place_prepositions)) return false;
  const ro_token *token = &document->tokens[lead];
  bool moves = is_one_of(lemma_at(document, token->head), motions);
  switch (token->deprel) {
  case RO_DEPREL_NSUBJ:
  case RO_DEPREL_NSUBJ_OUTER:
  case RO_DEPREL_IOBJ:
  case RO_DEPREL_OBL_AGENT:
  case RO_DEPREL_CSUBJ:
  case RO_DEPREL_NMOD_POSS:
  case RO_DEPREL_VOCATIVE:
    return true;
  case RO_DEPREL_NSUBJ_PASS:
  case RO_DEPREL_OBJ:
  case RO_DEPREL_OBL:
  case RO_DEPREL_NMOD:
    return !moves && strcmp(preposition, "from") != 0;
  default:
    return false;
  }
}

/* What speaks for one of several places of one name. */
typedef struct place_context {
  const ro_dictionary *dictionary;
  const ro_document *document;
  const ro_name_matches *names;
  const char **countries; /* that the text names, with how often */
  uint32_t *weights;
  uint32_t country_count;
} place_context;

static void count_country(place_context *context, const char *country) {
  if (!country || !*country) return;
  for (uint32_t i = 0; i < context->country_count; i++) {
    if (strcmp(context->countries[i], country) != 0) continue;
    context->weights[i]++;
    return;
  }
  context->countries[context->country_count] = country;
  context->weights[context->country_count++] = 1;
}

static uint32_t weight_of(const place_context *context, const char *country) {
  for (uint32_t i = 0; i < context->country_count; i++)
    if (strcmp(context->countries[i], country) == 0) return context->weights[i];
  return 0;
}

static void count_countries(place_context *context) {
  const ro_name_matches *names = context->names;
  ro_arena *arena = context->document->arena;
  context->countries = ro_arena_alloc_array(arena, names->count + 1, sizeof(char *));
  context->weights = ro_arena_alloc_array(arena, names->count + 1, sizeof(uint32_t));
  for (uint32_t i = 0; i < names->count; i++) {
    const ro_name_match *match = &names->items[i];
    const char *only = NULL;
    for (uint32_t k = 0; k < match->posting_count; k++) {
      const ro_dictionary_entry *entry =
          ro_dictionary_get(context->dictionary, match->postings[k].entry);
      if (entry->kind != RO_ENTRY_STATE && entry->kind != RO_ENTRY_PLACE) continue;
      const char *home = ro_dictionary_string(context->dictionary, entry->home);
      if (entry->kind == RO_ENTRY_STATE || !only) only = home;
      if (entry->kind == RO_ENTRY_STATE) break;
      if (strcmp(only, home) != 0) only = "";
    }
    count_country(context, only);
  }
}

/* What a place's size counts for against the countries that the text names; geo-dev hardly tells
 * values near these apart. */
enum { SIZE_WEIGHT = 2, CONTEXT_WEIGHT = 2 };

/* The rough logarithm of a population, in halves of a power of two. */
static int magnitude(uint32_t population) {
  int bits = 0;
  while (population >> bits > 1)
    bits++;
  return 2 * bits;
}

/* The next name after a comma: "Paris, Texas". */
static const ro_name_match *container_of(const place_context *context, const ro_name_match *match) {
  const ro_document *document = context->document;
  uint32_t comma = match->first + match->count;
  if (comma + 1 >= document->token_count || strcmp(document->tokens[comma].form, ",") != 0)
    return NULL;
  uint32_t next = context->names->at[comma + 1];
  return next == RO_NONE ? NULL : &context->names->items[next];
}

static bool lies_in(const place_context *context, const ro_dictionary_entry *place,
                    const ro_name_match *container) {
  const ro_dictionary *dictionary = context->dictionary;
  const char *home = ro_dictionary_string(dictionary, place->home);
  for (uint32_t i = 0; i < container->posting_count; i++) {
    const ro_dictionary_entry *entry = ro_dictionary_get(dictionary, container->postings[i].entry);
    if (entry->kind != RO_ENTRY_STATE && entry->kind != RO_ENTRY_PLACE) continue;
    if (entry == place || strcmp(ro_dictionary_string(dictionary, entry->home), home) != 0)
      continue;
    if (entry->kind == RO_ENTRY_STATE) return true;
    bool is_division = strncmp(ro_dictionary_string(dictionary, entry->office), "ADM", 3) == 0;
    if (is_division && strcmp(ro_dictionary_string(dictionary, entry->division),
                              ro_dictionary_string(dictionary, place->division)) == 0)
      return true;
  }
  return false;
}

static int score(const place_context *context, const ro_name_match *match,
                 const ro_dictionary_posting *posting, const ro_dictionary_entry *entry) {
  const ro_dictionary *dictionary = context->dictionary;
  const char *kind = ro_dictionary_string(dictionary, entry->office);
  uint32_t weight = weight_of(context, ro_dictionary_string(dictionary, entry->home));
  const ro_name_match *container = container_of(context, match);
  int points = SIZE_WEIGHT * magnitude(entry->population) + CONTEXT_WEIGHT * magnitude(weight + 1);
  if (entry->kind == RO_ENTRY_STATE) points += 20;
  if (strcmp(kind, "PPLC") == 0) points += 10;
  if (strcmp(kind, "ADM1") == 0) points += 3;
  if (strcmp(kind, "ADM2") == 0) points -= 6;
  if (strcmp(kind, "PPLA") == 0) points += 4;
  if (posting->use == RO_USE_OTHER_NAME && entry->kind != RO_ENTRY_STATE) points -= 10;
  if (container && lies_in(context, entry, container)) points += 60;
  return points;
}

static const ro_dictionary_entry *choose(const place_context *context, const ro_name_match *match,
                                         const ro_dictionary_posting **chosen) {
  const ro_dictionary_entry *best = NULL;
  int best_score = 0;
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_dictionary_posting *posting = &match->postings[i];
    const ro_dictionary_entry *entry = ro_dictionary_get(context->dictionary, posting->entry);
    if (entry->kind != RO_ENTRY_STATE && entry->kind != RO_ENTRY_PLACE) continue;
    int points = score(context, match, posting, entry);
    if (best && points <= best_score) continue;
    best = entry;
    best_score = points;
    *chosen = posting;
  }
  return best;
}

static ro_place_use use_of(const ro_document *document, const ro_name_match *match,
                           const ro_dictionary_posting *posting, const ro_dictionary_entry *entry,
                           const ro_dictionary *dictionary) {
  if (posting->use == RO_USE_ADJECTIVE || posting->use == RO_USE_PEOPLE) return RO_PLACE_ADJECTIVE;
  const char *kind = ro_dictionary_string(dictionary, entry->office);
  bool may_act = entry->kind == RO_ENTRY_STATE || strcmp(kind, "PPLC") == 0;
  return may_act && ro_is_used_as_government(document, match->first, match->count)
             ? RO_PLACE_GOVERNMENT
             : RO_PLACE_LOCATION;
}

static void push_place(ro_document *document, size_t *capacity, const ro_place *place) {
  size_t count = document->place_count;
  *RO_ARENA_PUSH(document->arena, &document->places, count, *capacity) = *place;
  document->place_count = (uint32_t)count;
}

static ro_place place_of(const place_context *context, uint32_t first, uint32_t token_count,
                         const ro_dictionary_entry *entry) {
  const ro_document *document = context->document;
  ro_place place = {.span = ro_tree_span(document, first, first + token_count - 1),
                    .first_token = first,
                    .token_count = token_count};
  if (!entry) {
    place.name = ro_arena_copy(document->arena, document->text + place.span.start,
                               place.span.end - place.span.start);
    return place;
  }
  const char *home = ro_dictionary_string(context->dictionary, entry->home);
  place.name = ro_dictionary_string(context->dictionary, entry->name);
  place.latitude = (double)entry->latitude;
  place.longitude = (double)entry->longitude;
  place.located = true;
  place.geonames_id = entry->geonames_id;
  place.country = *home ? home : NULL;
  place.kind = ro_dictionary_string(context->dictionary, entry->office);
  return place;
}

static bool has_actor(const ro_dictionary *dictionary, const ro_name_match *match) {
  return ro_match_entry(dictionary, match, RO_ENTRY_ACTOR, RO_USE_NAME) ||
         ro_match_entry(dictionary, match, RO_ENTRY_PERSON, RO_USE_NAME);
}

/* Whether the network takes the words for part of a person's name. */
static bool is_in_person(const ro_document *document, const ro_name_match *match) {
  for (uint32_t i = match->first; i < match->first + match->count; i++)
    if (document->tokens[i].name_tag != RO_NAME_TAG_PERSON) return false;
  return true;
}

static bool is_in_organization(const ro_document *document, const ro_name_match *match) {
  uint32_t first = match->first, last = match->first + match->count - 1;
  const ro_token *tokens = document->tokens;
  if (tokens[first].name_tag != RO_NAME_TAG_ORGANIZATION) return false;
  bool goes_on = last + 1 < document->token_count && !tokens[last + 1].name_begins &&
                 tokens[last + 1].name_tag == RO_NAME_TAG_ORGANIZATION;
  return goes_on || !tokens[first].name_begins;
}

/* Names of places inside the names of bodies: "Bank of England". */
static void push_inner(const place_context *context, ro_document *document, size_t *capacity,
                       const ro_name_match *outer) {
  for (uint32_t i = outer->first; i < outer->first + outer->count && outer->count > 1; i++) {
    uint32_t count;
    ro_name_match inner = {.first = i, .count = 1};
    ro_name_key key = ro_name_key_begin(RO_SPACE_NAME);
    ro_name_key_add(&key, document->tokens[i].form, strlen(document->tokens[i].form));
    inner.postings = ro_dictionary_find(context->dictionary, ro_name_key_finish(&key), &count);
    inner.posting_count = count;
    const ro_dictionary_posting *posting;
    const ro_dictionary_entry *entry = count ? choose(context, &inner, &posting) : NULL;
    if (!entry || (posting->flags & RO_NAME_WORD)) continue;
    ro_place place = place_of(context, i, 1, entry);
    place.use = RO_PLACE_INSIDE_NAME;
    push_place(document, capacity, &place);
  }
}

/* Places that the network finds and no gazetteer has. */
static uint32_t push_unknown(const place_context *context, ro_document *document, size_t *capacity,
                             uint32_t first) {
  uint32_t end = first + 1;
  while (end < document->token_count && !document->tokens[end].name_begins &&
         document->tokens[end].name_tag == RO_NAME_TAG_PLACE && context->names->at[end] == RO_NONE)
    end++;
  bool named = false;
  for (uint32_t i = first; i < end; i++)
    named |= document->tokens[i].upos == RO_UPOS_PROPN;
  if (named) {
    ro_place place = place_of(context, first, end - first, NULL);
    place.use = RO_PLACE_LOCATION;
    push_place(document, capacity, &place);
  }
  return end;
}

static void push_match(const place_context *context, ro_document *document, size_t *capacity,
                       const ro_name_match *match) {
  const ro_dictionary_posting *posting;
  if (has_actor(context->dictionary, match)) {
    push_inner(context, document, capacity, match);
    return;
  }
  const ro_dictionary_entry *entry = choose(context, match, &posting);
  if (!entry) return;
  if (is_in_person(document, match) && entry->kind != RO_ENTRY_STATE) return;
  ro_place place = place_of(context, match->first, match->count, entry);
  place.use = use_of(document, match, posting, entry, context->dictionary);
  if (place.use != RO_PLACE_ADJECTIVE && is_in_organization(document, match))
    place.use = RO_PLACE_INSIDE_NAME;
  push_place(document, capacity, &place);
}

void ro_find_places(const ro_dictionary *dictionary, ro_document *document,
                    const ro_name_matches *names) {
  place_context context = {.dictionary = dictionary, .document = document, .names = names};
  size_t capacity = 0;
  count_countries(&context);
  for (uint32_t i = 0; i < document->token_count;) {
    uint32_t at = names->at[i];
    if (at != RO_NONE) {
      push_match(&context, document, &capacity, &names->items[at]);
      i = names->items[at].first + names->items[at].count;
    } else if (document->tokens[i].name_tag == RO_NAME_TAG_PLACE) {
      i = push_unknown(&context, document, &capacity, i);
    } else {
      i++;
    }
  }
}
