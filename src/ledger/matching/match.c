#include "ledger/matching/match.h"

#include <stdlib.h>

#include "ledger/matching/match_kinds.h"

/* Likeness of wordings (0 to 1000) from which two records of the same parties are of one matter. */
enum {
  LIKE_DEMAND = 340,
  LIKE_PROMISE = 330,
  LIKE_OTHER_DEMANDER = 560,
  LIKE_CONDITION = 430,
  OTHER_PROMISER = 120, /* points off where not all of those who promise are the same */
  SAYS_NO_MORE = 60,    /* points for a wording that says no more than the other */
};

bool ro_is_thread(ro_act act) {
  return act == RO_ACT_DEMAND || act == RO_ACT_PROMISE || act == RO_ACT_MEETING ||
         act == RO_ACT_CONDITION || act == RO_ACT_WARNING;
}

ro_item_kind ro_thread_kind(ro_act act) {
  if (act == RO_ACT_MEETING) return RO_ITEM_MEETING;
  return act == RO_ACT_PROMISE ? RO_ITEM_PROMISE : RO_ITEM_DEMAND;
}

bool ro_makes_item(ro_act act) {
  return act == RO_ACT_DEMAND || act == RO_ACT_PROMISE || act == RO_ACT_MEETING;
}

static uint32_t months_apart(const ro_features *later, const ro_features *earlier) {
  uint32_t months = (uint32_t)(later->rank.day - earlier->rank.day) / 30;
  return months < 12 ? months : 12;
}

/* Demands ---------------------------------------------------------------------------------------
 */

bool ro_speaks_of_demand(const ro_features *features) {
  return features->act != RO_ACT_WARNING || features->flags & RO_FEATURE_UNLESS;
}

/* One word that tells little ("to turn back") is no matter to know a demand by. */
static bool says_little(const ro_features *later, const ro_features *earlier) {
  return ro_is_generic(later) || ro_is_generic(earlier);
}

/* Who calls for a ceasefire, of whom is not said, a year after calling for one means another war.
 */
static bool are_of_other_times(const ro_features *later, const ro_features *earlier) {
  return later->rank.day - earlier->rank.day > RO_ONE_TIME &&
         !ro_count_shared(later->whom, earlier->whom);
}

static bool have_same_codes(ro_parties a, ro_parties b) {
  uint32_t shared = ro_count_shared(a, b);
  return shared == ro_count_named(a) && shared == ro_count_named(b);
}

static bool same_sides(const ro_features *later, const ro_features *earlier) {
  return have_same_codes(later->who, earlier->who) && have_same_codes(later->whom, earlier->whom);
}

static ro_match match_demands(const ro_features *later, const ro_features *earlier) {
  if (!ro_speaks_of_demand(later) || !ro_speaks_of_demand(earlier)) return ro_no_match;
  uint32_t alike = ro_terms_likeness(later->terms, earlier->terms);
  uint32_t wanted = LIKE_DEMAND;
  if (!ro_parties_shared(later->who, earlier->who)) wanted = LIKE_OTHER_DEMANDER;
  if (!ro_may_meet(later->whom, earlier->whom) || are_of_other_times(later, earlier))
    return ro_no_match;
  if (wanted == LIKE_OTHER_DEMANDER && !ro_parties_shared(later->whom, earlier->whom))
    return ro_no_match;
  if (later->act != RO_ACT_DEMAND || earlier->act != RO_ACT_DEMAND)
    wanted += LIKE_CONDITION - LIKE_DEMAND;
  if (ro_same_report(later, earlier)) wanted = RO_LIKE_IN_ONE_REPORT;
  if (alike < wanted || (says_little(later, earlier) && !same_sides(later, earlier)))
    return ro_no_match;
  return (ro_match){RO_RELATION_TELLS, alike - 5 * months_apart(later, earlier)};
}

/* Promises --------------------------------------------------------------------------------------
 */

static bool has_due(const ro_features *features) {
  return features->due.last != RO_NO_DAY;
}

