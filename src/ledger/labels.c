#include <string.h>

#include "readout/ledger.h"

const char *ro_item_kind_name(ro_item_kind kind) {
  static const char *const names[] = {"demand", "promise", "meeting"};
  return names[kind];
}

const char *ro_item_state_name(ro_item_state state) {
  static const char *const names[RO_ITEM_STATE_COUNT] = {
      [RO_ITEM_NO_STATE] = "none",
      [RO_ITEM_OPEN] = "open",
      [RO_ITEM_MET] = "met",
      [RO_ITEM_PARTLY_MET] = "partly met",
      [RO_ITEM_REFUSED] = "refused",
      [RO_ITEM_PENDING] = "pending",
      [RO_ITEM_KEPT] = "kept",
      [RO_ITEM_BROKEN] = "broken",
      [RO_ITEM_OVERDUE] = "overdue",
      [RO_ITEM_PROPOSED] = "proposed",
      [RO_ITEM_SCHEDULED] = "scheduled",
      [RO_ITEM_HELD] = "held",
      [RO_ITEM_CANCELLED] = "cancelled",
      [RO_ITEM_POSTPONED] = "postponed",
      [RO_ITEM_WITHDRAWN] = "withdrawn",
  };
  return names[state];
}

const char *ro_relation_name(ro_relation relation) {
  static const char *const names[RO_RELATION_COUNT] = {
      "tells", "repeats", "refuses", "delivers", "withdraws", "breaks", "denies",
  };
  return names[relation];
}

static const char *const asks[RO_ASK_COUNT] = {
    "everything",      "open promises",  "overdue promises", "open demands",
    "refused demands", "meetings ahead", "meetings held",
};

ro_ask ro_ask_parse(const char *words) {
  for (int i = 0; i < RO_ASK_COUNT; i++)
    if (strcmp(words, asks[i]) == 0) return (ro_ask)i;
  return RO_ASK_COUNT;
}

const char *ro_ask_name(ro_ask ask) {
  return asks[ask];
}
