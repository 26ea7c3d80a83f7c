/* Who does what a predicate tells: its own subject, or one inherited over control, coordination and
 * relative clauses. arguments.h has what the other files ask. */
#ifndef RO_RECORDS_SUBJECTS_H
#define RO_RECORDS_SUBJECTS_H

#include "records/clause/arguments.h"

/* The subject that hangs on the predicate itself; RO_NONE. */
uint32_t subjects_own(const ro_document *document, uint32_t predicate);

/* The "by" phrase of a passive; RO_NONE. */
uint32_t subjects_agent(const ro_document *document, uint32_t predicate);

#endif
