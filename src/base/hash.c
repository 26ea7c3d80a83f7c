#include "base/hash.h"

uint64_t ro_hash_add(uint64_t hash, const void *bytes, size_t size) {
  const unsigned char *at = bytes;
  for (size_t i = 0; i < size; i++)
    hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
  return hash;
}

uint64_t ro_hash_finish(uint64_t hash) {
  hash ^= hash >> 30;
  hash *= UINT64_C(0xbf58476d1ce4e5b9);
  hash ^= hash >> 27;
  hash *= UINT64_C(0x94d049bb133111eb);
  return hash ^ hash >> 31;
}

uint64_t ro_hash(const void *bytes, size_t size) {
  return ro_hash_finish(ro_hash_add(RO_HASH_START, bytes, size));
}
