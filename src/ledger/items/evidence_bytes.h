/* A record with its part in an item, as the bytes in which an answer finds it: what the page tells
 * of it and what the history is told from. */
#ifndef RO_LEDGER_EVIDENCE_BYTES_H
#define RO_LEDGER_EVIDENCE_BYTES_H

#include "ledger/items/entries.h"

/* Numbers of seven bits a byte, lowest first, the top bit set where more follow; strings with their
 * length plus one before and a NUL behind, so that they can be used where they lie. */
enum { RO_EVIDENCE_FORMAT = 1 };

/* `row` with its features and its report; in the arena. Left out are the context of the features
 * and hash, title, address and engine of the report. */
unsigned char *ro_evidence_pack(ro_arena *arena, const ro_entry_row *row, size_t *size);

/* Back: what the entry points to in the arena, features and report in `scratch`. False where the
 * bytes are not what ro_evidence_pack makes. */
bool ro_evidence_unpack(ro_entry_row *row, ro_arena *arena, ro_arena *scratch,
                        const unsigned char *bytes, size_t size);

/* The day of publication. */
ro_day ro_evidence_day(const unsigned char *bytes, size_t size);

#endif
