/* How the doers of an act and a side deal with one another in the rest of the report. */
#ifndef RO_RECORDS_DEALINGS_H
#define RO_RECORDS_DEALINGS_H

#include "records/learned/report_sides.h"
#include "records/matching/matcher.h"

/* One act among those of the whole report, and the sides of the report: to which is it done? */
typedef struct side_question {
  const ro_scene *scene;
  const report_sides *sides;
  const act_match *matches;
  size_t count, index;
} side_question;

const act_match *question_act(const side_question *question);

/* Whether the side may be whom the act is done to: it is not its doer's. */
bool question_admits(const side_question *question, uint32_t side);

enum { DEALINGS_FAR = 5, DEALINGS_PARTS = 9 };

typedef struct dealings {
  uint32_t to, from; /* acts of the doers to the side, and of the side to them */
  uint32_t meetings;
  uint32_t nearest; /* sentences to the nearest meeting, at most DEALINGS_FAR */
} dealings;

/* Counts those around the act. */
dealings dealings_count(const side_question *question, const char *actor);

/* How the side and the doers take part in another act, below DEALINGS_PARTS: the side not, as doer,
 * as done to, times 3; the doers in the same way. */
unsigned dealings_parts(const side_question *question, const act_match *other, const char *actor);

uint32_t dealings_distance(const side_question *question, const act_match *other); /* sentences */

/* The last act of one of them to the other that is told shortly before; NULL. */
const act_match *dealings_last(const side_question *question, const char *actor);

/* The acts by known doers right before and right after; NULL. */
const act_match *dealings_before(const side_question *question);
const act_match *dealings_after(const side_question *question);

#endif
