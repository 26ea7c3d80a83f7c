/* The conditions that a predicate stands under: if, unless, until, only after, provided that. */
#ifndef RO_RECORDS_CONDITIONS_H
#define RO_RECORDS_CONDITIONS_H

#include "records/clause/circumstances.h"

/* Whether a word of the class introduces the clause. */
bool conditions_marker_is(const ro_scene *scene, uint32_t clause, const char *class_name);

/* "Should there be provocations", "were a signing called" */
bool conditions_is_inverted(const ro_scene *scene, uint32_t clause);

/* What kind of condition a clause or phrase sets; CONDITION_NONE. */
condition_kind conditions_kind_of(const ro_scene *scene, uint32_t clause);

/* Fills the condition from the dependents of `head`, for what is said of `predicate`. */
void conditions_find(ro_circumstances *out, const ro_scene *scene, uint32_t head,
                     uint32_t predicate);

/* Fills it from "but only as", "depending on", wherever the tree hangs them. */
void conditions_find_loose(ro_circumstances *out, const ro_scene *scene, uint32_t predicate);

#endif
