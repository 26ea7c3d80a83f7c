/* Which of PLOVER's events a source does to a target: a linear classifier over
 * relation_features.h. */
#ifndef RO_RECORDS_RELATION_MODEL_H
#define RO_RECORDS_RELATION_MODEL_H

#include "base/error.h"
#include "records/relation/relation_features.h"

/* The weights of relation.model, mapped read-only. */
typedef struct ro_relation_model ro_relation_model;

typedef struct ro_relation_answer {
  const char *event; /* lives with the model */
  float score;       /* 0.5 where the next best event is as likely, towards 1 where it is not */
} ro_relation_answer;

ro_status ro_relation_model_load(ro_relation_model **out, const char *data_directory,
                                 ro_error *error);
void ro_relation_model_free(ro_relation_model *model);

ro_relation_answer ro_relation_model_answer(const ro_relation_model *model,
                                            const ro_relation_features *features);

#endif
