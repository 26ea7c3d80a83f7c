/* What the model of acts sees of a token: small numbers, each the row of a table of the model. The
 * training program reads them through this function too. */
#ifndef RO_RECORDS_ACT_FEATURES_H
#define RO_RECORDS_ACT_FEATURES_H

#include "records/scene/scene.h"

enum { ACT_FEATURES = 16 };

/* What the rules have found: the act told at each token of the document (of the clause's head),
 * and the act that they found there and dropped; RO_ACT_NONE. */
typedef struct act_marks {
  uint8_t *kept, *dropped;
} act_marks;

/* Rows of each feature's table. */
extern const uint32_t act_feature_rows[ACT_FEATURES];

/* Fills `count` rows of ACT_FEATURES for the tokens from `first` on. */
void act_features_fill(const ro_scene *scene, const act_marks *marks, uint32_t first,
                       uint32_t count, uint16_t *out);

#endif
