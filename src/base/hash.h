/* A 64-bit hash of bytes, the same on every machine: FNV-1a, finished with the mixer of
 * SplitMix64. Not for secrets. */
#ifndef RO_BASE_HASH_H
#define RO_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define RO_HASH_START UINT64_C(0xcbf29ce484222325)

/* Takes in more bytes; begin with RO_HASH_START. */
uint64_t ro_hash_add(uint64_t hash, const void *bytes, size_t size);
uint64_t ro_hash_finish(uint64_t hash);
uint64_t ro_hash(const void *bytes, size_t size);

#endif
