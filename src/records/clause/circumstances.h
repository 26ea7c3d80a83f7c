/* Whether what a predicate tells has happened: tense, mood, negation, the verbs above it, and the
 * conditions it stands under. */
#ifndef RO_RECORDS_CIRCUMSTANCES_H
#define RO_RECORDS_CIRCUMSTANCES_H

#include "records/scene/scene.h"

typedef enum ro_reality {
  REALITY_FACT,
  REALITY_FUTURE,   /* will, is to, plans to, is scheduled to */
  REALITY_PROPOSED, /* proposed, offered, ready to: only of nouns and infinitives */
  REALITY_WANTED,   /* wants to, hopes to, seeks to */
  REALITY_OBLIGED,  /* must, should, has to */
  REALITY_POSSIBLE, /* may, could */
  REALITY_CANCELLED,
  REALITY_POSTPONED,
  REALITY_UNREAL, /* a purpose, a thing only thought of */
} ro_reality;

typedef enum ro_tense {
  TENSE_NONE,
  TENSE_PAST,
  TENSE_PERFECT,
  TENSE_PRESENT,
  TENSE_FUTURE
} ro_tense;

typedef enum condition_kind {
  CONDITION_NONE,
  CONDITION_IF,       /* if, should, in case */
  CONDITION_PROVIDED, /* as soon as, provided that, as long as, once */
  CONDITION_ONLY,     /* only if, only when, only after */
  CONDITION_UNTIL,    /* until, unless */
} condition_kind;

typedef struct ro_circumstances {
  ro_reality reality;
  ro_tense tense;
  bool negated, questioned, hypothetical;
  bool progressive;   /* "is withdrawing" */
  bool would;         /* its future is told with "would" */
  bool is_to;         /* its future is told with "is to" */
  uint32_t clause;    /* the finite predicate that it hangs on: itself, or the verb above */
  uint32_t condition; /* the clause that it stands under; RO_NONE */
  condition_kind condition_kind;
} ro_circumstances;

void circumstances_of_verb(ro_circumstances *out, const ro_scene *scene, uint32_t predicate);

/* Of a noun of action: by its modifiers and by the verb that carries it ("called off the talks").
 */
void circumstances_of_noun(ro_circumstances *out, const ro_scene *scene, uint32_t noun);

#endif
