/* An item on its way into an answer. */
#ifndef RO_LEDGER_ITEM_DRAFT_H
#define RO_LEDGER_ITEM_DRAFT_H

#include "ledger/items/entries.h"
#include "ledger/items/found_item.h"
#include "ledger/items/origins.h"

typedef struct ro_item_draft {
  int64_t key;
  ro_item item;
  ro_entry *entries;
  const ro_report_head **reports; /* of each entry */
  const ro_features **features;
  size_t count;
} ro_item_draft;

/* What the items of an answer are read with. */
typedef struct ro_item_reading {
  ro_ledger *ledger;
  ro_arena *arena;   /* what the answer keeps */
  ro_arena *scratch; /* what goes when an item is done */
  ro_day as_of;
  bool plain; /* titles and addresses of reports are not wanted */
  ro_reports *reports;
  ro_origins *origins;
} ro_item_reading;

/* Reads a found item; false where there was none yet on the day. */
bool ro_item_draft_make(ro_item_reading *reading, const ro_found_item *found, ro_item_draft *draft);

#endif
