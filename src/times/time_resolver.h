/* From what an expression says to its value and days, given the days that it can rest on. */
#ifndef RO_TIMES_TIME_RESOLVER_H
#define RO_TIMES_TIME_RESOLVER_H

#include "readout/times.h"
#include "times/time_direction.h"
#include "times/time_fields.h"

/* A day or period that later expressions may count from. */
typedef struct ro_time_anchor {
  ro_day day;        /* RO_NO_DAY: there is none */
  ro_time_unit unit; /* how fine it was named */
} ro_time_anchor;

typedef struct ro_time_anchors {
  ro_day published;
  bool by_date_line;      /* the text's own date line told `published` */
  ro_time_anchor passage; /* what the text has last named */
  ro_day day;             /* the day that it has last named, not a longer period */
  bool day_is_near;       /* … in this sentence or the one before */
  ro_day quarter;         /* the first day of the quarter that it has last named */
  ro_time_tense tense;    /* of the verb that governs the expression */
} ro_time_anchors;

typedef struct ro_time_resolution {
  const char *value;
  const char *anchor; /* for ro_time */
  ro_interval interval;
  ro_time_anchor named; /* for the passage; no day where it names none */
  bool from_publication;
} ro_time_resolution;

/* Strings are made in the arena. */
ro_time_resolution ro_time_resolve(ro_arena *arena, ro_time_type type, const ro_time_fields *fields,
                                   const ro_time_anchors *anchors);

#endif
