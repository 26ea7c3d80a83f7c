/* Sources that are known by description alone. */
#ifndef RO_STATEMENTS_UNNAMED_SOURCE_H
#define RO_STATEMENTS_UNNAMED_SOURCE_H

#include "base/document.h"

/* "Two diplomats", "a person briefed on the talks", "a source close to the mediation": one of a
 * loose group that no state is told of; NULL where the noun is none of those. */
const char *ro_loose_source(const ro_document *document, uint32_t head);

#endif
