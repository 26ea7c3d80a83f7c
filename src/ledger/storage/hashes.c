#include "ledger/storage/hashes.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

uint64_t ro_hash_add_string(uint64_t hash, const char *string) {
  return ro_hash_add(hash, string ? string : "", string ? strlen(string) + 1 : 1);
}

uint64_t ro_hash_finish_positive(uint64_t hash) {
  return ro_hash_finish(hash) >> 1;
}

const char *ro_hash_print(uint64_t hash, char buffer[RO_HASH_TEXT_SIZE]) {
  snprintf(buffer, RO_HASH_TEXT_SIZE, "%016" PRIx64, hash);
  return buffer;
}

uint64_t ro_hash_parse(const char *text) {
  return strtoull(text, NULL, 16);
}

void ro_bind_hash(sqlite3_stmt *statement, int index, uint64_t hash) {
  char buffer[RO_HASH_TEXT_SIZE];
  ro_bind_text(statement, index, ro_hash_print(hash, buffer));
}
