/* Lists of keys of rows, so that many rows are read at once, in the order in which they lie. */
#ifndef RO_LEDGER_KEYS_H
#define RO_LEDGER_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct ro_keys {
  int64_t *items;
  size_t count, capacity;
} ro_keys;

void ro_keys_add(ro_arena *arena, ro_keys *keys, int64_t key);

/* Rising, each once. */
void ro_keys_sort(ro_keys *keys);

/* Is the key in the sorted list? */
bool ro_keys_have(const ro_keys *keys, int64_t key);

/* The keys as a JSON list, for SQL's json_each. */
const char *ro_keys_print(ro_arena *arena, const ro_keys *keys);

#endif
