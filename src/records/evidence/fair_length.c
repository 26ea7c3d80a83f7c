#include "records/evidence/fair_length.h"

#include <string.h>

#include "records/evidence/own_words.h"

/* In words. A short one may grow to GROWTH times its words, a modifier ("a step REQUESTED BY OSLO")
 * farther, up to what it modifies; what is left of a long one has LEAST_LEFT words or more. */
enum { GROWTH = 3, GROWTH_OF_MODIFIER = 8, LONG = 24, LEAST_LEFT = 9 };

typedef struct token_range {
  uint32_t first, end;
} token_range;

static token_range sentence_of(const ro_document *document, uint32_t token) {
  const ro_sentence *sentence = &document->sentences[document->tokens[token].sentence];
  return (token_range){sentence->first_token, sentence->first_token + sentence->token_count};
}

static bool is_inside(ro_span word, ro_span span) {
  return word.start >= span.start && word.end <= span.end;
}

static bool is_form(const ro_token *token, const char *form) {
  return strcmp(token->form, form) == 0;
}

static uint32_t words_in(const ro_document *document, token_range sentence, ro_span span) {
  uint32_t count = 0;
  for (uint32_t i = sentence.first; i < sentence.end; i++) {
    const ro_token *token = &document->tokens[i];
    count += token->upos != RO_UPOS_PUNCT && is_inside(token->span, span);
  }
  return count;
}

static bool has_semicolon(const ro_document *document, token_range sentence, ro_span span) {
  for (uint32_t i = sentence.first; i < sentence.end; i++)
    if (is_form(&document->tokens[i], ";") && is_inside(document->tokens[i].span, span))
      return true;
  return false;
}

static bool is_modifier(const ro_token *token) {
  return token->deprel == RO_DEPREL_ACL || token->deprel == RO_DEPREL_ACL_RELCL;
}

static ro_span around(ro_span one, ro_span other) {
  return (ro_span){one.start < other.start ? one.start : other.start,
                   one.end > other.end ? one.end : other.end};
}

/* "OF a treaty rejected by Oslo": what ties the words to those before them. */
static ro_span without_tie(ro_span span, const ro_document *document, token_range sentence) {
  for (uint32_t i = sentence.first; i + 1 < sentence.end; i++)
    if (document->tokens[i].span.start == span.start &&
        document->tokens[i].deprel == RO_DEPREL_CASE)
      span.start = document->tokens[i + 1].span.start;
  return span;
}

/* Word by word up the tree: the whole of what governs it, else what of that stands before it. What
 * tells another act is no part of it. */
static ro_span grown(ro_span span, const act_match *match, const ro_scene *scene, uint32_t anchor,
                     const bool *anchors) {
  const ro_document *document = scene->document;
  token_range sentence = sentence_of(document, match->predicate);
  bool modifies = is_modifier(&document->tokens[match->predicate]);
  uint32_t most = (modifies ? GROWTH_OF_MODIFIER : GROWTH) * words_in(document, sentence, span);
  while (words_in(document, sentence, span) < OWN_WORDS_SHORT) {
    anchor = document->tokens[anchor].head;
    if (anchor == RO_NONE || (anchors && anchors[anchor])) break;
    ro_span wider = around(span, own_words_span(scene, anchor, match->predicate, anchors));
    if (words_in(document, sentence, wider) > most) wider.end = span.end;
    if (words_in(document, sentence, wider) > most || has_semicolon(document, sentence, wider))
      break;
    span = wider.start < span.start ? without_tie(wider, document, sentence) : wider;
  }
  return span;
}

/* Without what stands behind its last comma, as long as the words to be kept stand before that. */
static ro_span ended_earlier(ro_span span, const ro_document *document, uint32_t last_kept,
                             token_range sentence) {
  for (uint32_t i = sentence.end; i-- > last_kept + 1;) {
    const ro_token *token = &document->tokens[i];
    if (token->span.end >= span.end || !is_form(token, ",")) continue;
    span.end = document->tokens[i - 1].span.end;
    break;
  }
  return span;
}

static ro_span begun_later(ro_span span, const ro_document *document, uint32_t first_kept,
                           token_range sentence) {
  for (uint32_t i = sentence.first; i + 1 < first_kept; i++) {
    const ro_token *token = &document->tokens[i];
    if (token->span.start <= span.start || !is_form(token, ",")) continue;
    span.start = document->tokens[i + 1].span.start;
    break;
  }
  return span;
}

typedef ro_span cut_function(ro_span, const ro_document *, uint32_t kept, token_range sentence);

static ro_span shortened(ro_span span, const ro_document *document, uint32_t kept,
                         cut_function *cut) {
  token_range sentence = sentence_of(document, kept);
  while (words_in(document, sentence, span) > LONG) {
    ro_span shorter = cut(span, document, kept, sentence);
    bool same = shorter.start == span.start && shorter.end == span.end;
    if (same || words_in(document, sentence, shorter) < LEAST_LEFT) break;
    span = shorter;
  }
  return span;
}

ro_span evidence_of_fair_length(ro_span span, const act_match *match, const ro_scene *scene,
                                uint32_t anchor, uint32_t kept_token, const bool *anchors) {
  uint32_t first = match->predicate < kept_token ? match->predicate : kept_token;
  uint32_t last = match->predicate < kept_token ? kept_token : match->predicate;
  span = grown(span, match, scene, anchor, anchors);
  span = shortened(span, scene->document, last, ended_earlier);
  return shortened(span, scene->document, first, begun_later);
}
