#include "names/places.h"

#include <string.h>

#include "names/place_use.h"

typedef struct place_draft {
  uint32_t first, count; /* tokens */
  const ro_name_match *match;
  const ro_entry *entry;
  bool adjective;
} place_draft;

typedef struct places {
  ro_name_scene *scene;
  place_draft *items;
  size_t count, capacity;
} places;

static bool is_place_kind(const ro_entry *entry) {
  return entry->kind == RO_ENTRY_STATE || entry->kind == RO_ENTRY_PLACE ||
         entry->kind == RO_ENTRY_REGION;
}

static bool is_tagged(const ro_name_scene *scene, uint32_t first, uint32_t count, ro_name_tag tag) {
  for (uint32_t i = first; i < first + count; i++)
    if (scene->document->tokens[i].name_tag == tag) return true;
  return false;
}

static bool in_capitals(const ro_name_scene *scene, const ro_name_match *match) {
  for (uint32_t i = 0; i < match->count; i++)
    if (!scene->pieces.items[match->first + i].upper) return false;
  return true;
}

/* A word that is also an ordinary one or a person's name needs the tagger's
 * word or a preposition of place. */
static bool is_believable(const ro_name_scene *scene, const ro_name_match *match,
                          const ro_entry *entry, uint32_t first, uint32_t count) {
  const ro_document *d = scene->document;
  if (entry->kind != RO_ENTRY_PLACE)
    return !(count == 1 && is_tagged(scene, first, 1, RO_NAME_TAG_PERSON) &&
             entry->kind == RO_ENTRY_REGION);
  if (is_tagged(scene, first, count, RO_NAME_TAG_PLACE)) return true;
  if (is_tagged(scene, first, count, RO_NAME_TAG_PERSON)) return false;
  const ro_token *token = &d->tokens[ro_name_scene_head(d, first, count)];
  if (token->upos != RO_UPOS_PROPN) return false;
  bool begins = d->sentences[token->sentence].first_token == first;
  if (entry->doubt && (begins || in_capitals(scene, match))) return false;
  const char *preposition = ro_name_preposition(d, ro_name_scene_head(d, first, count));
  ro_token word = {.form = preposition ? preposition : ""};
  static const char *const of_place[] = {"in", "at", "near", "outside", "from", "to"};
  bool located = ro_token_is_one_of(&word, of_place, sizeof of_place / sizeof *of_place);
  if (entry->doubt & RO_ENTRY_DOUBT_WORD) return located && entry->weight >= 50000;
  if (entry->doubt & RO_ENTRY_DOUBT_PERSON) return located || entry->weight >= 500000;
  return located || entry->weight >= 15000;
}

static const ro_posting *any_posting(const ro_name_scene *scene, const ro_name_match *match,
                                     uint32_t first, uint32_t count) {
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_posting *posting = &match->postings[i];
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, posting);
    if (entry && is_place_kind(entry) && ro_name_match_fits(scene, match, posting) &&
        is_believable(scene, match, entry, first, count))
      return posting;
  }
  return NULL;
}

static bool try_match(places *p, const ro_name_match *match) {
  uint32_t first, count;
  ro_name_match_tokens(p->scene, match, &first, &count);
  const ro_posting *posting = any_posting(p->scene, match, first, count);
  if (!posting) return false;
  const ro_document *d = p->scene->document;
  bool capital_name =
      d->tokens[first].upos == RO_UPOS_PRON || d->tokens[first].upos == RO_UPOS_VERB;
  if (capital_name && count == 1) return false;
  place_draft *draft = RO_ARENA_PUSH(p->scene->arena, &p->items, p->count, p->capacity);
  *draft = (place_draft){.first = first, .count = count, .match = match};
  draft->adjective = (posting->flags & RO_POSTING_ADJECTIVE) != 0;
  return true;
}

static void take_matches(places *p) {
  const ro_name_scene *scene = p->scene;
  uint32_t free_from = 0;
  for (size_t i = 0; i < scene->match_count;) {
    size_t end = i;
    uint32_t longest = 0, taken = 0;
    for (; end < scene->match_count && scene->matches[end].first == scene->matches[i].first; end++)
      if (scene->matches[end].count > longest) longest = scene->matches[end].count;
    for (uint32_t length = longest; length > 0 && !taken; length--)
      for (size_t k = i; k < end && !taken; k++)
        if (scene->matches[k].count == length && scene->matches[k].first >= free_from &&
            try_match(p, &scene->matches[k]))
          taken = length;
    if (taken) free_from = scene->matches[i].first + taken;
    i = end;
  }
}

