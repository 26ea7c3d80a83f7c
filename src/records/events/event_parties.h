/* Source and target of an event: who and whom of the act, and where these are left open those whom
 * only the scene gives a country: police, rebels and protesters are of the place that is told, of
 * the other side's state, or of the state that the sentence or the report is about. */
#ifndef RO_RECORDS_EVENT_PARTIES_H
#define RO_RECORDS_EVENT_PARTIES_H

#include "records/matching/matcher.h"

/* Fills the match's source and target. `event` as the act and the lexicon have it. */
void event_parties_fill(act_match *match, const ro_scene *scene, const char *event);

#endif
