/* Whose words a document tells: "the statement added", "according to an annex". */
#ifndef RO_STATEMENTS_DOCUMENT_SPEAKER_H
#define RO_STATEMENTS_DOCUMENT_SPEAKER_H

#include "statements/attribution_finder.h"

/* Gives statements whose source is a document, and whose speaker the names alone do not tell, the
 * one who issued it: whoever spoke in such a document before, whoever the sentence is about, else
 * who spoke last. */
void ro_document_speakers_find(ro_document *document, const ro_attributions *found);

#endif
