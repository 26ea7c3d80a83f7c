#include "times/time_finder.h"

#include <stdlib.h>
#include <string.h>

#include "times/calendar.h"
#include "times/time_chart.h"
#include "times/time_direction.h"
#include "times/time_grammar.h"
#include "times/time_resolver.h"
#include "times/time_sharing.h"
#include "times/time_units.h"

struct ro_time_finder {
  ro_time_grammar *grammar;
};

ro_status ro_time_finder_load(ro_time_finder **out, const char *data_directory, ro_error *error) {
  ro_time_finder *finder = ro_allocate(sizeof *finder);
  ro_status status = ro_time_grammar_load(&finder->grammar, data_directory, error);
  if (status != RO_OK) {
    free(finder);
    finder = NULL;
  }
  *out = finder;
  return status;
}

void ro_time_finder_free(ro_time_finder *finder) {
  if (!finder) return;
  ro_time_grammar_free(finder->grammar);
  free(finder);
}

/* One report being read. */
typedef struct report_reading {
  const ro_time_grammar *grammar;
  ro_document *document;
  ro_arena *scratch;
  ro_time_chart *chart;
  ro_time_unit_word *words;
  size_t word_capacity;
  ro_time_anchors anchors;
  size_t count, capacity;
  uint32_t sentence, day_sentence; /* the one being read, and the last that has named a day */
} report_reading;

static void make_room(report_reading *reading, uint32_t bound) {
  if (reading->words && bound <= reading->word_capacity) return;
  reading->word_capacity = (size_t)bound * 2;
  reading->words =
      ro_arena_alloc_array(reading->scratch, reading->word_capacity, sizeof *reading->words);
}

/* What the passage has named last, for expressions that count from it. */
static void remember(report_reading *reading, const ro_time_fields *fields,
                     const ro_time_resolution *resolution) {
  const ro_time_anchor *named = &resolution->named;
  if (named->day == RO_NO_DAY) return;
  reading->anchors.passage = *named;
  if (named->unit == RO_UNIT_DAY) {
    reading->anchors.day = named->day;
    reading->day_sentence = reading->sentence;
  }
  /* a quarter told by its name, not one that was told from another */
  if (named->unit != RO_UNIT_QUARTER || !ro_time_has(fields, RO_FIELD_QUARTER)) return;
  ro_day first = ro_calendar_period(RO_UNIT_QUARTER, named->day).first;
  if (reading->anchors.published == RO_NO_DAY || first <= reading->anchors.published)
    reading->anchors.quarter = first;
}

static bool is_dash(const char *form) {
  return !strcmp(form, "-") || !strcmp(form, "--") || !strcmp(form, "\xe2\x80\x93") ||
         !strcmp(form, "\xe2\x80\x94");
}

/* A report that came without a day takes the one of its date line: a full date that is a sentence
 * of its own at the top, or stands in front of the dash that opens the first one. */
static bool is_date_line(const report_reading *reading, const ro_time_match *match,
                         uint32_t word_count) {
  enum { FIRST_SENTENCES = 3, LONGEST_OPENING = 12 };
  const ro_time_fields *fields = &match->fields;
  if (reading->anchors.published != RO_NO_DAY || reading->sentence >= FIRST_SENTENCES) return false;
  if (!ro_time_has(fields, RO_FIELD_YEAR) || !ro_time_has(fields, RO_FIELD_DAY)) return false;
  if (match->first == 0 && match->end == word_count) return true;
  for (uint32_t i = match->end; reading->sentence == 0 && i < word_count && i < LONGEST_OPENING;
       i++)
    if (is_dash(reading->words[i].form)) return true;
  return false;
}

/* Returns the day that the expression names, if it names one. */
static ro_day add_time(report_reading *reading, const ro_time_match *match) {
  ro_document *document = reading->document;
  const ro_time_unit_word *first = &reading->words[match->first];
  const ro_time_unit_word *last = &reading->words[match->end - 1];
  reading->anchors.day_is_near =
      reading->anchors.day != RO_NO_DAY && reading->sentence - reading->day_sentence <= 1;
  reading->anchors.tense =
      ro_time_direction_find(document, reading->grammar, first->token, last->token);
  ro_time_resolution resolution =
      ro_time_resolve(document->arena, match->rule->type, &match->fields, &reading->anchors);
  remember(reading, &match->fields, &resolution);
  *RO_ARENA_PUSH(document->arena, &document->times, reading->count, reading->capacity) = (ro_time){
      .span = {first->span.start, last->span.end},
      .first_token = first->token,
      .token_count = last->token - first->token + 1,
      .type = match->rule->type,
      .value = resolution.value,
      .mod = ro_time_modifier_name(match->fields.of[RO_FIELD_MODIFIER]),
      .interval = resolution.interval,
      .from_publication = resolution.from_publication,
      .anchor = resolution.anchor,
      .rule = match->rule->name,
  };
  return resolution.named.day;
}

static void read_sentence(report_reading *reading, const ro_sentence *sentence) {
  make_room(reading, ro_time_units_bound(sentence));
  uint32_t word_count = ro_time_units_split(reading->document, sentence, reading->words);
  uint32_t match_count;
  ro_time_match *matches = ro_time_chart_read(reading->chart, reading->document, reading->words,
                                              word_count, &match_count);
  ro_time_sharing_apply(reading->words, matches, match_count);
  for (uint32_t i = 0; i < match_count; i++) {
    bool dates_report = is_date_line(reading, &matches[i], word_count);
    ro_day day = add_time(reading, &matches[i]);
    if (!dates_report) continue;
    reading->anchors.published = day;
    reading->anchors.by_date_line = true;
  }
}

void ro_time_finder_annotate(const ro_time_finder *finder, ro_document *document) {
  ro_arena *scratch = ro_arena_create();
  report_reading reading = {.grammar = finder->grammar,
                            .document = document,
                            .scratch = scratch,
                            .chart = ro_time_chart_create(scratch, finder->grammar),
                            .anchors = {.published = document->published,
                                        .passage = {RO_NO_DAY, RO_UNIT_DAY},
                                        .day = RO_NO_DAY,
                                        .quarter = RO_NO_DAY}};
  for (; reading.sentence < document->sentence_count; reading.sentence++)
    read_sentence(&reading, &document->sentences[reading.sentence]);
  document->time_count = (uint32_t)reading.count;
  ro_arena_free(scratch);
}
