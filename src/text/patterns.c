#include "text/patterns.h"

#include <string.h>

#include "base/unicode.h"

enum { LONGEST_LOOKUP = 24, LONGEST_EMOTICON = 4 };

static bool is_word_character(uint8_t kind) {
  return kind == RO_CHARACTER_LETTER || kind == RO_CHARACTER_DIGIT || kind == RO_CHARACTER_MARK;
}

uint32_t ro_match_run(const ro_chunk *chunk, uint32_t start) {
  uint32_t end = start;
  while (is_word_character(chunk->kind[end]))
    end++;
  return end;
}

unsigned ro_chunk_kinds(const ro_chunk *chunk, const ro_word_list *words, uint32_t start,
                        uint32_t end, const ro_word_entry **entry) {
  char form[LONGEST_LOOKUP];
  if (end - start > LONGEST_LOOKUP) return 0;
  for (uint32_t i = start; i < end; i++) {
    if (chunk->code[i] >= 0x80) return 0;
    form[i - start] = (char)chunk->code[i];
  }
  return ro_word_list_kinds(words, form, end - start, entry);
}

static bool starts_with(const ro_chunk *chunk, uint32_t start, const char *prefix) {
  for (uint32_t i = start; *prefix; i++, prefix++)
    if (ro_unicode_lower(chunk->code[i]) != (unsigned char)*prefix) return false;
  return true;
}

/* Steps back over punctuation that ends a sentence or a bracket rather than an address. */
static uint32_t drop_closing_punctuation(const ro_chunk *chunk, uint32_t start, uint32_t end) {
  bool has_bracket = false;
  for (uint32_t i = start; i < end; i++)
    has_bracket |= chunk->code[i] == '(';
  while (end > start && !is_word_character(chunk->kind[end - 1])) {
    uint32_t last = chunk->code[end - 1];
    if (last == '/' || last == '#' || last == '=' || last == '_' || last == '-') break;
    if (last == ')' && has_bracket) break;
    end--;
  }
  return end;
}

/* An address goes on until a character that none may hold. */
static uint32_t address_end(const ro_chunk *chunk, uint32_t start, uint32_t from) {
  uint32_t end = from;
  while (end < chunk->size && chunk->code[end] != '<' && chunk->code[end] != '>' &&
         chunk->code[end] != '"' && chunk->code[end] != 0x201D && chunk->code[end] != 0xBB)
    end++;
  return drop_closing_punctuation(chunk, start, end);
}

uint32_t ro_match_web_address(const ro_chunk *chunk, uint32_t start) {
  static const char *const openings[] = {"http://", "https://", "ftp://", "www.", "mailto:"};
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
    uint32_t length = (uint32_t)strlen(openings[i]);
    if (starts_with(chunk, start, openings[i]) && is_word_character(chunk->kind[start + length]))
      return address_end(chunk, start, start + length);
  }
  return start;
}

static bool is_address_sign(uint32_t code) {
  return code == '.' || code == '_' || code == '-' || code == '%' || code == '+';
}

static uint32_t address_part_end(const ro_chunk *chunk, uint32_t from) {
  uint32_t end = from;
  while (is_word_character(chunk->kind[end]) || is_address_sign(chunk->code[end]))
    end++;
  return end;
}

uint32_t ro_match_handle(const ro_chunk *chunk, uint32_t start) {
  if ((chunk->code[start] == '#' || chunk->code[start] == '@') &&
      chunk->kind[start + 1] == RO_CHARACTER_LETTER) {
    uint32_t end = ro_match_run(chunk, start + 1);
    while (chunk->code[end] == '_' && is_word_character(chunk->kind[end + 1]))
      end = ro_match_run(chunk, end + 1);
    return end;
  }
  if (!is_word_character(chunk->kind[start])) return start;
  uint32_t at = address_part_end(chunk, start);
  if (chunk->code[at] != '@' || !is_word_character(chunk->kind[at + 1])) return start;
  uint32_t end = address_part_end(chunk, at + 1);
  while (!is_word_character(chunk->kind[end - 1]))
    end--;
  return end;
}

uint32_t ro_match_emoticon(const ro_chunk *chunk, const ro_word_list *words, uint32_t start) {
  uint32_t longest =
      chunk->size - start < LONGEST_EMOTICON ? chunk->size - start : LONGEST_EMOTICON;
  for (uint32_t length = longest; length > 1; length--) {
    uint32_t end = start + length;
    if (is_word_character(chunk->kind[end])) continue;
    if (ro_chunk_kinds(chunk, words, start, end, NULL) & RO_WORD_EMOTICON) return end;
  }
  return start;
}

static uint32_t digits_end(const ro_chunk *chunk, uint32_t start) {
  while (chunk->kind[start] == RO_CHARACTER_DIGIT)
    start++;
  return start;
}

uint32_t ro_match_signed_number(const ro_chunk *chunk, uint32_t start) {
  uint32_t sign = chunk->code[start];
  uint32_t end = digits_end(chunk, start + 1), digits = end - start - 1;
  if (digits == 0) return start;
  if (sign == '+' || sign == '.') return end;
  if (sign != '\'' || digits != 2) return start;
  if (ro_unicode_lower(chunk->code[end]) == 's') end++;
  return is_word_character(chunk->kind[end]) ? start : end;
}
