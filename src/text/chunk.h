/* A run of text without spaces, decoded: what the tokeniser cuts into words. */
#ifndef RO_TEXT_CHUNK_H
#define RO_TEXT_CHUNK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum ro_character_kind {
  RO_CHARACTER_END, /* behind the last one */
  RO_CHARACTER_LETTER,
  RO_CHARACTER_DIGIT,
  RO_CHARACTER_MARK, /* combining mark, joiner, soft hyphen: belongs to what stands before it */
  RO_CHARACTER_SIGN, /* punctuation and symbols */
  RO_CHARACTER_SPACE,
} ro_character_kind;

/* A longer run is cut: nobody writes one, and work and memory stay bounded. */
enum { RO_CHUNK_SIZE = 2048 };

typedef struct ro_chunk {
  uint32_t code[RO_CHUNK_SIZE + 1]; /* code points, apostrophes made straight; 0 behind the last */
  uint32_t at[RO_CHUNK_SIZE + 1];   /* byte offset of each in the text, and of the end */
  uint8_t kind[RO_CHUNK_SIZE + 1];  /* of ro_character_kind */
  uint32_t size;
  bool plain; /* nothing but ASCII letters */
} ro_chunk;

/* Reads the chunk that starts at byte `at` (which is no space) and ends before `end`. */
void ro_chunk_read(ro_chunk *chunk, const char *text, size_t at, size_t end);

/* The first byte from `at` on that is no space, or `end`. */
size_t ro_skip_spaces(const char *text, size_t at, size_t end);

ro_character_kind ro_character_kind_of(uint32_t codepoint);

#endif
