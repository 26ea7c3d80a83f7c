/* A map from words to small values: built once at load, read-only afterwards. */
#ifndef RO_RECORDS_WORD_TABLE_H
#define RO_RECORDS_WORD_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct word_slot {
  const char *word; /* NULL: free */
  uint64_t value;
} word_slot;

/* Zero it before the first use; its memory is the arena's. */
typedef struct word_table {
  word_slot *slots;
  size_t capacity, count;
} word_table;

/* The value of `word`, entered with 0 where it is new. The word is kept, not copied. */
uint64_t *word_table_enter(word_table *table, ro_arena *arena, const char *word);

/* NULL where the word is not in the table. */
const uint64_t *word_table_find(const word_table *table, const char *word);

/* A value may be the address of something that outlives the table. */
uint64_t word_value_of(const void *address);
void *word_pointer(uint64_t value);

#endif
