#include "text/boundary_features.h"

#include "base/hash.h"
#include "base/unicode.h"
#include "text/chunk.h"

/* What a token looks like. */
typedef enum ro_token_shape {
  SHAPE_NONE, /* outside of the paragraph */
  SHAPE_LOWER,
  SHAPE_CAPITAL,
  SHAPE_UPPER,
  SHAPE_MIXED,
  SHAPE_INITIAL,      /* one capital, with or without full stop */
  SHAPE_ABBREVIATION, /* ends with a full stop */
  SHAPE_DOTTED,       /* "U.S." */
  SHAPE_NUMBER,
  SHAPE_ALPHANUMERIC,
  SHAPE_ADDRESS, /* web or e-mail */
  SHAPE_CLITIC,  /* "'s" */
  SHAPE_STOP,
  SHAPE_STOPS,    /* "...", "…" */
  SHAPE_EMPHASIS, /* "!", "?!" */
  SHAPE_COMMA,
  SHAPE_COLON,
  SHAPE_SEMICOLON,
  SHAPE_DASH,
  SHAPE_OPENING,
  SHAPE_CLOSING,
  SHAPE_STRAIGHT_OPENING, /* straight quotes, told apart by the spaces around them */
  SHAPE_STRAIGHT_CLOSING,
  SHAPE_RULE, /* a row of dashes or the like */
  SHAPE_SIGN,
} ro_token_shape;

enum { LOOK_AHEAD = 24, SUFFIX_SIZE = 3 };

static ro_token_shape sign_shape(uint32_t code, size_t size, bool space_before, bool space_after) {
  switch (code) {
  case '.':
    return size == 1 ? SHAPE_STOP : SHAPE_STOPS;
  case 0x2026:
    return SHAPE_STOPS;
  case '!':
  case '?':
    return SHAPE_EMPHASIS;
  case ',':
    return SHAPE_COMMA;
  case ':':
    return size == 1 ? SHAPE_COLON : SHAPE_SIGN;
  case ';':
    return size == 1 ? SHAPE_SEMICOLON : SHAPE_SIGN;
  case '-':
  case 0x2013:
  case 0x2014:
    return size > 3 ? SHAPE_RULE : SHAPE_DASH;
  case '(':
  case '[':
  case '{':
  case 0x201C:
  case 0x2018:
  case 0xAB:
    return SHAPE_OPENING;
  case ')':
  case ']':
  case '}':
  case 0x201D:
  case 0x2019:
  case 0xBB:
    return SHAPE_CLOSING;
  case '"':
  case '\'':
    return space_before && !space_after ? SHAPE_STRAIGHT_OPENING : SHAPE_STRAIGHT_CLOSING;
  default:
    return size > 3 ? SHAPE_RULE : SHAPE_SIGN;
  }
}

typedef struct letter_counts {
  size_t upper, lower, digits, stops, signs, all;
} letter_counts;

static letter_counts count_letters(const char *form, size_t size) {
  letter_counts counts = {0};
  for (size_t at = 0; at < size; counts.all++) {
    uint32_t code = ro_utf8_next(form, size, &at);
    if (code == '.')
      counts.stops++;
    else if (code == '@' || code == '/')
      counts.signs++;
    else if (ro_unicode_is_digit(code))
      counts.digits++;
    else if (ro_unicode_is_upper(code))
      counts.upper++;
    else if (ro_unicode_is_letter(code))
      counts.lower++;
  }
  return counts;
}

static ro_token_shape word_shape(const char *form, size_t size) {
  letter_counts counts = count_letters(form, size);
  size_t at = 0, letters = counts.upper + counts.lower;
  bool capital = ro_unicode_is_upper(ro_utf8_next(form, size, &at));
  bool has_stop = form[size - 1] == '.';
  if (counts.digits) return letters ? SHAPE_ALPHANUMERIC : SHAPE_NUMBER;
  if (counts.signs || counts.stops > counts.all / 2 + 1) return SHAPE_ADDRESS;
  if (letters == 1 && counts.upper == 1 && counts.all - counts.stops == 1) return SHAPE_INITIAL;
  if (has_stop) return counts.stops > 1 ? SHAPE_DOTTED : SHAPE_ABBREVIATION;
  if (counts.stops) return counts.all > 6 ? SHAPE_ADDRESS : SHAPE_DOTTED;
  if (!counts.upper) return SHAPE_LOWER;
  if (!counts.lower) return SHAPE_UPPER;
  return capital && counts.upper == 1 ? SHAPE_CAPITAL : SHAPE_MIXED;
}

static ro_token_shape shape_of(const char *form, size_t size, bool space_before, bool space_after) {
  size_t at = 0;
  uint32_t code = ro_utf8_next(form, size, &at);
  ro_character_kind kind = ro_character_kind_of(code);
  if (kind == RO_CHARACTER_LETTER || kind == RO_CHARACTER_DIGIT) return word_shape(form, size);
  if (at < size && (code == '\'' || code == 0x2019 || code == '`')) {
    ro_character_kind second = ro_character_kind_of(ro_utf8_next(form, size, &at));
    if (second == RO_CHARACTER_LETTER) return SHAPE_CLITIC;
    if (second == RO_CHARACTER_DIGIT) return SHAPE_NUMBER;
  }
  return sign_shape(code, size, space_before, space_after);
}

