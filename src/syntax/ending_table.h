/* Decisions that were learned for the endings of words (data/lemmatizer.model). */
#ifndef RO_SYNTAX_ENDING_TABLE_H
#define RO_SYNTAX_ENDING_TABLE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct ro_ending_table ro_ending_table;

/* How a lemma comes from a lower-cased word: bytes to take off its end (RO_EDIT_WHOLE: all), and
 * what to put there. */
enum { RO_EDIT_WHOLE = 255 };

typedef struct ro_edit {
  uint32_t taken, put_size;
  const char *put;
} ro_edit;

ro_status ro_ending_table_open(ro_ending_table **out, ro_arena *arena, const char *path,
                               ro_error *error);
void ro_ending_table_close(ro_ending_table *table);

/* The decision for the longest known ending of the word in a class ("EVERB VBD"): its number from
 * 0, -1 where none is known. */
int32_t ro_ending_table_find(const ro_ending_table *table, const char *class_name,
                             size_t class_size, const char *word, size_t size);

/* The edit of that number; one of no effect where there is none. */
ro_edit ro_ending_table_edit(const ro_ending_table *table, int32_t number);

#endif
