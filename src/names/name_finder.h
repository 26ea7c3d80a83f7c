/* Mentions of actors and places, and who and where is meant. */
#ifndef RO_NAMES_NAME_FINDER_H
#define RO_NAMES_NAME_FINDER_H

#include "base/document.h"
#include "base/error.h"

/* What the layer reads once and shares read-only: the compiled dictionary of actors, agents,
 * offices and places, and the user's own. */
typedef struct ro_name_finder ro_name_finder;

/* `actor_files` are the user's; their entries come before readout's. */
ro_status ro_name_finder_load(ro_name_finder **out, const char *data_directory,
                              const char *const *actor_files, size_t actor_file_count,
                              ro_error *error);
void ro_name_finder_free(ro_name_finder *finder);

/* Fills the document's actors and places. */
void ro_name_finder_annotate(const ro_name_finder *finder, ro_document *document);

#endif
