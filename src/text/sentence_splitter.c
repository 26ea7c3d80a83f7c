#include "text/sentence_splitter.h"

#include "base/unicode.h"
#include "text/chunk.h"

static uint32_t first_code(const ro_document *document, uint32_t token) {
  size_t at = document->tokens[token].span.start;
  return ro_utf8_next(document->text, document->text_size, &at);
}

static size_t size_of(const ro_token *token) {
  return token->span.end - token->span.start;
}

static bool is_closing(uint32_t code) {
  return code == '"' || code == '\'' || code == ')' || code == ']' || code == 0x201D ||
         code == 0x2019 || code == 0xBB;
}

static bool is_terminal(uint32_t code) {
  return code == '.' || code == '!' || code == '?' || code == 0x2026;
}

/* The token that ends the sentence when closing quotes and brackets are left aside. */
static uint32_t before_closings(const ro_document *document, uint32_t last) {
  while (last > 0 && is_closing(first_code(document, last)) &&
         size_of(&document->tokens[last]) <= 3 && !document->tokens[last - 1].space_after)
    last--;
  return last;
}

bool ro_sentence_ends(const ro_word_list *words, const ro_document *document, uint32_t last) {
  const char *text = document->text;
  uint32_t next = first_code(document, last + 1), final = before_closings(document, last);
  const ro_token *token = &document->tokens[final];
  if (is_closing(next) && !document->tokens[last].space_after) return false;
  if (ro_character_kind_of(next) == RO_CHARACTER_LETTER && !ro_unicode_is_upper(next)) return false;
  if (is_terminal(first_code(document, final))) return document->tokens[last].space_after;
  if (text[token->span.end - 1] != '.') return false;
  unsigned kinds = ro_word_list_kinds(words, text + token->span.start, size_of(token) - 1, NULL);
  return kinds & (RO_WORD_COMPANY | RO_WORD_ABBREVIATION) && !(kinds & RO_WORD_TITLE) &&
         ro_unicode_is_upper(next) && document->tokens[last].space_after;
}
