/* How far one word goes inside a chunk: which punctuation it holds, and where clitics part. */
#ifndef RO_TEXT_WORD_H
#define RO_TEXT_WORD_H

#include "text/tokenizer.h"

/* The end of the word that starts at `start` with a letter or a digit. */
uint32_t ro_word_end(const ro_tokenizer *tokenizer, uint32_t start);

/* Where a word falls into several: ends of its parts ("don't": 2, 5). Returns their number, 1 where
 * it is whole. */
uint32_t ro_word_parts(const ro_tokenizer *tokenizer, uint32_t start, uint32_t end,
                       uint32_t ends[RO_WORD_LARGEST_PARTS]);

#endif
