/* The sides of which a report speaks, with all the words that name them. */
#ifndef RO_RECORDS_REPORT_SIDES_H
#define RO_RECORDS_REPORT_SIDES_H

#include "records/parties/parties.h"

enum { MAXIMUM_REPORT_SIDES = 24 };

typedef struct report_side {
  ro_party party;   /* the first mention of the side itself, else of one who speaks for it */
  uint32_t *tokens; /* that name it, in text order; of very many the first */
  uint32_t count;
} report_side;

typedef struct report_sides {
  report_side items[MAXIMUM_REPORT_SIDES]; /* most mentioned first */
  uint32_t count, mentions;
} report_sides;

/* Lists them but for private parties; lives in the document's arena. */
void report_sides_list(report_sides *out, const ro_scene *scene);

#endif
