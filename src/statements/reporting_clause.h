/* Reporting clauses that marks set off from the words that they report: ", the envoy said," and
 * ", said the envoy." */
#ifndef RO_STATEMENTS_REPORTING_CLAUSE_H
#define RO_STATEMENTS_REPORTING_CLAUSE_H

#include "statements/attribution_finder.h"

typedef struct ro_reporting_clause {
  uint32_t verb;
  bool is_inverted;       /* "said the envoy" */
  ro_token_range words;   /* without the marks around it */
  ro_token_range subject; /* who speaks */
  ro_token_range before;  /* the reported words before it, without marks at their ends */
  ro_token_range after;   /* those after it; empty at the end of a sentence */
  ro_token_range other;   /* another reporting clause behind it, or empty */
} ro_reporting_clause;

/* Whether the token is a listed verb that makes such a clause. */
bool ro_reporting_clause_at(const ro_feature_source *source, uint32_t verb,
                            ro_reporting_clause *clause);

#endif
