/* What a party wants and means to do, told in the report's own words rather than in somebody's:
 * conditions, promises, and what an order lays down. */
#ifndef RO_RECORDS_TOLD_CLAUSE_H
#define RO_RECORDS_TOLD_CLAUSE_H

#include "records/matching/said_clause.h"

/* The rules; true where one found an act. */
bool told_sets_condition(act_match *match, said_clause *clause);
bool told_promises(act_match *match, said_clause *clause);
bool told_refuses(act_match *match, said_clause *clause);
bool told_requires(act_match *match, const said_clause *clause);

#endif
