/* The records that have a part in an item, by the tables alone. */
#ifndef RO_LEDGER_ITEM_MEMBERS_H
#define RO_LEDGER_ITEM_MEMBERS_H

#include "ledger/ledger_file.h"

/* An item that may be part of an answer. */
typedef struct ro_found_item {
  int64_t key;
  ro_item_kind kind;
  ro_day since;
  bool decided;  /* people decided on its records: its state is not the one of the index */
  bool detached; /* a single record, taken out of another item */
  bool in_brief; /* it need not be read whole */
  ro_item_state state;
} ro_found_item;

typedef struct ro_item_member {
  int64_t key, report_key;
  ro_relation relation;
  bool wanted; /* to be read; of a large item in a brief the first and the newest are */
} ro_item_member;

/* In the ledger's order. */
typedef struct ro_item_members {
  ro_item_member *items;
  size_t count;
  bool partly; /* not all are wanted */
} ro_item_members;

/* Those of the reports published up to the day. In the arena. */
ro_item_members ro_item_members_of(ro_ledger *ledger, ro_arena *arena, const ro_found_item *found,
                                   ro_day as_of);

#endif
