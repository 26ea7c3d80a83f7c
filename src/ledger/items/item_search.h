/* Which items may be part of the answer to a question, by the tables alone. */
#ifndef RO_LEDGER_ITEM_SEARCH_H
#define RO_LEDGER_ITEM_SEARCH_H

#include "ledger/items/found_item.h"

typedef struct ro_finding_list {
  ro_found_item *items;
  size_t count, capacity;
} ro_finding_list;

ro_finding_list ro_items_find(ro_ledger *ledger, ro_arena *arena, const ro_question *question,
                              ro_day as_of);

/* Drops the items of which no record is about the terms, so that they need not be read. */
void ro_items_keep_about(ro_ledger *ledger, ro_finding_list *findings, ro_day as_of,
                         ro_terms about);

/* Does the record say at least half of what the terms say? */
bool ro_is_about(const ro_features *features, ro_terms about);

/* Is the item's state the one that is asked for, now that it is known? */
bool ro_item_has_state_asked_for(const ro_item *item, const ro_question *question, ro_day as_of);

#endif
