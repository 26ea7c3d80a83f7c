#include "ledger/history.h"

#include <stdlib.h>

/* Days for which a meeting without a day counts as ahead after it was last spoken of. */
enum { AHEAD_WITHOUT_DAY = 30 };

typedef struct telling {
  ro_history history;
  ro_arena *arena;
  size_t capacity;
  ro_parties asked;    /* of a demand: who is to comply */
  ro_parties complied; /* and who has */
  bool lasts;          /* the promise is to be kept up until it is due, not done by then */
} telling;

bool ro_meeting_has_day(const ro_features *meeting) {
  if (meeting->when.last == RO_NO_DAY) return false;
  bool off = meeting->status == RO_STATUS_POSTPONED || meeting->status == RO_STATUS_CANCELLED;
  return !off || meeting->when.last > meeting->rank.day;
}

static bool is_dated(const ro_turn *turn) {
  return turn->features->when.last != RO_NO_DAY;
}

ro_day ro_turn_day(const ro_turn *turn) {
  const ro_features *features = turn->features;
  ro_day told = features->rank.day;
  return is_dated(turn) && features->when.last < told ? features->when.last : told;
}

static void move_to(telling *teller, ro_item_state state, ro_day day, uint32_t turn) {
  ro_history *history = &teller->history;
  if (history->state == state) return;
  *RO_ARENA_PUSH(teller->arena, &history->steps, history->step_count, teller->capacity) =
      (ro_step){day, state, turn};
  history->state = state;
  history->since = day;
}

static void add_parties(telling *teller, ro_parties *to, ro_parties from) {
  ro_parties joined = {
      ro_arena_alloc_array(teller->arena, to->count + from.count, sizeof(ro_party)), 0};
  for (uint32_t i = 0; i < to->count; i++)
    joined.items[joined.count++] = to->items[i];
  for (uint32_t i = 0; i < from.count; i++)
    if (from.items[i].code != RO_PARTY_GROUP && !ro_parties_have(joined, from.items[i].code))
      joined.items[joined.count++] = from.items[i];
  *to = joined;
}

/* Said again on a later day than the one that closed it. Told as background, or without a day, it
 * is no new demand or promise but a word about the old one. */
static bool reopens(const telling *teller, const ro_turn *turn) {
  return is_dated(turn) && !(turn->features->flags & RO_FEATURE_BACKGROUND) &&
         ro_turn_day(turn) > teller->history.since;
}

/* Demands ---------------------------------------------------------------------------------------
 */

static bool all_complied(const telling *teller) {
  return ro_parties_shared(teller->asked, teller->complied) >= teller->asked.count;
}

static void tell_demand(telling *teller, const ro_turn *turn, uint32_t index) {
  ro_day day = ro_turn_day(turn);
  ro_item_state state = teller->history.state;
  switch (turn->relation) {
  case RO_RELATION_TELLS:
  case RO_RELATION_REPEATS:
    if (turn->features->act == RO_ACT_DEMAND)
      add_parties(teller, &teller->asked, turn->features->whom);
    if (state == RO_ITEM_NO_STATE || (state != RO_ITEM_OPEN && reopens(teller, turn))) {
      teller->complied.count = 0;
      move_to(teller, RO_ITEM_OPEN, day, index);
    }
    break;
  case RO_RELATION_REFUSES:
    if (state == RO_ITEM_OPEN || state == RO_ITEM_PARTLY_MET)
      move_to(teller, RO_ITEM_REFUSED, day, index);
    break;
  case RO_RELATION_DELIVERS:
    if (turn->features->status == RO_STATUS_PLANNED) break;
    add_parties(teller, &teller->complied, turn->features->who);
    move_to(teller, all_complied(teller) ? RO_ITEM_MET : RO_ITEM_PARTLY_MET, day, index);
    break;
  case RO_RELATION_WITHDRAWS:
    move_to(teller, RO_ITEM_WITHDRAWN, day, index);
    break;
  default:
    break;
  }
}

/* Promises --------------------------------------------------------------------------------------
 */

static ro_item_state state_of_promise(ro_record_status status) {
  if (status == RO_STATUS_KEPT) return RO_ITEM_KEPT;
  return status == RO_STATUS_WITHDRAWN ? RO_ITEM_WITHDRAWN : RO_ITEM_PENDING;
}

/* A due day that has passed by `day` makes a pending promise overdue on the day after; one that was
 * to be kept up until then has been kept. */
