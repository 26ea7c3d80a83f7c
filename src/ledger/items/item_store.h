/* The tables of items: which records each rests on, and its state on every day. */
#ifndef RO_LEDGER_ITEM_STORE_H
#define RO_LEDGER_ITEM_STORE_H

#include "ledger/matching/thread.h"
#include "ledger/storage/reports.h"

/* The item that the record tells of; 0 where there is none. An item's key is that of its first
 * record. */
int64_t ro_item_store_told_in(ro_database *database, int64_t record_key);

/* All items that the record has a part in; in the arena. */
const int64_t *ro_item_store_items_of(ro_database *database, ro_arena *arena, int64_t record_key,
                                      size_t *count);

/* Number of the item's records. */
size_t ro_item_store_size(ro_database *database, int64_t item_key);

/* Forgets the item that the record began. */
void ro_item_store_forget(ro_database *database, int64_t item_key);

/* Writes the item of these members, whose reports are at hand with their sources, of which nothing
 * that was published before `from` has changed: what was known then stays as it is. */
void ro_item_store_update(ro_database *database, ro_reports *reports, ro_arena *arena,
                          ro_item_kind kind, const ro_thread *members, ro_day from);

#endif
