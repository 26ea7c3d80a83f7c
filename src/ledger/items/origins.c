#include "ledger/items/origins.h"

#include <stdlib.h>
#include <string.h>

#include "ledger/storage/copies.h"

enum { PAIRS = 1 << 13, PRINTS = 1 << 9 };

/* Two reports, by key, and whether they give the same text. */
typedef struct compared_pair {
  int64_t a, b;
  bool same;
} compared_pair;

/* A report's fingerprint; key 0: none. */
typedef struct known_print {
  int64_t key;
  ro_fingerprint print;
} known_print;

/* The same reports tell of many items: a pair is compared, and a fingerprint read, again only when
 * another one has taken its place. */
struct ro_origins {
  ro_database *database;
  compared_pair pairs[PAIRS];
  known_print prints[PRINTS];
};

ro_origins *ro_origins_create(ro_database *database) {
  ro_origins *origins = calloc(1, sizeof *origins); /* most of it is never touched */
  if (!origins) origins = memset(ro_allocate(sizeof *origins), 0, sizeof *origins);
  origins->database = database;
  return origins;
}

void ro_origins_free(ro_origins *origins) {
  free(origins);
}

static uint64_t mix(uint64_t number) {
  number *= UINT64_C(0x9e3779b97f4a7c15);
  return number ^ number >> 32;
}

static const ro_fingerprint *print_of(ro_origins *origins, int64_t key) {
  known_print *known = &origins->prints[mix((uint64_t)key) % PRINTS];
  if (known->key == key) return &known->print;
  known->key = 0;
  if (!ro_copies_read(origins->database, key, &known->print)) return NULL;
  known->key = key;
  return &known->print;
}

static bool compare(ro_origins *origins, int64_t a, int64_t b) {
  const ro_fingerprint *found = print_of(origins, a);
  if (!found) return false;
  ro_fingerprint first = *found; /* the other one may take its place */
  found = print_of(origins, b);
  return found && ro_is_same_report(&first, found);
}

static bool are_copies(ro_origins *origins, const ro_report_head *a, const ro_report_head *b) {
  if (!ro_may_be_same_report(&a->digest, &b->digest)) return false;
  compared_pair *pair = &origins->pairs[mix(mix((uint64_t)a->key) + (uint64_t)b->key) % PAIRS];
  if (pair->a != a->key || pair->b != b->key)
    *pair = (compared_pair){a->key, b->key, compare(origins, a->key, b->key)};
  return pair->same;
}

/* The parents of a forest lead to the first report of each group. */

static uint32_t find_root(uint32_t *parents, uint32_t at) {
  while (parents[at] != at)
    at = parents[at] = parents[parents[at]];
  return at;
}

static void join(uint32_t *parents, uint32_t a, uint32_t b) {
  a = find_root(parents, a);
  b = find_root(parents, b);
  parents[a > b ? a : b] = a > b ? b : a;
}

/* Which report had a hash last: a hash table with linear probing. */
typedef struct last_seen {
  uint32_t hash;
  uint32_t report; /* its index plus one; 0: free */
} last_seen;

typedef struct seen_table {
  last_seen *slots;
  size_t size; /* a power of two */
} seen_table;

static seen_table new_table(ro_arena *scratch, size_t most) {
  seen_table table = {.size = 16};
  while (table.size < 2 * most)
    table.size *= 2;
  table.slots = ro_arena_alloc_array(scratch, table.size, sizeof *table.slots);
  return table;
}

/* Which report had the hash before, by its index plus one; this one has it now. */
static uint32_t see(const seen_table *table, uint32_t hash, uint32_t report) {
  size_t at = (hash * UINT32_C(0x9e3779b1) >> 8) & (table->size - 1);
  while (table->slots[at].report && table->slots[at].hash != hash)
    at = (at + 1) & (table->size - 1);
  uint32_t before = table->slots[at].report;
  table->slots[at] = (last_seen){hash, report + 1};
  return before;
}

static bool has_sign(const ro_report_head *report, uint64_t sign) {
  for (uint32_t i = 0; i < report->sign_count; i++)
    if (report->signs[i] == sign) return true;
  return false;
}

static void join_by_signs(ro_arena *scratch, const ro_report_head *const *reports, uint32_t count,
                          uint32_t *parents) {
  size_t signs = 0;
  for (uint32_t i = 0; i < count; i++)
    signs += reports[i]->sign_count;
  seen_table table = new_table(scratch, signs);
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t k = 0; k < reports[i]->sign_count; k++) {
      uint64_t sign = reports[i]->signs[k];
      uint32_t before = see(&table, (uint32_t)sign, i);
      if (before && has_sign(reports[before - 1], sign)) join(parents, before - 1, i);
    }
}

/* Is the report among those that one was compared with already, to no effect? */
static bool is_tried(const uint32_t *tried, uint32_t count, uint32_t report) {
  for (uint32_t i = 0; i < count; i++)
    if (tried[i] == report) return true;
  return false;
}

/* Joins the reports that give nearly the same text. */
static void join_copies(ro_origins *origins, ro_arena *scratch,
                        const ro_report_head *const *reports, uint32_t count, uint32_t *parents) {
  seen_table table = new_table(scratch, (size_t)count * RO_REPORT_HASHES);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t tried[RO_REPORT_HASHES], tried_count = 0;
    for (uint32_t k = 0; k < reports[i]->hash_count; k++) {
      uint32_t before = see(&table, reports[i]->hashes[k], i);
      if (!before || is_tried(tried, tried_count, before)) continue;
      tried[tried_count++] = before;
      if (find_root(parents, before - 1) == find_root(parents, i)) continue;
      if (are_copies(origins, reports[before - 1], reports[i])) join(parents, before - 1, i);
    }
  }
}

uint32_t ro_origins_group(ro_origins *origins, ro_arena *scratch,
                          const ro_report_head *const *reports, uint32_t count, uint32_t *groups) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < count; i++)
    groups[i] = i;
  if (count > 1) join_by_signs(scratch, reports, count, groups);
  if (count > 1) join_copies(origins, scratch, reports, count, groups);
  for (uint32_t i = 0; i < count; i++)
    groups[i] = find_root(groups, i);
  for (uint32_t i = 0; i < count; i++)
    found += groups[i] == i;
  return found;
}
