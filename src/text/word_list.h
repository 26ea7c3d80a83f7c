/* What tokens.tsv says of single words: abbreviations, prefixes, contractions … */
#ifndef RO_TEXT_WORD_LIST_H
#define RO_TEXT_WORD_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

/* Kinds of the table's first column; a word may be of several. */
typedef enum ro_word_kind {
  RO_WORD_TITLE = 1,
  RO_WORD_MONTH = 2,
  RO_WORD_NUMBER = 4,
  RO_WORD_COMPANY = 8,
  RO_WORD_ABBREVIATION = 16,
  RO_WORD_PREFIX = 32,
  RO_WORD_JOINED = 64,
  RO_WORD_UNIT = 128,
  RO_WORD_EXTENSION = 256,
  RO_WORD_EMOTICON = 512,
  RO_WORD_CONTRACTION = 1024,
  RO_WORD_CLOCK = 2048,
  RO_WORD_DATE = 4096,
  RO_WORD_BODY = 8192,
  RO_WORD_ORGAN = 16384,
} ro_word_kind;

enum { RO_WORD_LARGEST_PARTS = 3 };

typedef struct ro_word_list ro_word_list;

typedef struct ro_word_entry {
  const char *form; /* in lower case, apostrophes straight */
  unsigned kinds;   /* of ro_word_kind */
  unsigned capital; /* of ro_word_kind: those that hold only where the text writes a capital */
  uint8_t part_lengths[RO_WORD_LARGEST_PARTS]; /* code points; of a contraction */
  uint8_t part_count;
} ro_word_entry;

/* Reads the table at `path` into the arena. */
ro_status ro_word_list_load(const ro_word_list **out, ro_arena *arena, const char *path,
                            ro_error *error);

/* The kinds of the word, 0 where it is not known. `form` is as the text writes it, but with
 * straight apostrophes. *entry (which may be NULL) is set where it is known. */
unsigned ro_word_list_kinds(const ro_word_list *list, const char *form, size_t length,
                            const ro_word_entry **entry);

#endif
