/* The states that a demand, promise or meeting goes through, from the records that speak of it. */
#ifndef RO_LEDGER_HISTORY_H
#define RO_LEDGER_HISTORY_H

#include "ledger/features/features.h"
#include "readout/ledger.h"

/* A record's part in an item. */
typedef struct ro_turn {
  const ro_features *features;
  ro_relation relation;
} ro_turn;

typedef struct ro_history {
  ro_item_state state;
  ro_day since;
  ro_interval due; /* of a meeting: its day */
  ro_day ahead_until;
  ro_step *steps; /* entry: index of the turn */
  uint32_t step_count;
} ro_history;

/* The history at the end of `as_of`, from the turns published up to then. `turns` are in the
 * ledger's order. state is RO_ITEM_NO_STATE where there is no item yet. */
ro_history ro_history_tell(ro_arena *arena, ro_item_kind kind, const ro_turn *turns, uint32_t count,
                           ro_day as_of);

/* The day on which it began: RO_NO_DAY where there is no item yet. */
ro_day ro_history_first_day(const ro_history *history);

/* The days on which the history changes: a new report, or a due day that has passed. In order, each
 * once. */
ro_day *ro_history_days(ro_arena *arena, ro_item_kind kind, const ro_turn *turns, uint32_t count,
                        uint32_t *day_count);

/* The day on which what a record tells took place, as far as it says: else that of the report. */
ro_day ro_turn_day(const ro_turn *turn);

/* Has a postponed or cancelled meeting's day to come, not that of the calling off? */
bool ro_meeting_has_day(const ro_features *meeting);

#endif
