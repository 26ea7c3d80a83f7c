/* What a demand or a draft holds: "demands, which include a BAN and the RELEASE of …", "drafts
 * under which NATO would WITHDRAW". Each thing listed is an act of its own. */
#ifndef RO_RECORDS_LISTED_H
#define RO_RECORDS_LISTED_H

#include "records/matching/matcher.h"

/* Whether the token is listed so; fills the match. */
bool listed_match(act_match *match, const ro_scene *scene, uint32_t token);

/* Whether a clause lists what the noun above it holds: "demands, which INCLUDE a ban". */
bool listed_by_clause(const ro_scene *scene, uint32_t clause);

#endif
