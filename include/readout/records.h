/* Records: who did what to whom, as acts of negotiation and as PLOVER events. */
#ifndef READOUT_RECORDS_H
#define READOUT_RECORDS_H

#include <stdbool.h>

#include "readout/day.h"
#include "readout/syntax.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ro_act {
  RO_ACT_NONE, /* an event of PLOVER alone */
  RO_ACT_MEETING,
  RO_ACT_DEMAND,
  RO_ACT_PROMISE,
  RO_ACT_ACCEPTANCE,
  RO_ACT_DELIVERY,
  RO_ACT_REFUSAL,
  RO_ACT_WARNING,
  RO_ACT_CONDITION,
  RO_ACT_ACCUSATION,
  RO_ACT_DENIAL,
  RO_ACT_SUPPORT,
  RO_ACT_PRESSURE,
  RO_ACT_COUNT,
} ro_act;

typedef enum ro_record_status {
  RO_STATUS_MADE,
  RO_STATUS_PLANNED,
  RO_STATUS_DONE,
  RO_STATUS_UNDER_WAY,
  RO_STATUS_HELD,
  RO_STATUS_SCHEDULED,
  RO_STATUS_PROPOSED,
  RO_STATUS_CANCELLED,
  RO_STATUS_POSTPONED,
  RO_STATUS_PENDING,
  RO_STATUS_KEPT,
  RO_STATUS_CONDITIONAL,
  RO_STATUS_WITHDRAWN,
  RO_STATUS_COUNT,
} ro_record_status;

/* Actors of one role, in order of mention: "RUS:Lavrov", "unnamed USA", "western-allies". */
typedef struct ro_actors {
  const char *const *items;
  uint32_t count;
} ro_actors;

typedef struct ro_record {
  ro_act act;
  ro_record_status status;
  ro_actors who, whom, says;
  ro_interval when, due;      /* RO_NO_DAY where not told */
  const char *when_precision; /* "day", "week", "month", "year", "publication"; NULL */
  const char *where;          /* name of the place; NULL */
  uint32_t place;             /* index into the places; RO_NONE */
  const char *what;           /* short wording of the matter */
  ro_span evidence;
  uint32_t sentence, predicate_token;
  uint32_t statement; /* the statement that it stands in; RO_NONE: the report vouches for it */
  bool negated, hypothetical, questioned, background, headline;
  const char *event; /* PLOVER event in capitals, "CONSULT"; NULL */
  const char *mode;  /* PLOVER mode; NULL */
  const char *const *contexts;
  uint32_t context_count;
  const char *cameo, *cameo_name; /* "040", "Consult"; NULL */
  const char *quad_class;         /* "verbal cooperation"; NULL */
  float intensity;                /* PLOVER's scale, -10 (conflict) to 10 (cooperation) */
  float goldstein;                /* the Goldstein scale of the CAMEO code, -10 to 10 */
  const char *const *source_codes, *const *target_codes; /* "RUSGOV" */
  uint32_t source_code_count, target_code_count;
  ro_actors source_words, target_words; /* as the report calls them */
  float score;                          /* 0 to 1 */
  const char *reason;                   /* predicate, frame, roles and rules, for `explain` */
} ro_record;

/* What one actor does to another in a text. */
typedef struct ro_pair_relation {
  const char *event; /* PLOVER event in capitals; YIELD joins CONCEDE and RETREAT */
  const char *mode;  /* PLOVER mode, where a record tells it; NULL */
  float score;       /* 0.5 (another event is as likely) to 1 */
} ro_pair_relation;

RO_API const char *ro_act_name(ro_act act); /* "meeting"; NULL for RO_ACT_NONE */
RO_API const char *ro_record_status_name(ro_record_status status); /* "under way" */

#ifdef __cplusplus
}
#endif
#endif
