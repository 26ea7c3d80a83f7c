/* Items on their way into an answer: which may be part of it, and what one is made of. */
#ifndef RO_LEDGER_ITEM_DRAFT_H
#define RO_LEDGER_ITEM_DRAFT_H

#include "ledger/features.h"
#include "ledger/ledger_file.h"

/* An item that may be part of the answer. */
typedef struct ro_found_item {
  int64_t key;
  ro_item_kind kind;
  ro_day since;
  bool decided;  /* people decided on its records: its state is not the one of the index */
  bool detached; /* a single record, taken out of another item */
  bool in_brief; /* it need not be read whole */
  ro_item_state state;
} ro_found_item;

/* One item on its way into the answer. */
typedef struct ro_item_draft {
  int64_t key;
  ro_item item;
  ro_entry *entries;
  int64_t *report_keys;
  const ro_features **features;
  size_t count, entry_capacity, key_capacity, feature_capacity;
} ro_item_draft;

/* Reads the item as of the day; false where there was none yet. All in the arena. */
bool ro_item_draft_read(ro_ledger *ledger, ro_arena *arena, const ro_found_item *found,
                        ro_day as_of, ro_item_draft *draft);

#endif