static void pass_due(telling *teller, ro_day day) {
  const ro_history *history = &teller->history;
  ro_day due = history->due.last;
  if (history->state != RO_ITEM_PENDING || due == RO_NO_DAY || due >= day) return;
  if (teller->lasts)
    move_to(teller, RO_ITEM_KEPT, due < history->since ? history->since : due, RO_NONE);
  else
    move_to(teller, RO_ITEM_OVERDUE, due < history->since ? history->since : due + 1, RO_NONE);
}

static void tell_promise_again(telling *teller, const ro_turn *turn, uint32_t index) {
  ro_item_state state = teller->history.state, told = state_of_promise(turn->features->status);
  bool closed = state != RO_ITEM_NO_STATE && state != RO_ITEM_PENDING && state != RO_ITEM_OVERDUE;
  ro_interval due = turn->features->due;
  if (closed && !reopens(teller, turn)) return;
  bool renewed = due.last != RO_NO_DAY && due.last > ro_turn_day(turn);
  if (due.last != RO_NO_DAY) {
    teller->history.due = due;
    teller->lasts = turn->features->flags & RO_FEATURE_LASTS;
  }
  if (state == RO_ITEM_OVERDUE && told == RO_ITEM_PENDING && !renewed) return;
  move_to(teller, told, ro_turn_day(turn), index);
}

static void tell_promise(telling *teller, const ro_turn *turn, uint32_t index) {
  ro_day day = ro_turn_day(turn);
  pass_due(teller, day);
  switch (turn->relation) {
  case RO_RELATION_TELLS:
  case RO_RELATION_REPEATS:
    tell_promise_again(teller, turn, index);
    break;
  case RO_RELATION_DELIVERS:
    if (turn->features->status != RO_STATUS_PLANNED) move_to(teller, RO_ITEM_KEPT, day, index);
    break;
  case RO_RELATION_BREAKS:
    move_to(teller, RO_ITEM_BROKEN, day, index);
    break;
  case RO_RELATION_WITHDRAWS:
    move_to(teller, RO_ITEM_WITHDRAWN, day, index);
    break;
  default:
    break;
  }
}

/* Meetings --------------------------------------------------------------------------------------
 */

static void take_day(telling *teller, const ro_features *meeting) {
  if (ro_meeting_has_day(meeting))
    teller->history.due = meeting->when;
  else if (meeting->status == RO_STATUS_POSTPONED)
    teller->history.due = (ro_interval){RO_NO_DAY, RO_NO_DAY};
}

static void hold(telling *teller, const ro_turn *turn, uint32_t index) {
  const ro_features *meeting = turn->features;
  if (teller->history.state == RO_ITEM_HELD) return;
  ro_day day = meeting->when.first;
  if (day == RO_NO_DAY || day > meeting->rank.day) day = meeting->rank.day;
  take_day(teller, meeting);
  move_to(teller, RO_ITEM_HELD, day, index);
}

static void tell_meeting(telling *teller, const ro_turn *turn, uint32_t index) {
  const ro_features *meeting = turn->features;
  ro_item_state state = teller->history.state;
  ro_day day = meeting->rank.day;
  if (turn->relation == RO_RELATION_REFUSES && state == RO_ITEM_PROPOSED)
    move_to(teller, RO_ITEM_CANCELLED, day, index);
  if (turn->relation != RO_RELATION_TELLS || state == RO_ITEM_HELD) return;
  switch (meeting->status) {
  case RO_STATUS_HELD:
  case RO_STATUS_UNDER_WAY:
    hold(teller, turn, index);
    return;
  case RO_STATUS_CANCELLED:
    move_to(teller, RO_ITEM_CANCELLED, day, index);
    return;
  case RO_STATUS_POSTPONED:
    move_to(teller, RO_ITEM_POSTPONED, day, index);
    if (ro_meeting_has_day(meeting)) move_to(teller, RO_ITEM_SCHEDULED, day, index);
    break;
  case RO_STATUS_PROPOSED:
    if (state != RO_ITEM_SCHEDULED) move_to(teller, RO_ITEM_PROPOSED, day, index);
    break;
  default:
    move_to(teller, RO_ITEM_SCHEDULED, day, index);
  }
  take_day(teller, meeting);
}

/* -----------------------------------------------------------------------------------------------
 */

typedef struct ordered_turn {
  ro_day day;
  bool reacts;
  uint32_t index;
} ordered_turn;

