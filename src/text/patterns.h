/* Words that are more than letters: web addresses, e-mail addresses, numbers, emoticons. Each
 * function returns the end of what starts at `start`, or `start` where there is no such thing. */
#ifndef RO_TEXT_PATTERNS_H
#define RO_TEXT_PATTERNS_H

#include "text/chunk.h"
#include "text/word_list.h"

/* "https://example.org/a?b", "www.example.org". */
uint32_t ro_match_web_address(const ro_chunk *chunk, uint32_t start);

/* "name@example.org", "#hashtag", "@handle". */
uint32_t ro_match_handle(const ro_chunk *chunk, uint32_t start);

/* ":-)"; only where no letter or digit follows. */
uint32_t ro_match_emoticon(const ro_chunk *chunk, const ro_word_list *words, uint32_t start);

/* "+44", ".5", "'72", "'60s": numbers that begin with a sign. */
uint32_t ro_match_signed_number(const ro_chunk *chunk, uint32_t start);

/* The end of a run of letters, digits and marks. */
uint32_t ro_match_run(const ro_chunk *chunk, uint32_t start);

/* Kinds that the word list has for the characters from start to end. */
unsigned ro_chunk_kinds(const ro_chunk *chunk, const ro_word_list *words, uint32_t start,
                        uint32_t end, const ro_word_entry **entry);

#endif
