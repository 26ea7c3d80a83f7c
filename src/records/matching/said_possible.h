/* What somebody says that can or cannot be. */
#ifndef RO_RECORDS_SAID_POSSIBLE_H
#define RO_RECORDS_SAID_POSSIBLE_H

#include "records/matching/said_clause.h"

/* Each tells an act in *match, or is false. */
bool said_rules_out(act_match *match, const said_clause *clause);
bool said_allows_if(act_match *match, const said_clause *clause);

#endif