static uint32_t word_hash(const char *form, size_t size) {
  uint64_t hash = RO_HASH_START;
  for (size_t i = 0; i < size; i++) {
    char byte = form[i];
    if (byte >= 'A' && byte <= 'Z') byte = (char)(byte + 32);
    if (byte >= '0' && byte <= '9') byte = '0';
    hash = ro_hash_add(hash, &byte, 1);
  }
  return (uint32_t)ro_hash_finish(hash);
}

static ro_boundary_token read_token(const ro_word_list *words, const ro_document *document,
                                    uint32_t index, bool space_before) {
  const ro_token *token = &document->tokens[index];
  const char *form = document->text + token->span.start;
  size_t size = token->span.end - token->span.start;
  size_t suffix = size < SUFFIX_SIZE ? size : SUFFIX_SIZE;
  ro_boundary_token read = {.word = word_hash(form, size),
                            .suffix = word_hash(form + size - suffix, suffix)};
  read.shape = (uint8_t)shape_of(form, size, space_before, token->space_after);
  if (size > 1 && form[size - 1] == '.')
    read.kinds = (uint8_t)(ro_word_list_kinds(words, form, size - 1, NULL) & 31);
  return read;
}

void ro_boundary_begin(ro_boundary_context *context, ro_arena *arena, const ro_word_list *words,
                       const ro_document *document, uint32_t first, uint32_t end) {
  uint32_t count = end - first;
  ro_boundary_token *tokens = ro_arena_alloc_array(arena, count, sizeof *tokens);
  for (uint32_t i = 0; i < count; i++) {
    bool space_before = i == 0 || document->tokens[first + i - 1].space_after;
    tokens[i] = read_token(words, document, first + i, space_before);
  }
  *context =
      (ro_boundary_context){.document = document, .tokens = tokens, .first = first, .count = count};
}

static bool is_closing(uint8_t shape) {
  return shape == SHAPE_CLOSING || shape == SHAPE_STRAIGHT_CLOSING;
}

static bool is_terminal(uint8_t shape) {
  return shape == SHAPE_STOP || shape == SHAPE_STOPS || shape == SHAPE_EMPHASIS;
}

static bool space_behind(const ro_boundary_context *context, uint32_t at) {
  return context->document->tokens[context->first + at].space_after;
}

/* The token before the closing quotes and brackets that end at `at`. */
static uint32_t before_closings(const ro_boundary_context *context, uint32_t at) {
  uint32_t steps = 0;
  while (at > context->sentence && steps++ < 4 && is_closing(context->tokens[at].shape))
    at--;
  return at;
}

bool ro_boundary_is_candidate(const ro_boundary_context *context, uint32_t at) {
  const ro_boundary_token *tokens = context->tokens;
  uint8_t next = tokens[at + 1].shape;
  bool space = space_behind(context, at);
  if (is_terminal(next) && !space) return false;
  if (next == SHAPE_COMMA || next == SHAPE_CLITIC) return false;
  if (is_closing(next) && !space) return false;
  if (is_terminal(tokens[before_closings(context, at)].shape)) return true;
  return space && next != SHAPE_LOWER;
}

static void take_in(ro_boundary_context *context, uint32_t at) {
  switch (context->tokens[at].shape) {
  case SHAPE_LOWER:
    context->lower++;
    break;
  case SHAPE_CAPITAL:
  case SHAPE_UPPER:
    context->capitals++;
    break;
  case SHAPE_OPENING:
    context->open_brackets++;
    break;
  case SHAPE_CLOSING:
    if (context->open_brackets) context->open_brackets--;
    break;
  case SHAPE_STRAIGHT_OPENING:
  case SHAPE_STRAIGHT_CLOSING:
    context->open_quote = !context->open_quote;
    break;
  default:
    break;
  }
}

void ro_boundary_advance(ro_boundary_context *context, uint32_t at) {
  while (context->seen <= at)
    take_in(context, context->seen++);
}

void ro_boundary_end_sentence(ro_boundary_context *context, uint32_t at) {
  context->sentence = at + 1;
  context->lower = context->capitals = 0;
  context->open_brackets = 0;
}

typedef struct feature_list {
  uint32_t *features;
  uint32_t count;
} feature_list;

/* Each feature has its number mixed in, so that the same value in two of them differs. */
static void add(feature_list *list, uint64_t value) {
  uint64_t mixed = ro_hash_finish(value * 64 + list->count);
  list->features[list->count++] = (uint32_t)(mixed >> (64 - RO_BOUNDARY_FEATURE_BITS));
}

static uint64_t pair(uint64_t a, uint64_t b) {
  return a * UINT64_C(0x9e3779b97f4a7c15) + b;
}

