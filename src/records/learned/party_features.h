/* What the model of acts sees of a mention in the light of a predicate: may it be who did it, or
 * whom it was done to? */
#ifndef RO_RECORDS_PARTY_FEATURES_H
#define RO_RECORDS_PARTY_FEATURES_H

#include "records/parties/parties.h"

enum { PARTY_FEATURES = 9 };

/* Rows of each feature's table. */
extern const uint32_t party_feature_rows[PARTY_FEATURES];

/* Whether the token names a party, or an adjective of a state's name stands there. */
bool party_features_apply(const ro_scene *scene, uint32_t token);

/* Adds the parties that stand at such a token. */
void party_features_parties(ro_parties *out, const ro_scene *scene, uint32_t token);

/* Fills one row for the mention at `token`. */
void party_features_fill(const ro_scene *scene, uint32_t predicate, uint32_t token,
                         uint16_t out[PARTY_FEATURES]);

#endif
