/* One verb that asks several, each for something else: "urged Iceland to open its ports and NORWAY
 * TO LEAVE". */
#ifndef RO_RECORDS_GAPPED_H
#define RO_RECORDS_GAPPED_H

#include "records/matching/matcher.h"

/* The next demand of the verb that `asked` tells, behind the token *from (0 at first), which is put
 * forward; false where there is none. */
bool gapped_next(act_match *out, const ro_scene *scene, const act_match *asked, uint32_t *from);

#endif
