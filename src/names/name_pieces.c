#include "names/name_pieces.h"

#include "base/hash.h"
#include "base/unicode.h"

static bool is_stop_inside(const char *text, size_t end, size_t at, size_t start) {
  if (text[at] != '.' || at == start) return false;
  size_t next = at + 1;
  if (next >= end) return true;
  return ro_unicode_is_letter(ro_utf8_next(text, end, &next));
}

/* Letters that fold to two are rare enough in names to be written so in the
 * tables. */
static void take_letter(ro_name_piece *piece, uint32_t letter) {
  uint32_t base = ro_unicode_base_letter(letter);
  bool is_upper = ro_unicode_is_upper(letter) || ro_unicode_is_digit(letter);
  if (piece->end == piece->start) piece->capital = is_upper;
  if (!is_upper) piece->upper = false;
  char bytes[4];
  size_t size = ro_utf8_put(ro_unicode_lower(base), bytes);
  piece->hash = ro_hash_add(piece->hash, bytes, size);
}

static size_t take_piece(ro_name_piece *piece, const char *text, size_t at, size_t end) {
  *piece = (ro_name_piece){
      .start = (uint32_t)at, .end = (uint32_t)at, .hash = RO_HASH_START, .upper = true};
  while (at < end) {
    size_t next = at;
    uint32_t letter = ro_utf8_next(text, end, &next);
    if (ro_unicode_is_letter(letter) || ro_unicode_is_digit(letter))
      take_letter(piece, letter);
    else if (!is_stop_inside(text, end, at, piece->start))
      break;
    piece->end = (uint32_t)next;
    at = next;
  }
  return at;
}

void ro_name_pieces_add(ro_name_pieces *pieces, ro_arena *arena, const char *text, size_t start,
                        size_t end) {
  size_t at = start;
  while (at < end) {
    size_t next = at;
    uint32_t letter = ro_utf8_next(text, end, &next);
    if (!ro_unicode_is_letter(letter) && !ro_unicode_is_digit(letter)) {
      at = next;
      continue;
    }
    ro_name_piece *piece = RO_ARENA_PUSH(arena, &pieces->items, pieces->count, pieces->capacity);
    at = take_piece(piece, text, at, end);
  }
}

uint64_t ro_name_key_extend(uint64_t key, const ro_name_piece *piece) {
  uint64_t pair[2] = {key, piece->hash};
  uint64_t mixed = pair[0] * UINT64_C(0x9e3779b97f4a7c15) ^ pair[1];
  mixed = ro_hash_finish(mixed);
  return mixed ? mixed : 1;
}
