/* Tokens of a paragraph to sentences. */
#ifndef RO_TEXT_SENTENCE_SPLITTER_H
#define RO_TEXT_SENTENCE_SPLITTER_H

#include "base/document.h"
#include "text/word_list.h"

/* No sentence has more tokens: a longer run of text is cut, so that what comes after stays linear.
 */
enum { RO_SENTENCE_LARGEST = 2000 };

/* Whether a sentence ends with token `last`; both it and the next one are in the same paragraph. */
bool ro_sentence_ends(const ro_word_list *words, const ro_document *document, uint32_t last);

#endif
