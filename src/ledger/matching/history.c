#include "ledger/matching/history.h"

#include <stdlib.h>

#include "ledger/matching/telling.h"

/* Days for which a meeting without a day counts as ahead after it was last spoken of. */
enum { AHEAD_WITHOUT_DAY = 30 };

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
  if (ro_turn_is_dated(&turns[index]) || turns[index].relation != RO_RELATION_TELLS) return day;
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

static void look_ahead(ro_history *history, const ro_turn *turns, uint32_t count) {
  history->ahead_until = history->due.last;
  if (history->ahead_until == RO_NO_DAY && count)
    history->ahead_until = turns[count - 1].features->rank.day + AHEAD_WITHOUT_DAY;
}

ro_history ro_history_tell(ro_arena *arena, ro_item_kind kind, const ro_turn *turns, uint32_t count,
                           ro_day as_of) {
  ro_telling teller = {
      .arena = arena,
      .history = {.since = RO_NO_DAY, .due = {RO_NO_DAY, RO_NO_DAY}, .ahead_until = RO_NO_DAY}};
  while (count && turns[count - 1].features->rank.day > as_of)
    count--;
  if (!is_there(kind, turns, count)) return teller.history;
  const ordered_turn *order = in_order(arena, kind, turns, count);
  for (uint32_t i = 0; i < count; i++)
    ro_tell(&teller, kind, &turns[order[i].index], order[i].index);
  if (kind == RO_ITEM_PROMISE) ro_tell_due_day(&teller, as_of);
  if (kind == RO_ITEM_MEETING) look_ahead(&teller.history, turns, count);
  return teller.history;
}

ro_day ro_history_first_day(const ro_history *history) {
  return history->step_count ? history->steps[0].day : history->since;
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
