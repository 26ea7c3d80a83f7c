#include "statements/signature.h"

#include <string.h>

#include "statements/phrase.h"

/* Longer stretches behind a dash are text. */
enum { LONGEST_NAME = 12 };

static bool is_dash(const ro_token *token) {
  static const char *const dashes[] = {"-", "--", "---", "\u2012", "\u2013", "\u2014", "\u2015"};
  for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
    if (strcmp(token->form, dashes[i]) == 0) return true;
  return false;
}

static uint32_t paragraph_of(const ro_document *document, uint32_t token) {
  return document->sentences[document->tokens[token].sentence].paragraph;
}

static bool begins_paragraph(const ro_document *document, uint32_t token) {
  return token == 0 || paragraph_of(document, token) != paragraph_of(document, token - 1);
}

static bool begins_sentence(const ro_document *document, uint32_t token) {
  return token == 0 || document->tokens[token].sentence != document->tokens[token - 1].sentence;
}

/* The end of what is written behind the dash: of its paragraph, or where a quotation opens. */
static uint32_t line_end(const ro_feature_source *source, uint32_t dash) {
  const ro_document *document = source->document;
  uint32_t end = dash + 1;
  while (end < document->token_count && !begins_paragraph(document, end) &&
         source->quotations->of_token[end] == RO_NONE)
    end++;
  return end;
}

static bool ends_name(const ro_token *token) {
  return strcmp(token->form, ",") == 0 || strcmp(token->form, "(") == 0 ||
         strcmp(token->form, ".") == 0 || strcmp(token->form, ";") == 0;
}

/* A name with what stands before it, and no clause: RO_NONE where the line is none. */
static uint32_t name_end(const ro_document *document, uint32_t start, uint32_t line) {
  uint32_t end = start;
  bool has_name = false;
  if (line - start > LONGEST_NAME) return RO_NONE;
  for (; end < line && !ends_name(&document->tokens[end]); end++) {
    const ro_token *token = &document->tokens[end];
    if (token->upos == RO_UPOS_VERB || token->upos == RO_UPOS_AUX) return RO_NONE;
    has_name |= token->upos == RO_UPOS_PROPN;
  }
  return has_name ? end : RO_NONE;
}

/* The attributions that may concern a quotation: those of its passages and the ones beside them. */
typedef struct neighbours {
  size_t first, end;
} neighbours;

/* The attributions are in the order of their passages; `before` are those of an earlier place. */
static neighbours neighbours_of(const ro_attributions *attributions, size_t count,
                                const ro_quotation *quotation, neighbours before) {
  enum { FAR = 2 * RO_PASSAGE_LONGEST };
  neighbours near = before;
  while (near.first < count &&
         attributions->items[near.first].cue_token + FAR < quotation->first_token)
    near.first++;
  while (near.end < count && attributions->items[near.end].cue_token < quotation->last_token + FAR)
    near.end++;
  return near;
}

static bool has_owner(const ro_attributions *attributions, neighbours near,
                      const ro_quotation *quotation) {
  for (size_t i = near.first; i < near.end; i++) {
    const ro_attribution *attribution = &attributions->items[i];
    bool speaks_inside = attribution->cue_token >= quotation->first_token &&
                         attribution->cue_token <= quotation->last_token;
    if (!speaks_inside && (ro_ranges_hold(&attribution->content, quotation->first_token) ||
                           ro_ranges_hold(&attribution->content, quotation->last_token)))
      return true;
  }
  return false;
}

/* The dash behind a quotation; behind one that is a paragraph, it may begin the next. */
static bool is_signed(const ro_document *document, const ro_quotation *quotation, uint32_t dash) {
  if (dash >= document->token_count || !is_dash(&document->tokens[dash])) return false;
  return begins_paragraph(document, dash) ? begins_paragraph(document, quotation->first_token)
                                          : begins_sentence(document, quotation->first_token);
}

static ro_token_ranges one_range(ro_arena *arena, uint32_t start, uint32_t end) {
  ro_token_ranges ranges = {0};
  *RO_ARENA_PUSH(arena, &ranges.items, ranges.count, ranges.capacity) =
      (ro_token_range){start, end};
  return ranges;
}

/* The model may have taken the dash for a cue, and the name for what is said. */
static ro_attribution *attribution_of_cue(ro_arena *arena, ro_attributions *attributions,
                                          neighbours near, uint32_t cue) {
  for (size_t i = near.first; i < near.end; i++)
    if (attributions->items[i].cue_token == cue) return &attributions->items[i];
  ro_attribution *added =
      RO_ARENA_PUSH(arena, &attributions->items, attributions->count, attributions->capacity);
  *added = (ro_attribution){.cue_token = cue};
  return added;
}

void ro_signatures_find(const ro_feature_source *source, ro_attributions *attributions) {
  const ro_document *document = source->document;
  neighbours near = {0};
  size_t count = attributions->count;
  for (uint32_t i = 0; i < source->quotations->count; i++) {
    const ro_quotation *quotation = &source->quotations->items[i];
    uint32_t dash = quotation->last_token + 1;
    if (!quotation->closed || !is_signed(document, quotation, dash)) continue;
    uint32_t end = name_end(document, dash + 1, line_end(source, dash));
    if (end == RO_NONE) continue;
    near = neighbours_of(attributions, count, quotation, near);
    if (has_owner(attributions, near, quotation)) continue;
    ro_attribution *attribution = attribution_of_cue(document->arena, attributions, near, dash);
    attribution->source = one_range(document->arena, dash + 1, end);
    attribution->cue = one_range(document->arena, dash, dash + 1);
    attribution->content = one_range(document->arena, quotation->first_token, dash);
  }
}
