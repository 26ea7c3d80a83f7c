/* Through what and to whom it was said: what the tree tells around a cue. */
#ifndef RO_STATEMENTS_CIRCUMSTANCES_H
#define RO_STATEMENTS_CIRCUMSTANCES_H

#include "statements/attribution_finder.h"
#include "statements/channel_list.h"
#include "statements/cue_list.h"

typedef struct ro_circumstances {
  const char *channel, *addressee; /* NULL */
  bool is_medium;                  /* the source itself is the channel: an agency, a communiqué */
  bool negated, questioned, future;
} ro_circumstances;

ro_circumstances ro_circumstances_find(const ro_feature_source *source,
                                       const ro_channel_list *channels,
                                       const ro_attribution *attribution);

#endif
