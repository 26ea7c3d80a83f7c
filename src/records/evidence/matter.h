/* The short wording of what a record is about. */
#ifndef RO_RECORDS_MATTER_H
#define RO_RECORDS_MATTER_H

#include "records/matching/matcher.h"

/* In the report's own words, without the preposition that ties them to the predicate ("called FOR a
 * truce") and cut at a word where they run on. Words of the evidence where the matter is only
 * pointed at ("wants it") or is not told. */
const char *matter_wording(const ro_scene *scene, const act_match *match, ro_span evidence);

#endif
