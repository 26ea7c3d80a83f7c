/* One record an act: matches that another match has taken in fall away, and so does what a report
 * tells twice. */
#ifndef RO_RECORDS_MERGE_H
#define RO_RECORDS_MERGE_H

#include "records/matching/matcher.h"

/* Whether one act stands in the matter of another: "warned that it would CLOSE the port". */
bool merge_takes_in(const ro_scene *scene, const act_match *outer, const act_match *inner);

/* Drops the matches of one sentence that stand in the matter of another ("refused to MEET"), and
 * turns those whose matter is a meeting into meetings ("agreed to meet"). */
void merge_sentence(const ro_scene *scene, act_match *matches, size_t count);

/* Joins records of one act told twice, in place; returns how many are left. */
uint32_t merge_records(ro_record *records, uint32_t count);

#endif