static int by_day(const void *a, const void *b) {
  const ordered_turn *x = a, *y = b;
  if (x->day != y->day) return x->day < y->day ? -1 : 1;
  if (x->reacts != y->reacts) return x->reacts ? 1 : -1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static bool is_of_one_report(const ro_turn *a, const ro_turn *b) {
  const ro_rank *x = &a->features->rank, *y = &b->features->rank;
  return x->day == y->day && x->report == y->report;
}

/* A demand that is told without a day, of which the same report tells that it was refused on
 * Monday, was made by Monday. */
static ro_day day_in_order(const ro_turn *turns, uint32_t count, uint32_t index) {
  ro_day day = ro_turn_day(&turns[index]);
  if (is_dated(&turns[index]) || turns[index].relation != RO_RELATION_TELLS) return day;
  for (uint32_t i = 0; i < count; i++)
    if (is_of_one_report(&turns[i], &turns[index]) && ro_turn_day(&turns[i]) < day)
      day = ro_turn_day(&turns[i]);
  return day;
}

/* Indices of the turns in the order in which they took place; those of a meeting in the order of
 * publication, since what is told of its day may lie ahead. */
static ordered_turn *in_order(ro_arena *arena, ro_item_kind kind, const ro_turn *turns,
                              uint32_t count) {
  ordered_turn *order = ro_arena_alloc_array(arena, count, sizeof *order);
  for (uint32_t i = 0; i < count; i++)
    order[i] = kind == RO_ITEM_MEETING ? (ordered_turn){turns[i].features->rank.day, false, i}
                                       : (ordered_turn){day_in_order(turns, count, i),
                                                        turns[i].relation > RO_RELATION_REPEATS, i};
  if (count) qsort(order, count, sizeof *order, by_day);
  return order;
}

static ro_act act_of(ro_item_kind kind) {
  static const ro_act acts[] = {RO_ACT_DEMAND, RO_ACT_PROMISE, RO_ACT_MEETING};
  return acts[kind];
}

/* Has any record that makes the item been published? (A condition alone makes no demand.) */
static bool is_there(ro_item_kind kind, const ro_turn *turns, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (turns[i].relation == RO_RELATION_TELLS && turns[i].features->act == act_of(kind))
      return true;
  return false;
}

static void tell(telling *teller, ro_item_kind kind, const ro_turn *turn, uint32_t index) {
  if (turn->features->flags & RO_FEATURE_DOUBTFUL && turn->relation != RO_RELATION_TELLS) return;
  if (kind == RO_ITEM_DEMAND) tell_demand(teller, turn, index);
  if (kind == RO_ITEM_PROMISE) tell_promise(teller, turn, index);
  if (kind == RO_ITEM_MEETING) tell_meeting(teller, turn, index);
}

static void look_ahead(ro_history *history, const ro_turn *turns, uint32_t count) {
  history->ahead_until = history->due.last;
  if (history->ahead_until == RO_NO_DAY && count)
    history->ahead_until = turns[count - 1].features->rank.day + AHEAD_WITHOUT_DAY;
}

ro_history ro_history_tell(ro_arena *arena, ro_item_kind kind, const ro_turn *turns, uint32_t count,
                           ro_day as_of) {
  telling teller = {
      .arena = arena,
      .history = {.since = RO_NO_DAY, .due = {RO_NO_DAY, RO_NO_DAY}, .ahead_until = RO_NO_DAY}};
  while (count && turns[count - 1].features->rank.day > as_of)
    count--;
  if (!is_there(kind, turns, count)) return teller.history;
  const ordered_turn *order = in_order(arena, kind, turns, count);
  for (uint32_t i = 0; i < count; i++)
    tell(&teller, kind, &turns[order[i].index], order[i].index);
  if (kind == RO_ITEM_PROMISE) pass_due(&teller, as_of);
  if (kind == RO_ITEM_MEETING) look_ahead(&teller.history, turns, count);
  return teller.history;
}

static int compare_days(const void *a, const void *b) {
  ro_day x = *(const ro_day *)a, y = *(const ro_day *)b;
  return x < y ? -1 : x > y;
}

ro_day *ro_history_days(ro_arena *arena, ro_item_kind kind, const ro_turn *turns, uint32_t count,
                        uint32_t *day_count) {
  ro_day *days = ro_arena_alloc_array(arena, 2 * (size_t)count, sizeof *days);
  uint32_t found = 0, kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    const ro_features *features = turns[i].features;
    days[found++] = features->rank.day;
    if (kind == RO_ITEM_PROMISE && features->due.last >= features->rank.day)
      days[found++] = features->due.last + 1;
  }
  if (found) qsort(days, found, sizeof *days, compare_days);
  for (uint32_t i = 0; i < found; i++)
    if (!kept || days[kept - 1] != days[i]) days[kept++] = days[i];
  *day_count = kept;
  return days;
}
