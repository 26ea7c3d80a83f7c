/* Time expressions with TIMEX3 types and values. */
#ifndef READOUT_TIMES_H
#define READOUT_TIMES_H

#include "readout/day.h"
#include "readout/syntax.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ro_time_type {
  RO_TIME_DATE,
  RO_TIME_TIME,
  RO_TIME_DURATION,
  RO_TIME_SET
} ro_time_type;

typedef struct ro_time {
  ro_span span;
  uint32_t first_token, token_count;
  ro_time_type type;
  const char *value;     /* TIMEX3: "2022-01-18", "2022-W03", "P2D", "PRESENT_REF" */
  const char *mod;       /* TIMEX3 mod: "START", "MID", "END", "APPROX" …; NULL */
  ro_interval interval;  /* the days it covers ("early this week": Monday to Wednesday) */
  bool from_publication; /* rests on the publication day alone */
  const char *anchor;    /* what it was resolved against: "2022-01-18 (published)"; NULL */
  const char *rule;      /* name of the rule that found it */
} ro_time;

#ifdef __cplusplus
}
#endif
#endif
