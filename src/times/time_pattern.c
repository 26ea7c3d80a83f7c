#include "times/time_pattern.h"

#include <string.h>

typedef struct pattern_parser {
  ro_arena *arena;
  const char **pieces; /* "[", "]" and elements */
  size_t piece_count, piece_capacity;
  ro_time_pattern *pattern;
  size_t sequence_count, sequence_capacity, context_count, context_capacity;
} pattern_parser;

static bool is_bracket(char byte) {
  return byte == '[' || byte == ']';
}

static void split_pieces(pattern_parser *parser, const char *text) {
  while (*text) {
    size_t length = is_bracket(*text) ? 1 : strcspn(text, " []");
    if (length)
      *RO_ARENA_PUSH(parser->arena, &parser->pieces, parser->piece_count, parser->piece_capacity) =
          ro_arena_copy(parser->arena, text, length);
    text += length;
    text += *text == ' ';
  }
}

static bool is_context(const char *piece) {
  return piece[0] == '(' || (piece[0] == '!' && piece[1] == '(');
}

/* "(a|b)" or "!(a|b)" as a context; false where it is not closed or empty. */
static bool add_context(pattern_parser *parser, const char *piece, bool after) {
  bool forbidden = piece[0] == '!';
  const char *inside = piece + 1 + forbidden;
  size_t length = strlen(inside);
  if (length < 2 || inside[length - 1] != ')') return false;
  *RO_ARENA_PUSH(parser->arena, &parser->pattern->contexts, parser->context_count,
                 parser->context_capacity) =
      (ro_time_pattern_context){ro_arena_copy(parser->arena, inside, length - 1), after, forbidden};
  return true;
}

/* Takes the contexts off both ends. */
static bool take_contexts(pattern_parser *parser) {
  while (parser->piece_count && is_context(parser->pieces[0])) {
    if (!add_context(parser, parser->pieces[0], false)) return false;
    parser->pieces++;
    parser->piece_count--;
  }
  while (parser->piece_count && is_context(parser->pieces[parser->piece_count - 1]))
    if (!add_context(parser, parser->pieces[--parser->piece_count], true)) return false;
  return true;
}

/* The piece behind the bracket that closes the one at `at`; 0 where none does. */
static size_t behind_group(const pattern_parser *parser, size_t at) {
  size_t depth = 0;
  for (; at < parser->piece_count; at++) {
    if (parser->pieces[at][0] == '[') depth++;
    if (parser->pieces[at][0] == ']' && --depth == 0) return at + 1;
  }
  return 0;
}

/* No stray bracket or context, no empty alternative. */
static bool pieces_are_sound(const pattern_parser *parser) {
  size_t depth = 0;
  for (size_t i = 0; i < parser->piece_count; i++) {
    const char *piece = parser->pieces[i];
    size_t length = strlen(piece);
    if (piece[0] == '[') depth++;
    if (piece[0] == ']' && depth-- == 0) return false;
    if (is_context(piece) || strstr(piece, "||")) return false;
    if (length > 1 && (piece[0] == '|' || piece[length - 1] == '|')) return false;
  }
  return depth == 0;
}

static bool add_sequence(pattern_parser *parser, const ro_time_sequence *sequence) {
  if (parser->sequence_count >= RO_TIME_PATTERN_SEQUENCES) return false;
  *RO_ARENA_PUSH(parser->arena, &parser->pattern->sequences, parser->sequence_count,
                 parser->sequence_capacity) = *sequence;
  return true;
}

/* Adds every way through the pieces from `at` on; false where there are too many or one is too
 * long or empty. */
static bool expand(pattern_parser *parser, size_t at, ro_time_sequence *sequence) {
  if (at == parser->piece_count) return sequence->count && add_sequence(parser, sequence);
  const char *piece = parser->pieces[at];
  if (piece[0] == ']') return expand(parser, at + 1, sequence);
  if (piece[0] == '[') {
    uint32_t count = sequence->count;
    if (!expand(parser, at + 1, sequence)) return false;
    sequence->count = count;
    return expand(parser, behind_group(parser, at), sequence);
  }
  if (sequence->count == RO_TIME_PATTERN_LENGTH) return false;
  sequence->elements[sequence->count++] = piece;
  return expand(parser, at + 1, sequence);
}

ro_status ro_time_pattern_parse(ro_time_pattern *out, ro_arena *arena, const char *text,
                                const char *file, size_t line, ro_error *error) {
  *out = (ro_time_pattern){0};
  pattern_parser parser = {.arena = arena, .pattern = out};
  split_pieces(&parser, text);
  if (!take_contexts(&parser) || !pieces_are_sound(&parser))
    return ro_fail(error, RO_ERROR_FORMAT, file, line, "the pattern has a stray bracket or bar");
  if (parser.piece_count > 4 * RO_TIME_PATTERN_LENGTH)
    return ro_fail(error, RO_ERROR_FORMAT, file, line, "the pattern is too long");
  ro_time_sequence sequence = {.count = 0};
  if (!expand(&parser, 0, &sequence))
    return ro_fail(error, RO_ERROR_FORMAT, file, line,
                   "the pattern is empty, has more than %d elements or too many optional parts",
                   RO_TIME_PATTERN_LENGTH);
  out->sequence_count = (uint32_t)parser.sequence_count;
  out->context_count = (uint32_t)parser.context_count;
  return RO_OK;
}
