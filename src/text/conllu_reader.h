/* Sentences whose tokens are given, in CoNLL-U: fills a document as the segmenter does. */
#ifndef RO_TEXT_CONLLU_READER_H
#define RO_TEXT_CONLLU_READER_H

#include "base/document.h"
#include "base/error.h"

/* Reads whole sentences, each ended by an empty line or the end, into the empty document: text,
 * tokens (span, form, space_after, multiword), sentences and sentence_comments. Columns ID, FORM
 * and SpaceAfter=No of MISC are read; empty nodes ("8.1") are left out. `path` and `line` (of the
 * first line) are for the error, after which the document holds nothing of use. */
ro_status ro_conllu_read(ro_document *document, const char *bytes, size_t size, const char *path,
                         size_t line, ro_error *error);

#endif
