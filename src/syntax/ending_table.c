#include "syntax/ending_table.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"

/* The file, all little-endian: "ROLEMM1\0", then four 32-bit numbers: bits, edits, bytes of the
 * pool, 0. Then 2^bits upper hash halves (32 bits), 2^bits decisions plus one (16 bits; 0: free),
 * the edits (32 bits: where in the pool, 16: bytes to take off, 16: bytes to put) and the pool.
 * An ending's slot is found by the hash of its class and of its bytes from last to first; that of a
 * whole word has '^' behind them. */
enum { HEADER_SIZE = 24, LONGEST_ENDING = 6, LARGEST_BITS = 20, EDIT_SIZE = 8 };

struct ro_ending_table {
  ro_mapped_file file;
  uint32_t mask, edit_count, pool_size;
  const unsigned char *checks, *decisions, *edits;
  const char *pool;
};

static uint32_t read16(const unsigned char *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
}

static uint32_t read32(const unsigned char *bytes) {
  return read16(bytes) | read16(bytes + 2) << 16;
}

static bool header_fits(const ro_mapped_file *file) {
  if (file->size < HEADER_SIZE || memcmp(file->bytes, "ROLEMM1", 8) != 0) return false;
  uint32_t bits = read32(file->bytes + 8);
  if (bits > LARGEST_BITS) return false;
  uint64_t size = HEADER_SIZE + (UINT64_C(6) << bits) +
                  EDIT_SIZE * (uint64_t)read32(file->bytes + 12) + read32(file->bytes + 16);
  return size == file->size;
}

/* Every search must meet a free slot, and every edit lie in the pool. */
static bool content_fits(const ro_ending_table *table) {
  bool has_free = false;
  for (uint32_t i = 0; i <= table->mask && !has_free; i++)
    has_free = read16(table->decisions + 2 * (size_t)i) == 0;
  for (uint32_t i = 0; i < table->edit_count; i++) {
    const unsigned char *edit = table->edits + EDIT_SIZE * (size_t)i;
    if ((uint64_t)read32(edit) + read16(edit + 6) > table->pool_size) return false;
  }
  return has_free;
}

ro_status ro_ending_table_open(ro_ending_table **out, ro_arena *arena, const char *path,
                               ro_error *error) {
  ro_ending_table *table = ro_arena_alloc(arena, sizeof *table);
  *out = NULL;
  ro_status status = ro_mapped_file_open(&table->file, path, error);
  if (status != RO_OK) return status;
  bool fits = header_fits(&table->file);
  if (fits) {
    const unsigned char *bytes = table->file.bytes;
    size_t slots = (size_t)1 << read32(bytes + 8);
    table->mask = (uint32_t)slots - 1;
    table->edit_count = read32(bytes + 12);
    table->pool_size = read32(bytes + 16);
    table->checks = bytes + HEADER_SIZE;
    table->decisions = table->checks + 4 * slots;
    table->edits = table->decisions + 2 * slots;
    table->pool = (const char *)table->edits + EDIT_SIZE * (size_t)table->edit_count;
  }
  if (!fits || !content_fits(table)) {
    ro_ending_table_close(table);
    return ro_fail(error, RO_ERROR_FORMAT, path, 0, "is no table of lemmas of this version");
  }
  *out = table;
  return RO_OK;
}

void ro_ending_table_close(ro_ending_table *table) {
  if (table) ro_mapped_file_close(&table->file);
}

static int32_t look_up(const ro_ending_table *table, uint64_t unfinished) {
  uint64_t hash = ro_hash_finish(unfinished);
  uint32_t check = (uint32_t)(hash >> 32);
  for (uint32_t at = (uint32_t)hash & table->mask;; at = (at + 1) & table->mask) {
    uint32_t decision = read16(table->decisions + 2 * (size_t)at);
    if (!decision) return -1;
    if (read32(table->checks + 4 * (size_t)at) == check) return (int32_t)decision - 1;
  }
}

int32_t ro_ending_table_find(const ro_ending_table *table, const char *class_name,
                             size_t class_size, const char *word, size_t size) {
  uint64_t hash = ro_hash_add(RO_HASH_START, class_name, class_size);
  uint64_t hashes[LONGEST_ENDING + 1] = {hash};
  size_t longest = size < LONGEST_ENDING ? size : LONGEST_ENDING;
  for (size_t i = 1; i <= size; i++) {
    hash = ro_hash_add(hash, word + size - i, 1);
    if (i <= LONGEST_ENDING) hashes[i] = hash;
  }
  int32_t found = look_up(table, ro_hash_add(hash, "^", 1));
  for (size_t i = longest + 1; found < 0 && i-- > 0;)
    found = look_up(table, hashes[i]);
  return found;
}

ro_edit ro_ending_table_edit(const ro_ending_table *table, int32_t number) {
  if (number < 0 || (uint32_t)number >= table->edit_count) return (ro_edit){.put = ""};
  const unsigned char *edit = table->edits + EDIT_SIZE * (size_t)number;
  return (ro_edit){
      .taken = read16(edit + 4), .put_size = read16(edit + 6), .put = table->pool + read32(edit)};
}
