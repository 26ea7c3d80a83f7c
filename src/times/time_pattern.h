/* The pattern language of times.tsv: elements separated by spaces.
 *
 *   word           this word, in lower case; signs (",") stand for themselves
 *   <class>        a word of that class, or what a rule that makes it has found
 *   a|<b>|c        one of these
 *   [the] [of the] may be missing
 *   (in|since)     at the start or end: must stand there, is no part of the expression
 *   !(percent)     at the start or end: must not stand there
 */
#ifndef RO_TIMES_TIME_PATTERN_H
#define RO_TIMES_TIME_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

enum { RO_TIME_PATTERN_LENGTH = 16, RO_TIME_PATTERN_SEQUENCES = 256 };

/* One way through the optional parts. */
typedef struct ro_time_sequence {
  const char *elements[RO_TIME_PATTERN_LENGTH];
  uint32_t count;
} ro_time_sequence;

typedef struct ro_time_pattern_context {
  const char *text;
  bool after, forbidden;
} ro_time_pattern_context;

typedef struct ro_time_pattern {
  ro_time_sequence *sequences;
  uint32_t sequence_count;
  ro_time_pattern_context *contexts;
  uint32_t context_count;
} ro_time_pattern;

ro_status ro_time_pattern_parse(ro_time_pattern *out, ro_arena *arena, const char *text,
                                const char *file, size_t line, ro_error *error);

#endif
