#include "ledger/items/evidence_store.h"

#include <stdlib.h>

/* Slots of an item: far more than it has records. */
enum { SLOTS = 1 << 24 };

static int64_t place_of(int64_t item_key, int64_t slot) {
  return (int64_t)((uint64_t)item_key * SLOTS + (uint64_t)slot);
}

static void store_row(ro_database *database, ro_arena *arena, int64_t place,
                      const ro_entry_row *row) {
  static const char sql[] = "INSERT INTO item_evidence (place, bytes) VALUES (?1, ?2)";
  size_t size;
  const unsigned char *bytes = ro_evidence_pack(arena, row, &size);
  sqlite3_stmt *insert = ro_database_prepare(database, sql);
  ro_bind_number(insert, 1, place);
  sqlite3_bind_blob64(insert, 2, bytes, size, SQLITE_TRANSIENT);
  ro_database_run(database, insert);
}

void ro_evidence_store(ro_database *database, ro_reports *reports, ro_arena *arena,
                       int64_t item_key, const ro_thread *members, int64_t slot) {
  ro_keys keys = {0};
  for (size_t i = 0; i < members->count; i++)
    ro_keys_add(arena, &keys, members->items[i].key);
  ro_keys_sort(&keys);
  ro_entry_table table = ro_entries_read(database, arena, arena, &keys, reports);
  for (size_t i = 0; i < members->count; i++) {
    const ro_member *member = &members->items[i];
    const ro_entry_row *found = ro_entries_find(&table, member->key);
    if (!found) continue;
    ro_entry_row row = *found;
    row.features = member->turn.features;
    row.entry.relation = member->turn.relation;
    store_row(database, arena, place_of(item_key, slot + (int64_t)i), &row);
  }
}

static void forget_between(ro_database *database, int64_t first, int64_t last) {
  static const char sql[] = "DELETE FROM item_evidence WHERE place BETWEEN ?1 AND ?2";
  sqlite3_stmt *deletion = ro_database_prepare(database, sql);
  ro_bind_number(deletion, 1, first);
  ro_bind_number(deletion, 2, last);
  ro_database_run(database, deletion);
}

void ro_evidence_forget(ro_database *database, int64_t item_key, int64_t slot) {
  forget_between(database, place_of(item_key, slot), place_of(item_key, slot));
}

void ro_evidence_forget_all(ro_database *database, int64_t item_key) {
  forget_between(database, place_of(item_key, 0), place_of(item_key, SLOTS - 1));
}

/* Reading ---------------------------------------------------------------------------------------
 */

static int by_rank(const void *a, const void *b) {
  const ro_entry_row *x = a, *y = b;
  return ro_rank_compare(&x->features->rank, &y->features->rank);
}

static void sort(ro_evidence *evidence) {
  for (size_t i = 1; i < evidence->count; i++)
    if (by_rank(&evidence->rows[i - 1], &evidence->rows[i]) > 0) {
      qsort(evidence->rows, evidence->count, sizeof *evidence->rows, by_rank);
      return;
    }
}

ro_evidence ro_evidence_read(ro_database *database, ro_arena *arena, ro_arena *scratch,
                             int64_t item_key, ro_day as_of) {
  static const char sql[] = "SELECT bytes FROM item_evidence WHERE place BETWEEN ?1 AND ?2";
  ro_evidence evidence = {0};
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, place_of(item_key, 0));
  ro_bind_number(query, 2, place_of(item_key, SLOTS - 1));
  while (ro_database_step(database, query)) {
    const unsigned char *bytes = sqlite3_column_blob(query, 0);
    size_t size = (size_t)sqlite3_column_bytes(query, 0);
    if (ro_evidence_day(bytes, size) > as_of) continue;
    ro_entry_row *row = RO_ARENA_PUSH(scratch, &evidence.rows, evidence.count, evidence.capacity);
    if (!ro_evidence_unpack(row, arena, scratch, bytes, size)) evidence.count--;
  }
  sort(&evidence);
  return evidence;
}
