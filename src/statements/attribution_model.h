/* The trained network of data/statements.model: which tokens are cues, and which tokens are source
 * and content of each. Plain arithmetic in a fixed order: the same on every machine. */
#ifndef RO_STATEMENTS_ATTRIBUTION_MODEL_H
#define RO_STATEMENTS_ATTRIBUTION_MODEL_H

#include "base/arena.h"
#include "base/error.h"
#include "statements/features.h"

typedef enum ro_role {
  RO_ROLE_NONE,
  RO_ROLE_CUE,
  RO_ROLE_SOURCE_BEGINS,
  RO_ROLE_SOURCE,
  RO_ROLE_CONTENT_BEGINS,
  RO_ROLE_CONTENT,
  RO_ROLE_COUNT,
} ro_role;

typedef struct ro_attribution_model ro_attribution_model;

/* Reads the file into the arena. */
ro_status ro_attribution_model_load(const ro_attribution_model **out, ro_arena *arena,
                                    const char *path, ro_error *error);

/* Working memory of one document. */
typedef struct ro_attribution_scratch ro_attribution_scratch;
ro_attribution_scratch *ro_attribution_scratch_create(const ro_attribution_model *model,
                                                      ro_arena *arena);

/* Reads a passage: scores[i] is above 0 where token i is taken for a cue. */
void ro_attribution_model_read(const ro_attribution_model *model, ro_attribution_scratch *scratch,
                               const ro_feature_source *source, const ro_passage *passage,
                               float scores[RO_PASSAGE_LONGEST]);

/* The roles of the passage's tokens for the cue at token `cue`; false where no token can be its
 * content. The passage must be the one read last. */
bool ro_attribution_model_decode(const ro_attribution_model *model, ro_attribution_scratch *scratch,
                                 const ro_feature_source *source, const ro_passage *passage,
                                 uint32_t cue, uint8_t roles[RO_PASSAGE_LONGEST]);

#endif
