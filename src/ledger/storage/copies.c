#include "ledger/storage/copies.h"

#include <stdlib.h>
#include <string.h>

/* A report is found by some of the hashes of its sketch. A hash that many reports have (a standing
 * phrase) leads to a few of them alone; of all that are found, the ones with the most hashes in
 * common are compared. */
enum { INDEXED = 8, LOOKED_UP = 32, CHAIN = 24, COMPARED = 8 };
enum { HEAD = 16, BYTES = HEAD + 4 * RO_SKETCH_SIZE };

static void put(unsigned char *to, uint64_t number, int size) {
  for (int i = 0; i < size; i++)
    to[i] = (unsigned char)(number >> 8 * i);
}

static uint64_t get(const unsigned char *from, int size) {
  uint64_t number = 0;
  for (int i = 0; i < size; i++)
    number |= (uint64_t)from[i] << 8 * i;
  return number;
}

void ro_copies_store(ro_database *database, int64_t report_key, const ro_fingerprint *print) {
  static const char sketch_sql[] = "INSERT INTO report_sketch (report_key, sketch) VALUES (?1, ?2)";
  static const char band_sql[] = "INSERT INTO report_band (band, report_key) VALUES (?1, ?2)";
  unsigned char bytes[BYTES];
  uint32_t count = print->sketch_count < RO_SKETCH_SIZE ? print->sketch_count : RO_SKETCH_SIZE;
  put(bytes, print->wording, 8);
  put(bytes + 8, print->shingles, 4);
  put(bytes + 12, count, 4);
  for (uint32_t i = 0; i < count; i++)
    put(bytes + HEAD + 4 * i, print->sketch[i], 4);
  sqlite3_stmt *insert = ro_database_prepare(database, sketch_sql);
  ro_bind_number(insert, 1, report_key);
  sqlite3_bind_blob(insert, 2, bytes, (int)(HEAD + 4 * count), SQLITE_TRANSIENT);
  ro_database_run(database, insert);
  for (uint32_t i = 0; i < count && i < INDEXED; i++) {
    insert = ro_database_prepare(database, band_sql);
    ro_bind_number(insert, 1, print->sketch[i]);
    ro_bind_number(insert, 2, report_key);
    ro_database_run(database, insert);
  }
}

static bool unpack(ro_fingerprint *print, const unsigned char *bytes, int size) {
  *print = (ro_fingerprint){0};
  if (!bytes || size < HEAD || size > BYTES) return false;
  print->wording = get(bytes, 8);
  print->shingles = (uint32_t)get(bytes + 8, 4);
  print->sketch_count = (uint32_t)(size - HEAD) / 4;
  for (uint32_t i = 0; i < print->sketch_count; i++)
    print->sketch[i] = (uint32_t)get(bytes + HEAD + 4 * i, 4);
  return true;
}

bool ro_copies_read(ro_database *database, int64_t report_key, ro_fingerprint *print) {
  static const char sql[] = "SELECT sketch FROM report_sketch WHERE report_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, report_key);
  bool found = ro_database_step(database, query) &&
               unpack(print, sqlite3_column_blob(query, 0), sqlite3_column_bytes(query, 0));
  sqlite3_reset(query);
  return found;
}

static uint32_t reports_with(ro_database *database, uint32_t band, int64_t keys[CHAIN]) {
  static const char sql[] = "SELECT report_key FROM report_band WHERE band = ?1 "
                            "ORDER BY report_key DESC LIMIT ?2";
  sqlite3_stmt *query = ro_database_prepare(database, sql);
  ro_bind_number(query, 1, band);
  ro_bind_number(query, 2, CHAIN);
  uint32_t count = 0;
  while (ro_database_step(database, query) && count < CHAIN)
    keys[count++] = sqlite3_column_int64(query, 0);
  return count;
}

typedef struct sighting {
  int64_t key;
  uint32_t count; /* hashes by which the report was found */
} sighting;

static int by_report(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}

/* The most often seen first; of equals the newest. */
static int by_count(const void *a, const void *b) {
  const sighting *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return x->key > y->key ? -1 : x->key < y->key;
}

/* Which reports share how many hashes with the sketch, those with the most first. */
static uint32_t sightings_of(ro_database *database, const ro_fingerprint *print,
                             sighting found[LOOKED_UP * CHAIN]) {
  int64_t keys[LOOKED_UP * CHAIN];
  uint32_t all = 0, count = 0;
  for (uint32_t i = 0; i < print->sketch_count && i < LOOKED_UP; i++)
    all += reports_with(database, print->sketch[i], keys + all);
  if (all) qsort(keys, all, sizeof *keys, by_report);
  for (uint32_t i = 0; i < all; i++) {
    if (!i || keys[i] != keys[i - 1]) found[count++] = (sighting){.key = keys[i]};
    found[count - 1].count++;
  }
  if (count) qsort(found, count, sizeof *found, by_count);
  return count;
}

bool ro_copies_has_another(ro_database *database, const ro_fingerprint *print) {
  sighting found[LOOKED_UP * CHAIN];
  uint32_t count = sightings_of(database, print, found);
  for (uint32_t i = 0; i < count && i < COMPARED; i++) {
    ro_fingerprint other;
    if (ro_copies_read(database, found[i].key, &other) && ro_is_same_report(print, &other))
      return true;
  }
  return false;
}
