#include "statements/quotation.h"

#include <string.h>

#include "base/unicode.h"

/* The two ends of a quotation look different in most styles; straight marks look alike, and what
 * stands around them decides. Single marks count only outside of double ones, where an apostrophe
 * can be told from a closing mark. */
typedef enum mark_style {
  STYLE_NONE,
  STYLE_CURLY,     /* “…” */
  STYLE_LOW,       /* „…“ */
  STYLE_GUILLEMET, /* «…» */
  STYLE_STRAIGHT,  /* "…" */
  STYLE_DOUBLED,   /* ''…'' and ``…'' */
  STYLE_SINGLE,    /* ‘…’ and '…' */
} mark_style;

typedef struct quotation_mark {
  mark_style style;
  size_t size;
  bool may_open, may_close;
} quotation_mark;

typedef struct quotation_scanner {
  const ro_document *document;
  size_t start, end; /* of the paragraph */
  ro_quotation *items;
  size_t count, capacity;
  mark_style open; /* STYLE_NONE: outside */
} quotation_scanner;

static uint32_t codepoint_after(const quotation_scanner *scanner, size_t at) {
  return at < scanner->end ? ro_utf8_next(scanner->document->text, scanner->end, &at) : ' ';
}

static uint32_t codepoint_before(const quotation_scanner *scanner, size_t at) {
  if (at <= scanner->start) return ' ';
  at--;
  while (at > scanner->start && ((unsigned char)scanner->document->text[at] & 0xC0) == 0x80)
    at--;
  return ro_utf8_next(scanner->document->text, scanner->end, &at);
}

static bool is_word(uint32_t codepoint) {
  return ro_unicode_is_letter(codepoint) || ro_unicode_is_digit(codepoint);
}

/* Whether an opening mark may follow: a space, a dash, an opening bracket or another mark. */
static bool leads_in(uint32_t codepoint) {
  return ro_unicode_is_space(codepoint) ||
         (codepoint < 0x80 && strchr("([{-/:\"'", (int)codepoint)) ||
         (codepoint >= 0x2010 && codepoint <= 0x2015) || codepoint == 0x201C || codepoint == 0x2018;
}

static quotation_mark straight_mark(const quotation_scanner *scanner, size_t at, mark_style style,
                                    size_t size) {
  uint32_t before = codepoint_before(scanner, at), after = codepoint_after(scanner, at + size);
  bool opens = leads_in(before) && !ro_unicode_is_space(after);
  bool closes = !ro_unicode_is_space(before) && !is_word(after);
  if (!opens && !closes) opens = closes = true; /* a mark between spaces, or between letters */
  return (quotation_mark){style, size, opens, closes};
}

static quotation_mark single_mark(const quotation_scanner *scanner, size_t at, uint32_t codepoint,
                                  size_t size) {
  uint32_t before = codepoint_before(scanner, at), after = codepoint_after(scanner, at + size);
  bool opens = codepoint != 0x2019 && leads_in(before) && ro_unicode_is_letter(after);
  bool closes = codepoint != 0x2018 && !ro_unicode_is_space(before) && !is_word(after);
  return (quotation_mark){STYLE_SINGLE, size, opens, closes};
}

static quotation_mark mark_at(const quotation_scanner *scanner, size_t at) {
  const char *text = scanner->document->text;
  size_t next = at;
  uint32_t codepoint = ro_utf8_next(text, scanner->end, &next);
  size_t size = next - at;
  bool doubled = (codepoint == '\'' || codepoint == '`') && next < scanner->end &&
                 (uint32_t)text[next] == codepoint;
  if (doubled && codepoint == '`') return (quotation_mark){STYLE_DOUBLED, 2, true, false};
  if (doubled) return straight_mark(scanner, at, STYLE_DOUBLED, 2);
  switch (codepoint) {
  case '"':
    return straight_mark(scanner, at, STYLE_STRAIGHT, size);
  case 0x201C:
    return (quotation_mark){scanner->open == STYLE_LOW ? STYLE_LOW : STYLE_CURLY, size,
                            scanner->open != STYLE_LOW, scanner->open == STYLE_LOW};
  case 0x201D:
    return (quotation_mark){STYLE_CURLY, size, false, true};
  case 0x201E:
    return (quotation_mark){STYLE_LOW, size, true, false};
  case 0x00AB:
    return (quotation_mark){STYLE_GUILLEMET, size, true, false};
  case 0x00BB:
    return (quotation_mark){STYLE_GUILLEMET, size, false, true};
  case '\'':
  case 0x2018:
  case 0x2019:
    return single_mark(scanner, at, codepoint, size);
  default:
    return (quotation_mark){STYLE_NONE, size, false, false};
  }
}

/* Mixed styles occur: “…" and "…” are one quotation each. */
static bool closes_style(mark_style open, mark_style style) {
  if (open == style) return true;
  bool open_double = open == STYLE_CURLY || open == STYLE_STRAIGHT || open == STYLE_LOW;
  bool close_double = style == STYLE_CURLY || style == STYLE_STRAIGHT;
  return open_double && close_double;
}

