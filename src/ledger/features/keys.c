#include "ledger/features/keys.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

void ro_keys_add(ro_arena *arena, ro_keys *keys, int64_t key) {
  *RO_ARENA_PUSH(arena, &keys->items, keys->count, keys->capacity) = key;
}

static int compare(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}

void ro_keys_sort(ro_keys *keys) {
  size_t kept = 0;
  if (keys->count) qsort(keys->items, keys->count, sizeof *keys->items, compare);
  for (size_t i = 0; i < keys->count; i++)
    if (!kept || keys->items[kept - 1] != keys->items[i]) keys->items[kept++] = keys->items[i];
  keys->count = kept;
}

bool ro_keys_have(const ro_keys *keys, int64_t key) {
  return keys->count && bsearch(&key, keys->items, keys->count, sizeof *keys->items, compare);
}

const char *ro_keys_print(ro_arena *arena, const ro_keys *keys) {
  enum { LONGEST = 21 };
  char *text = ro_arena_alloc(arena, keys->count * LONGEST + 3);
  size_t size = 0;
  text[size++] = '[';
  for (size_t i = 0; i < keys->count; i++)
    size += (size_t)snprintf(text + size, LONGEST + 1, "%s%" PRId64, i ? "," : "", keys->items[i]);
  text[size] = ']';
  return text;
}
