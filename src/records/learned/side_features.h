/* What the model of addressees sees of an act and of a side that it may be done to or asked of:
 * small numbers, each the row of a table of the model. The training program reads them through this
 * function too. */
#ifndef RO_RECORDS_SIDE_FEATURES_H
#define RO_RECORDS_SIDE_FEATURES_H

#include "records/learned/dealings.h"

enum { SIDE_FEATURES = 30 };

/* Rows of each feature's table. */
extern const uint32_t side_feature_rows[SIDE_FEATURES];

/* Fills one row. */
void side_features_fill(const side_question *question, uint32_t side, uint16_t out[SIDE_FEATURES]);

#endif
