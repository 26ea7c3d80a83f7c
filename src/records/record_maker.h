/* From a match that is judged and has its sides to the record that is printed: parties, source,
 * days, place, words and codes. */
#ifndef RO_RECORDS_RECORD_MAKER_H
#define RO_RECORDS_RECORD_MAKER_H

#include "records/days/time_line.h"
#include "records/events/plover.h"
#include "records/matching/matcher.h"

/* `anchors`: the tokens at which the words of other records begin. */
void record_make(ro_record *record, const ro_plover *plover, const ro_scene *scene,
                 const time_line *line, act_match *match, const bool *anchors);

#endif
