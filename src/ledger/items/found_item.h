/* An item that may be part of an answer, by the tables alone. */
#ifndef RO_LEDGER_FOUND_ITEM_H
#define RO_LEDGER_FOUND_ITEM_H

#include "ledger/items/ledger_file.h"

typedef struct ro_found_item {
  int64_t key;
  ro_item_kind kind;
  ro_item_state state;
  ro_day since, began; /* the days on which its state and its history begin */
  uint64_t id;         /* as a number */
  bool decided;        /* people decided on its records: its state is not the one of the index */
  bool detached;       /* a single record, taken out of another item */
  bool in_brief;       /* it need not be told whole */
} ro_found_item;

#endif