/* Whether the single quotation that opens at `at` is closed before any double mark: else it is an
 * apostrophe. Bounded, so that a text of nothing but apostrophes stays linear. */
static bool single_is_closed(const quotation_scanner *scanner, size_t at) {
  enum { LONGEST = 400 };
  size_t end = at + LONGEST < scanner->end ? at + LONGEST : scanner->end;
  while (at < end) {
    quotation_mark mark = mark_at(scanner, at);
    if (mark.style == STYLE_SINGLE && mark.may_close) return true;
    if (mark.style != STYLE_NONE && mark.style != STYLE_SINGLE) return false;
    at += mark.size;
  }
  return false;
}

static void take_mark(quotation_scanner *scanner, size_t at, quotation_mark mark) {
  if (scanner->open != STYLE_NONE) {
    if (!mark.may_close || !closes_style(scanner->open, mark.style)) return;
    ro_quotation *quotation = &scanner->items[scanner->count - 1];
    quotation->span.end = (uint32_t)(at + mark.size);
    quotation->closed = true;
    scanner->open = STYLE_NONE;
    return;
  }
  if (!mark.may_open) return;
  if (mark.style == STYLE_SINGLE && !single_is_closed(scanner, at + mark.size)) return;
  ro_quotation *quotation =
      RO_ARENA_PUSH(scanner->document->arena, &scanner->items, scanner->count, scanner->capacity);
  quotation->span = (ro_span){(uint32_t)at, (uint32_t)scanner->end};
  quotation->continues = RO_NONE;
  scanner->open = mark.style;
}

/* One paragraph. Returns whether a double quotation is left open at its end. */
static bool scan_paragraph(quotation_scanner *scanner, bool was_open) {
  size_t first = scanner->count;
  scanner->open = STYLE_NONE;
  for (size_t at = scanner->start; at < scanner->end;) {
    quotation_mark mark = mark_at(scanner, at);
    if (mark.style != STYLE_NONE) take_mark(scanner, at, mark);
    at += mark.size;
  }
  if (was_open && scanner->count > first && scanner->items[first].span.start == scanner->start)
    scanner->items[first].continues = (uint32_t)first - 1;
  return scanner->open != STYLE_NONE && scanner->open != STYLE_SINGLE;
}

/* An unclosed quotation goes on in the next paragraph only if that one opens with a mark; else its
 * closing mark was forgotten, and it ends with its sentence's paragraph anyway. */
static void scan_paragraphs(quotation_scanner *scanner) {
  const ro_document *document = scanner->document;
  bool open = false;
  for (uint32_t i = 0; i < document->sentence_count;) {
    uint32_t last = i;
    while (last + 1 < document->sentence_count &&
           document->sentences[last + 1].paragraph == document->sentences[i].paragraph)
      last++;
    scanner->start = document->sentences[i].span.start;
    scanner->end = document->sentences[last].span.end;
    open = scan_paragraph(scanner, open);
    i = last + 1;
  }
}

/* Gives the quotations their tokens. Those without one of their own, as in a row of apostrophes
 * that is one token, are none. */
static void mark_tokens(const ro_document *document, ro_quotations *quotations) {
  uint32_t token = 0, kept = 0, before = RO_NONE;
  for (uint32_t i = 0; i < quotations->count; i++) {
    ro_quotation quotation = quotations->items[i];
    while (token < document->token_count &&
           document->tokens[token].span.end <= quotation.span.start)
      token++;
    quotation.first_token = token;
    for (; token < document->token_count && document->tokens[token].span.start < quotation.span.end;
         token++) {
      quotations->of_token[token] = kept;
      quotations->states[token] = RO_QUOTED;
    }
    if (token == quotation.first_token) continue;
    quotation.last_token = token - 1;
    quotations->states[quotation.first_token] = RO_QUOTATION_OPENS;
    if (quotation.closed && quotation.last_token > quotation.first_token)
      quotations->states[quotation.last_token] = RO_QUOTATION_CLOSES;
    if (quotation.continues != RO_NONE)
      quotation.continues = quotation.continues == before ? kept - 1 : RO_NONE;
    before = i;
    quotations->items[kept++] = quotation;
  }
  quotations->count = kept;
}

ro_quotations ro_quotations_find(const ro_document *document) {
  quotation_scanner scanner = {.document = document};
  scan_paragraphs(&scanner);
  ro_quotations quotations = {.items = scanner.items, .count = (uint32_t)scanner.count};
  quotations.states = ro_arena_alloc_array(document->arena, document->token_count + 1, 1);
  quotations.of_token =
      ro_arena_alloc_array(document->arena, document->token_count + 1, sizeof(uint32_t));
  for (uint32_t i = 0; i < document->token_count; i++)
    quotations.of_token[i] = RO_NONE;
  mark_tokens(document, &quotations);
  return quotations;
}
