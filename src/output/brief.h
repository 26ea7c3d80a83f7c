/* The brief: the state of a negotiation on one page, each entry with its sentence. */
#ifndef RO_OUTPUT_BRIEF_H
#define RO_OUTPUT_BRIEF_H

#include "output/page.h"
#include "readout/ledger.h"

/* Prints the brief of what the question restricts it to (as_of, actor, parties, about). */
ro_status ro_brief_print(const ro_page *page, ro_ledger *ledger, const ro_question *question,
                         ro_error *error);

#endif
