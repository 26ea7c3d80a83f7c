#include "text/word.h"

#include "base/unicode.h"
#include "text/patterns.h"

static bool is_upper(const ro_chunk *chunk, uint32_t at) {
  return chunk->kind[at] == RO_CHARACTER_LETTER && ro_unicode_is_upper(chunk->code[at]);
}

static bool is_letter(const ro_chunk *chunk, uint32_t at) {
  return chunk->kind[at] == RO_CHARACTER_LETTER;
}

static bool is_digit(const ro_chunk *chunk, uint32_t at) {
  return chunk->kind[at] == RO_CHARACTER_DIGIT;
}

static uint32_t skip_digits(const ro_chunk *chunk, uint32_t at) {
  while (is_digit(chunk, at))
    at++;
  return at;
}

/* "5pm", "100km": the number ends before its unit. */
static uint32_t run_end(const ro_tokenizer *tokenizer, uint32_t start) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t end = ro_match_run(chunk, start);
  uint32_t number = skip_digits(chunk, start);
  if (number == start || number == end) return end;
  bool is_clock = chunk->code[end] == '.' && (chunk->code[number] | 32) != 'm' &&
                  end == number + 1 && (chunk->code[end + 1] | 32) == 'm';
  if (is_clock) return number;
  unsigned kinds = ro_chunk_kinds(chunk, tokenizer->words, number, end, NULL);
  return kinds & RO_WORD_UNIT ? number : end;
}

/* "713-853-3989", "555-0199", "2004-05-21", but not "1990-95" or "3-2". */
static bool hyphen_joins_digits(const ro_chunk *chunk, uint32_t word, uint32_t left,
                                uint32_t hyphen) {
  uint32_t end = skip_digits(chunk, hyphen + 1);
  uint32_t left_length = hyphen - left, right_length = end - hyphen - 1;
  bool has_group_before = left > word && chunk->code[left - 1] == '-';
  bool has_group_behind = chunk->code[end] == '-' && is_digit(chunk, end + 1);
  if (has_group_before || has_group_behind) return left_length + right_length >= 3;
  return left_length == 3 && right_length == 4;
}

static bool hyphen_joins(const ro_tokenizer *tokenizer, uint32_t word, uint32_t left,
                         uint32_t hyphen) {
  const ro_chunk *chunk = &tokenizer->chunk;
  if (is_digit(chunk, hyphen - 1) && is_digit(chunk, hyphen + 1) && is_digit(chunk, left))
    return hyphen_joins_digits(chunk, word, left, hyphen);
  return ro_chunk_kinds(chunk, tokenizer->words, left, hyphen, NULL) & RO_WORD_PREFIX;
}

static bool is_all_lower(const ro_chunk *chunk, uint32_t start, uint32_t end) {
  for (uint32_t i = start; i < end; i++)
    if (!is_letter(chunk, i) || is_upper(chunk, i)) return false;
  return end > start + 1;
}

/* "U.S", "p.m", "3.5", "example.org", "Ph.D", "comp.lang.c". */
static bool full_stop_joins(const ro_tokenizer *tokenizer, uint32_t word, uint32_t left,
                            uint32_t stop) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t end = ro_match_run(chunk, stop + 1);
  if (is_digit(chunk, stop - 1) && is_digit(chunk, stop + 1)) return true;
  if (stop == left + 1 && end == stop + 2 && is_letter(chunk, left) && is_letter(chunk, stop + 1))
    return true;
  if (ro_chunk_kinds(chunk, tokenizer->words, word, end, NULL) & RO_WORD_ABBREVIATION) return true;
  if (ro_chunk_kinds(chunk, tokenizer->words, stop + 1, end, NULL) & RO_WORD_EXTENSION) return true;
  bool is_third = left > word && chunk->code[left - 1] == '.';
  bool has_third = chunk->code[end] == '.' && is_letter(chunk, end + 1);
  return (is_third || has_third) && is_all_lower(chunk, left, stop) &&
         is_all_lower(chunk, stop + 1, end);
}

static bool slash_joins(const ro_chunk *chunk, uint32_t left, uint32_t slash) {
  uint32_t end = ro_match_run(chunk, slash + 1);
  if (is_digit(chunk, slash - 1) && is_digit(chunk, slash + 1)) return true;
  return slash == left + 1 && end == slash + 2 && is_letter(chunk, left) &&
         is_letter(chunk, slash + 1) && chunk->code[end] != '/';
}

static bool ampersand_joins(const ro_chunk *chunk, uint32_t left, uint32_t sign) {
  uint32_t end = ro_match_run(chunk, sign + 1);
  return is_upper(chunk, left) && is_upper(chunk, sign - 1) && is_upper(chunk, end - 1) &&
         sign - left <= 3 && end - sign <= 4;
}

static bool comma_joins(const ro_chunk *chunk, uint32_t comma) {
  return is_digit(chunk, comma - 1) && skip_digits(chunk, comma + 1) == comma + 4;
}

