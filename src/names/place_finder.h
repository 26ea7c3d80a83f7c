/* Names of places: which place is meant, and whether it is one, a government, an adjective, or part
 * of another name. */
#ifndef RO_NAMES_PLACE_FINDER_H
#define RO_NAMES_PLACE_FINDER_H

#include "names/name_match.h"

/* Fills the document's places. */
void ro_find_places(const ro_dictionary *dictionary, ro_document *document,
                    const ro_name_matches *names);

/* Whether the words act or are addressed rather than stand for where something is: "Moscow said",
 * "told Moscow", "between Moscow and Kyiv", but not "in Moscow". */
bool ro_is_used_as_government(const ro_document *document, uint32_t first, uint32_t count);

/* The token of the run whose head lies outside it. */
uint32_t ro_head_of_run(const ro_document *document, uint32_t first, uint32_t count);

#endif
