#include "text/tokenizer.h"

#include "base/unicode.h"
#include "text/patterns.h"
#include "text/word.h"

void ro_tokenizer_begin(ro_tokenizer *tokenizer, const ro_word_list *words, ro_document *document) {
  tokenizer->words = words;
  tokenizer->document = document;
  tokenizer->capacity = document->token_count;
}

static ro_token *add_token(ro_tokenizer *tokenizer, uint32_t start, uint32_t end) {
  ro_document *document = tokenizer->document;
  size_t count = document->token_count;
  ro_token *token = RO_ARENA_PUSH(document->arena, &document->tokens, count, tokenizer->capacity);
  document->token_count = (uint32_t)count;
  token->span = (ro_span){tokenizer->chunk.at[start], tokenizer->chunk.at[end]};
  return token;
}

static void add_word(ro_tokenizer *tokenizer, uint32_t start, uint32_t end) {
  uint32_t ends[RO_WORD_LARGEST_PARTS];
  uint32_t count = ro_word_parts(tokenizer, start, end, ends);
  for (uint32_t i = 0; i < count; i++) {
    ro_token *token = add_token(tokenizer, i ? ends[i - 1] : start, ends[i]);
    token->multiword = i == 0 && count > 1 ? (uint8_t)count : 0;
  }
}

/* The word and the apostrophe behind it are two words in one: "states'". */
static void add_possessive(ro_tokenizer *tokenizer, uint32_t start, uint32_t end) {
  add_token(tokenizer, start, end)->multiword = 2;
  add_token(tokenizer, end, end + 1);
}

static bool is_possessive(const ro_tokenizer *tokenizer, uint32_t end) {
  const ro_chunk *chunk = &tokenizer->chunk;
  return chunk->code[end] == '\'' && !tokenizer->quote_is_open &&
         (chunk->code[end - 1] | 32) == 's' && chunk->kind[end + 1] != RO_CHARACTER_LETTER &&
         chunk->code[end + 1] != '\'';
}

static uint32_t word(ro_tokenizer *tokenizer, uint32_t start) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t end = ro_word_end(tokenizer, start);
  if (is_possessive(tokenizer, end)) {
    add_possessive(tokenizer, start, end);
    return end + 1;
  }
  bool is_domain =
      chunk->code[end] == '/' && end > start + 3 &&
      ro_chunk_kinds(chunk, tokenizer->words, end - 3, end, NULL) & RO_WORD_EXTENSION &&
      chunk->code[end - 4] == '.';
  if (is_domain) { /* "example.org/page" */
    while (end < chunk->size && chunk->code[end] != '"' && chunk->code[end] != ')')
      end++;
    while (chunk->kind[end - 1] == RO_CHARACTER_SIGN && chunk->code[end - 1] != '/')
      end--;
  }
  add_word(tokenizer, start, end);
  return end;
}

static bool repeats(uint32_t code) {
  switch (code) {
  case '(':
  case ')':
  case '[':
  case ']':
  case '{':
  case '}':
  case '"':
  case '$':
  case '%':
  case '/':
  case '&':
  case ';':
  case ':':
    return false;
  default:
    return true;
  }
}

static bool is_emphasis(uint32_t code) {
  return code == '!' || code == '?';
}

static bool is_regional(uint32_t code) {
  return code >= 0x1F1E6 && code <= 0x1F1FF;
}

/* A sign with its marks; emoji may be joined of several. */
static uint32_t sign_end(const ro_chunk *chunk, uint32_t start) {
  uint32_t end = start + 1;
  if (is_regional(chunk->code[start]) && is_regional(chunk->code[end])) return end + 1;
  while (chunk->kind[end] == RO_CHARACTER_MARK) {
    bool joins = chunk->code[end] == 0x200D && chunk->kind[end + 1] == RO_CHARACTER_SIGN;
    end += joins ? 2 : 1;
  }
  return end;
}

static uint32_t punctuation_end(const ro_chunk *chunk, uint32_t start) {
  uint32_t code = chunk->code[start], end = sign_end(chunk, start);
  if (!repeats(code) || end > start + 1 || code >= 0x1F000) return end;
  while (chunk->code[end] == code || (is_emphasis(code) && is_emphasis(chunk->code[end])))
    end++;
  return end;
}

