/* Acts as PLOVER's events with mode and contexts, and as CAMEO's codes, by the tables plover.tsv,
 * plover-matters.tsv and plover-contexts.tsv. */
#ifndef RO_RECORDS_PLOVER_H
#define RO_RECORDS_PLOVER_H

#include "records/matching/matcher.h"

enum { MAXIMUM_LABELS = 64 };

/* Labels told by words: each word has the bits of its labels. */
typedef struct word_labels {
  word_table words; /* a lemma, or two with a blank between them */
  const char *names[MAXIMUM_LABELS];
  uint32_t count;
} word_labels;

typedef struct plover_row {
  const char *name; /* of an act with its status, of an act, or of an event */
  uint64_t matter;  /* bit of what it must be about; 0: anything */
  const char *event, *mode, *cameo;
  struct plover_row *next; /* of the same name, in the order of the file */
} plover_row;

/* A code of CAMEO with its name and scale, or a mode of PLOVER with its quad class and scale. */
typedef struct plover_scale {
  const char *name; /* the code's name; the quad class */
  float value;
} plover_scale;

typedef struct ro_plover {
  word_table rows; /* name to the address of its first plover_row */
  word_labels matters, contexts;
  word_table codes; /* CAMEO code to the address of its plover_scale */
  word_table modes; /* "EVENT mode", "EVENT -", to the address of its plover_scale */
} ro_plover;

ro_status plover_load(ro_plover *plover, ro_arena *arena, const char *data_directory,
                      ro_error *error);

/* The event that the match tells; NULL. */
const char *plover_event(const ro_plover *plover, const ro_scene *scene, const act_match *match);

/* Fills event, mode, cameo and contexts. */
void plover_code(const ro_plover *plover, const ro_scene *scene, const act_match *match,
                 ro_record *record);

/* The actor codes of parties, in the document's arena. */
void plover_actor_codes(const ro_scene *scene, const ro_parties *parties, const char *const **codes,
                        uint32_t *count);

#endif
