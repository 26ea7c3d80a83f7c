#include "times/symbol_table.h"

#include <string.h>

enum { FIRST_SLOTS = 1024 };

static uint64_t hash_name(const char *name) {
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  for (; *name; name++)
    hash = (hash ^ (unsigned char)*name) * UINT64_C(0x100000001b3);
  return hash ^ (hash >> 32);
}

void ro_symbol_table_start(ro_symbol_table *table, ro_arena *arena) {
  *table = (ro_symbol_table){.arena = arena, .slot_count = FIRST_SLOTS};
  table->slots = ro_arena_alloc_array(arena, FIRST_SLOTS, sizeof *table->slots);
  *RO_ARENA_PUSH(arena, &table->names, table->count, table->capacity) = "";
}

static size_t symbol_slot(const ro_symbol_table *table, const char *name) {
  size_t at = hash_name(name) & (table->slot_count - 1);
  while (table->slots[at] && strcmp(table->names[table->slots[at]], name) != 0)
    at = (at + 1) & (table->slot_count - 1);
  return at;
}

uint32_t ro_symbol_table_find(const ro_symbol_table *table, const char *name) {
  return table->slots[symbol_slot(table, name)];
}

static void grow_symbols(ro_symbol_table *table) {
  table->slot_count *= 2;
  table->slots = ro_arena_alloc_array(table->arena, table->slot_count, sizeof *table->slots);
  for (uint32_t i = 1; i < table->count; i++)
    table->slots[symbol_slot(table, table->names[i])] = i;
}

uint32_t ro_symbol_table_add(ro_symbol_table *table, const char *name) {
  uint32_t found = ro_symbol_table_find(table, name);
  if (found) return found;
  if (table->count * 2 >= table->slot_count) grow_symbols(table);
  uint32_t number = (uint32_t)table->count;
  *RO_ARENA_PUSH(table->arena, &table->names, table->count, table->capacity) =
      ro_arena_copy_string(table->arena, name);
  table->slots[symbol_slot(table, name)] = number;
  return number;
}

void ro_transition_table_start(ro_transition_table *table, ro_arena *arena) {
  *table = (ro_transition_table){.arena = arena, .slot_count = FIRST_SLOTS};
  table->slots = ro_arena_alloc_array(arena, FIRST_SLOTS, sizeof *table->slots);
}

static size_t transition_slot(const ro_transition_table *table, uint64_t key) {
  size_t at = (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & (table->slot_count - 1);
  while (table->slots[at].key && table->slots[at].key != key)
    at = (at + 1) & (table->slot_count - 1);
  return at;
}

static uint64_t transition_key(uint32_t node, uint32_t symbol) {
  return (uint64_t)node << 32 | symbol;
}

uint32_t ro_transition_table_find(const ro_transition_table *table, uint32_t node,
                                  uint32_t symbol) {
  return table->slots[transition_slot(table, transition_key(node, symbol))].node;
}

static void grow_transitions(ro_transition_table *table) {
  ro_transition *old = table->slots;
  size_t old_count = table->slot_count;
  table->slot_count *= 2;
  table->slots = ro_arena_alloc_array(table->arena, table->slot_count, sizeof *table->slots);
  for (size_t i = 0; i < old_count; i++)
    if (old[i].key) table->slots[transition_slot(table, old[i].key)] = old[i];
}

void ro_transition_table_add(ro_transition_table *table, uint32_t node, uint32_t symbol,
                             uint32_t to) {
  if (table->used * 2 >= table->slot_count) grow_transitions(table);
  uint64_t key = transition_key(node, symbol);
  table->slots[transition_slot(table, key)] = (ro_transition){key, to};
  table->used++;
}
