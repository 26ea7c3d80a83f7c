#include "ledger/match.h"

#include <stdlib.h>

/* Likeness of wordings (0 to 1000) from which two records of the same parties are of one matter. */
enum {
  LIKE_DEMAND = 340,
  LIKE_PROMISE = 330,
  LIKE_IN_ONE_REPORT = 700, /* a report seldom tells one act twice */
  LIKE_OTHER_DEMANDER = 560,
  LIKE_REACTION = 330,
  LIKE_MEETING = 420,
  LIKE_OUTSIDER = 400, /* a refusal by one that was not asked */
  LIKE_CONDITION = 430,
  BREACH_WEIGHT = 10,   /* a deed breaks a promise of which it has more than one word */
  OTHER_PROMISER = 120, /* points off where not all of those who promise are the same */
  SAYS_NO_MORE = 60,    /* points for a wording that says no more than the other */
  GENERIC_WEIGHT = 8,   /* terms that together weigh less say nothing of the matter */
};

static const ro_match no_match = {RO_RELATION_TELLS, 0};

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

bool ro_is_generic(const ro_features *features) {
  return ro_terms_weight(features->terms) < GENERIC_WEIGHT;
}

static bool same_report(const ro_features *a, const ro_features *b) {
  return a->rank.day == b->rank.day && a->rank.report == b->rank.report;
}

/* Sentences between two records of one report. */
static uint32_t sentences_apart(const ro_features *a, const ro_features *b) {
  return a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
}

/* An empty list or a loose group may mean anybody. */
static bool may_be_anybody(ro_parties parties) {
  return parties.count == 0 || ro_parties_have(parties, RO_PARTY_GROUP);
}

static bool may_meet(ro_parties a, ro_parties b) {
  return may_be_anybody(a) || may_be_anybody(b) || ro_parties_shared(a, b) > 0;
}

/* How alike the wordings are; where one of them says nothing by itself, its surroundings help. */
static uint32_t likeness(const ro_features *a, const ro_features *b) {
  uint32_t alike = ro_terms_likeness(a->terms, b->terms);
  uint32_t around = 0;
  if (ro_is_generic(a)) around = ro_terms_likeness(a->context, b->terms);
  return alike > around ? alike : around;
}

static uint32_t months_apart(const ro_features *later, const ro_features *earlier) {
  uint32_t months = (uint32_t)(later->rank.day - earlier->rank.day) / 30;
  return months < 12 ? months : 12;
}

/* Codes of a list, and those that two have, loose groups apart. */
static uint32_t count_named(ro_parties parties) {
  return ro_parties_shared(parties, parties) - ro_parties_have(parties, RO_PARTY_GROUP);
}

static uint32_t count_shared(ro_parties a, ro_parties b) {
  bool both = ro_parties_have(a, RO_PARTY_GROUP) && ro_parties_have(b, RO_PARTY_GROUP);
  return ro_parties_shared(a, b) - both;
}

/* A meeting of one: the report does not say who else was there, or it was not understood. */
static bool lacks_partner(const ro_features *meeting) {
  return meeting->act == RO_ACT_MEETING && count_named(meeting->who) == 1;
}

/* Share of the participants that are the same, 0 to 1000; a loose group stands for the rest. */
static uint32_t participants_alike(const ro_features *a, const ro_features *b) {
  uint32_t shared = count_shared(a->who, b->who);
  uint32_t only_a = count_named(a->who) - shared, only_b = count_named(b->who) - shared;
  bool loose_a = ro_parties_have(a->who, RO_PARTY_GROUP);
  bool loose_b = ro_parties_have(b->who, RO_PARTY_GROUP);
  uint32_t different = (loose_b ? 0 : only_a) + (loose_a ? 0 : only_b);
  uint32_t alike = shared ? shared * 1000 / (shared + different) : 0;
  if (shared && alike < 500 && (lacks_partner(a) || lacks_partner(b))) alike = 500;
  return loose_a || loose_b ? alike * 4 / 5 : alike;
}

/* Demands ---------------------------------------------------------------------------------------
 */

static bool speaks_of_demand(const ro_features *features) {
  return features->act != RO_ACT_WARNING || features->flags & RO_FEATURE_UNLESS;
}

/* One word that tells little ("to turn back") is no matter to know a demand by. */
static bool says_little(const ro_features *later, const ro_features *earlier) {
  return ro_is_generic(later) || ro_is_generic(earlier);
}

static bool have_same_codes(ro_parties a, ro_parties b) {
  uint32_t shared = count_shared(a, b);
  return shared == count_named(a) && shared == count_named(b);
}

static bool same_sides(const ro_features *later, const ro_features *earlier) {
  return have_same_codes(later->who, earlier->who) && have_same_codes(later->whom, earlier->whom);
}

