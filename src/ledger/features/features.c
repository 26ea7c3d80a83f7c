#include "ledger/features/features.h"

#include <string.h>

#include "ledger/features/feature_words.h"

int ro_rank_compare(const ro_rank *a, const ro_rank *b) {
  if (a->day != b->day) return a->day < b->day ? -1 : 1;
  if (a->report != b->report) return a->report < b->report ? -1 : 1;
  return a->position < b->position ? -1 : a->position > b->position;
}

bool ro_ranks_of_one_report(const ro_rank *a, const ro_rank *b) {
  return a->day == b->day && a->report == b->report;
}

static ro_parties parties_of(ro_arena *arena, ro_actors actors) {
  ro_parties parties = {.items = ro_arena_alloc_array(arena, actors.count, sizeof(ro_party))};
  for (uint32_t i = 0; i < actors.count; i++)
    if (actors.items[i]) parties.items[parties.count++] = ro_party_of(actors.items[i]);
  return parties;
}

/* Mentions of the record's own parties say nothing of the matter. */
static bool is_own_party(const ro_actor_mention *mention, const ro_features *features) {
  if (!mention->actor) return mention->kind == RO_MENTION_PRONOUN;
  uint32_t code = ro_party_of(mention->actor).code;
  return code == RO_PARTY_GROUP || ro_parties_have(features->who, code) ||
         ro_parties_have(features->whom, code);
}

typedef struct span_list {
  ro_span *items;
  size_t count, capacity;
} span_list;

/* Where the persons among the actors are named. */
static void add_names(ro_arena *arena, const char *text, ro_span within, ro_actors actors,
                      span_list *spans) {
  for (uint32_t i = 0; i < actors.count; i++) {
    const char *colon = strchr(actors.items[i], ':');
    size_t size = colon ? strlen(colon + 1) : 0;
    for (size_t at = within.start; size && at + size <= within.end; at++)
      if (memcmp(text + at, colon + 1, size) == 0)
        *RO_ARENA_PUSH(arena, &spans->items, spans->count, spans->capacity) =
            (ro_span){(uint32_t)at, (uint32_t)(at + size)};
  }
}

/* Words like "Russian" name a party too. */
static bool is_own_country(const ro_place *place, const ro_features *features) {
  if (!place->country || place->use == RO_PLACE_LOCATION) return false;
  uint32_t code = ro_party_of(place->country).code;
  return ro_parties_have(features->who, code) || ro_parties_have(features->whom, code);
}

static void add_countries(ro_arena *arena, const ro_annotation *annotation,
                          const ro_features *features, ro_span within, span_list *spans) {
  size_t count;
  const ro_place *places = ro_annotation_places(annotation, &count);
  for (size_t i = 0; i < count; i++)
    if (places[i].span.start < within.end && places[i].span.end > within.start &&
        is_own_country(&places[i], features))
      *RO_ARENA_PUSH(arena, &spans->items, spans->count, spans->capacity) = places[i].span;
}

/* The spans of what names the record's parties. */
static span_list own_mentions(ro_arena *arena, const ro_annotation *annotation,
                              const ro_record *record, const ro_features *features,
                              ro_span within) {
  size_t actor_count;
  const ro_actor_mention *actors = ro_annotation_actors(annotation, &actor_count);
  span_list spans = {0};
  for (size_t i = 0; i < actor_count; i++)
    if (actors[i].span.start < within.end && actors[i].span.end > within.start &&
        is_own_party(&actors[i], features))
      *RO_ARENA_PUSH(arena, &spans.items, spans.count, spans.capacity) = actors[i].span;
  size_t size;
  const char *text = ro_annotation_text(annotation, &size);
  add_countries(arena, annotation, features, within, &spans);
  add_names(arena, text, within, record->who, &spans);
  add_names(arena, text, within, record->whom, &spans);
  add_names(arena, text, within, record->says, &spans);
  return spans;
}

