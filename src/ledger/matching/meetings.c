#include "ledger/matching/meetings.h"

#include "ledger/matching/match.h"

/* One meeting of a series, on its way into an item. */
typedef struct meeting {
  ro_thread members;
  ro_interval days;
  bool held, scheduled;
} meeting;

typedef struct meeting_series {
  meeting *items;
  size_t count, capacity;
} meeting_series;

static bool overlap(ro_interval a, ro_interval b) {
  return a.first <= b.last && b.first <= a.last;
}

/* Does the record's report tell of the meeting already, and of another one now? */
static bool is_another(const meeting *one, const ro_features *record) {
  for (size_t i = 0; i < one->members.count; i++) {
    const ro_features *member = one->members.items[i].turn.features;
    if (member->rank.day == record->rank.day && member->rank.report == record->rank.report &&
        !ro_tells_same_meeting(record, member))
      return true;
  }
  return false;
}

/* Are both dated, and alike? Such a meeting goes before one without a day. */
static bool has_same_day(const meeting *one, const ro_features *record) {
  return ro_meeting_has_day(record) && one->days.last != RO_NO_DAY &&
         overlap(one->days, record->when) && !is_another(one, record);
}

/* Was the meeting spoken of only after the day that the record tells? */
static bool is_too_late(const meeting *one, const ro_features *record) {
  return ro_meeting_has_day(record) && one->days.last == RO_NO_DAY &&
         record->when.last < one->members.items[0].turn.features->rank.day;
}

/* May the record speak of this meeting of the series? A report tells of one meeting once; a meeting
 * that has been held is spoken of with its day, or in the past. */
static bool fits_meeting(const meeting *one, const ro_features *record) {
  if (is_another(one, record) || is_too_late(one, record)) return false;
  bool past = record->status == RO_STATUS_HELD;
  if (record->status == RO_STATUS_PROPOSED && one->scheduled && !has_same_day(one, record))
    return false;
  if (!ro_meeting_has_day(record) || one->days.last == RO_NO_DAY) return !one->held || past;
  if (overlap(one->days, record->when)) return true;
  return !one->held && record->status == RO_STATUS_POSTPONED;
}

static meeting *meeting_of(ro_arena *arena, meeting_series *series, const ro_features *record) {
  for (size_t i = series->count; i-- > 0;)
    if (has_same_day(&series->items[i], record)) return &series->items[i];
  for (size_t i = series->count; i-- > 0;)
    if (fits_meeting(&series->items[i], record)) return &series->items[i];
  meeting *added = RO_ARENA_PUSH(arena, &series->items, series->count, series->capacity);
  added->days = (ro_interval){RO_NO_DAY, RO_NO_DAY};
  return added;
}

static void join_meeting(ro_arena *arena, meeting *one, const ro_member *told) {
  const ro_features *record = told->turn.features;
  *RO_ARENA_PUSH(arena, &one->members.items, one->members.count, one->members.capacity) = *told;
  if (ro_meeting_has_day(record)) one->days = record->when;
  one->held |= record->status == RO_STATUS_HELD;
  one->scheduled |= record->status == RO_STATUS_SCHEDULED;
}

static void add_reaction(ro_arena *arena, meeting_series *series, const ro_member *reaction) {
  meeting *last = series->count ? &series->items[series->count - 1] : NULL;
  if (last)
    *RO_ARENA_PUSH(arena, &last->members.items, last->members.count, last->members.capacity) =
        *reaction;
}

ro_thread *ro_meetings_tell_apart(ro_arena *arena, const ro_thread *thread, size_t *count) {
  meeting_series series = {0};
  for (size_t i = 0; i < thread->count; i++) {
    const ro_member *told = &thread->items[i];
    if (told->turn.relation == RO_RELATION_TELLS)
      join_meeting(arena, meeting_of(arena, &series, told->turn.features), told);
    else
      add_reaction(arena, &series, told);
  }
  ro_thread *meetings = ro_arena_alloc_array(arena, series.count, sizeof *meetings);
  for (size_t i = 0; i < series.count; i++)
    meetings[i] = series.items[i].members;
  *count = series.count;
  return meetings;
}
