/* Tokens of a paragraph to sentences. */
#ifndef RO_TEXT_SENTENCE_SPLITTER_H
#define RO_TEXT_SENTENCE_SPLITTER_H

#include "base/document.h"
#include "text/boundary_model.h"
#include "text/word_list.h"

/* No sentence has more tokens: a longer run of text is cut, so that what comes after stays linear.
 */
enum { RO_SENTENCE_LARGEST = 2000 };

typedef struct ro_sentence_splitter {
  const ro_word_list *words;
  const ro_boundary_model *model;
  ro_document *document;
  size_t capacity;    /* of the document's sentences */
  uint32_t paragraph; /* number of the next one */
} ro_sentence_splitter;

/* Appends the sentences of a paragraph, which is the document's tokens from `first` on. */
void ro_sentence_splitter_paragraph(ro_sentence_splitter *splitter, uint32_t first);

#endif
