/* Whose the thing is that an act answers, praises or blames: "rejected THE ORDER", "accepted THE
 * INVITATION". */
#ifndef RO_RECORDS_THINGS_H
#define RO_RECORDS_THINGS_H

#include "records/matching/matcher.h"

/* The noun for what the act is done to; RO_NONE. */
uint32_t things_noun(const act_match *match);

/* Adds those who are told earlier in the report to have made the thing, but those in `own`: "the
 * COURT'S order", "BRAZIL proposed". */
void things_makers(ro_parties *out, const ro_scene *scene, uint32_t noun, const ro_parties *own);

/* "the EUROPEAN move": whose it is stands before it, though nobody known. */
bool things_names_another(const ro_scene *scene, uint32_t thing);

#endif
