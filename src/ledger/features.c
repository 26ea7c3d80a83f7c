#include "ledger/features.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/hash.h"
#include "base/unicode.h"

int ro_rank_compare(const ro_rank *a, const ro_rank *b) {
  if (a->day != b->day) return a->day < b->day ? -1 : 1;
  if (a->report != b->report) return a->report < b->report ? -1 : 1;
  return a->position < b->position ? -1 : a->position > b->position;
}

static uint32_t hash_folded(const char *name, size_t length) {
  uint64_t hash = RO_HASH_START;
  for (size_t at = 0; at < length;) {
    uint32_t letter = ro_unicode_base_letter(ro_unicode_lower(ro_utf8_next(name, length, &at)));
    char bytes[4];
    if (ro_unicode_is_letter(letter)) hash = ro_hash_add(hash, bytes, ro_utf8_put(letter, bytes));
  }
  uint32_t folded = (uint32_t)ro_hash_finish(hash);
  return folded > RO_PARTY_GROUP ? folded : folded + 2;
}

static bool is_loose_group(const char *code, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (islower((unsigned char)code[i])) return true;
  return false;
}

ro_party ro_party_of(const char *actor) {
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  size_t length = strcspn(actor, ":");
  ro_party party = {.code = RO_PARTY_GROUP};
  if (!is_loose_group(actor, length)) party.code = hash_folded(actor, length);
  if (actor[length]) party.person = hash_folded(actor + length + 1, strlen(actor + length + 1));
  return party;
}

static ro_parties parties_of(ro_arena *arena, ro_actors actors) {
  ro_parties parties = {.items = ro_arena_alloc_array(arena, actors.count, sizeof(ro_party))};
  for (uint32_t i = 0; i < actors.count; i++)
    if (actors.items[i]) parties.items[parties.count++] = ro_party_of(actors.items[i]);
  return parties;
}

bool ro_parties_have(ro_parties parties, uint32_t code) {
  for (uint32_t i = 0; i < parties.count; i++)
    if (parties.items[i].code == code) return true;
  return false;
}

/* Does an earlier one of the list have the same code? */
static bool is_repeated(ro_parties parties, uint32_t index) {
  for (uint32_t i = 0; i < index; i++)
    if (parties.items[i].code == parties.items[index].code) return true;
  return false;
}

