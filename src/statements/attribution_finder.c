#include "statements/attribution_finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

/* More cues than that in one passage are no prose; it bounds the time that a passage takes. */
enum { MOST_CUES = 48 };

/* Paragraphs that one quotation may run over. */
enum { MOST_PIECES = 40 };

/* Keeps the best MOST_CUES of the scores above 0 by raising the bar. */
static float cue_limit(const float *scores, uint32_t count) {
  float limit = 0;
  for (;;) {
    uint32_t above = 0;
    float lowest = 0;
    for (uint32_t i = 0; i < count; i++) {
      if (scores[i] <= limit) continue;
      if (!above || scores[i] < lowest) lowest = scores[i];
      above++;
    }
    if (above <= MOST_CUES) return limit;
    limit = lowest;
  }
}

static void add_range(ro_arena *arena, ro_token_ranges *ranges, uint32_t start, uint32_t end) {
  *RO_ARENA_PUSH(arena, &ranges->items, ranges->count, ranges->capacity) =
      (ro_token_range){start, end};
}

static bool is_in_capitals(const char *form) {
  size_t size = strlen(form), letters = 0;
  for (size_t at = 0; at < size;) {
    uint32_t codepoint = ro_utf8_next(form, size, &at);
    if (ro_unicode_is_letter(codepoint) && !ro_unicode_is_upper(codepoint)) return false;
    letters += ro_unicode_is_letter(codepoint);
  }
  return letters > 1;
}

/* The range that holds the cue's head; others that the model may have marked are no part of it. */
static void keep_cue_at_head(ro_attribution *attribution) {
  ro_token_ranges *cue = &attribution->cue;
  for (size_t i = 0; i < cue->count; i++)
    if (attribution->cue_token >= cue->items[i].start && attribution->cue_token < cue->items[i].end)
      cue->items[0] = cue->items[i];
  cue->count = 1;
}

static bool goes_on(uint8_t role, uint8_t begun) {
  if (begun == RO_ROLE_NONE || begun == RO_ROLE_CUE) return role == begun;
  return role == begun + 1; /* "source begins", then "source" */
}

static void read_roles(ro_arena *arena, const uint8_t *roles, const ro_passage *passage,
                       ro_attribution *attribution) {
  for (uint32_t i = 0; i < passage->count;) {
    uint8_t role = roles[i];
    uint32_t end = i + 1;
    while (end < passage->count && goes_on(roles[end], role))
      end++;
    ro_token_ranges *ranges = role == RO_ROLE_CUE             ? &attribution->cue
                              : role == RO_ROLE_SOURCE_BEGINS ? &attribution->source
                                                              : &attribution->content;
    if (role != RO_ROLE_NONE) add_range(arena, ranges, passage->first + i, passage->first + end);
    i = end;
  }
}

/* Where the text begins after "GENEVA, Jan 21 (Reuters) -" at the start of a paragraph; the first
 * token where no such line stands there. */
static uint32_t dateline_end(const ro_document *document, const ro_passage *passage) {
  enum { LONGEST = 16 };
  const ro_token *tokens = document->tokens + passage->first;
  if (!is_in_capitals(tokens[0].form)) return passage->first;
  for (uint32_t i = 1; i < passage->count && i < LONGEST; i++) {
    size_t at = 0;
    uint32_t codepoint = ro_utf8_next(tokens[i].form, strlen(tokens[i].form), &at);
    bool dash = tokens[i].upos == RO_UPOS_PUNCT && (codepoint == '-' || codepoint == 0x2013 ||
                                                    codepoint == 0x2014 || codepoint == 0x2015);
    if (dash && i + 1 < passage->count) return passage->first + i + 1;
    if (ro_unicode_is_letter(codepoint) && !ro_unicode_is_upper(codepoint)) break;
  }
  return passage->first;
}

/* A source or content does not begin with the line of place and date. */
static void skip_dateline(ro_token_ranges *ranges, uint32_t end) {
  for (size_t i = 0; i < ranges->count; i++)
    if (ranges->items[i].start < end && ranges->items[i].end > end) ranges->items[i].start = end;
}

static void find_in_passage(const ro_attribution_model *model, ro_attribution_scratch *scratch,
                            const ro_feature_source *source, const ro_passage *passage,
                            ro_attributions *found) {
  float scores[RO_PASSAGE_LONGEST];
  uint8_t roles[RO_PASSAGE_LONGEST];
  ro_arena *arena = source->document->arena;
  ro_attribution_model_read(model, scratch, source, passage, scores);
  float limit = cue_limit(scores, passage->count);
  uint32_t text_start = dateline_end(source->document, passage);
  for (uint32_t i = 0; i < passage->count; i++) {
    if (scores[i] <= limit) continue;
    ro_attribution attribution = {.cue_token = passage->first + i, .score = scores[i]};
    if (!ro_attribution_model_decode(model, scratch, source, passage, i, roles)) continue;
    read_roles(arena, roles, passage, &attribution);
    keep_cue_at_head(&attribution);
    skip_dateline(&attribution.source, text_start);
    skip_dateline(&attribution.content, text_start);
    *RO_ARENA_PUSH(arena, &found->items, found->count, found->capacity) = attribution;
  }
}

/* A quotation that is left open at the end of its paragraph goes on in the next one. */
static void continue_quotation(const ro_feature_source *source, ro_attribution *attribution) {
  const ro_quotations *quotations = source->quotations;
  const ro_token_range *last = &attribution->content.items[attribution->content.count - 1];
  uint32_t piece = quotations->of_token[last->end - 1];
  if (piece == RO_NONE || quotations->items[piece].closed) return;
  if (last->end <= quotations->items[piece].last_token) return;
  for (int i = 0; i < MOST_PIECES; i++) {
    if (++piece >= quotations->count || quotations->items[piece].continues != piece - 1) return;
    add_range(source->document->arena, &attribution->content, quotations->items[piece].first_token,
              quotations->items[piece].last_token + 1);
    attribution->is_continued = true;
  }
}

static uint32_t first_token(const ro_attribution *attribution) {
  uint32_t first = attribution->cue_token;
  const ro_token_ranges *roles[] = {&attribution->source, &attribution->cue, &attribution->content};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (roles[i]->count && roles[i]->items[0].start < first) first = roles[i]->items[0].start;
  return first;
}

static int in_text_order(const void *a, const void *b) {
  const ro_attribution *x = a, *y = b;
  uint32_t first = first_token(x), second = first_token(y);
  if (first != second) return first < second ? -1 : 1;
  return x->cue_token < y->cue_token ? -1 : x->cue_token > y->cue_token;
}

ro_attributions ro_attributions_find(const ro_attribution_model *model,
                                     const ro_feature_source *source) {
  ro_attributions found = {0};
  ro_arena *scratch_arena = ro_arena_create();
  ro_attribution_scratch *scratch = ro_attribution_scratch_create(model, scratch_arena);
  ro_passage passage;
  for (uint32_t first = 0; first < source->document->token_count; first += passage.count) {
    ro_passage_begin(&passage, source->document, first);
    find_in_passage(model, scratch, source, &passage, &found);
  }
  ro_arena_free(scratch_arena);
  for (size_t i = 0; i < found.count; i++)
    continue_quotation(source, &found.items[i]);
  if (found.count) qsort(found.items, found.count, sizeof *found.items, in_text_order);
  return found;
}
