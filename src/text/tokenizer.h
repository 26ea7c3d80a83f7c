/* A paragraph to words, as the English treebanks of Universal Dependencies cut them. */
#ifndef RO_TEXT_TOKENIZER_H
#define RO_TEXT_TOKENIZER_H

#include "base/document.h"
#include "text/chunk.h"
#include "text/word_list.h"

typedef struct ro_tokenizer {
  const ro_word_list *words;
  ro_document *document;
  size_t capacity;       /* of the document's tokens */
  size_t end;            /* of the paragraph */
  bool quote_is_open;    /* a straight or curly single quotation mark was opened */
  ro_chunk chunk;        /* the one that is being cut */
  uint32_t next_code[2]; /* the code points behind it, spaces skipped; 0 at the paragraph's end */
} ro_tokenizer;

void ro_tokenizer_begin(ro_tokenizer *tokenizer, const ro_word_list *words, ro_document *document);

/* Appends the tokens of the text from start to end to the document: span, space_after and multiword
 * are filled. */
void ro_tokenizer_paragraph(ro_tokenizer *tokenizer, size_t start, size_t end);

#endif
