/* Finding: everything that the rules make of a sentence's units, and the expressions chosen. */
#ifndef RO_TIMES_TIME_CHART_H
#define RO_TIMES_TIME_CHART_H

#include "times/time_grammar.h"
#include "times/time_numbers.h"
#include "times/time_units.h"

/* An expression that was chosen. */
typedef struct ro_time_match {
  uint32_t first, end; /* units, end exclusive */
  const ro_time_rule *rule;
  ro_time_fields fields;
} ro_time_match;

/* Working memory that serves one sentence after another. */
typedef struct ro_time_chart ro_time_chart;

ro_time_chart *ro_time_chart_create(ro_arena *arena, const ro_time_grammar *grammar);

/* The expressions of a sentence, from left to right, none inside another: of those that start at
 * one unit the longest, of these the one whose rule stands first. Valid until the next call. */
ro_time_match *ro_time_chart_read(ro_time_chart *chart, const ro_document *document,
                                  const ro_time_unit_word *words, uint32_t word_count,
                                  uint32_t *count);

#endif