/* Points for due days that agree, against ones that lie far apart. */
static int agreement_of_due(const ro_features *later, const ro_features *earlier) {
  if (!has_due(later) || !has_due(earlier)) return 0;
  int apart = abs(later->due.last - earlier->due.last);
  return apart <= 14 ? 150 : apart > 60 ? -100 : 0;
}

/* The same parties promise each other something by the same day, told in two reports of one time:
 * one word in common is enough. */
static bool are_due_on_one_day(const ro_features *later, const ro_features *earlier) {
  return has_due(later) && has_due(earlier) && later->due.first == later->due.last &&
         later->due.first == earlier->due.first && later->due.last == earlier->due.last &&
         !ro_same_report(later, earlier) && later->rank.day - earlier->rank.day <= RO_ONE_TIME &&
         same_sides(later, earlier) && ro_terms_shared(later->terms, earlier->terms) > 0;
}

/* Does one say nothing that the other does not say, with a word or two? */
static bool is_contained(const ro_features *later, const ro_features *earlier) {
  uint32_t shared = ro_terms_shared(later->terms, earlier->terms);
  bool short_one = ro_is_generic(later) || ro_is_generic(earlier);
  return shared && short_one && later->rank.day - earlier->rank.day <= 30 &&
         (shared == ro_terms_weight(later->terms) || shared == ro_terms_weight(earlier->terms));
}

/* "We are ready to provide that guarantee": a word about the promise told just before. */
static bool speaks_of_same(const ro_features *later, const ro_features *earlier) {
  return ro_same_report(later, earlier) && ro_sentences_apart(later, earlier) <= 1 &&
         (ro_is_generic(later) || ro_is_generic(earlier));
}

/* "We will go on fishing" is another promise than to hand something over, though both speak of the
 * catch: going on and doing are known for the same by more than a word alone. */
static bool differ_in_lasting(const ro_features *later, const ro_features *earlier) {
  return (later->flags ^ earlier->flags) & RO_FEATURE_LASTS && says_little(later, earlier);
}

static ro_match match_promises(const ro_features *later, const ro_features *earlier) {
  if (!ro_parties_shared(later->who, earlier->who)) return ro_no_match;
  if (!ro_may_meet(later->whom, earlier->whom) || differ_in_lasting(later, earlier) ||
      are_of_other_times(later, earlier))
    return ro_no_match;
  if (speaks_of_same(later, earlier)) return (ro_match){RO_RELATION_TELLS, RO_LIKE_IN_ONE_REPORT};
  int alike = (int)ro_terms_likeness(later->terms, earlier->terms);
  int wanted = ro_same_report(later, earlier) ? RO_LIKE_IN_ONE_REPORT : LIKE_PROMISE;
  if (alike >= LIKE_PROMISE / 2) alike += agreement_of_due(later, earlier);
  if (is_contained(later, earlier)) alike += SAYS_NO_MORE;
  alike -= 5 * (int)months_apart(later, earlier);
  alike -= (int)(OTHER_PROMISER * (1000 - ro_participants_alike(later, earlier)) / 1000);
  if (are_due_on_one_day(later, earlier) && alike < wanted) alike = wanted;
  return alike < wanted ? ro_no_match : (ro_match){RO_RELATION_TELLS, (uint32_t)alike};
}

/* -----------------------------------------------------------------------------------------------
 */

ro_match ro_match_records(const ro_features *later, const ro_features *earlier) {
  if (!ro_is_thread(earlier->act)) return ro_no_match;
  if (!ro_is_thread(later->act)) return ro_match_reaction(later, earlier);
  ro_item_kind kind = ro_thread_kind(later->act);
  bool before = ro_rank_compare(&earlier->rank, &later->rank) < 0;
  if (!before || kind != ro_thread_kind(earlier->act)) return ro_no_match;
  if (kind == RO_ITEM_MEETING) return ro_match_meetings(later, earlier);
  return kind == RO_ITEM_PROMISE ? match_promises(later, earlier) : match_demands(later, earlier);
}
