#include <string.h>

#include "ledger/items/evidence_bytes.h"

/* Beyond the end, or where something is wrong, everything is 0. */
typedef struct byte_source {
  ro_arena *arena, *scratch;
  const char *bytes;
  size_t at, size;
  bool broken;
} byte_source;

static uint64_t get(byte_source *from) {
  uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && from->at < from->size; shift += 7) {
    unsigned char byte = (unsigned char)from->bytes[from->at++];
    number |= (uint64_t)(byte & 0x7f) << shift;
    if (byte < 0x80) return number;
  }
  from->broken = true;
  return 0;
}

/* A number below `end`. */
static uint32_t get_below(byte_source *from, uint64_t end) {
  uint64_t number = get(from);
  from->broken |= number >= end;
  return number < end ? (uint32_t)number : 0;
}

static uint32_t get_word(byte_source *from) {
  return get_below(from, (uint64_t)UINT32_MAX + 1);
}

static ro_day get_day(byte_source *from) {
  uint32_t folded = get_word(from);
  if (!folded--) return RO_NO_DAY;
  return folded & 1 ? -(ro_day)(folded / 2) : (ro_day)(folded / 2);
}

static ro_interval get_days(byte_source *from) {
  ro_day first = get_day(from);
  return (ro_interval){first, get_day(from)};
}

/* How many things of at least `least` bytes follow. */
static uint32_t get_count(byte_source *from, size_t least) {
  return get_below(from, (from->size - from->at) / least + 1);
}

static const char *get_string(byte_source *from) {
  uint32_t length = get_below(from, from->size - from->at + 1);
  if (!length) return NULL;
  const char *string = from->bytes + from->at;
  if (from->size - from->at < length || string[length - 1]) {
    from->broken = true;
    return NULL;
  }
  from->at += length;
  return string;
}

static ro_actors get_actors(byte_source *from) {
  uint32_t count = get_count(from, 1);
  if (!count) return (ro_actors){0};
  const char **items = ro_arena_alloc_array(from->arena, count, sizeof *items);
  for (uint32_t i = 0; i < count; i++) {
    items[i] = get_string(from);
    from->broken |= !items[i];
  }
  return (ro_actors){items, count};
}

static ro_parties get_parties(byte_source *from) {
  uint32_t count = get_count(from, 2);
  if (!count) return (ro_parties){0};
  ro_parties parties = {ro_arena_alloc_array(from->scratch, count, sizeof(ro_party)), count};
  for (uint32_t i = 0; i < count; i++) {
    parties.items[i].code = get_word(from);
    parties.items[i].person = get_word(from);
  }
  return parties;
}

static ro_terms get_terms(byte_source *from) {
  uint32_t count = get_count(from, 2);
  if (!count) return (ro_terms){0};
  ro_terms terms = {ro_arena_alloc_array(from->scratch, count, sizeof(ro_term)), count};
  for (uint32_t i = 0; i < count; i++) {
    terms.items[i].concept = get_word(from);
    terms.items[i].weight = get_word(from);
  }
  return terms;
}

static void get_text(byte_source *from, ro_entry *entry) {
  entry->sentence = get_string(from);
  uint64_t start = get(from);
  if (!start--) {
    entry->text = get_string(from);
    return;
  }
  uint64_t length = get(from), whole = entry->sentence ? strlen(entry->sentence) : 0;
  from->broken |= start > whole || length > whole - start;
  if (!from->broken)
    entry->text = ro_arena_copy(from->arena, entry->sentence + start, (size_t)length);
}

static void get_features(byte_source *from, ro_features *features) {
  features->rank.day = get_day(from);
  features->rank.report = get(from);
  features->rank.position = get_word(from);
  features->status = (ro_record_status)get_below(from, RO_STATUS_COUNT);
  features->flags = get_word(from);
  features->sentence = get_word(from);
  features->when = get_days(from);
  features->due = get_days(from);
  features->place = get_word(from);
  features->who = get_parties(from);
  features->whom = get_parties(from);
  features->terms = get_terms(from);
}

static void get_halves(byte_source *from, ro_digest *digest) {
  uint32_t count = get_below(from, RO_SKETCH_SIZE + 1);
  if ((from->size - from->at) / 2 < count) {
    from->broken = true;
    return;
  }
  const unsigned char *bytes = (const unsigned char *)from->bytes + from->at;
  for (uint32_t i = 0; i < count; i++)
    digest->halves[i] = (uint16_t)(bytes[2 * i] | bytes[2 * i + 1] << 8);
  digest->count = count;
  ro_digest_mark(digest);
  from->at += 2 * (size_t)count;
}

static void get_report(byte_source *from, ro_report_head *report) {
  report->key = (int64_t)get(from);
  report->id = get_string(from);
  report->publisher = get_string(from);
  report->sign_count = get_count(from, 1);
  if (report->sign_count)
    report->signs = ro_arena_alloc_array(from->scratch, report->sign_count, sizeof *report->signs);
  for (uint32_t i = 0; i < report->sign_count; i++)
    report->signs[i] = get(from);
  report->hash_count = get_below(from, RO_REPORT_HASHES + 1);
  for (uint32_t i = 0; i < report->hash_count; i++)
    report->hashes[i] = get_word(from);
  report->digest.shingles = get_word(from);
  get_halves(from, &report->digest);
}

/* A row and what it points to. */
typedef struct whole_row {
  ro_features features;
  ro_report_head report;
} whole_row;

static void get_row(byte_source *from, ro_entry_row *row, whole_row *whole) {
  ro_entry *entry = &row->entry;
  ro_features *features = &whole->features;
  get_features(from, features);
  get_report(from, &whole->report);
  whole->report.published = features->rank.day;
  row->report_key = whole->report.key;
  row->key = (int64_t)get(from);
  entry->relation = (ro_relation)get_below(from, RO_RELATION_COUNT);
  entry->act = features->act = (ro_act)get_below(from, RO_ACT_COUNT);
  entry->status = (ro_record_status)get_below(from, RO_STATUS_COUNT);
  entry->when = features->when;
  entry->due = features->due;
  entry->start = get(from);
  entry->end = get(from);
  entry->who = get_actors(from);
  entry->whom = get_actors(from);
  entry->says = get_actors(from);
  entry->id = get_string(from);
  get_text(from, entry);
  entry->where = get_string(from);
  entry->what = get_string(from);
  entry->channel = get_string(from);
  entry->event = get_string(from);
  entry->mode = get_string(from);
  entry->cameo = get_string(from);
}

ro_day ro_evidence_day(const unsigned char *bytes, size_t size) {
  byte_source from = {.bytes = (const char *)bytes, .size = bytes ? size : 0};
  return get(&from) == RO_EVIDENCE_FORMAT ? get_day(&from) : RO_NO_DAY;
}

bool ro_evidence_unpack(ro_entry_row *row, ro_arena *arena, ro_arena *scratch,
                        const unsigned char *bytes, size_t size) {
  if (!bytes) return false;
  byte_source from = {.arena = arena, .scratch = scratch, .size = size};
  from.bytes = ro_arena_copy(arena, (const char *)bytes, size);
  whole_row *whole = ro_arena_alloc(scratch, sizeof *whole);
  *row = (ro_entry_row){.features = &whole->features, .report = &whole->report};
  if (get(&from) != RO_EVIDENCE_FORMAT) return false;
  get_row(&from, row, whole);
  if (!row->entry.sentence) row->entry.sentence = row->entry.text;
  return !from.broken && from.at == size && row->entry.id && row->entry.text && row->report->id;
}
