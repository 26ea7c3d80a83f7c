/* A small network that tells of an act and a side of the report whether the act is done to that
 * side. It is learned from annotated reports (train/addressees) and weighs what the rules found
 * against what the report tells around the act.
 *
 * Method: a sum of feature tables and one hidden layer. */
#ifndef RO_RECORDS_ADDRESSEE_MODEL_H
#define RO_RECORDS_ADDRESSEE_MODEL_H

#include "base/error.h"
#include "records/learned/side_features.h"

typedef struct addressee_model addressee_model;

/* The model lives in the arena. */
ro_status addressee_model_load(const addressee_model **out, ro_arena *arena, const char *path,
                               ro_error *error);

/* Log odds that the act is done to the side. */
float addressee_model_score(const addressee_model *model, const side_question *question,
                            uint32_t side);

#endif
