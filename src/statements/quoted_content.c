#include "statements/quoted_content.h"

#include <string.h>

/* Paragraphs and further quotations that one content may run over. */
enum { MOST_PIECES = 40 };

/* Fewer words between marks are a term or a title, not somebody's sentence. */
enum { FEWEST_TOKENS = 6 };

static void add_quotation(const ro_feature_source *source, ro_attribution *attribution,
                          const ro_quotation *quotation) {
  ro_token_ranges *content = &attribution->content;
  *RO_ARENA_PUSH(source->document->arena, &content->items, content->count, content->capacity) =
      (ro_token_range){quotation->first_token, quotation->last_token + 1};
}

static bool begins_sentence(const ro_document *document, uint32_t token) {
  return token == 0 || document->tokens[token].sentence != document->tokens[token - 1].sentence;
}

static uint32_t paragraph_of(const ro_document *document, uint32_t token) {
  return document->sentences[document->tokens[token].sentence].paragraph;
}

/* The quotation that holds the token, unless the cue stands in it too. */
static const ro_quotation *quotation_at(const ro_quotations *quotations, uint32_t token,
                                        uint32_t cue) {
  uint32_t index = quotations->of_token[token];
  if (index == RO_NONE || index == quotations->of_token[cue]) return NULL;
  return &quotations->items[index];
}

/* Where the content takes in one end of a quotation and stops at a full stop within, the sentences
 * up to the other end are content too: the model may have read them in another passage. */
static void take_whole_quotation(const ro_feature_source *source, const ro_attribution *attribution,
                                 ro_token_range *range) {
  const ro_document *document = source->document;
  uint32_t cue = attribution->cue_token;
  const ro_quotation *last = quotation_at(source->quotations, range->end - 1, cue);
  if (last && range->start <= last->first_token && range->end <= last->last_token &&
      begins_sentence(document, range->end))
    range->end = last->last_token + 1;
  const ro_quotation *first = quotation_at(source->quotations, range->start, cue);
  if (first && range->end > first->last_token && range->start > first->first_token &&
      begins_sentence(document, range->start))
    range->start = first->first_token;
}

/* Ranges that have grown into each other become one. */
static void join_ranges(ro_token_ranges *ranges) {
  size_t count = 0;
  for (size_t i = 0; i < ranges->count; i++) {
    ro_token_range range = ranges->items[i];
    ro_token_range *before = count ? &ranges->items[count - 1] : NULL;
    if (!before || range.start > before->end)
      ranges->items[count++] = range;
    else if (range.end > before->end)
      before->end = range.end;
  }
  ranges->count = count;
}

/* Which attribution has each quotation in its content, the outermost first; RO_NONE. */
static uint32_t *owners_of_quotations(const ro_feature_source *source,
                                      const ro_attributions *attributions) {
  const ro_quotations *quotations = source->quotations;
  uint32_t *owners =
      ro_arena_alloc_array(source->document->arena, quotations->count + 1, sizeof *owners);
  for (uint32_t i = 0; i < quotations->count; i++)
    owners[i] = RO_NONE;
  for (uint32_t i = 0; i < attributions->count; i++) {
    const ro_attribution *attribution = &attributions->items[i];
    for (size_t k = 0; k < attribution->content.count; k++) {
      ro_token_range range = attribution->content.items[k];
      for (uint32_t t = range.start; t < range.end; t++)
        if (quotation_at(quotations, t, attribution->cue_token) &&
            owners[quotations->of_token[t]] == RO_NONE)
          owners[quotations->of_token[t]] = i;
    }
  }
  return owners;
}

/* A quotation that is left open at the end of its paragraph goes on in the next one, up to the
 * paragraph that a cue of its own claims ("…," she added). */
static void follow_open_quotation(const ro_feature_source *source, ro_attribution *attribution,
                                  const uint32_t *owners) {
  const ro_quotations *quotations = source->quotations;
  const ro_token_range *last = &attribution->content.items[attribution->content.count - 1];
  uint32_t piece = quotations->of_token[last->end - 1];
  if (piece == RO_NONE || quotations->items[piece].closed) return;
  if (last->end <= quotations->items[piece].last_token) return;
  for (int i = 0; i < MOST_PIECES; i++) {
    if (++piece >= quotations->count || quotations->items[piece].continues != piece - 1) return;
    if (owners[piece] != RO_NONE) return;
    add_quotation(source, attribution, &quotations->items[piece]);
    attribution->is_continued = true;
  }
}

