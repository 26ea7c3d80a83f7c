#include <string.h>

#include "ledger/items/evidence_bytes.h"

enum { LONGEST_NUMBER = 10 };

typedef struct byte_writer {
  unsigned char *bytes;
  size_t size;
} byte_writer;

static void put(byte_writer *to, uint64_t number) {
  for (; number > 0x7f; number >>= 7)
    to->bytes[to->size++] = (unsigned char)(number | 0x80);
  to->bytes[to->size++] = (unsigned char)number;
}

static void put_half(byte_writer *to, uint16_t number) {
  to->bytes[to->size++] = (unsigned char)number;
  to->bytes[to->size++] = (unsigned char)(number >> 8);
}

/* 0 for none; the sign goes into the lowest bit. */
static void put_day(byte_writer *to, ro_day day) {
  uint64_t folded = day < 0 ? 2 * (uint64_t) - (int64_t)day + 1 : 2 * (uint64_t)day;
  put(to, day == RO_NO_DAY ? 0 : folded + 1);
}

static void put_days(byte_writer *to, ro_interval days) {
  put_day(to, days.first);
  put_day(to, days.last);
}

static void put_string(byte_writer *to, const char *string) {
  size_t length = string ? strlen(string) : 0;
  put(to, string ? length + 1 : 0);
  if (!string) return;
  memcpy(to->bytes + to->size, string, length + 1);
  to->size += length + 1;
}

static void put_actors(byte_writer *to, ro_actors actors) {
  put(to, actors.count);
  for (uint32_t i = 0; i < actors.count; i++)
    put_string(to, actors.items[i]);
}

static void put_parties(byte_writer *to, ro_parties parties) {
  put(to, parties.count);
  for (uint32_t i = 0; i < parties.count; i++) {
    put(to, parties.items[i].code);
    put(to, parties.items[i].person);
  }
}

static void put_terms(byte_writer *to, ro_terms terms) {
  put(to, terms.count);
  for (uint32_t i = 0; i < terms.count; i++) {
    put(to, terms.items[i].concept);
    put(to, terms.items[i].weight);
  }
}

static size_t length_of(const char *string) {
  return string ? strlen(string) + 1 : 0;
}

static size_t length_of_actors(ro_actors actors) {
  size_t length = 0;
  for (uint32_t i = 0; i < actors.count; i++)
    length += LONGEST_NUMBER + length_of(actors.items[i]);
  return length;
}

/* No less than the bytes take. */
static size_t room_for(const ro_entry_row *row) {
  enum { NUMBERS = 50, HALVES = 2 * RO_SKETCH_SIZE };
  const ro_entry *entry = &row->entry;
  const ro_features *features = row->features;
  const char *const strings[] = {entry->id,       entry->where, entry->what,
                                 entry->sentence, entry->text,  entry->event,
                                 entry->mode,     entry->cameo, entry->channel};
  size_t pairs = (size_t)features->who.count + features->whom.count + features->terms.count +
                 row->report->sign_count;
  size_t room = HALVES + (NUMBERS + 2 * pairs) * LONGEST_NUMBER + length_of_actors(entry->who) +
                length_of_actors(entry->whom) + length_of_actors(entry->says);
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
    room += length_of(strings[i]);
  return room;
}

/* The evidence as a part of its sentence, wherever it is one. */
static void put_text(byte_writer *to, const ro_entry *entry) {
  const char *part = entry->text && entry->sentence ? strstr(entry->sentence, entry->text) : NULL;
  put_string(to, entry->sentence);
  put(to, part ? (uint64_t)(part - entry->sentence) + 1 : 0);
  if (part)
    put(to, strlen(entry->text));
  else
    put_string(to, entry->text);
}

/* The day of publication comes first: where it is too late, nothing else is read. */
static void put_features(byte_writer *to, const ro_features *features) {
  put_day(to, features->rank.day);
  put(to, features->rank.report);
  put(to, features->rank.position);
  put(to, (uint64_t)features->status);
  put(to, features->flags);
  put(to, features->sentence);
  put_days(to, features->when);
  put_days(to, features->due);
  put(to, features->place);
  put_parties(to, features->who);
  put_parties(to, features->whom);
  put_terms(to, features->terms);
}

static void put_report(byte_writer *to, const ro_report_head *report) {
  put(to, (uint64_t)report->key);
  put_string(to, report->id);
  put_string(to, report->publisher);
  put(to, report->sign_count);
  for (uint32_t i = 0; i < report->sign_count; i++)
    put(to, report->signs[i]);
  put(to, report->hash_count);
  for (uint32_t i = 0; i < report->hash_count; i++)
    put(to, report->hashes[i]);
  put(to, report->digest.shingles);
  put(to, report->digest.count);
  for (uint32_t i = 0; i < report->digest.count; i++)
    put_half(to, report->digest.halves[i]);
}

unsigned char *ro_evidence_pack(ro_arena *arena, const ro_entry_row *row, size_t *size) {
  const ro_entry *entry = &row->entry;
  byte_writer to = {.bytes = ro_arena_alloc(arena, room_for(row))};
  put(&to, RO_EVIDENCE_FORMAT);
  put_features(&to, row->features);
  put_report(&to, row->report);
  put(&to, (uint64_t)row->key);
  put(&to, (uint64_t)entry->relation);
  put(&to, (uint64_t)entry->act);
  put(&to, (uint64_t)entry->status);
  put(&to, entry->start);
  put(&to, entry->end);
  put_actors(&to, entry->who);
  put_actors(&to, entry->whom);
  put_actors(&to, entry->says);
  put_string(&to, entry->id);
  put_text(&to, entry);
  put_string(&to, entry->where);
  put_string(&to, entry->what);
  put_string(&to, entry->channel);
  put_string(&to, entry->event);
  put_string(&to, entry->mode);
  put_string(&to, entry->cameo);
  *size = to.size;
  return to.bytes;
}
