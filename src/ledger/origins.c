#include "ledger/origins.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"
#include "ledger/copies.h"

/* Texts are compared where one of the first hashes of their sketches is the same. */
enum { HASHES = 8 };

/* A hash of something that tells where a report has its news from: its publisher, an agency that it
 * credits. */
typedef struct sign {
  int64_t report;
  uint64_t name;
} sign;

typedef struct sketch {
  int64_t report;
  ro_fingerprint print;
} sketch;

/* Both by report. */
struct ro_origins {
  sign *signs;
  sketch *sketches;
  size_t sign_count, sign_capacity, sketch_count;
};

/* Reading ---------------------------------------------------------------------------------------
 */

static uint64_t hash_name(const char *name) {
  size_t length = strlen(name);
  uint64_t hash = RO_HASH_START;
  for (size_t at = 0; at < length;) {
    char bytes[4];
    uint32_t letter = ro_unicode_base_letter(ro_unicode_lower(ro_utf8_next(name, length, &at)));
    if (ro_unicode_is_letter(letter) || ro_unicode_is_digit(letter))
      hash = ro_hash_add(hash, bytes, ro_utf8_put(letter, bytes));
  }
  return ro_hash_finish(hash);
}

static void add_sign(ro_arena *arena, int64_t report, const char *name, ro_origins *origins) {
  if (name && *name)
    *RO_ARENA_PUSH(arena, &origins->signs, origins->sign_count, origins->sign_capacity) =
        (sign){report, hash_name(name)};
}

static void read_credits(ro_ledger *ledger, ro_arena *arena, const char *keys,
                         ro_origins *origins) {
  static const char sql[] = "SELECT report_key, credit FROM json_each(?1) wanted "
                            "CROSS JOIN report_credit ON report_key = wanted.value";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, keys);
  while (ro_database_step(ledger->database, query))
    add_sign(arena, sqlite3_column_int64(query, 0), ro_column_text(query, 1), origins);
}

static void read_sketches(ro_ledger *ledger, ro_arena *arena, const char *keys, size_t most,
                          ro_origins *origins) {
  static const char sql[] = "SELECT report_key, sketch FROM json_each(?1) wanted "
                            "CROSS JOIN report_sketch ON report_key = wanted.value";
  origins->sketches = ro_arena_alloc_array(arena, most, sizeof *origins->sketches);
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_text(query, 1, keys);
  while (origins->sketch_count < most && ro_database_step(ledger->database, query)) {
    sketch *read = &origins->sketches[origins->sketch_count];
    read->report = sqlite3_column_int64(query, 0);
    origins->sketch_count += ro_copies_unpack(&read->print, sqlite3_column_blob(query, 1),
                                              sqlite3_column_bytes(query, 1));
  }
  sqlite3_reset(query);
}

static int by_report(const void *a, const void *b) {
  const sign *x = a, *y = b;
  if (x->report != y->report) return x->report < y->report ? -1 : 1;
  return x->name < y->name ? -1 : x->name > y->name;
}

ro_origins *ro_origins_read(ro_ledger *ledger, ro_arena *arena, const ro_keys *report_keys,
                            const ro_report_table *reports) {
  ro_origins *origins = ro_arena_alloc(arena, sizeof *origins);
  const char *keys = ro_keys_print(arena, report_keys);
  for (size_t i = 0; i < reports->count; i++)
    add_sign(arena, reports->rows[i].key, reports->rows[i].publisher, origins);
  read_credits(ledger, arena, keys, origins);
  if (origins->sign_count)
    qsort(origins->signs, origins->sign_count, sizeof *origins->signs, by_report);
  read_sketches(ledger, arena, keys, report_keys->count, origins);
  return origins;
}

/* Grouping --------------------------------------------------------------------------------------
 */

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

/* A hash that a report has, by its index among those to be grouped. */
typedef struct mark {
  uint64_t hash;
  uint32_t report;
} mark;

typedef struct mark_list {
  mark *items;
  size_t count, capacity;
} mark_list;

static int by_hash(const void *a, const void *b) {
  const mark *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

static void sort(mark_list *marks) {
  if (marks->count) qsort(marks->items, marks->count, sizeof *marks->items, by_hash);
}

/* The first sign of the report, or where it would be. */
static size_t first_sign(const ro_origins *origins, int64_t report) {
  size_t first = 0, end = origins->sign_count;
  while (first < end) {
    size_t middle = (first + end) / 2;
    if (origins->signs[middle].report < report)
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

static void join_by_signs(const ro_origins *origins, ro_arena *scratch, const int64_t *keys,
                          uint32_t count, uint32_t *parents) {
  mark_list marks = {0};
  for (uint32_t i = 0; i < count; i++)
    for (size_t k = first_sign(origins, keys[i]);
         k < origins->sign_count && origins->signs[k].report == keys[i]; k++)
      *RO_ARENA_PUSH(scratch, &marks.items, marks.count, marks.capacity) =
          (mark){origins->signs[k].name, i};
  sort(&marks);
  for (size_t i = 1; i < marks.count; i++)
    if (marks.items[i - 1].hash == marks.items[i].hash)
      join(parents, marks.items[i - 1].report, marks.items[i].report);
}

static int is_of_report(const void *key, const void *item) {
  int64_t x = *(const int64_t *)key, y = ((const sketch *)item)->report;
  return x < y ? -1 : x > y;
}

static const ro_fingerprint *print_of(const ro_origins *origins, int64_t report) {
  if (!origins->sketch_count) return NULL;
  const sketch *found =
      bsearch(&report, origins->sketches, origins->sketch_count, sizeof *found, is_of_report);
  return found ? &found->print : NULL;
}

/* Joins the reports that give nearly the same text. */
static void join_copies(const ro_origins *origins, ro_arena *scratch, const int64_t *keys,
                        uint32_t count, uint32_t *parents) {
  const ro_fingerprint **prints = ro_arena_alloc_array(scratch, count, sizeof *prints);
  mark_list marks = {0};
  for (uint32_t i = 0; i < count; i++) {
    prints[i] = print_of(origins, keys[i]);
    for (uint32_t k = 0; prints[i] && k < HASHES && k < prints[i]->sketch_count; k++)
      *RO_ARENA_PUSH(scratch, &marks.items, marks.count, marks.capacity) =
          (mark){prints[i]->sketch[k], i};
  }
  sort(&marks);
  uint32_t *compared = ro_arena_alloc_array(scratch, count, sizeof *compared);
  for (size_t i = 1; i < marks.count; i++) {
    uint32_t a = marks.items[i - 1].report, b = marks.items[i].report;
    bool done = marks.items[i - 1].hash != marks.items[i].hash || compared[b] == a + 1;
    if (done || find_root(parents, a) == find_root(parents, b)) continue;
    compared[b] = a + 1; /* the same two often have several hashes in common */
    if (ro_is_same_report(prints[a], prints[b])) join(parents, a, b);
  }
}

uint32_t ro_origins_group(const ro_origins *origins, ro_arena *scratch, const int64_t *report_keys,
                          uint32_t count, uint32_t *groups) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < count; i++)
    groups[i] = i;
  join_by_signs(origins, scratch, report_keys, count, groups);
  if (count > 1) join_copies(origins, scratch, report_keys, count, groups);
  for (uint32_t i = 0; i < count; i++)
    groups[i] = find_root(groups, i);
  for (uint32_t i = 0; i < count; i++)
    found += groups[i] == i;
  return found;
}
