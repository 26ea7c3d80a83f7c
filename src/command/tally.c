#include "command/tally.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"

typedef struct tally_entry {
  const char *words, *kind;
  size_t count;
} tally_entry;

struct ro_tally {
  ro_arena *arena;
  tally_entry *table; /* open hash table; words are NULL in what is free */
  size_t size, used;
};

ro_tally *ro_tally_create(void) {
  ro_arena *arena = ro_arena_create();
  ro_tally *tally = ro_arena_alloc(arena, sizeof *tally);
  tally->arena = arena;
  return tally;
}

void ro_tally_free(ro_tally *tally) {
  if (tally) ro_arena_free(tally->arena); /* the tally lies in it too */
}

static bool is_of(const tally_entry *entry, const char *words, size_t length, const char *kind) {
  return strncmp(entry->words, words, length) == 0 && !entry->words[length] &&
         strcmp(entry->kind, kind) == 0;
}

static tally_entry *slot_of(const ro_tally *tally, const char *words, size_t length,
                            const char *kind) {
  uint64_t hash = ro_hash(words, length) ^ ro_hash(kind, strlen(kind)) * 31;
  size_t i = hash & (tally->size - 1);
  while (tally->table[i].words && !is_of(&tally->table[i], words, length, kind))
    i = (i + 1) & (tally->size - 1);
  return &tally->table[i];
}

static void grow(ro_tally *tally) {
  tally_entry *old = tally->table;
  size_t old_size = tally->size;
  tally->size = old_size ? old_size * 2 : 1024;
  tally->table = ro_arena_alloc_array(tally->arena, tally->size, sizeof *tally->table);
  for (size_t i = 0; i < old_size; i++)
    if (old[i].words) *slot_of(tally, old[i].words, strlen(old[i].words), old[i].kind) = old[i];
}

void ro_tally_add(ro_tally *tally, const char *words, size_t length, const char *kind) {
  if (tally->used * 2 >= tally->size) grow(tally);
  if (!kind) kind = "";
  tally_entry *found = slot_of(tally, words, length, kind);
  if (!found->words) {
    found->words = ro_arena_copy(tally->arena, words, length);
    found->kind = ro_arena_copy_string(tally->arena, kind);
    tally->used++;
  }
  found->count++;
}

static int by_count(const void *a, const void *b) {
  const tally_entry *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  int order = strcmp(x->words, y->words);
  return order ? order : strcmp(x->kind, y->kind);
}

void ro_tally_print(const ro_tally *tally, const char *heading) {
  tally_entry *entries = ro_arena_alloc_array(tally->arena, tally->used, sizeof *entries);
  size_t count = 0;
  for (size_t i = 0; i < tally->size; i++)
    if (tally->table[i].words) entries[count++] = tally->table[i];
  if (count) qsort(entries, count, sizeof *entries, by_count);
  puts(heading);
  for (size_t i = 0; i < count; i++)
    printf("%zu\t%s\t%s\n", entries[i].count, entries[i].words, entries[i].kind);
}