static ro_match match_demands(const ro_features *later, const ro_features *earlier) {
  if (!speaks_of_demand(later) || !speaks_of_demand(earlier)) return no_match;
  uint32_t alike = ro_terms_likeness(later->terms, earlier->terms);
  uint32_t wanted = LIKE_DEMAND;
  if (!ro_parties_shared(later->who, earlier->who)) wanted = LIKE_OTHER_DEMANDER;
  if (!may_meet(later->whom, earlier->whom)) return no_match;
  if (wanted == LIKE_OTHER_DEMANDER && !ro_parties_shared(later->whom, earlier->whom))
    return no_match;
  if (later->act != RO_ACT_DEMAND || earlier->act != RO_ACT_DEMAND)
    wanted += LIKE_CONDITION - LIKE_DEMAND;
  if (same_report(later, earlier)) wanted = LIKE_IN_ONE_REPORT;
  if (alike < wanted || (says_little(later, earlier) && !same_sides(later, earlier)))
    return no_match;
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

/* Does one say nothing that the other does not say, with a word or two? */
static bool is_contained(const ro_features *later, const ro_features *earlier) {
  uint32_t shared = ro_terms_shared(later->terms, earlier->terms);
  bool short_one = ro_is_generic(later) || ro_is_generic(earlier);
  return shared && short_one && later->rank.day - earlier->rank.day <= 30 &&
         (shared == ro_terms_weight(later->terms) || shared == ro_terms_weight(earlier->terms));
}

/* "We are ready to provide that guarantee": a word about the promise told just before. */
static bool speaks_of_same(const ro_features *later, const ro_features *earlier) {
  return same_report(later, earlier) && sentences_apart(later, earlier) <= 1 &&
         (ro_is_generic(later) || ro_is_generic(earlier));
}

/* "We will go on fishing" is another promise than to hand something over, though both speak of the
 * catch: going on and doing are known for the same by more than a word alone. */
static bool differ_in_lasting(const ro_features *later, const ro_features *earlier) {
  return (later->flags ^ earlier->flags) & RO_FEATURE_LASTS && says_little(later, earlier);
}

static ro_match match_promises(const ro_features *later, const ro_features *earlier) {
  if (!ro_parties_shared(later->who, earlier->who)) return no_match;
  if (!may_meet(later->whom, earlier->whom) || differ_in_lasting(later, earlier)) return no_match;
  if (speaks_of_same(later, earlier)) return (ro_match){RO_RELATION_TELLS, LIKE_IN_ONE_REPORT};
  int alike = (int)ro_terms_likeness(later->terms, earlier->terms);
  int wanted = same_report(later, earlier) ? LIKE_IN_ONE_REPORT : LIKE_PROMISE;
  if (alike >= LIKE_PROMISE / 2) alike += agreement_of_due(later, earlier);
  if (is_contained(later, earlier)) alike += SAYS_NO_MORE;
  alike -= 5 * (int)months_apart(later, earlier);
  alike -= (int)(OTHER_PROMISER * (1000 - participants_alike(later, earlier)) / 1000);
  return alike < wanted ? no_match : (ro_match){RO_RELATION_TELLS, (uint32_t)alike};
}

/* Meetings --------------------------------------------------------------------------------------
 */

/* Days in which a meeting without a day of its own may have been, or may be. */
enum { RECENT = 10, SOON = 60 };

/* Where no more than half of the participants are the same, a person or the place must be too. */
enum { HALF_AND_MORE = 550 };

/* Sentences within which a report goes on speaking of one meeting. */
enum { NEAR = 2 };

/* Weight of a word that tells what kind of session it is. */
enum { KIND_OF_SESSION = 6 };

static bool is_over(const ro_features *meeting) {
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
  return is_over(meeting) ? (ro_interval){told - RECENT, told} : (ro_interval){told, told + SOON};
}

static bool overlap(ro_interval a, ro_interval b) {
  return a.first <= b.last && b.first <= a.last;
}

/* Have the two moved one meeting to another day? */
static bool is_moved(const ro_features *later, const ro_features *earlier) {
  bool moves = later->status == RO_STATUS_POSTPONED || earlier->status == RO_STATUS_POSTPONED;
  return moves && !is_over(earlier) && later->rank.day - earlier->rank.day <= 200;
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
  return (lacks_partner(later) || lacks_partner(earlier)) && same_day &&
         later->status == earlier->status &&
         ro_terms_shared(later->terms, earlier->terms) >= KIND_OF_SESSION;
}

bool ro_tells_same_meeting(const ro_features *later, const ro_features *earlier) {
  if (completes(later, earlier)) return true;
  uint32_t persons = 0, shared = ro_parties_shared(later->who, earlier->who);
  bool contained = shared == count_named(later->who) || shared == count_named(earlier->who);
  bool same_day =
      later->when.last == RO_NO_DAY || earlier->when.last == RO_NO_DAY ||
      (later->when.first == earlier->when.first && later->when.last == earlier->when.last);
  return shared && contained && same_day && later->status == earlier->status &&
         sentences_apart(later, earlier) <= NEAR &&
         persons_agree(later->who, earlier->who, &persons);
}

/* Some of the participants, on the very day. */
static bool is_part_on_that_day(const ro_features *later, const ro_features *earlier) {
  uint32_t shared = count_shared(later->who, earlier->who);
  return shared >= 2 &&
         (shared == count_named(later->who) || shared == count_named(earlier->who)) &&
         has_day(later) && has_day(earlier) && later->when.first == later->when.last &&
         later->when.first == earlier->when.first && later->when.last == earlier->when.last;
}

static ro_match match_meetings(const ro_features *later, const ro_features *earlier) {
  if (same_report(later, earlier))
    return ro_tells_same_meeting(later, earlier) ? (ro_match){RO_RELATION_TELLS, LIKE_IN_ONE_REPORT}
                                                 : no_match;
  uint32_t alike = participants_alike(later, earlier), persons = 0;
  uint32_t days = score_of_days(later, earlier);
  if (is_moved(later, earlier) && later->status == RO_STATUS_POSTPONED && has_day(earlier))
    days = days > 120 ? days : 120;
  if (alike < 500 || !days || !persons_agree(later->who, earlier->who, &persons)) return no_match;
  if ((later->flags ^ earlier->flags) & RO_FEATURE_REMOTE && (later->place || earlier->place))
    return no_match;
  bool both_placed = later->place && earlier->place;
  bool half = alike < HALF_AND_MORE && !persons && !(both_placed && later->place == earlier->place);
  if (half && !is_part_on_that_day(later, earlier)) return no_match;
  if (both_placed && later->place != earlier->place && days < 250 && !persons) return no_match;
  uint32_t score = alike * 45 / 100 + days + (persons ? 100 : 0);
  if (both_placed && later->place == earlier->place) score += 100;
  score += ro_terms_likeness(later->terms, earlier->terms) / 10;
  return (ro_match){RO_RELATION_TELLS, score < 1000 ? score : 1000};
}

/* Reactions -------------------------------------------------------------------------------------
 */

/* Does it speak of "the demands", with no word on which? */
static bool means_all(const ro_features *reaction) {
  return reaction->flags & RO_FEATURE_DEMANDED && !(reaction->flags & RO_FEATURE_SOME);
}

/* Further points for one that says what it is about and stands behind its target in the report:
 * "the demand for a smaller catch" is the one that speaks of the catch, be it near or not. */
static uint32_t score_of_worded_reaction(const ro_features *reaction, const ro_features *target) {
  uint32_t apart = sentences_apart(reaction, target);
  if (means_all(reaction)) return ro_terms_shared(reaction->terms, target->terms) ? 340 : 0;
  return apart <= 1 ? 300 - 60 * apart : 0;
}

/* Points for a reaction by its wording; one that says nothing by itself, or follows at once in the
 * same report, is taken to mean what was told just before. */
static uint32_t score_of_reaction(const ro_features *reaction, const ro_features *target) {
  uint32_t alike = likeness(reaction, target);
  if (same_report(reaction, target)) {
    uint32_t apart = sentences_apart(reaction, target);
    bool after = ro_rank_compare(&target->rank, &reaction->rank) < 0;
    if (reaction->flags & RO_FEATURE_SOME && apart) return 0;
    if (ro_is_generic(reaction) && apart <= 2) alike += 600 - 100 * apart;
    if (ro_is_generic(reaction) && apart > 2 && means_all(reaction)) alike += 340;
    if (!ro_is_generic(reaction) && after) alike += score_of_worded_reaction(reaction, target);
  } else if (ro_is_generic(reaction) && means_all(reaction)) {
    if (reaction->rank.day - target->rank.day <= 60) alike += 340;
  }
  return alike < 1000 ? alike : 1000;
}

static ro_match react(ro_relation relation, const ro_features *reaction, const ro_features *target,
                      uint32_t wanted) {
  uint32_t score = score_of_reaction(reaction, target);
  return score < wanted ? no_match : (ro_match){relation, score};
}

/* Is it said to, or of, the ones who demanded? */
static bool answers(const ro_features *reaction, const ro_features *demand) {
  return may_meet(reaction->whom, demand->who) && !ro_parties_shared(reaction->who, demand->who);
}

/* A refusal of demands is none of a meeting; nor is a vague one in another report. */
static bool refuses_to_meet(const ro_features *refusal, const ro_features *meeting) {
  bool partner = ro_parties_shared(refusal->who, meeting->who) &&
                 may_meet(refusal->whom, meeting->who) && !is_over(meeting);
  if (!partner || ro_terms_have(refusal->terms, "demand")) return false;
  return same_report(refusal, meeting) ? ro_rank_compare(&meeting->rank, &refusal->rank) < 0
                                       : !ro_is_generic(refusal);
}

static ro_match refuse(const ro_features *refusal, const ro_features *target) {
  if (target->act == RO_ACT_MEETING) {
    return refuses_to_meet(refusal, target)
               ? react(RO_RELATION_REFUSES, refusal, target, LIKE_MEETING)
               : no_match;
  }
  if (ro_thread_kind(target->act) != RO_ITEM_DEMAND || !answers(refusal, target)) return no_match;
  if (!speaks_of_demand(target)) return no_match;
  bool addressed = may_meet(refusal->who, target->whom) ||
                   (means_all(refusal) && ro_parties_shared(refusal->whom, target->who));
  if (!addressed && ro_terms_likeness(refusal->terms, target->terms) < LIKE_OUTSIDER)
    return no_match;
  return react(RO_RELATION_REFUSES, refusal, target, LIKE_REACTION);
}

static ro_match deliver(const ro_features *deed, const ro_features *target) {
  if (target->act == RO_ACT_PROMISE) {
    if (!ro_parties_shared(deed->who, target->who) || !may_meet(deed->whom, target->whom))
      return no_match;
    if (target->flags & RO_FEATURE_LASTS && ro_is_generic(target)) /* nor is it kept by one deed */
      return no_match;
    return react(RO_RELATION_DELIVERS, deed, target, LIKE_REACTION);
  }
  if (target->act != RO_ACT_DEMAND) return no_match;
  if (deed->act == RO_ACT_ACCEPTANCE && deed->flags & RO_FEATURE_CEASES)
    return ro_parties_shared(deed->who, target->who)
               ? react(RO_RELATION_WITHDRAWS, deed, target, LIKE_REACTION)
               : no_match;
  if (!answers(deed, target) || !may_meet(deed->who, target->whom)) return no_match;
  return react(RO_RELATION_DELIVERS, deed, target, LIKE_REACTION + 50);
}

static ro_match break_promise(const ro_features *deed, const ro_features *promise) {
  if (promise->act != RO_ACT_PROMISE || !(promise->flags & RO_FEATURE_NEGATIVE)) return no_match;
  if (deed->flags & RO_FEATURE_ATTRIBUTED || !ro_parties_shared(deed->who, promise->who))
    return no_match;
  uint32_t alike = ro_terms_likeness(deed->terms, promise->terms);
  bool same_matter = ro_terms_shared(deed->terms, promise->terms) >= BREACH_WEIGHT;
  return alike < 400 || !same_matter ? no_match : (ro_match){RO_RELATION_BREAKS, alike};
}

/* Most denials are of accusations: that one is of a demand or a meeting, its words must say. */
static bool may_deny(const ro_features *denial, const ro_features *target) {
  bool own = ro_parties_shared(denial->who, target->who) > 0;
  if (target->act == RO_ACT_PROMISE) return own;
  bool concerned = own || ro_parties_shared(denial->who, target->whom) > 0;
  return ro_makes_item(target->act) && concerned && may_meet(denial->whom, target->who) &&
         !ro_is_generic(denial);
}

static ro_match deny(const ro_features *denial, const ro_features *target) {
  if (!may_deny(denial, target)) return no_match;
  return react(RO_RELATION_DENIES, denial, target, LIKE_REACTION + 50);
}

static ro_match match_reaction(const ro_features *later, const ro_features *earlier) {
  switch (later->act) {
  case RO_ACT_REFUSAL:
    return refuse(later, earlier);
  case RO_ACT_ACCEPTANCE:
  case RO_ACT_DELIVERY:
    return deliver(later, earlier);
  case RO_ACT_PRESSURE:
    return break_promise(later, earlier);
  case RO_ACT_DENIAL:
    return deny(later, earlier);
  default:
    return no_match;
  }
}

ro_match ro_match_records(const ro_features *later, const ro_features *earlier) {
  if (!ro_is_thread(earlier->act)) return no_match;
  if (!ro_is_thread(later->act)) return match_reaction(later, earlier);
  ro_item_kind kind = ro_thread_kind(later->act);
  bool before = ro_rank_compare(&earlier->rank, &later->rank) < 0;
  if (!before || kind != ro_thread_kind(earlier->act)) return no_match;
  if (kind == RO_ITEM_MEETING) return match_meetings(later, earlier);
  return kind == RO_ITEM_PROMISE ? match_promises(later, earlier) : match_demands(later, earlier);
}
