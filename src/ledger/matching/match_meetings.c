#include "ledger/matching/match_kinds.h"

/* Days in which a meeting without a day of its own may have been, or may be. */
enum { RECENT = 10, SOON = 60 };

/* Where no more than half of the participants are the same, a person or the place must be too. */
enum { HALF_AND_MORE = 550 };

/* Sentences within which a report goes on speaking of one meeting. */
enum { NEAR = 2 };

/* Weight of a word that tells what kind of session it is. */
enum { KIND_OF_SESSION = 6 };

bool ro_is_over(const ro_features *meeting) {
  return meeting->status == RO_STATUS_HELD;
}

/* A postponed meeting whose only day has passed: the day of the postponing, not of the meeting. */
static bool has_day(const ro_features *meeting) {
  if (meeting->when.last == RO_NO_DAY) return false;
  bool called_off =
      meeting->status == RO_STATUS_POSTPONED || meeting->status == RO_STATUS_CANCELLED;
  return !called_off || meeting->when.last > meeting->rank.day;
}

static ro_interval days_of(const ro_features *meeting) {
  if (has_day(meeting)) return meeting->when;
  ro_day told = meeting->rank.day;
  return ro_is_over(meeting) ? (ro_interval){told - RECENT, told}
                             : (ro_interval){told, told + SOON};
}

static bool overlap(ro_interval a, ro_interval b) {
  return a.first <= b.last && b.first <= a.last;
}

/* Have the two moved one meeting to another day? */
static bool is_moved(const ro_features *later, const ro_features *earlier) {
  bool moves = later->status == RO_STATUS_POSTPONED || earlier->status == RO_STATUS_POSTPONED;
  return moves && !ro_is_over(earlier) && later->rank.day - earlier->rank.day <= 200;
}

/* For every code that names persons on both sides, is one of them on both? */
static bool persons_agree(const ro_parties a, const ro_parties b, uint32_t *shared) {
  for (uint32_t i = 0; i < a.count; i++) {
    bool named = false, met = false;
    for (uint32_t k = 0; k < a.count; k++)
      for (uint32_t j = 0; j < b.count; j++) {
        if (a.items[i].code != a.items[k].code || a.items[k].code != b.items[j].code) continue;
        if (!a.items[k].person || !b.items[j].person) continue;
        named = true;
        if (a.items[k].person == b.items[j].person) met = true;
      }
    if (named && !met) return false;
    *shared += met;
  }
  return true;
}

static uint32_t score_of_days(const ro_features *later, const ro_features *earlier) {
  bool both = has_day(later) && has_day(earlier);
  if (overlap(days_of(later), days_of(earlier))) return both ? 250 : 100;
  return is_moved(later, earlier) && !both ? 60 : 0;
}

/* Of a session that a report tells with one participant here and another one there, in the same
 * word: "at the ceremony". */
static bool completes(const ro_features *later, const ro_features *earlier) {
  bool same_day = has_day(later) && has_day(earlier) && later->when.first == earlier->when.first &&
                  later->when.last == earlier->when.last;
  return (ro_lacks_partner(later) || ro_lacks_partner(earlier)) && same_day &&
         later->status == earlier->status &&
         ro_terms_shared(later->terms, earlier->terms) >= KIND_OF_SESSION;
}

bool ro_tells_same_meeting(const ro_features *later, const ro_features *earlier) {
  if (completes(later, earlier)) return true;
  uint32_t persons = 0, shared = ro_parties_shared(later->who, earlier->who);
  bool contained = shared == ro_count_named(later->who) || shared == ro_count_named(earlier->who);
  bool same_day =
      later->when.last == RO_NO_DAY || earlier->when.last == RO_NO_DAY ||
      (later->when.first == earlier->when.first && later->when.last == earlier->when.last);
  return shared && contained && same_day && later->status == earlier->status &&
         ro_sentences_apart(later, earlier) <= NEAR &&
         persons_agree(later->who, earlier->who, &persons);
}

/* Some of the participants, on the very day. */
static bool is_part_on_that_day(const ro_features *later, const ro_features *earlier) {
  uint32_t shared = ro_count_shared(later->who, earlier->who);
  return shared >= 2 &&
         (shared == ro_count_named(later->who) || shared == ro_count_named(earlier->who)) &&
         has_day(later) && has_day(earlier) && later->when.first == later->when.last &&
         later->when.first == earlier->when.first && later->when.last == earlier->when.last;
}

/* Of one day, in the same word, and one of them is told with a single participant. */
static bool is_session_of_one(const ro_features *later, const ro_features *earlier) {
  return (ro_lacks_partner(later) || ro_lacks_partner(earlier)) && has_day(later) &&
         has_day(earlier) && later->when.first == earlier->when.first &&
         later->when.last == earlier->when.last &&
         ro_terms_shared(later->terms, earlier->terms) >= KIND_OF_SESSION;
}

/* Talks that were proposed to some, on no day, are not those that others of them hold. */
static bool leaves_out_invited(const ro_features *later, const ro_features *earlier) {
  bool invited = earlier->status == RO_STATUS_PROPOSED && !has_day(earlier) && has_day(later) &&
                 !ro_lacks_partner(later);
  return invited && ro_count_shared(later->who, earlier->who) < ro_count_named(earlier->who);
}

ro_match ro_match_meetings(const ro_features *later, const ro_features *earlier) {
  if (ro_same_report(later, earlier))
    return ro_tells_same_meeting(later, earlier)
               ? (ro_match){RO_RELATION_TELLS, RO_LIKE_IN_ONE_REPORT}
               : ro_no_match;
  uint32_t alike = ro_participants_alike(later, earlier), persons = 0;
  uint32_t days = score_of_days(later, earlier);
  if (is_moved(later, earlier) && later->status == RO_STATUS_POSTPONED && has_day(earlier))
    days = days > 120 ? days : 120;
  if (alike < 500 || !days || !persons_agree(later->who, earlier->who, &persons))
    return ro_no_match;
  if ((later->flags ^ earlier->flags) & RO_FEATURE_REMOTE && (later->place || earlier->place))
    return ro_no_match;
  if (leaves_out_invited(later, earlier)) return ro_no_match;
  bool both_placed = later->place && earlier->place;
  bool half = alike < HALF_AND_MORE && !persons && !(both_placed && later->place == earlier->place);
  if (half && !is_part_on_that_day(later, earlier) && !is_session_of_one(later, earlier))
    return ro_no_match;
  if (both_placed && later->place != earlier->place && days < 250 && !persons) return ro_no_match;
  uint32_t score = alike * 45 / 100 + days + (persons ? 100 : 0);
  if (both_placed && later->place == earlier->place) score += 100;
  score += ro_terms_likeness(later->terms, earlier->terms) / 10;
  return (ro_match){RO_RELATION_TELLS, score < 1000 ? score : 1000};
}
