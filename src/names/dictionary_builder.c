#include "names/dictionary_builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "names/dictionary_file.h"
#include "names/name_pieces.h"

enum { MOST_PIECES = 16, FIRST_TABLE = 1 << 10 };

/* A posting with the key that it belongs to; a posting of entry UINT32_MAX
 * marks a beginning. */
typedef struct keyed {
  uint64_t key;
  ro_posting posting;
  uint32_t order;
} keyed;

struct ro_dictionary_builder {
  ro_arena *arena;
  ro_entry *entries;
  size_t entry_count, entry_capacity;
  keyed *names;
  size_t name_count, name_capacity;
  char *strings;
  size_t string_size, string_capacity;
  uint32_t *string_table; /* offsets + 1 */
  size_t string_table_size, string_count;
};

ro_dictionary_builder *ro_dictionary_builder_create(void) {
  ro_dictionary_builder *builder = ro_allocate(sizeof *builder);
  *builder = (ro_dictionary_builder){.arena = ro_arena_create()};
  builder->string_table_size = FIRST_TABLE;
  builder->string_table = calloc(FIRST_TABLE, sizeof *builder->string_table);
  ro_dictionary_builder_string(builder, "");
  return builder;
}

void ro_dictionary_builder_free(ro_dictionary_builder *builder) {
  if (!builder) return;
  ro_arena_free(builder->arena);
  free(builder->strings);
  free(builder->string_table);
  free(builder);
}

static size_t string_slot(const ro_dictionary_builder *b, const char *string) {
  size_t mask = b->string_table_size - 1, i = ro_hash(string, strlen(string)) & mask;
  while (b->strings && b->string_table[i] &&
         strcmp(b->strings + b->string_table[i] - 1, string) != 0)
    i = (i + 1) & mask;
  return i;
}

static void grow_string_table(ro_dictionary_builder *b) {
  free(b->string_table);
  b->string_table_size *= 2;
  b->string_table = calloc(b->string_table_size, sizeof *b->string_table);
  for (size_t at = 0; at < b->string_size; at += strlen(b->strings + at) + 1)
    b->string_table[string_slot(b, b->strings + at)] = (uint32_t)at + 1;
}

uint32_t ro_dictionary_builder_string(ro_dictionary_builder *b, const char *string) {
  size_t slot = string_slot(b, string), size = strlen(string) + 1;
  if (b->string_table[slot]) return b->string_table[slot] - 1;
  if (b->string_size + size > b->string_capacity) {
    b->string_capacity = (b->string_capacity + size) * 2;
    b->strings = ro_reallocate(b->strings, b->string_capacity);
  }
  uint32_t offset = (uint32_t)b->string_size;
  memcpy(b->strings + offset, string, size);
  b->string_size += size;
  b->string_table[slot] = offset + 1;
  if (++b->string_count * 2 > b->string_table_size) grow_string_table(b);
  return offset;
}

uint32_t ro_dictionary_builder_entry(ro_dictionary_builder *b, const ro_entry *entry) {
  *RO_ARENA_PUSH(b->arena, &b->entries, b->entry_count, b->entry_capacity) = *entry;
  return (uint32_t)b->entry_count - 1;
}

bool ro_dictionary_builder_has_state(ro_dictionary_builder *b, const char *code) {
  uint32_t actor = ro_dictionary_builder_string(b, code);
  for (size_t i = 0; i < b->entry_count; i++)
    if (b->entries[i].kind == RO_ENTRY_STATE && b->entries[i].actor == actor) return true;
  return false;
}

const char *ro_dictionary_builder_home(ro_dictionary_builder *b, const char *actor) {
  uint32_t wanted = ro_dictionary_builder_string(b, actor);
  for (size_t i = 0; i < b->entry_count; i++) {
    const ro_entry *entry = &b->entries[i];
    bool owns = entry->kind == RO_ENTRY_STATE || entry->kind == RO_ENTRY_ACTOR;
    if (owns && entry->actor == wanted) return b->strings + entry->country;
  }
  return "";
}

