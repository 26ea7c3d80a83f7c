/* The trained model that tells whether a sentence ends at a place (data/segmenter.model). */
#ifndef RO_TEXT_BOUNDARY_MODEL_H
#define RO_TEXT_BOUNDARY_MODEL_H

#include "base/arena.h"
#include "base/error.h"
#include "text/boundary_features.h"

typedef struct ro_boundary_model ro_boundary_model;

/* Maps the file; the model lives in the arena, ro_boundary_model_close unmaps it. */
ro_status ro_boundary_model_open(ro_boundary_model **out, ro_arena *arena, const char *path,
                                 ro_error *error);
void ro_boundary_model_close(ro_boundary_model *model);

bool ro_boundary_model_decide(const ro_boundary_model *model,
                              const uint32_t features[RO_BOUNDARY_FEATURE_COUNT]);

#endif
