#include "ledger/features/features.h"

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
