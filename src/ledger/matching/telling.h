/* How one record after another moves a demand, promise or meeting from state to state. */
#ifndef RO_LEDGER_TELLING_H
#define RO_LEDGER_TELLING_H

#include "ledger/matching/history.h"

typedef struct ro_telling {
  ro_history history;
  ro_arena *arena;
  size_t capacity;
  ro_parties asked;    /* of a demand: who is to comply */
  ro_parties complied; /* and who has */
  bool lasts;          /* the promise is to be kept up until it is due, not done by then */
} ro_telling;

/* What the turn, whose index is given, does to an item of the kind. */
void ro_tell(ro_telling *teller, ro_item_kind kind, const ro_turn *turn, uint32_t index);

/* A due day that has passed by `day` makes a pending promise overdue on the day after; one that was
 * to be kept up until then has been kept. */
void ro_tell_due_day(ro_telling *teller, ro_day day);

/* Does the record tell a day of its own? */
bool ro_turn_is_dated(const ro_turn *turn);

#endif
