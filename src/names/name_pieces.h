/* Cuts text into the pieces that names are looked up by: runs of letters and digits, in lower case,
 * without diacritics; full stops inside abbreviations vanish ("U.S." is "us"). */
#ifndef RO_NAMES_NAME_PIECES_H
#define RO_NAMES_NAME_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct ro_name_piece {
  uint32_t start, end; /* bytes of the text */
  uint64_t hash;       /* of the folded letters */
  bool capital;        /* begins with a capital letter or a digit */
  bool upper;          /* has no small letter */
} ro_name_piece;

typedef struct ro_name_pieces {
  ro_name_piece *items;
  size_t count, capacity;
} ro_name_pieces;

/* Adds the pieces of `text` from `start` to `end`. */
void ro_name_pieces_add(ro_name_pieces *pieces, ro_arena *arena, const char *text, size_t start,
                        size_t end);

/* The key of a sequence of pieces, one after another; begin with 0. */
uint64_t ro_name_key_extend(uint64_t key, const ro_name_piece *piece);

#endif
