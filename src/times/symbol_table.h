/* Names to small numbers, and pairs of numbers to numbers: the two hash tables of the grammar. */
#ifndef RO_TIMES_SYMBOL_TABLE_H
#define RO_TIMES_SYMBOL_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Names, numbered from 1. */
typedef struct ro_symbol_table {
  ro_arena *arena;
  const char **names; /* names[0] is unused */
  size_t count, capacity;
  uint32_t *slots;
  size_t slot_count; /* a power of two */
} ro_symbol_table;

void ro_symbol_table_start(ro_symbol_table *table, ro_arena *arena);
uint32_t ro_symbol_table_find(const ro_symbol_table *table, const char *name); /* 0: none */
uint32_t ro_symbol_table_add(ro_symbol_table *table, const char *name);

/* Transitions of a tree: (node, symbol) to node. */
typedef struct ro_transition {
  uint64_t key; /* 0: free */
  uint32_t node;
} ro_transition;

typedef struct ro_transition_table {
  ro_arena *arena;
  ro_transition *slots;
  size_t slot_count, used;
} ro_transition_table;

void ro_transition_table_start(ro_transition_table *table, ro_arena *arena);
uint32_t ro_transition_table_find(const ro_transition_table *table, uint32_t node, uint32_t symbol);
void ro_transition_table_add(ro_transition_table *table, uint32_t node, uint32_t symbol,
                             uint32_t to);

#endif
