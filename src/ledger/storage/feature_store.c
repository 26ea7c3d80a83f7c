#include "ledger/storage/feature_store.h"

#include <stdlib.h>
#include <string.h>

/* Features of which a generation may have more when the store settles: what reports of one time
 * look at, and no more than a few megabytes. */
enum { GENERATION = 4096 };

typedef struct cache_slot {
  int64_t key; /* 0: free */
  ro_features *features;
} cache_slot;

/* Features at hand: a hash table with linear probing, in an arena of its own. */
typedef struct generation {
  ro_arena *arena;
  cache_slot *slots;
  size_t size, count;
} generation;

/* What is asked for goes into the younger generation; when that is full it becomes the older one,
 * whose features are let go. */
struct ro_feature_store {
  ro_database *database;
  generation younger, older;
};

static generation new_generation(void) {
  return (generation){.arena = ro_arena_create()};
}

ro_feature_store *ro_feature_store_create(ro_database *database) {
  ro_feature_store *store = ro_allocate(sizeof *store);
  *store = (ro_feature_store){database, new_generation(), new_generation()};
  return store;
}

void ro_feature_store_free(ro_feature_store *store) {
  if (!store) return;
  ro_arena_free(store->younger.arena);
  ro_arena_free(store->older.arena);
  free(store);
}

static void clear(generation *one) {
  ro_arena_reset(one->arena);
  *one = (generation){.arena = one->arena};
}

void ro_feature_store_forget(ro_feature_store *store) {
  clear(&store->younger);
  clear(&store->older);
}

void ro_feature_store_settle(ro_feature_store *store) {
  if (store->younger.count <= GENERATION) return;
  generation let_go = store->older;
  store->older = store->younger;
  clear(&let_go);
  store->younger = let_go;
}

static cache_slot *slot_of(const generation *one, int64_t key) {
  size_t at = (size_t)((uint64_t)key * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (one->size - 1);
  while (one->slots[at].key && one->slots[at].key != key)
    at = (at + 1) & (one->size - 1);
  return &one->slots[at];
}

static void grow(generation *one) {
  cache_slot *before = one->slots;
  size_t size = one->size;
  one->size = size ? 2 * size : 1024;
  one->slots = ro_arena_alloc_array(one->arena, one->size, sizeof(cache_slot));
  for (size_t i = 0; i < size; i++)
    if (before[i].key) *slot_of(one, before[i].key) = before[i];
}

static void remember(generation *one, int64_t key, ro_features *features) {
  if (2 * one->count >= one->size) grow(one);
  *slot_of(one, key) = (cache_slot){key, features};
  one->count++;
}

static void *copy_of(ro_arena *arena, const void *items, size_t size) {
  void *copy = ro_arena_alloc(arena, size);
  if (size) memcpy(copy, items, size);
  return copy;
}

static ro_features *copy_features(ro_arena *arena, const ro_features *features) {
  ro_features *copy = copy_of(arena, features, sizeof *features);
  copy->who.items = copy_of(arena, copy->who.items, copy->who.count * sizeof(ro_party));
  copy->whom.items = copy_of(arena, copy->whom.items, copy->whom.count * sizeof(ro_party));
  copy->terms.items = copy_of(arena, copy->terms.items, copy->terms.count * sizeof(ro_term));
  copy->context.items = copy_of(arena, copy->context.items, copy->context.count * sizeof(ro_term));
  return copy;
}

static ro_features *read_features(const ro_feature_store *store, ro_arena *arena, int64_t key) {
  static const char sql[] = "SELECT bytes FROM feature WHERE record_key = ?1";
  sqlite3_stmt *query = ro_database_prepare(store->database, sql);
  ro_bind_number(query, 1, key);
  ro_features *features = NULL;
  if (ro_database_step(store->database, query)) {
    ro_features *read = ro_arena_alloc(arena, sizeof *read);
    if (ro_features_unpack(read, arena, sqlite3_column_blob(query, 0),
                           (size_t)sqlite3_column_bytes(query, 0)))
      features = read;
  }
  sqlite3_reset(query);
  return features;
}

const ro_features *ro_feature_store_get(ro_feature_store *store, int64_t record_key) {
  generation *younger = &store->younger, *older = &store->older;
  if (younger->size) {
    const cache_slot *slot = slot_of(younger, record_key);
    if (slot->key) return slot->features;
  }
  const cache_slot *former = older->size ? slot_of(older, record_key) : NULL;
  ro_features *features;
  if (former && former->key)
    features = former->features ? copy_features(younger->arena, former->features) : NULL;
  else
    features = read_features(store, younger->arena, record_key);
  remember(younger, record_key, features);
  return features;
}

void ro_feature_store_write(ro_feature_store *store, int64_t record_key,
                            const ro_features *features) {
  static const char sql[] = "INSERT INTO feature (record_key, bytes) VALUES (?1, ?2)";
  size_t size;
  ro_arena *arena = ro_arena_create();
  const unsigned char *bytes = ro_features_pack(arena, features, &size);
  sqlite3_stmt *insert = ro_database_prepare(store->database, sql);
  ro_bind_number(insert, 1, record_key);
  sqlite3_bind_blob(insert, 2, bytes, (int)size, SQLITE_TRANSIENT);
  ro_database_run(store->database, insert);
  ro_arena_free(arena);
}