static const ro_boundary_token *token_at(const ro_boundary_context *context, uint32_t at,
                                         int32_t offset) {
  static const ro_boundary_token outside = {.shape = SHAPE_NONE};
  int64_t index = (int64_t)at + offset;
  return index < 0 || index >= context->count ? &outside : &context->tokens[index];
}

static uint32_t bucket(uint32_t number) {
  if (number < 8) return number;
  return number < 12 ? 8 : number < 20 ? 9 : number < 40 ? 10 : 11;
}

/* How many words of each shape come before the next end of a sentence that punctuation marks. */
static void add_look_ahead(const ro_boundary_context *context, uint32_t at, feature_list *list) {
  uint32_t lower = 0, capitals = 0, length = 0, end = SHAPE_NONE;
  for (uint32_t i = at + 1; i < context->count && length < LOOK_AHEAD; i++, length++) {
    uint8_t shape = context->tokens[i].shape;
    if (shape == SHAPE_LOWER) lower++;
    if (shape == SHAPE_CAPITAL || shape == SHAPE_UPPER) capitals++;
    end = is_terminal(shape) || shape == SHAPE_COLON ? shape : (uint32_t)SHAPE_NONE;
    if (end != SHAPE_NONE) break;
  }
  add(list, pair(bucket(length), end));
  add(list, pair(bucket(lower), pair(bucket(capitals), end)));
  add(list, pair(length < LOOK_AHEAD ? end : 99, pair(lower > 0, capitals > 1)));
}

static void add_sentence_so_far(const ro_boundary_context *context, uint32_t at,
                                feature_list *list) {
  uint32_t length = at + 1 - context->sentence, left = context->count - at - 1;
  uint8_t shape = context->tokens[at].shape, next = context->tokens[at + 1].shape;
  add(list, pair(bucket(length), is_terminal(shape)));
  add(list, pair(bucket(context->lower), bucket(context->capitals)));
  add(list, pair(bucket(left), is_terminal(context->tokens[context->count - 1].shape)));
  add(list, pair(context->open_quote, pair(context->open_brackets > 0, pair(shape, next))));
  add(list, pair(context->tokens[context->sentence].word, length < 4));
  add(list, pair(context->tokens[context->sentence].shape, pair(bucket(context->lower), shape)));
}

static void add_window(const ro_boundary_context *context, uint32_t at, feature_list *list) {
  for (int32_t offset = -3; offset <= 4; offset++) {
    const ro_boundary_token *token = token_at(context, at, offset);
    add(list, token->word);
    add(list, pair(token->shape, token->kinds));
  }
  add(list, token_at(context, at, 0)->suffix);
  add(list, token_at(context, at, 1)->suffix);
  add(list, token_at(context, at, 2)->suffix);
}

static void add_pairs(const ro_boundary_context *context, uint32_t at, feature_list *list) {
  const ro_boundary_token *before = token_at(context, at, -1), *last = token_at(context, at, 0);
  const ro_boundary_token *next = token_at(context, at, 1), *second = token_at(context, at, 2);
  const ro_boundary_token *third = token_at(context, at, 3);
  bool space = space_behind(context, at), next_space = space_behind(context, at + 1);
  add(list, pair(last->shape, pair(next->shape, space)));
  add(list, pair(last->shape, pair(next->shape, pair(second->shape, next_space))));
  add(list, pair(before->shape, pair(last->shape, pair(next->shape, second->shape))));
  add(list, pair(next->shape, pair(second->shape, pair(third->shape, last->shape))));
  add(list, pair(last->word, next->word));
  add(list, pair(last->word, next->shape));
  add(list, pair(last->shape, next->word));
  add(list, pair(before->word, pair(last->shape, next->shape)));
  add(list, pair(next->word, second->word));
  add(list, pair(next->word, pair(next->shape, second->shape)));
  add(list, pair(before->shape, pair(last->shape, next->word)));
}

/* The punctuation that ends the sentence where closing quotes and brackets are left aside. */
static void add_terminal(const ro_boundary_context *context, uint32_t at, feature_list *list) {
  uint32_t final = before_closings(context, at);
  const ro_boundary_token *terminal = &context->tokens[final];
  const ro_boundary_token *before = token_at(context, final, -1), *next = token_at(context, at, 1);
  uint64_t closings = pair(at - final, context->tokens[at].word);
  add(list, pair(terminal->word, pair(closings, next->shape)));
  add(list, pair(before->word, terminal->shape));
  add(list, pair(before->shape, pair(terminal->shape, pair(terminal->kinds, next->shape))));
  add(list, pair(before->suffix, pair(terminal->shape, next->shape)));
  add(list, pair(terminal->shape, pair(next->word, next->shape)));
}

void ro_boundary_features(const ro_boundary_context *context, uint32_t at,
                          uint32_t features[RO_BOUNDARY_FEATURE_COUNT]) {
  feature_list list = {features, 0};
  add_window(context, at, &list);
  add_pairs(context, at, &list);
  add_terminal(context, at, &list);
  add_sentence_so_far(context, at, &list);
  add_look_ahead(context, at, &list);
}
