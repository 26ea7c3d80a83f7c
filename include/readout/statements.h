/* Statements: who says what, on whose word, through whom. */
#ifndef READOUT_STATEMENTS_H
#define READOUT_STATEMENTS_H

#include <stdbool.h>

#include "readout/syntax.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ro_manner { RO_MANNER_SPEECH, RO_MANNER_THOUGHT, RO_MANNER_ACT } ro_manner;
typedef enum ro_directness { RO_INDIRECT, RO_DIRECT, RO_MIXED } ro_directness;

typedef struct ro_spans {
  const ro_span *items;
  uint32_t count;
} ro_spans;

/* One attribution. The spans of a role belong together ("resumed" quotations have several). */
typedef struct ro_statement {
  ro_spans source, cue, content; /* source may be empty */
  uint32_t cue_token;            /* head of the cue; RO_NONE */
  uint32_t source_mention;       /* index into the actor mentions; RO_NONE: none or unresolved */
  const char *speaker;           /* "RUS:Lavrov"; NULL: unresolved, never guessed */
  bool unnamed;                  /* "a U.S. official who asked not to be named" */
  ro_directness directness;
  ro_manner manner;
  const char *channel;   /* "TASS", "readout", "Twitter"; NULL */
  const char *addressee; /* who was told: an actor, else the words; NULL */
  bool negated, questioned, future;
  uint32_t inside;    /* index of the statement whose content holds this one; RO_NONE */
  const char *reason; /* evidence for `explain`: cue, rule, model score */
} ro_statement;

#ifdef __cplusplus
}
#endif
#endif