static void add_key(ro_dictionary_builder *b, uint64_t key, ro_posting posting) {
  keyed *added = RO_ARENA_PUSH(b->arena, &b->names, b->name_count, b->name_capacity);
  *added = (keyed){key, posting, (uint32_t)b->name_count};
}

bool ro_dictionary_builder_name(ro_dictionary_builder *b, uint32_t entry, const char *name,
                                uint16_t flags) {
  ro_name_pieces pieces = {0};
  ro_name_pieces_add(&pieces, b->arena, name, 0, strlen(name));
  if (pieces.count == 0 || pieces.count > MOST_PIECES) return false;
  ro_posting posting = {.entry = entry, .flags = flags};
  bool upper = true;
  for (size_t i = 0; i < pieces.count; i++) {
    if (pieces.items[i].capital) posting.capitals |= (uint16_t)(1u << i);
    if (!pieces.items[i].upper) upper = false;
  }
  if (upper && pieces.items[0].end - pieces.items[0].start > 1) posting.flags |= RO_POSTING_UPPER;
  uint64_t key = 0;
  for (size_t i = 0; i < pieces.count; i++) {
    key = ro_name_key_extend(key, &pieces.items[i]);
    bool whole = i + 1 == pieces.count;
    add_key(b, key, whole ? posting : (ro_posting){.entry = UINT32_MAX});
  }
  return true;
}

static int by_key(const void *a, const void *b) {
  const keyed *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static void put_slot(ro_slot *slots, uint32_t slot_count, ro_slot slot) {
  uint32_t i = (uint32_t)slot.key & (slot_count - 1);
  while (slots[i].key)
    i = (i + 1) & (slot_count - 1);
  slots[i] = slot;
}

static uint32_t fill_slots(const ro_dictionary_builder *b, ro_slot *slots, uint32_t slot_count,
                           ro_posting *postings) {
  uint32_t posted = 0;
  for (size_t i = 0; i < b->name_count;) {
    ro_slot slot = {.key = b->names[i].key, .first = posted};
    for (; i < b->name_count && b->names[i].key == slot.key; i++) {
      const ro_posting *posting = &b->names[i].posting;
      bool again = slot.count && memcmp(&postings[posted - 1], posting, sizeof *posting) == 0;
      if (posting->entry == UINT32_MAX || again) continue;
      postings[posted++] = *posting;
      slot.count++;
    }
    put_slot(slots, slot_count, slot);
  }
  return posted;
}

static size_t count_keys(const ro_dictionary_builder *b) {
  size_t keys = 0;
  for (size_t i = 0; i < b->name_count; i++)
    keys += i == 0 || b->names[i].key != b->names[i - 1].key;
  return keys;
}

unsigned char *ro_dictionary_builder_finish(ro_dictionary_builder *b, size_t *size) {
  if (b->name_count) qsort(b->names, b->name_count, sizeof *b->names, by_key);
  uint32_t slot_count = 2;
  while (slot_count < count_keys(b) * 2)
    slot_count *= 2;
  ro_slot *slots = calloc(slot_count, sizeof *slots);
  ro_posting *postings = ro_allocate((b->name_count + 1) * sizeof *postings);
  uint32_t posted = fill_slots(b, slots, slot_count, postings);
  ro_dictionary_header header = {RO_DICTIONARY_MAGIC, (uint32_t)b->entry_count, posted, slot_count,
                                 (uint32_t)b->string_size};
  size_t sizes[] = {sizeof header, b->entry_count * sizeof *b->entries, slot_count * sizeof *slots,
                    posted * sizeof *postings, b->string_size};
  const void *parts[] = {&header, b->entries, slots, postings, b->strings};
  *size = sizes[0] + sizes[1] + sizes[2] + sizes[3] + sizes[4];
  unsigned char *bytes = ro_allocate(*size), *at = bytes;
  for (int i = 0; i < 5; at += sizes[i++])
    if (sizes[i]) memcpy(at, parts[i], sizes[i]);
  free(slots);
  free(postings);
  return bytes;
}
