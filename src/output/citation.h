/* Numbered references to reports, listed at the end of a page. */
#ifndef RO_OUTPUT_CITATION_H
#define RO_OUTPUT_CITATION_H

#include "output/page.h"
#include "readout/ledger.h"

typedef struct ro_citations ro_citations;

/* Lives in the arena. */
ro_citations *ro_citations_create(ro_arena *arena);

/* "[2] Fjord Tribune, 8 March 2023; Dahl (NOR) says so, through TASS". */
const char *ro_citations_of_entry(ro_citations *citations, ro_arena *arena, const ro_entry *entry);

/* The reports that were cited, by number. */
void ro_citations_print(const ro_citations *citations, const ro_page *page);

#endif