/* Whether the word goes on behind the sign at `sign`; its last run starts at `left`. */
static bool sign_joins(const ro_tokenizer *tokenizer, uint32_t word, uint32_t left, uint32_t sign) {
  const ro_chunk *chunk = &tokenizer->chunk;
  switch (chunk->code[sign]) {
  case '.':
    return full_stop_joins(tokenizer, word, left, sign);
  case '-':
  case 0x2010:
  case 0x2011:
    return hyphen_joins(tokenizer, word, left, sign);
  case '/':
    return slash_joins(chunk, left, sign);
  case ',':
    return comma_joins(chunk, sign);
  case ':':
    return is_digit(chunk, sign - 1) && is_digit(chunk, sign + 1);
  case '&':
    return ampersand_joins(chunk, left, sign);
  case '\'':
  case '`':
  case 0x2018:
    return is_letter(chunk, sign - 1) || is_letter(chunk, sign + 1);
  case '*':
    return is_letter(chunk, sign - 1) && is_letter(chunk, sign + 1);
  case '_':
  case '@':
    return true;
  default:
    return false;
  }
}

static bool is_dotted(const ro_chunk *chunk, uint32_t start, uint32_t end) {
  for (uint32_t i = start; i < end; i++)
    if ((i - start) % 2 == 0 ? !is_letter(chunk, i) : chunk->code[i] != '.') return false;
  return end - start >= 3;
}

/* The first two code points behind `at`, in the chunk or behind it. */
static uint32_t code_behind(const ro_tokenizer *tokenizer, uint32_t at, uint32_t *second) {
  const ro_chunk *chunk = &tokenizer->chunk;
  if (at < chunk->size) {
    *second = at + 1 < chunk->size ? chunk->code[at + 1] : 0;
    return chunk->code[at];
  }
  *second = tokenizer->next_code[1];
  return tokenizer->next_code[0];
}

/* "J. Smith", but not "World War I. The". */
static bool is_initial(const ro_tokenizer *tokenizer, uint32_t start, uint32_t stop) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t second, first = code_behind(tokenizer, stop + 1, &second);
  return stop == start + 1 && is_upper(chunk, start) && chunk->code[start] != 'I' &&
         ro_unicode_is_upper(first);
}

/* Whether the full stop at `stop` is part of the word before it rather than the sentence's end. */
static bool owns_full_stop(const ro_tokenizer *tokenizer, uint32_t start, uint32_t stop) {
  const ro_chunk *chunk = &tokenizer->chunk;
  if (chunk->code[stop + 1] == '.') return false;
  if (is_dotted(chunk, start, stop) || is_initial(tokenizer, start, stop)) return true;
  unsigned kinds = ro_chunk_kinds(chunk, tokenizer->words, start, stop, NULL);
  uint32_t second, first = code_behind(tokenizer, stop + 1, &second);
  if (kinds & RO_WORD_NUMBER && ro_unicode_is_digit(first)) return true;
  if (kinds & (RO_WORD_TITLE | RO_WORD_MONTH | RO_WORD_COMPANY)) return true;
  return kinds & RO_WORD_ABBREVIATION && first && !ro_unicode_is_upper(first);
}

/* "US$", "HK$". */
static bool owns_dollar(const ro_chunk *chunk, uint32_t start, uint32_t end) {
  if (chunk->code[end] != '$' || end - start > 3) return false;
  for (uint32_t i = start; i < end; i++)
    if (!is_upper(chunk, i)) return false;
  return true;
}

uint32_t ro_word_end(const ro_tokenizer *tokenizer, uint32_t start) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t left = start, end = run_end(tokenizer, start);
  while (end < chunk->size && chunk->kind[end] == RO_CHARACTER_SIGN) {
    bool goes_on = is_letter(chunk, end + 1) || is_digit(chunk, end + 1);
    if (!goes_on || !sign_joins(tokenizer, start, left, end)) break;
    left = end + 1;
    end = run_end(tokenizer, left);
  }
  if (chunk->code[end] == '.' && owns_full_stop(tokenizer, start, end)) return end + 1;
  return owns_dollar(chunk, start, end) ? end + 1 : end;
}

static bool is_clitic(const ro_chunk *chunk, uint32_t start, uint32_t end) {
  uint32_t first = ro_unicode_lower(chunk->code[start]);
  if (end - start == 1) return first == 's' || first == 'm' || first == 'd';
  if (end - start != 2) return false;
  uint32_t second = ro_unicode_lower(chunk->code[start + 1]);
  return second == 'e' ? first == 'r' || first == 'v' : second == 'l' && first == 'l';
}

static bool is_apostrophe(uint32_t code) {
  return code == '\'' || code == '`' || code == 0x2018;
}

/* Where the clitic of a word begins, or `end`. */
static uint32_t clitic_start(const ro_chunk *chunk, uint32_t start, uint32_t end) {
  for (uint32_t i = start + 1; i < end; i++) {
    if (!is_apostrophe(chunk->code[i])) continue;
    if (is_clitic(chunk, i + 1, end)) return i;
    bool is_negation = end - i == 2 && (chunk->code[i + 1] | 32) == 't' &&
                       (chunk->code[i - 1] | 32) == 'n' && i - 1 > start;
    if (is_negation) return i - 1;
  }
  return end;
}

uint32_t ro_word_parts(const ro_tokenizer *tokenizer, uint32_t start, uint32_t end,
                       uint32_t ends[RO_WORD_LARGEST_PARTS]) {
  const ro_chunk *chunk = &tokenizer->chunk;
  const ro_word_entry *entry;
  unsigned kinds = ro_chunk_kinds(chunk, tokenizer->words, start, end, &entry);
  if (kinds & RO_WORD_CONTRACTION) {
    for (uint32_t i = 0, at = start; i < entry->part_count; i++)
      ends[i] = at += entry->part_lengths[i];
    return entry->part_count;
  }
  ends[0] = chunk->plain ? end : clitic_start(chunk, start, end);
  ends[1] = end;
  return ends[0] == end ? 1 : 2;
}
