/* The words that a reporting clause is set into: "The boats, the envoy said, are gone." */
#ifndef RO_STATEMENTS_REPORTED_WORDS_H
#define RO_STATEMENTS_REPORTED_WORDS_H

#include "statements/reporting_clause.h"

/* Fills what stands before and after the clause in its sentence; false where that is no speech. */
bool ro_find_reported_words(const ro_feature_source *source, ro_token_range sentence,
                            ro_reporting_clause *clause);

#endif
