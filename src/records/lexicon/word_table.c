#include "records/lexicon/word_table.h"

#include <string.h>

#include "base/hash.h"

enum { FIRST_CAPACITY = 64 };

static word_slot *slot_of(const word_table *table, const char *word) {
  size_t at = (size_t)ro_hash(word, strlen(word)) & (table->capacity - 1);
  while (table->slots[at].word && strcmp(table->slots[at].word, word) != 0)
    at = (at + 1) & (table->capacity - 1);
  return &table->slots[at];
}

static void grow(word_table *table, ro_arena *arena) {
  word_table larger = {.capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY,
                       .count = table->count};
  larger.slots = ro_arena_alloc_array(arena, larger.capacity, sizeof *larger.slots);
  for (size_t i = 0; i < table->capacity; i++)
    if (table->slots[i].word) *slot_of(&larger, table->slots[i].word) = table->slots[i];
  *table = larger;
}

uint64_t *word_table_enter(word_table *table, ro_arena *arena, const char *word) {
  if (table->count * 2 >= table->capacity) grow(table, arena);
  word_slot *slot = slot_of(table, word);
  if (!slot->word) {
    slot->word = word;
    table->count++;
  }
  return &slot->value;
}

const uint64_t *word_table_find(const word_table *table, const char *word) {
  if (!table->capacity) return NULL;
  const word_slot *slot = slot_of(table, word);
  return slot->word ? &slot->value : NULL;
}

uint64_t word_value_of(const void *address) {
  uint64_t value = 0;
  memcpy(&value, &address, sizeof address);
  return value;
}

void *word_pointer(uint64_t value) {
  void *address;
  memcpy(&address, &value, sizeof address);
  return address;
}
