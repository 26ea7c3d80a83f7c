/* Text to sentences and words: tokens with their spans, sentences, paragraphs. */
#ifndef RO_TEXT_SEGMENTER_H
#define RO_TEXT_SEGMENTER_H

#include "base/document.h"
#include "base/error.h"

/* What the layer reads once and shares read-only: abbreviations, exceptions and the sentence model.
 */
typedef struct ro_segmenter ro_segmenter;

ro_status ro_segmenter_load(ro_segmenter **out, const char *data_directory, ro_error *error);
void ro_segmenter_free(ro_segmenter *segmenter);

/* Fills the document's tokens (span, form, sentence, space_after, multiword) and sentences. */
void ro_segmenter_annotate(const ro_segmenter *segmenter, ro_document *document);

#endif
