#include "ledger/origins.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "ledger/copies.h"

/* Texts are compared where one of the first hashes of their sketches is the same. */
enum { HASHES = 8 };

/* A sign of where a report has its news from, and the report (its index) that shows it. */
typedef struct sign {
  const char *name;
  uint32_t report;
} sign;

typedef struct sign_list {
  sign *items;
  size_t count, capacity;
} sign_list;

static const char *folded(ro_arena *arena, const char *name) {
  size_t length = strlen(name), size = 0;
  char *out = ro_arena_alloc(arena, 4 * length + 1);
  for (size_t at = 0; at < length;) {
    uint32_t letter = ro_unicode_base_letter(ro_unicode_lower(ro_utf8_next(name, length, &at)));
    if (ro_unicode_is_letter(letter) || ro_unicode_is_digit(letter))
      size += ro_utf8_put(letter, out + size);
  }
  return out;
}

static void find_signs(ro_ledger *ledger, ro_arena *arena, int64_t report_key, uint32_t report,
                       sign_list *signs) {
  static const char sql[] =
      "SELECT publisher FROM report WHERE report_key = ?1 AND publisher IS NOT NULL "
      "UNION ALL SELECT credit FROM report_credit WHERE report_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, report_key);
  while (ro_database_step(ledger->database, query)) {
    const char *name = ro_column_text(query, 0);
    if (name && *name)
      *RO_ARENA_PUSH(arena, &signs->items, signs->count, signs->capacity) =
          (sign){folded(arena, name), report};
  }
}

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

static int by_name(const void *a, const void *b) {
  return strcmp(((const sign *)a)->name, ((const sign *)b)->name);
}

static void join_by_signs(sign_list *signs, uint32_t *parents) {
  if (signs->count) qsort(signs->items, signs->count, sizeof *signs->items, by_name);
  for (size_t i = 1; i < signs->count; i++)
    if (by_name(&signs->items[i - 1], &signs->items[i]) == 0)
      join(parents, signs->items[i - 1].report, signs->items[i].report);
}

/* A hash of a report's text. */
typedef struct text_hash {
  uint32_t hash, report;
} text_hash;

static int by_hash(const void *a, const void *b) {
  const text_hash *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  return x->report < y->report ? -1 : x->report > y->report;
}

/* Joins the reports that give nearly the same text. */
static void join_copies(ro_ledger *ledger, ro_arena *arena, const int64_t *keys, uint32_t count,
                        uint32_t *parents) {
  ro_fingerprint *prints = ro_arena_alloc_array(arena, count, sizeof *prints);
  text_hash *hashes = ro_arena_alloc_array(arena, (size_t)count * HASHES, sizeof *hashes);
  uint32_t found = 0;
  for (uint32_t i = 0; i < count && count > 1; i++) {
    if (!ro_copies_read(ledger->database, keys[i], &prints[i])) continue;
    for (uint32_t k = 0; k < HASHES && k < prints[i].sketch_count; k++)
      hashes[found++] = (text_hash){prints[i].sketch[k], i};
  }
  if (found) qsort(hashes, found, sizeof *hashes, by_hash);
  for (uint32_t i = 1; i < found; i++) {
    uint32_t a = hashes[i - 1].report, b = hashes[i].report;
    if (hashes[i - 1].hash == hashes[i].hash && find_root(parents, a) != find_root(parents, b) &&
        ro_is_same_report(&prints[a], &prints[b]))
      join(parents, a, b);
  }
}

/* Groups reports by their source: parents[i] leads to the first of the group. Returns how many
 * groups there are. */
static uint32_t group(ro_ledger *ledger, ro_arena *arena, const int64_t *keys, uint32_t count,
                      uint32_t *parents) {
  sign_list signs = {0};
  uint32_t groups = 0;
  for (uint32_t i = 0; i < count; i++) {
    parents[i] = i;
    find_signs(ledger, arena, keys[i], i, &signs);
  }
  join_by_signs(&signs, parents);
  join_copies(ledger, arena, keys, count, parents);
  for (uint32_t i = 0; i < count; i++)
    groups += find_root(parents, i) == i;
  return groups;
}

uint32_t ro_origins_of_entries(ro_ledger *ledger, ro_arena *arena, ro_entry *entries,
                               const int64_t *report_keys, uint32_t count) {
  int64_t *keys = ro_arena_alloc_array(arena, count, sizeof *keys);
  uint32_t *parents = ro_arena_alloc_array(arena, count, sizeof *parents);
  uint32_t reports = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (!i || report_keys[i] != report_keys[i - 1]) keys[reports++] = report_keys[i];
    entries[i].origin = reports - 1;
  }
  uint32_t origins = group(ledger, arena, keys, reports, parents);
  for (uint32_t i = 0; i < count; i++)
    entries[i].origin = find_root(parents, entries[i].origin);
  return origins;
}

uint32_t ro_origins_of_item(ro_ledger *ledger, ro_arena *arena, int64_t item_key, ro_day as_of) {
  static const char sql[] =
      "SELECT report_key FROM item_record JOIN record USING (record_key) "
      "WHERE item_key = ?1 AND day <= ?2 GROUP BY report_key ORDER BY min(day), item_record.report";
  int64_t *keys = NULL;
  size_t count = 0, capacity = 0;
  sqlite3_stmt *query = ro_database_prepare(ledger->database, sql);
  ro_bind_number(query, 1, item_key);
  ro_bind_number(query, 2, as_of);
  while (ro_database_step(ledger->database, query))
    *RO_ARENA_PUSH(arena, &keys, count, capacity) = sqlite3_column_int64(query, 0);
  uint32_t *parents = ro_arena_alloc_array(arena, count, sizeof *parents);
  return group(ledger, arena, keys, (uint32_t)count, parents);
}
