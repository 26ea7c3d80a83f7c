#include "text/sentence_splitter.h"

#include <string.h>

#include "text/boundary_features.h"

static void add_sentence(ro_sentence_splitter *splitter, uint32_t first, uint32_t end) {
  ro_document *document = splitter->document;
  size_t count = document->sentence_count;
  ro_sentence *sentence =
      RO_ARENA_PUSH(document->arena, &document->sentences, count, splitter->capacity);
  sentence->span =
      (ro_span){document->tokens[first].span.start, document->tokens[end - 1].span.end};
  sentence->first_token = first;
  sentence->token_count = end - first;
  sentence->root = RO_NONE;
  sentence->paragraph = splitter->paragraph;
  for (uint32_t i = first; i < end; i++)
    document->tokens[i].sentence = document->sentence_count;
  document->sentence_count = (uint32_t)count;
}

static unsigned kinds_at(const ro_sentence_splitter *splitter, uint32_t token) {
  ro_span span = splitter->document->tokens[token].span;
  return ro_word_list_kinds(splitter->words, splitter->document->text + span.start,
                            span.end - span.start, NULL);
}

static bool is_spelled(const ro_sentence_splitter *splitter, uint32_t token, const char *form) {
  ro_span span = splitter->document->tokens[token].span;
  return span.end - span.start == strlen(form) &&
         memcmp(splitter->document->text + span.start, form, span.end - span.start) == 0;
}

/* "Kyiv time", "New York time", "Central European Time" */
static bool is_zone_name(const ro_sentence_splitter *splitter, uint32_t token, uint32_t end) {
  enum { LONGEST_ZONE = 3 };
  for (uint32_t i = token; i < end && i <= token + LONGEST_ZONE; i++) {
    if (i > token && (is_spelled(splitter, i, "time") || is_spelled(splitter, i, "Time")))
      return true;
    char first = splitter->document->text[splitter->document->tokens[i].span.start];
    if (first < 'A' || first > 'Z') return false;
  }
  return false;
}

/* "5 p.m. Wednesday", "3 a.m. Kyiv time": the stop belongs to the time of day. */
static bool is_inside_time(const ro_sentence_splitter *splitter, uint32_t token, uint32_t end) {
  if (!(kinds_at(splitter, token) & RO_WORD_CLOCK)) return false;
  return kinds_at(splitter, token + 1) & RO_WORD_DATE || is_zone_name(splitter, token + 1, end);
}

/* "the U.N. Security Council", "the U.N. Secretary-General's office": two words of the body's name
 * follow. */
static bool is_inside_body_name(const ro_sentence_splitter *splitter, uint32_t token,
                                uint32_t end) {
  if (!(kinds_at(splitter, token) & RO_WORD_BODY)) return false;
  uint32_t first = token + 1, second = first + 1;
  if (second < end && is_spelled(splitter, second, "-")) second++;
  return second < end && kinds_at(splitter, first) & RO_WORD_ORGAN &&
         kinds_at(splitter, second) & RO_WORD_ORGAN;
}

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/* "15:45 Police fired …": the clock before an entry of a live report is no part of it. */
static bool is_clock_of_entry(const ro_sentence_splitter *splitter, uint32_t token) {
  const ro_document *document = splitter->document;
  ro_span span = document->tokens[token].span, next = document->tokens[token + 1].span;
  const char *form = document->text + span.start;
  uint32_t length = span.end - span.start;
  if (length < 4 || length > 5) return false;
  for (uint32_t i = 0; i < length; i++)
    if (i + 3 == length ? form[i] != ':' && form[i] != '.' : !is_digit(form[i])) return false;
  const char *word = document->text + next.start;
  bool capital = word[0] >= 'A' && word[0] <= 'Z';
  bool zone = capital && next.end - next.start > 1 && word[1] >= 'A' && word[1] <= 'Z';
  bool quote = word[0] == '"' || strncmp(word, "“", strlen("“")) == 0;
  return next.start > span.end && ((capital && !zone) || quote);
}

static bool ends_at(const ro_sentence_splitter *splitter, ro_boundary_context *context,
                    uint32_t at) {
  if (at + 1 - context->sentence >= RO_SENTENCE_LARGEST) return true;
  ro_boundary_advance(context, at);
  if (!ro_boundary_is_candidate(context, at)) return false;
  uint32_t token = context->first + at, end = splitter->document->token_count;
  if (is_inside_time(splitter, token, end)) return false;
  if (is_inside_body_name(splitter, token, end)) return false;
  uint32_t features[RO_BOUNDARY_FEATURE_COUNT];
  ro_boundary_features(context, at, features);
  return ro_boundary_model_decide(splitter->model, features);
}

void ro_sentence_splitter_paragraph(ro_sentence_splitter *splitter, uint32_t first) {
  ro_document *document = splitter->document;
  uint32_t end = document->token_count;
  if (first == end) return;
  ro_boundary_context context;
  ro_boundary_begin(&context, document->arena, splitter->words, document, first, end);
  uint32_t inside = 0; /* words of the open multiword token still to come */
  for (uint32_t i = first; i + 1 < end; i++) {
    if (document->tokens[i].multiword) inside = document->tokens[i].multiword;
    if (inside) inside--;
    bool clock = i == first && is_clock_of_entry(splitter, i);
    bool ends = !inside && ends_at(splitter, &context, i - first);
    if (!ends && !clock) continue;
    add_sentence(splitter, first + context.sentence, i + 1);
    ro_boundary_end_sentence(&context, i - first);
  }
  add_sentence(splitter, first + context.sentence, end);
  splitter->paragraph++;
}
