/* What the model sees of a token, and of a token in the light of a cue: small numbers, each the row
 * of a table of the model. The training program reads them through these functions too. */
#ifndef RO_STATEMENTS_FEATURES_H
#define RO_STATEMENTS_FEATURES_H

#include "statements/cue_list.h"
#include "statements/passage.h"
#include "statements/quotation.h"

enum { RO_TOKEN_FEATURES = 15, RO_PAIR_FEATURES = 8 };

/* Rows of each feature's table. */
extern const uint32_t ro_token_feature_rows[RO_TOKEN_FEATURES];
extern const uint32_t ro_pair_feature_rows[RO_PAIR_FEATURES];

typedef struct ro_feature_source {
  const ro_document *document;
  const ro_quotations *quotations;
  const ro_cue_list *cues;
} ro_feature_source;

/* Fills passage->count rows of RO_TOKEN_FEATURES. */
void ro_token_features(const ro_feature_source *source, const ro_passage *passage, uint16_t *out);

/* Fills passage->count rows of RO_PAIR_FEATURES for the cue at token `cue` of the passage. */
void ro_pair_features(const ro_feature_source *source, const ro_passage *passage, uint32_t cue,
                      uint16_t *out);

#endif
