#include "text/chunk.h"

#include <utf8proc.h>

#include "base/unicode.h"

static bool is_invisible_space(uint32_t codepoint) {
  return codepoint == 0x200B || codepoint == 0xFEFF || codepoint == 0x200E || codepoint == 0x200F ||
         (codepoint >= 0x202A && codepoint <= 0x202E) ||
         (codepoint >= 0x2060 && codepoint <= 0x2069);
}

static ro_character_kind kind_by_category(uint32_t codepoint) {
  if (codepoint == 0x85 || is_invisible_space(codepoint)) return RO_CHARACTER_SPACE;
  if (codepoint >= 0x1F3FB && codepoint <= 0x1F3FF) return RO_CHARACTER_MARK; /* skin tones */
  switch (utf8proc_category((utf8proc_int32_t)codepoint)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LL:
  case UTF8PROC_CATEGORY_LT:
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
  case UTF8PROC_CATEGORY_NL:
  case UTF8PROC_CATEGORY_NO:
    return RO_CHARACTER_LETTER;
  case UTF8PROC_CATEGORY_ND:
    return RO_CHARACTER_DIGIT;
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME:
  case UTF8PROC_CATEGORY_CF:
    return RO_CHARACTER_MARK;
  case UTF8PROC_CATEGORY_ZS:
  case UTF8PROC_CATEGORY_ZL:
  case UTF8PROC_CATEGORY_ZP:
  case UTF8PROC_CATEGORY_CC:
    return RO_CHARACTER_SPACE;
  default:
    return RO_CHARACTER_SIGN;
  }
}

ro_character_kind ro_character_kind_of(uint32_t codepoint) {
  if (codepoint >= 0x80) return kind_by_category(codepoint);
  if ((codepoint | 32) >= 'a' && (codepoint | 32) <= 'z') return RO_CHARACTER_LETTER;
  if (codepoint >= '0' && codepoint <= '9') return RO_CHARACTER_DIGIT;
  return codepoint <= ' ' || codepoint == 0x7F ? RO_CHARACTER_SPACE : RO_CHARACTER_SIGN;
}

static uint32_t straighten(uint32_t codepoint) {
  return codepoint == 0x2019 || codepoint == 0x02BC ? '\'' : codepoint;
}

void ro_chunk_read(ro_chunk *chunk, const char *text, size_t at, size_t end) {
  uint32_t size = 0;
  chunk->plain = true;
  while (at < end && size < RO_CHUNK_SIZE) {
    size_t next = at;
    uint32_t codepoint = ro_utf8_next(text, end, &next);
    ro_character_kind kind = ro_character_kind_of(codepoint);
    if (kind == RO_CHARACTER_SPACE) break;
    if (kind != RO_CHARACTER_LETTER || codepoint >= 0x80) chunk->plain = false;
    chunk->code[size] = straighten(codepoint);
    chunk->at[size] = (uint32_t)at;
    chunk->kind[size++] = (uint8_t)kind;
    at = next;
  }
  chunk->code[size] = 0;
  chunk->at[size] = (uint32_t)at;
  chunk->kind[size] = RO_CHARACTER_END;
  chunk->size = size;
}

size_t ro_skip_spaces(const char *text, size_t at, size_t end) {
  while (at < end) {
    size_t next = at;
    if (ro_character_kind_of(ro_utf8_next(text, end, &next)) != RO_CHARACTER_SPACE) break;
    at = next;
  }
  return at;
}