static ro_terms join(ro_arena *arena, ro_terms a, ro_terms b) {
  ro_terms joined = {.items = ro_arena_alloc_array(arena, RO_TERMS_LIMIT, sizeof(ro_term))};
  uint32_t i = 0, j = 0;
  while ((i < a.count || j < b.count) && joined.count < RO_TERMS_LIMIT) {
    bool first = j == b.count || (i < a.count && a.items[i].concept <= b.items[j].concept);
    ro_term term = first ? a.items[i] : b.items[j];
    if (i < a.count && a.items[i].concept == term.concept) i++;
    if (j < b.count && b.items[j].concept == term.concept) j++;
    joined.items[joined.count++] = term;
  }
  return joined;
}

/* What of the record's words tells what it is about. */
static ro_span matter_of(const ro_vocabulary *vocabulary, const char *text,
                         const ro_record *record) {
  bool conditional = record->act == RO_ACT_CONDITION || record->act == RO_ACT_WARNING;
  return conditional
             ? ro_features_condition(ro_vocabulary_words(vocabulary), text, record->evidence)
             : record->evidence;
}

/* The record's sentence and the one before. */
static ro_span surroundings(const ro_annotation *annotation, const ro_record *record) {
  size_t count;
  const ro_sentence *sentences = ro_annotation_sentences(annotation, &count);
  if (record->sentence >= count) return record->evidence;
  ro_span span = sentences[record->sentence].span;
  if (record->sentence) span.start = sentences[record->sentence - 1].span.start;
  return span;
}

/* The words of the matter as the record puts it; where they stand in the text, without the names of
 * the record's parties. */
static ro_terms terms_of_matter(const ro_vocabulary *vocabulary, ro_arena *arena, const char *text,
                                ro_span around, const char *what, const span_list *own) {
  size_t size = strlen(what);
  for (size_t at = around.start; at + size <= around.end; at++) {
    if (memcmp(text + at, what, size) != 0) continue;
    ro_span found = {(uint32_t)at, (uint32_t)(at + size)};
    return ro_terms_of(vocabulary, arena, text, found, own->items, own->count);
  }
  return ro_terms_of(vocabulary, arena, what, (ro_span){0, (uint32_t)size}, NULL, 0);
}

static void find_terms(const ro_vocabulary *vocabulary, ro_arena *arena,
                       const ro_annotation *annotation, const ro_record *record,
                       ro_features *features) {
  size_t size;
  const char *text = ro_annotation_text(annotation, &size);
  ro_span around = surroundings(annotation, record);
  span_list own = own_mentions(arena, annotation, record, features, around);
  features->terms = ro_terms_of(vocabulary, arena, text, matter_of(vocabulary, text, record),
                                own.items, own.count);
  if (record->what)
    features->terms = join(arena, features->terms,
                           terms_of_matter(vocabulary, arena, text, around, record->what, &own));
  features->context = ro_terms_of(vocabulary, arena, text, around, own.items, own.count);
}

/* A meeting on a day to come has not been held, however it is worded ("when he visits in August").
 */
static ro_record_status status_of(const ro_record *record, ro_day published) {
  bool ahead = record->act == RO_ACT_MEETING && record->status == RO_STATUS_HELD &&
               record->when.first != RO_NO_DAY && record->when.first > published;
  return ahead ? RO_STATUS_SCHEDULED : record->status;
}

/* A country tells too little of where: Istanbul and Turkey are no two places. */
static uint32_t place_of(const ro_annotation *annotation, const ro_record *record) {
  size_t count;
  const ro_place *places = ro_annotation_places(annotation, &count);
  const char *kind = record->place < count ? places[record->place].kind : NULL;
  bool country = kind && strncmp(kind, "PCL", 3) == 0;
  return record->where && !country ? ro_hash_folded(record->where, strlen(record->where)) : 0;
}

ro_features ro_features_of(const ro_vocabulary *vocabulary, ro_arena *arena,
                           const ro_annotation *annotation, const ro_record *record, ro_rank rank) {
  size_t size;
  const char *text = ro_annotation_text(annotation, &size);
  ro_features features = {
      .rank = rank,
      .act = record->act,
      .status = status_of(record, rank.day),
      .flags = ro_features_flags(ro_vocabulary_words(vocabulary), text, record),
      .sentence = record->sentence,
      .when = record->when,
      .due = record->due,
      .place = place_of(annotation, record),
      .who = parties_of(arena, record->who),
      .whom = parties_of(arena, record->whom),
  };
  find_terms(vocabulary, arena, annotation, record, &features);
  return features;
}
