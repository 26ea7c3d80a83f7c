#include "report/same_text/wording.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "report/builder/inline_text.h"

typedef struct paragraph {
  ro_slice text;
  uint64_t hash;
} paragraph;

typedef struct paragraphs {
  paragraph *items;
  size_t count, capacity;
  uint64_t *hashes; /* sorted */
} paragraphs;

static int by_value(const void *a, const void *b) {
  uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
  return left < right ? -1 : left > right;
}

static void add(paragraphs *list, ro_arena *arena, ro_slice text) {
  text = ro_trimmed(text);
  if (text.size)
    *RO_ARENA_PUSH(arena, &list->items, list->count, list->capacity) =
        (paragraph){text, ro_hash(text.bytes, text.size)};
}

static paragraphs split(ro_arena *arena, ro_slice text) {
  paragraphs list = {0};
  size_t start = 0;
  for (size_t i = 0; i < text.size; i++) {
    if (text.bytes[i] != '\n') continue;
    add(&list, arena, (ro_slice){text.bytes + start, i - start});
    start = i + 1;
  }
  add(&list, arena, (ro_slice){text.bytes + start, text.size - start});
  list.hashes = ro_arena_alloc_array(arena, list.count + 1, sizeof *list.hashes);
  for (size_t i = 0; i < list.count; i++)
    list.hashes[i] = list.items[i].hash;
  qsort(list.hashes, list.count, sizeof *list.hashes, by_value);
  return list;
}

static size_t add_missing(ro_wording_change *changes, size_t count, const paragraphs *from,
                          const paragraphs *other, int added) {
  for (size_t i = 0; i < from->count; i++) {
    const paragraph *item = &from->items[i];
    if (!bsearch(&item->hash, other->hashes, other->count, sizeof item->hash, by_value))
      changes[count++] = (ro_wording_change){item->text, added};
  }
  return count;
}

ro_wording_change *ro_compare_wording(size_t *count, ro_arena *arena, ro_slice before,
                                      ro_slice after) {
  paragraphs old = split(arena, before), new = split(arena, after);
  ro_wording_change *changes =
      ro_arena_alloc_array(arena, old.count + new.count + 1, sizeof *changes);
  *count = add_missing(changes, 0, &old, &new, 0);
  *count = add_missing(changes, *count, &new, &old, 1);
  return changes;
}
