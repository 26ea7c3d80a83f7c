#include "ledger/matching/telling.h"

bool ro_meeting_has_day(const ro_features *meeting) {
  if (meeting->when.last == RO_NO_DAY) return false;
  bool off = meeting->status == RO_STATUS_POSTPONED || meeting->status == RO_STATUS_CANCELLED;
  return !off || meeting->when.last > meeting->rank.day;
}

bool ro_turn_is_dated(const ro_turn *turn) {
  return turn->features->when.last != RO_NO_DAY;
}

ro_day ro_turn_day(const ro_turn *turn) {
  const ro_features *features = turn->features;
  ro_day told = features->rank.day;
  return ro_turn_is_dated(turn) && features->when.last < told ? features->when.last : told;
}

static void move_to(ro_telling *teller, ro_item_state state, ro_day day, uint32_t turn) {
  ro_history *history = &teller->history;
  if (history->state == state) return;
  *RO_ARENA_PUSH(teller->arena, &history->steps, history->step_count, teller->capacity) =
      (ro_step){day, state, turn};
  history->state = state;
  history->since = day;
}

static void add_parties(ro_telling *teller, ro_parties *to, ro_parties from) {
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
static bool reopens(const ro_telling *teller, const ro_turn *turn) {
  return ro_turn_is_dated(turn) && !(turn->features->flags & RO_FEATURE_BACKGROUND) &&
         ro_turn_day(turn) > teller->history.since;
}

/* Demands ---------------------------------------------------------------------------------------
 */

static bool all_complied(const ro_telling *teller) {
  return ro_parties_shared(teller->asked, teller->complied) >= teller->asked.count;
}

static void tell_demand(ro_telling *teller, const ro_turn *turn, uint32_t index) {
  ro_day day = ro_turn_day(turn);
  ro_item_state state = teller->history.state;
  switch (turn->relation) {
  case RO_RELATION_TELLS:
  case RO_RELATION_REPEATS:
    if (turn->features->status == RO_STATUS_PLANNED && state == RO_ITEM_NO_STATE) break;
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

void ro_tell_due_day(ro_telling *teller, ro_day day) {
  const ro_history *history = &teller->history;
  ro_day due = history->due.last;
  if (history->state != RO_ITEM_PENDING || due == RO_NO_DAY || due >= day) return;
  if (teller->lasts)
    move_to(teller, RO_ITEM_KEPT, due < history->since ? history->since : due, RO_NONE);
  else
    move_to(teller, RO_ITEM_OVERDUE, due < history->since ? history->since : due + 1, RO_NONE);
}

static void tell_promise_again(ro_telling *teller, const ro_turn *turn, uint32_t index) {
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

static void tell_promise(ro_telling *teller, const ro_turn *turn, uint32_t index) {
  ro_day day = ro_turn_day(turn);
  ro_tell_due_day(teller, day);
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

static void take_day(ro_telling *teller, const ro_features *meeting) {
  if (ro_meeting_has_day(meeting))
    teller->history.due = meeting->when;
  else if (meeting->status == RO_STATUS_POSTPONED)
    teller->history.due = (ro_interval){RO_NO_DAY, RO_NO_DAY};
}

static void hold(ro_telling *teller, const ro_turn *turn, uint32_t index) {
  const ro_features *meeting = turn->features;
  if (teller->history.state == RO_ITEM_HELD) return;
  ro_day day = meeting->when.first;
  if (day == RO_NO_DAY || day > meeting->rank.day) day = meeting->rank.day;
  take_day(teller, meeting);
  move_to(teller, RO_ITEM_HELD, day, index);
}

static void tell_meeting(ro_telling *teller, const ro_turn *turn, uint32_t index) {
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

void ro_tell(ro_telling *teller, ro_item_kind kind, const ro_turn *turn, uint32_t index) {
  if (turn->features->flags & RO_FEATURE_DOUBTFUL && turn->relation != RO_RELATION_TELLS) return;
  if (kind == RO_ITEM_DEMAND) tell_demand(teller, turn, index);
  if (kind == RO_ITEM_PROMISE) tell_promise(teller, turn, index);
  if (kind == RO_ITEM_MEETING) tell_meeting(teller, turn, index);
}