/* Whether the mark at `at` opens a quotation: behind a space or an opening sign, before a word. */
static bool opens_quote(const ro_chunk *chunk, uint32_t at) {
  uint32_t before = at ? chunk->code[at - 1] : 0;
  return (at == 0 || before == '(' || before == '[' || before == '"' || before == 0x201C ||
          before == 0x2014) &&
         chunk->kind[at + 1] != RO_CHARACTER_END;
}

static void track_quotes(ro_tokenizer *tokenizer, uint32_t at) {
  const ro_chunk *chunk = &tokenizer->chunk;
  if (chunk->code[at] == 0x2018)
    tokenizer->quote_is_open = true;
  else if (chunk->code[at] == '\'')
    tokenizer->quote_is_open = !tokenizer->quote_is_open && opens_quote(chunk, at);
}

/* "'em", "'s": an apostrophe that begins a word. */
static uint32_t apostrophe_word_end(const ro_tokenizer *tokenizer, uint32_t start) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t end = ro_match_run(chunk, start + 1);
  unsigned kinds = ro_chunk_kinds(chunk, tokenizer->words, start, end, NULL);
  bool is_clitic = end == start + 2 && (chunk->code[start + 1] | 32) == 's';
  bool is_known = kinds & (RO_WORD_JOINED | RO_WORD_CONTRACTION);
  return is_known || is_clitic ? end : start;
}

/* ".doc" */
static uint32_t bare_extension_end(const ro_tokenizer *tokenizer, uint32_t start) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t end = ro_match_run(chunk, start + 1);
  bool follows = start == 0 || chunk->code[start - 1] == ')';
  return follows &&
                 ro_chunk_kinds(chunk, tokenizer->words, start + 1, end, NULL) & RO_WORD_EXTENSION
             ? end
             : start;
}

static uint32_t special_end(const ro_tokenizer *tokenizer, uint32_t at) {
  const ro_chunk *chunk = &tokenizer->chunk;
  bool is_sign = chunk->kind[at] == RO_CHARACTER_SIGN;
  bool may_start = at == 0 || chunk->kind[at - 1] == RO_CHARACTER_SIGN;
  uint32_t end = at;
  if (may_start) end = ro_match_web_address(chunk, at);
  if (end == at && may_start) end = ro_match_handle(chunk, at);
  if (end == at && is_sign) end = ro_match_emoticon(chunk, tokenizer->words, at);
  if (end == at && is_sign && may_start) end = ro_match_signed_number(chunk, at);
  if (end == at && chunk->code[at] == '.') end = bare_extension_end(tokenizer, at);
  return end;
}

static uint32_t next_token(ro_tokenizer *tokenizer, uint32_t at) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t end = special_end(tokenizer, at);
  if (end > at) {
    add_token(tokenizer, at, end);
    return end;
  }
  if (chunk->kind[at] != RO_CHARACTER_SIGN) return word(tokenizer, at);
  if (chunk->code[at] == '\'') end = apostrophe_word_end(tokenizer, at);
  if (end > at) {
    add_word(tokenizer, at, end);
    return end;
  }
  track_quotes(tokenizer, at);
  end = punctuation_end(chunk, at);
  add_token(tokenizer, at, end);
  return end;
}

static void cut_chunk(ro_tokenizer *tokenizer) {
  const ro_chunk *chunk = &tokenizer->chunk;
  uint32_t at = 0;
  if (chunk->plain) {
    add_word(tokenizer, 0, chunk->size);
    return;
  }
  while (at < chunk->size)
    at = next_token(tokenizer, at);
}

static void look_ahead(ro_tokenizer *tokenizer, size_t at) {
  const char *text = tokenizer->document->text;
  for (int i = 0; i < 2; i++)
    tokenizer->next_code[i] = at < tokenizer->end ? ro_utf8_next(text, tokenizer->end, &at) : 0;
}

void ro_tokenizer_paragraph(ro_tokenizer *tokenizer, size_t start, size_t end) {
  ro_document *document = tokenizer->document;
  tokenizer->end = end;
  tokenizer->quote_is_open = false;
  size_t at = ro_skip_spaces(document->text, start, end);
  while (at < end) {
    ro_chunk_read(&tokenizer->chunk, document->text, at, end);
    size_t chunk_end = tokenizer->chunk.at[tokenizer->chunk.size];
    at = ro_skip_spaces(document->text, chunk_end, end);
    look_ahead(tokenizer, at);
    cut_chunk(tokenizer);
    document->tokens[document->token_count - 1].space_after = at > chunk_end || chunk_end == end;
  }
}
