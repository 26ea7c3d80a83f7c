/* Whether a capital or country stands for its government here. */
#ifndef RO_NAMES_PLACE_USE_H
#define RO_NAMES_PLACE_USE_H

#include "base/document.h"

/* True where the name stands where one who acts or is spoken to stands, not where a place does. */
bool ro_place_acts(const ro_document *document, uint32_t first, uint32_t count);

#endif