uint32_t ro_parties_shared(ro_parties a, ro_parties b) {
  uint32_t shared = 0;
  for (uint32_t i = 0; i < a.count; i++)
    shared += !is_repeated(a, i) && ro_parties_have(b, a.items[i].code);
  return shared;
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

static bool has_word(const char *text, ro_span span, const char *word) {
  size_t size = strlen(word);
  for (size_t at = span.start; at + size <= span.end; at++) {
    bool begins = at == span.start || !isalpha((unsigned char)text[at - 1]);
    bool ended = at + size == span.end || !isalpha((unsigned char)text[at + size]);
    if (begins && ended && strncmp(text + at, word, size) == 0) return true;
  }
  return false;
}

static bool has_any_word(const char *text, ro_span span, const char *const *words) {
  for (; *words; words++)
    if (has_word(text, span, *words)) return true;
  return false;
}

/* Days that are too many for a deadline: "in the coming 120 days". */
enum { PERIOD = 30 };

static bool is_period(ro_interval due) {
  return due.first != RO_NO_DAY && due.last != RO_NO_DAY && due.last - due.first >= PERIOD;
}

static uint32_t flags_of(const char *text, const ro_record *record) {
  static const char *const part[] = {"some", "several", "parts", "most", NULL};
  static const char *const ceases[] = {"drop",   "dropped", "drops",     "dropping",
                                       "longer", "abandon", "abandoned", NULL};
  static const char *const negative[] = {"not", "no",    "neither", "never",
                                         "nor", "won't", "without", NULL};
  static const char *const demanded[] = {
      "demand",   "demands",   "request",    "requests", "call",  "calls", "appeal",
      "proposal", "proposals", "offer",      "idea",     "ideas", "plan",  "list",
      "appeals",  "ultimatum", "conditions", "terms",    NULL};
  static const char *const unless[] = {"unless", "until", "before", "if", NULL};
  static const char *const remote[] = {"call",       "called", "phone", "telephone",
                                       "telephoned", "phoned", "ring",  "rang",
                                       "video",      "online", NULL};
  static const char *const lasts[] = {"until",      "till",      "through",   "another", "go on",
                                      "going on",   "goes on",   "continue",  "extend",  "extended",
                                      "extension",  "prolong",   "prolonged", "renew",   "renewal",
                                      "continuing", "continues", "extending", "roll",    NULL};
  static const char *const deadline[] = {"by", "within", "before", NULL};
  uint32_t flags = 0;
  bool by_a_day = has_any_word(text, record->evidence, deadline);
  if (has_any_word(text, record->evidence, lasts) || (is_period(record->due) && !by_a_day))
    flags |= RO_FEATURE_LASTS;
  if (has_any_word(text, record->evidence, part)) flags |= RO_FEATURE_SOME;
  if (has_any_word(text, record->evidence, ceases)) flags |= RO_FEATURE_CEASES;
  if (has_any_word(text, record->evidence, unless)) flags |= RO_FEATURE_UNLESS;
  if (has_any_word(text, record->evidence, negative)) flags |= RO_FEATURE_NEGATIVE;
  if (record->act == RO_ACT_MEETING && has_any_word(text, record->evidence, remote))
    flags |= RO_FEATURE_REMOTE;
  if (has_any_word(text, record->evidence, demanded)) flags |= RO_FEATURE_DEMANDED;
  if (record->background) flags |= RO_FEATURE_BACKGROUND;
  if (record->hypothetical || record->questioned) flags |= RO_FEATURE_DOUBTFUL;
  if (record->says.count) flags |= RO_FEATURE_ATTRIBUTED;
  return flags;
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

/* Of a condition or a threat, the part that names what must happen: from "unless", "until" or "if"
 * on; to the comma where that word comes first. */
static ro_span condition_in(const char *text, ro_span span) {
  static const char *const words[] = {"unless", "until",  "once",    "provided", "if", "after",
                                      "before", "depend", "depends", "depended", NULL};
  for (size_t at = span.start; at < span.end; at++) {
    bool begins = at == span.start || !isalpha((unsigned char)text[at - 1]);
    for (size_t i = 0; begins && words[i]; i++) {
      size_t size = strlen(words[i]);
      if (at + size >= span.end || strncasecmp(text + at, words[i], size) != 0 ||
          isalpha((unsigned char)text[at + size]))
        continue;
      ro_span part = {(uint32_t)(at + size), span.end};
      const char *comma = memchr(text + part.start, ',', part.end - part.start);
      if (at < span.start + 3 && comma) part.end = (uint32_t)(comma - text);
      return part;
    }
  }
  return span;
}

/* What of the record's words tells what it is about. */
static ro_span matter_of(const char *text, const ro_record *record) {
  bool conditional = record->act == RO_ACT_CONDITION || record->act == RO_ACT_WARNING;
  return conditional ? condition_in(text, record->evidence) : record->evidence;
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
  features->terms =
      ro_terms_of(vocabulary, arena, text, matter_of(text, record), own.items, own.count);
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
  return record->where && !country ? hash_folded(record->where, strlen(record->where)) : 0;
}

ro_features ro_features_of(const ro_vocabulary *vocabulary, ro_arena *arena,
                           const ro_annotation *annotation, const ro_record *record, ro_rank rank) {
  size_t size;
  const char *text = ro_annotation_text(annotation, &size);
  ro_features features = {
      .rank = rank,
      .act = record->act,
      .status = status_of(record, rank.day),
      .flags = flags_of(text, record),
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

/* Bytes: 32-bit numbers, lowest byte first: a head of fixed length, then the lists. */
enum { FORMAT = 1, HEAD = 20 };

typedef struct byte_writer {
  unsigned char *bytes;
  size_t size;
} byte_writer;

static void put(byte_writer *to, uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8)
    to->bytes[to->size++] = (unsigned char)(number >> shift);
}

static void put_parties(byte_writer *to, ro_parties parties) {
  for (uint32_t i = 0; i < parties.count; i++) {
    put(to, parties.items[i].code);
    put(to, parties.items[i].person);
  }
}

static void put_terms(byte_writer *to, ro_terms terms) {
  for (uint32_t i = 0; i < terms.count; i++) {
    put(to, terms.items[i].concept);
    put(to, terms.items[i].weight);
  }
}

unsigned char *ro_features_pack(ro_arena *arena, const ro_features *features, size_t *size) {
  const ro_features *f = features;
  size_t pairs = (size_t)f->who.count + f->whom.count + f->terms.count + f->context.count;
  byte_writer to = {.bytes = ro_arena_alloc(arena, (HEAD + 2 * pairs) * sizeof(uint32_t))};
  const uint32_t head[HEAD] = {
      FORMAT,
      (uint32_t)f->act,
      (uint32_t)f->status,
      f->flags,
      f->sentence,
      (uint32_t)f->rank.day,
      (uint32_t)f->rank.report,
      (uint32_t)(f->rank.report >> 32),
      f->rank.position,
      (uint32_t)f->when.first,
      (uint32_t)f->when.last,
      (uint32_t)f->due.first,
      (uint32_t)f->due.last,
      f->place,
      f->who.count,
      f->whom.count,
      f->terms.count,
      f->context.count,
  };
  for (int i = 0; i < HEAD; i++)
    put(&to, head[i]);
  put_parties(&to, f->who);
  put_parties(&to, f->whom);
  put_terms(&to, f->terms);
  put_terms(&to, f->context);
  *size = to.size;
  return to.bytes;
}

typedef struct byte_source {
  const unsigned char *bytes;
  size_t at;
} byte_source;

static uint32_t get(byte_source *from) {
  const unsigned char *bytes = from->bytes + from->at;
  from->at += 4;
  return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static ro_parties get_parties(byte_source *from, ro_arena *arena, uint32_t count) {
  ro_parties parties = {ro_arena_alloc_array(arena, count, sizeof(ro_party)), count};
  for (uint32_t i = 0; i < count; i++) {
    parties.items[i].code = get(from);
    parties.items[i].person = get(from);
  }
  return parties;
}

static ro_terms get_terms(byte_source *from, ro_arena *arena, uint32_t count) {
  ro_terms terms = {ro_arena_alloc_array(arena, count, sizeof(ro_term)), count};
  for (uint32_t i = 0; i < count; i++) {
    terms.items[i].concept = get(from);
    terms.items[i].weight = get(from);
  }
  return terms;
}

bool ro_features_unpack(ro_features *out, ro_arena *arena, const unsigned char *bytes,
                        size_t size) {
  byte_source from = {bytes, 0};
  uint32_t head[HEAD];
  if (!bytes || size < sizeof head) return false;
  for (int i = 0; i < HEAD; i++)
    head[i] = get(&from);
  uint64_t pairs = (uint64_t)head[14] + head[15] + head[16] + head[17];
  if (head[0] != FORMAT || head[1] >= RO_ACT_COUNT || head[2] >= RO_STATUS_COUNT ||
      size != (HEAD + 2 * pairs) * sizeof(uint32_t))
    return false;
  *out = (ro_features){
      .rank = {(ro_day)head[5], head[6] | (uint64_t)head[7] << 32, head[8]},
      .act = (ro_act)head[1],
      .status = (ro_record_status)head[2],
      .flags = head[3],
      .sentence = head[4],
      .when = {(ro_day)head[9], (ro_day)head[10]},
      .due = {(ro_day)head[11], (ro_day)head[12]},
      .place = head[13],
  };
  out->who = get_parties(&from, arena, head[14]);
  out->whom = get_parties(&from, arena, head[15]);
  out->terms = get_terms(&from, arena, head[16]);
  out->context = get_terms(&from, arena, head[17]);
  return true;
}
