/* The words of the report that tell an act: the clause, or the noun phrase, without the clauses
 * that tell acts of their own. */
#ifndef RO_RECORDS_EVIDENCE_H
#define RO_RECORDS_EVIDENCE_H

#include "records/matching/matcher.h"

/* The token whose subtree tells the match: its clause's verb, or the noun. */
uint32_t evidence_anchor(const act_match *match, const ro_scene *scene);

/* `anchors` holds a true for each token that anchors some match. */
ro_span evidence_find(const act_match *match, const ro_scene *scene, const bool *anchors);

/* Bytes of the phrase below `token`, without marks at its edges. */
ro_span evidence_of_phrase(const ro_scene *scene, uint32_t token);

#endif
