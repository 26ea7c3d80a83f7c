/* Hashes that name reports and records, as the ledger writes them. */
#ifndef RO_LEDGER_HASHES_H
#define RO_LEDGER_HASHES_H

#include "ledger/storage/database.h"

/* Takes in a string and its end; an absent one like an empty one. */
uint64_t ro_hash_add_string(uint64_t hash, const char *string);

/* The top bit stays free, so that the number is the same signed and unsigned. */
uint64_t ro_hash_finish_positive(uint64_t hash);

/* 16 hexadecimal digits. */
enum { RO_HASH_TEXT_SIZE = 17 };
const char *ro_hash_print(uint64_t hash, char buffer[RO_HASH_TEXT_SIZE]);

/* The number of such digits. */
uint64_t ro_hash_parse(const char *text);

void ro_bind_hash(sqlite3_stmt *statement, int index, uint64_t hash);

#endif
