/* Attributions as spans of tokens: what the model finds passage by passage, put together over the
 * paragraphs of long quotations. */
#ifndef RO_STATEMENTS_ATTRIBUTION_FINDER_H
#define RO_STATEMENTS_ATTRIBUTION_FINDER_H

#include "statements/attribution_model.h"

/* Tokens of the document, end exclusive. */
typedef struct ro_token_range {
  uint32_t start, end;
} ro_token_range;

typedef struct ro_token_ranges {
  ro_token_range *items;
  size_t count, capacity;
} ro_token_ranges;

typedef struct ro_attribution {
  uint32_t cue_token; /* the head of the cue */
  ro_token_ranges source, cue, content;
  float score;       /* of the cue, above 0 */
  bool is_continued; /* its content goes on in the following paragraphs */
} ro_attribution;

typedef struct ro_attributions {
  ro_attribution *items; /* by their first token */
  size_t count, capacity;
} ro_attributions;

ro_attributions ro_attributions_find(const ro_attribution_model *model,
                                     const ro_feature_source *source);

#endif