/* --- where
 * ----------------------------------------------------------------------------------
 */

static int logarithm(uint32_t value) {
  int bits = 0;
  while (value >>= 1)
    bits++;
  return bits;
}

static const char *country_of(const ro_name_match *match, const ro_entry *entry) {
  return ro_dictionary_string(match->dictionary, entry->country);
}

/* How often the report names the country or places that can only lie in it. */
static int context(const places *p, const char *country, size_t except) {
  enum { WINDOW = 500 }; /* places before and after; so that time grows with the text */
  int count = 0;
  size_t end = except + WINDOW < p->count ? except + WINDOW : p->count;
  for (size_t i = except > WINDOW ? except - WINDOW : 0; i < end && count < 6; i++) {
    const place_draft *other = &p->items[i];
    if (i == except || !other->entry) continue;
    if (strcmp(country_of(other->match, other->entry), country) == 0) count++;
  }
  return count;
}

/* "Paris, Texas": the next name is that of the division or the country. */
static bool is_contained(const places *p, size_t number, const ro_entry *entry) {
  const place_draft *draft = &p->items[number];
  const ro_document *d = p->scene->document;
  if (number + 1 >= p->count) return false;
  const place_draft *next = &p->items[number + 1];
  uint32_t after = draft->first + draft->count;
  if (next->first > after + 1 || next->first < after) return false;
  if (next->first == after + 1 && !ro_token_is(&d->tokens[after], ",")) return false;
  const ro_name_match *match = next->match;
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_entry *outer = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    if (!outer || outer == entry || !is_place_kind(outer)) continue;
    bool same_country = strcmp(country_of(match, outer), country_of(draft->match, entry)) == 0;
    if (!same_country) continue;
    if (outer->kind == RO_ENTRY_STATE) return true;
    const char *kind = ro_dictionary_string(match->dictionary, outer->role);
    const char *division = ro_dictionary_string(match->dictionary, outer->division);
    if (strcmp(kind, "ADM1") == 0 &&
        strcmp(division, ro_dictionary_string(draft->match->dictionary, entry->division)) == 0)
      return true;
  }
  return false;
}

static int standing(const ro_name_match *match, const ro_entry *entry) {
  const char *kind = ro_dictionary_string(match->dictionary, entry->role);
  if (entry->kind == RO_ENTRY_STATE) return 46;
  if (entry->kind == RO_ENTRY_REGION) return 44;
  int score = logarithm(entry->weight) * 3 / 2;
  if (strcmp(kind, "PPLC") == 0) score += 14;
  if (strcmp(kind, "ADM1") == 0) score += 4;
  if (strcmp(kind, "ADM2") == 0) score -= 8;
  if (strcmp(kind, "PPLA") == 0) score += 2;
  return score;
}

static const ro_entry *choose(const places *p, size_t number, bool with_context) {
  const place_draft *draft = &p->items[number];
  const ro_name_match *match = draft->match;
  const ro_entry *best = NULL;
  int best_score = 0;
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    if (!entry || !is_place_kind(entry) ||
        !ro_name_match_fits(p->scene, match, &match->postings[i]))
      continue;
    int score = 100 + standing(match, entry);
    bool usual = strcmp(ro_dictionary_string(match->dictionary, entry->name), "") != 0;
    if (usual && with_context) {
      score += context(p, country_of(match, entry), number) * 3;
      if (is_contained(p, number, entry)) score += 40;
    }
    if (best && score <= best_score) continue;
    best = entry;
    best_score = score;
  }
  return best;
}

/* --- what for
 * -------------------------------------------------------------------------------
 */

static bool is_inside_name(const places *p, const place_draft *draft) {
  const ro_name_scene *scene = p->scene;
  const ro_document *d = scene->document;
  for (uint32_t i = draft->first; i < draft->first + draft->count; i++) {
    uint32_t seed = scene->seed_of[i];
    if (seed != RO_NONE && scene->drafts[seed].count > draft->count) return true;
  }
  uint32_t after = draft->first + draft->count;
  bool organization = d->tokens[draft->first].name_tag == RO_NAME_TAG_ORGANIZATION;
  bool goes_on = after < d->token_count && d->tokens[after].name_tag == RO_NAME_TAG_ORGANIZATION &&
                 !d->tokens[after].name_begins;
  return organization && (goes_on || !d->tokens[draft->first].name_begins);
}

