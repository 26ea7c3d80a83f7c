#include "ledger/storage/reports.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"
#include "ledger/storage/copies.h"

/* Heads that are at hand before they are forgotten: more than the reports of one time. */
enum { MANY = 16384 };

struct ro_reports {
  ro_database *database;
  ro_arena *arena, *own; /* `own` is NULL where the arena is the caller's */
  bool with_sources;
  ro_report_head **slots; /* a hash table with linear probing, on the heap */
  size_t size, count;
  const char *engine; /* the last one read */
  int64_t engine_key;
};

ro_reports *ro_reports_create(ro_database *database, ro_arena *arena, bool with_sources) {
  ro_reports *reports = ro_allocate(sizeof *reports);
  *reports = (ro_reports){.database = database, .with_sources = with_sources};
  reports->own = arena ? NULL : ro_arena_create();
  reports->arena = arena ? arena : reports->own;
  return reports;
}

void ro_reports_free(ro_reports *reports) {
  if (!reports) return;
  ro_arena_free(reports->own);
  free(reports->slots);
  free(reports);
}

void ro_reports_trim(ro_reports *reports) {
  if (!reports->own || reports->count <= MANY) return;
  ro_arena_reset(reports->own);
  memset(reports->slots, 0, reports->size * sizeof *reports->slots);
  reports->count = 0;
  reports->engine = NULL;
}

static ro_report_head **slot_of(const ro_reports *reports, int64_t key) {
  size_t at = (size_t)((uint64_t)key * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (reports->size - 1);
  while (reports->slots[at] && reports->slots[at]->key != key)
    at = (at + 1) & (reports->size - 1);
  return &reports->slots[at];
}

static void grow(ro_reports *reports) {
  ro_report_head **before = reports->slots;
  size_t size = reports->size;
  reports->size = size ? 2 * size : 1024;
  reports->slots = ro_allocate(reports->size * sizeof *reports->slots);
  memset(reports->slots, 0, reports->size * sizeof *reports->slots);
  for (size_t i = 0; i < size; i++)
    if (before[i]) *slot_of(reports, before[i]->key) = before[i];
  free(before);
}

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

static void add_sign(ro_reports *reports, ro_report_head *head, size_t *capacity,
                     const char *name) {
  size_t count = head->sign_count;
  if (!name || !*name) return;
  *RO_ARENA_PUSH(reports->arena, &head->signs, count, *capacity) = hash_name(name);
  head->sign_count = (uint32_t)count;
}

static void read_signs(ro_reports *reports, ro_report_head *head) {
  static const char sql[] = "SELECT credit FROM report_credit WHERE report_key = ?1";
  size_t capacity = 0;
  add_sign(reports, head, &capacity, head->publisher);
  sqlite3_stmt *query = ro_database_prepare(reports->database, sql);
  ro_bind_number(query, 1, head->key);
  while (ro_database_step(reports->database, query))
    add_sign(reports, head, &capacity, ro_column_text(query, 0));
}

static void read_hashes(ro_reports *reports, ro_report_head *head) {
  ro_fingerprint print;
  if (!ro_copies_read(reports->database, head->key, &print)) return;
  head->digest = ro_digest_of(&print);
  for (; head->hash_count < RO_REPORT_HASHES && head->hash_count < print.sketch_count;
       head->hash_count++)
    head->hashes[head->hash_count] = print.sketch[head->hash_count];
}

static const char *copy_column(ro_arena *arena, sqlite3_stmt *query, int column) {
  const char *text = ro_column_text(query, column);
  return text ? ro_arena_copy_string(arena, text) : NULL;
}

/* Engines are few: mostly it is the one of the report before. */
static const char *engine_of(ro_reports *reports, int64_t key) {
  static const char sql[] = "SELECT versions FROM engine WHERE engine_key = ?1";
  if (reports->engine && reports->engine_key == key) return reports->engine;
  sqlite3_stmt *query = ro_database_prepare(reports->database, sql);
  ro_bind_number(query, 1, key);
  reports->engine = NULL;
  if (ro_database_step(reports->database, query))
    reports->engine = copy_column(reports->arena, query, 0);
  sqlite3_reset(query);
  reports->engine_key = key;
  return reports->engine;
}

static ro_report_head *read_head(ro_reports *reports, sqlite3_stmt *query, int64_t key) {
  ro_arena *arena = reports->arena;
  ro_report_head *head = ro_arena_alloc(arena, sizeof *head);
  *head = (ro_report_head){.key = key,
                           .id = copy_column(arena, query, 0),
                           .hash = copy_column(arena, query, 1),
                           .published = ro_column_day(query, 2),
                           .publisher = copy_column(arena, query, 3),
                           .title = copy_column(arena, query, 4),
                           .url = copy_column(arena, query, 5),
                           .engine = engine_of(reports, sqlite3_column_int64(query, 6))};
  return head;
}

const ro_report_head *ro_reports_get(ro_reports *reports, int64_t report_key) {
  static const char sql[] =
      "SELECT id, hash, published, publisher, title, url, engine_key "
      "FROM report INDEXED BY report_heads WHERE report_key = ?1"; /* which has no texts */
  if (2 * reports->count >= reports->size) grow(reports);
  ro_report_head **slot = slot_of(reports, report_key);
  if (*slot) return *slot;
  sqlite3_stmt *query = ro_database_prepare(reports->database, sql);
  ro_bind_number(query, 1, report_key);
  ro_report_head *head = NULL;
  if (ro_database_step(reports->database, query)) head = read_head(reports, query, report_key);
  sqlite3_reset(query);
  if (!head || !head->id || !head->hash) return NULL;
  if (reports->with_sources) read_signs(reports, head);
  if (reports->with_sources) read_hashes(reports, head);
  reports->count++;
  return *slot = head;
}
