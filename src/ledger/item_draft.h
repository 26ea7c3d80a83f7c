/* Items on their way into an answer, many read at once. */
#ifndef RO_LEDGER_ITEM_DRAFT_H
#define RO_LEDGER_ITEM_DRAFT_H

#include "ledger/entries.h"
#include "ledger/item_members.h"
#include "ledger/origins.h"

/* One item on its way into the answer. */
typedef struct ro_item_draft {
  int64_t key;
  ro_item item;
  ro_entry *entries;
  int64_t *report_keys;
  const ro_features **features;
  size_t count;
} ro_item_draft;

/* Some items, and what is read for all of them together. */
typedef struct ro_item_reading {
  ro_ledger *ledger;
  ro_arena *arena;   /* what the answer keeps */
  ro_arena *scratch; /* what goes when these items are done */
  ro_day as_of;
  const ro_found_item *found;
  ro_item_members *members; /* of each */
  size_t count;
  ro_entry_table entries;
  ro_origins *origins;
} ro_item_reading;

/* Reads the first of the found items, as many as are well read together; ledger, arenas, day and
 * members of these are filled in. */
ro_item_reading ro_items_read(ro_ledger *ledger, ro_arena *arena, ro_arena *scratch, ro_day as_of,
                              const ro_found_item *found, size_t count);

/* Makes one of them, by its index; false where there was none yet on the day. */
bool ro_item_draft_make(ro_item_reading *reading, size_t index, ro_item_draft *draft);

#endif
