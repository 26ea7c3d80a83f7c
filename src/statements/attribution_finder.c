#include "statements/attribution_finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "statements/complement.h"
#include "statements/governed_words.h"
#include "statements/inner_cue.h"
#include "statements/naming_cue.h"
#include "statements/parenthesis.h"
#include "statements/passive_cue.h"
#include "statements/phrase.h"
#include "statements/quoted_content.h"
#include "statements/quoted_speaker.h"
#include "statements/quoting_cue.h"
#include "statements/signature.h"
#include "statements/source_before.h"
#include "statements/told_party.h"
#include "statements/worded_phrase.h"

/* More cues than that in one passage are no prose; it bounds the time that a passage takes. */
enum { MOST_CUES = 48 };

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

/* What is read of the passage at hand. */
typedef struct passage_reading {
  const ro_attribution_model *model;
  ro_attribution_scratch *scratch;
  const ro_feature_source *source;
  const ro_passage *passage;
  uint32_t text_start; /* the first token after the dateline */
} passage_reading;

/* Where the model sees no roles, a rule may still know them. */
static void take_cue_alone(const passage_reading *reading, ro_attribution *attribution) {
  add_range(reading->source->document->arena, &attribution->cue, attribution->cue_token,
            attribution->cue_token + 1);
}

/* The attribution whose cue is token `cue` of the passage; false where it has no content. */
static bool decode(const passage_reading *reading, uint32_t cue, float score,
                   ro_attribution *attribution) {
  uint8_t roles[RO_PASSAGE_LONGEST];
  *attribution = (ro_attribution){.cue_token = reading->passage->first + cue, .score = score};
  if (ro_attribution_model_decode(reading->model, reading->scratch, reading->source,
                                  reading->passage, cue, roles)) {
    read_roles(reading->source->document->arena, roles, reading->passage, attribution);
    keep_cue_at_head(attribution);
  } else {
    take_cue_alone(reading, attribution);
  }
  ro_complement_repair(reading->source, attribution);
  ro_told_party_leave(reading->source, attribution);
  ro_naming_cue_complete(reading->source, attribution);
  ro_parenthesis_complete(reading->source, attribution);
  ro_quoting_cue_complete(reading->source, attribution);
  ro_governed_words_complete(reading->source, attribution);
  ro_source_before_complete(reading->source, attribution);
  skip_dateline(&attribution->source, reading->text_start);
  skip_dateline(&attribution->content, reading->text_start);
  return attribution->content.count > 0 &&
         ro_passive_cue_complete(reading->source->document, attribution);
}

static void add(const passage_reading *reading, ro_attributions *found,
                const ro_attribution *attribution) {
  *RO_ARENA_PUSH(reading->source->document->arena, &found->items, found->count, found->capacity) =
      *attribution;
}

static bool is_inside(const ro_token_ranges *inner, const ro_token_ranges *outer) {
  for (size_t i = 0; i < inner->count; i++)
    if (!ro_ranges_hold(outer, inner->items[i].start) ||
        !ro_ranges_hold(outer, inner->items[i].end - 1))
      return false;
  return true;
}

/* "quoted" and "saying" may both be taken for the cue of one attribution. */
static bool has_cue(const ro_attributions *found, size_t first, uint32_t cue_token) {
  for (size_t i = first; i < found->count; i++)
    if (found->items[i].cue_token == cue_token) return true;
  return false;
}

/* Looks for cues in the content of an attribution of the passage. */
static void find_inside(const passage_reading *reading, const ro_attribution *outer,
                        const float *scores, float limit, size_t before, ro_attributions *found) {
  for (size_t k = 0; k < outer->content.count; k++) {
    ro_token_range range = outer->content.items[k];
    for (uint32_t t = range.start; t < range.end; t++) {
      uint32_t cue = t - reading->passage->first;
      ro_attribution inner;
      if (t < reading->passage->first || cue >= reading->passage->count) continue;
      if (scores[cue] > limit || !ro_is_inner_cue(reading->source, t)) continue;
      if (!decode(reading, cue, scores[cue], &inner) || !inner.source.count) continue;
      if (has_cue(found, before, inner.cue_token)) continue;
      if (is_inside(&inner.content, &outer->content) && is_inside(&inner.source, &outer->content))
        add(reading, found, &inner);
    }
  }
}

static void find_in_passage(const passage_reading *reading, ro_attributions *found) {
  float scores[RO_PASSAGE_LONGEST];
  size_t before = found->count;
  ro_attribution_model_read(reading->model, reading->scratch, reading->source, reading->passage,
                            scores);
  float limit = cue_limit(scores, reading->passage->count);
  for (uint32_t i = 0; i < reading->passage->count; i++) {
    ro_attribution attribution;
    uint32_t token = reading->passage->first + i;
    bool is_cue = scores[i] > limit || ro_is_parenthetical_cue(reading->source, token) ||
                  ro_is_quoting_cue(reading->source, token) ||
                  ro_is_coordinated_cue(reading->source, token) ||
                  ro_is_naming_cue(reading->source, token) ||
                  ro_is_governing_cue(reading->source, token) ||
                  ro_is_passive_cue(reading->source->document, token);
    if (!is_cue || !decode(reading, i, scores[i], &attribution)) continue;
    if (!has_cue(found, before, attribution.cue_token)) add(reading, found, &attribution);
  }
  size_t outermost = found->count;
  for (size_t i = before; i < outermost; i++) {
    ro_attribution outer = found->items[i], inner; /* the list may move */
    if (ro_quoted_speaker_find(reading->source, &outer, &inner) &&
        !has_cue(found, before, inner.cue_token))
      add(reading, found, &inner);
    find_inside(reading, &outer, scores, limit, before, found);
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
    passage_reading reading = {model, scratch, source, &passage,
                               dateline_end(source->document, &passage)};
    find_in_passage(&reading, &found);
  }
  ro_arena_free(scratch_arena);
  ro_signatures_find(source, &found);
  ro_worded_phrases_find(source, &found);
  ro_quoted_content_complete(source, &found);
  if (found.count) qsort(found.items, found.count, sizeof *found.items, in_text_order);
  return found;
}