/* Whether nothing but the quotation stands in its sentences. */
static bool stands_alone(const ro_document *document, const ro_quotation *quotation) {
  const ro_sentence *last = &document->sentences[document->tokens[quotation->last_token].sentence];
  uint32_t end = last->first_token + last->token_count;
  return begins_sentence(document, quotation->first_token) &&
         quotation->last_token - quotation->first_token + 1 >= FEWEST_TOKENS &&
         (quotation->last_token + 1 == end ||
          (quotation->last_token + 2 == end && document->tokens[end - 1].upos == RO_UPOS_PUNCT));
}

/* Whether it is a paragraph of its own. */
static bool is_paragraph(const ro_document *document, const ro_quotation *quotation) {
  uint32_t paragraph = paragraph_of(document, quotation->first_token);
  uint32_t first = document->tokens[quotation->first_token].sentence;
  uint32_t last = document->tokens[quotation->last_token].sentence;
  return (first == 0 || document->sentences[first - 1].paragraph != paragraph) &&
         (last + 1 == document->sentence_count ||
          document->sentences[last + 1].paragraph != paragraph);
}

/* "…," she said, "…": the second half stands behind the cue in its sentence, up to the end. */
static bool is_second_half(const ro_document *document, const ro_quotation *before,
                           const ro_quotation *quotation, uint32_t cue) {
  const ro_token *tokens = document->tokens;
  uint32_t first = quotation->first_token, last = quotation->last_token;
  bool at_end =
      last + 1 >= document->token_count || tokens[last + 1].sentence != tokens[first].sentence ||
      (tokens[last + 1].upos == RO_UPOS_PUNCT &&
       (last + 2 >= document->token_count || tokens[last + 2].sentence != tokens[first].sentence));
  return at_end && cue > before->last_token && cue < first &&
         tokens[cue].sentence == tokens[first].sentence && strcmp(tokens[first - 1].form, ",") == 0;
}

/* "…," she said. "…": a quotation without a cue has the speaker of the one before it in its
 * paragraph; as a paragraph of its own, the speaker of the last one in the paragraph before. */
static void follow_speaker(const ro_feature_source *source, ro_attributions *attributions,
                           uint32_t *owners) {
  const ro_document *document = source->document;
  const ro_quotations *quotations = source->quotations;
  uint32_t followed = 0;
  for (uint32_t i = 1; i < quotations->count; i++) {
    const ro_quotation *quotation = &quotations->items[i], *before = quotation - 1;
    bool follows =
        owners[i] == RO_NONE && owners[i - 1] != RO_NONE &&
        (stands_alone(document, quotation) ||
         is_second_half(document, before, quotation, attributions->items[owners[i - 1]].cue_token));
    if (!follows) {
      followed = 0;
      continue;
    }
    uint32_t distance =
        paragraph_of(document, quotation->first_token) - paragraph_of(document, before->last_token);
    if (distance > 1 || (distance == 1 && !is_paragraph(document, quotation))) continue;
    if (++followed > MOST_PIECES) continue;
    owners[i] = owners[i - 1];
    add_quotation(source, &attributions->items[owners[i]], quotation);
    attributions->items[owners[i]].is_continued |= distance == 1;
  }
}

void ro_quoted_content_complete(const ro_feature_source *source, ro_attributions *attributions) {
  for (size_t i = 0; i < attributions->count; i++) {
    ro_attribution *attribution = &attributions->items[i];
    for (size_t k = 0; k < attribution->content.count; k++)
      take_whole_quotation(source, attribution, &attribution->content.items[k]);
    join_ranges(&attribution->content);
  }
  const uint32_t *owners = owners_of_quotations(source, attributions);
  for (size_t i = 0; i < attributions->count; i++)
    follow_open_quotation(source, &attributions->items[i], owners);
  follow_speaker(source, attributions, owners_of_quotations(source, attributions));
}