static ro_place_use use_of(const places *p, const place_draft *draft) {
  const ro_document *d = p->scene->document;
  if (is_inside_name(p, draft)) return RO_PLACE_INSIDE_NAME;
  if (draft->adjective) return RO_PLACE_ADJECTIVE;
  bool can_act = draft->entry->kind == RO_ENTRY_STATE || p->scene->seed_of[draft->first] != RO_NONE;
  if (can_act && ro_place_acts(d, draft->first, draft->count)) return RO_PLACE_GOVERNMENT;
  return RO_PLACE_LOCATION;
}

static void fill(const places *p, const place_draft *draft, ro_place *place) {
  const ro_document *d = p->scene->document;
  const ro_dictionary *dictionary = draft->match->dictionary;
  const ro_entry *entry = draft->entry;
  const char *country = ro_dictionary_string(dictionary, entry->country);
  *place = (ro_place){.span = {d->tokens[draft->first].span.start,
                               d->tokens[draft->first + draft->count - 1].span.end},
                      .first_token = draft->first,
                      .token_count = draft->count,
                      .name = ro_dictionary_string(dictionary, entry->name),
                      .latitude = entry->latitude / 10000.0,
                      .longitude = entry->longitude / 10000.0,
                      .located = true,
                      .geonames_id = entry->geonames,
                      .country = *country ? country : NULL,
                      .kind = ro_dictionary_string(dictionary, entry->role),
                      .use = use_of(p, draft)};
}

/* --- places that no table has
 * --------------------------------------------------------------- */

static void add_unknown(const ro_document *d, uint32_t first, uint32_t end, ro_place *place) {
  ro_span span = {d->tokens[first].span.start, d->tokens[end - 1].span.end};
  *place = (ro_place){.span = span,
                      .first_token = first,
                      .token_count = end - first,
                      .name = ro_arena_copy(d->arena, d->text + span.start, span.end - span.start),
                      .use = RO_PLACE_LOCATION};
}

static uint32_t end_of_tagged(const ro_document *d, uint32_t first) {
  uint32_t end = first + 1;
  while (end < d->token_count && d->tokens[end].name_tag == RO_NAME_TAG_PLACE &&
         !d->tokens[end].name_begins && d->tokens[end].sentence == d->tokens[first].sentence)
    end++;
  return end;
}

static bool is_unknown_place(const ro_document *d, uint32_t first, uint32_t *start, uint32_t *end) {
  *start = first;
  *end = end_of_tagged(d, first);
  while (*start < *end &&
         (d->tokens[*start].upos == RO_UPOS_DET || d->tokens[*start].upos == RO_UPOS_ADP))
    (*start)++;
  for (uint32_t i = *start; i < *end; i++)
    if (d->tokens[i].upos == RO_UPOS_PROPN) return true;
  return false;
}

void ro_places_find(ro_name_scene *scene) {
  places p = {.scene = scene};
  ro_document *d = scene->document;
  take_matches(&p);
  for (size_t i = 0; i < p.count; i++)
    p.items[i].entry = choose(&p, i, false);
  for (int round = 0; round < 2; round++)
    for (size_t i = 0; i < p.count; i++)
      p.items[i].entry = choose(&p, i, true);
  d->places = ro_arena_alloc_array(d->arena, p.count + d->token_count + 1, sizeof *d->places);
  size_t next = 0;
  uint32_t count = 0;
  for (uint32_t i = 0; i < d->token_count;) {
    bool known = next < p.count && p.items[next].first == i;
    uint32_t start, end;
    if (known) {
      fill(&p, &p.items[next], &d->places[count++]);
      i += p.items[next++].count;
    } else if (d->tokens[i].name_tag == RO_NAME_TAG_PLACE && is_unknown_place(d, i, &start, &end)) {
      if (next < p.count && p.items[next].first < end) {
        i++;
        continue;
      }
      add_unknown(d, start, end, &d->places[count++]);
      i = end;
    } else {
      i++;
    }
    while (next < p.count && p.items[next].first < i)
      next++;
  }
  d->place_count = count;
}
