#include "ledger/matching/match_kinds.h"

/* Likeness of wordings (0 to 1000) from which a record is a reaction to another. */
enum {
  LIKE_REACTION = 330,
  LIKE_MEETING = 420,
  LIKE_OUTSIDER = 400, /* a refusal by one that was not asked */
  BREACH_WEIGHT = 10,  /* a deed breaks a promise of which it has more than one word */
};

/* Does it speak of "the demands", with no word on which? */
static bool means_all(const ro_features *reaction) {
  return reaction->flags & RO_FEATURE_DEMANDED && !(reaction->flags & RO_FEATURE_SOME);
}

/* Is it between the very two that the demand is between? Loose groups are nobody in particular. */
static bool between_the_two(const ro_features *reaction, const ro_features *target) {
  return ro_count_shared(reaction->who, target->whom) > 0 &&
         ro_count_shared(reaction->whom, target->who) > 0;
}

/* Further points for one that says what it is about and stands behind its target in the report:
 * "the demand for a smaller catch" is the one that speaks of the catch, be it near or not; "the
 * ministry's statement" means what was demanded between the two. */
static uint32_t score_of_worded_reaction(const ro_features *reaction, const ro_features *target) {
  uint32_t apart = ro_sentences_apart(reaction, target);
  if (means_all(reaction))
    return ro_terms_shared(reaction->terms, target->terms) || between_the_two(reaction, target)
               ? 340
               : 0;
  return apart <= 1 ? 300 - 60 * apart : 0;
}

/* Points for a reaction by its wording; one that says nothing by itself, or follows at once in the
 * same report, is taken to mean what was told just before. */
static uint32_t score_of_reaction(const ro_features *reaction, const ro_features *target) {
  uint32_t alike = ro_likeness(reaction, target);
  if (ro_same_report(reaction, target)) {
    uint32_t apart = ro_sentences_apart(reaction, target);
    bool after = ro_rank_compare(&target->rank, &reaction->rank) < 0;
    if (reaction->flags & RO_FEATURE_SOME && apart) return 0;
    if (ro_is_generic(reaction) && apart <= 2) alike += 600 - 100 * apart;
    if (ro_is_generic(reaction) && apart > 2 && means_all(reaction)) alike += 340;
    if (!ro_is_generic(reaction) && (after || means_all(reaction)))
      alike += score_of_worded_reaction(reaction, target);
  } else if (ro_is_generic(reaction) && means_all(reaction)) {
    if (reaction->rank.day - target->rank.day <= 60) alike += 340;
  }
  return alike < 1000 ? alike : 1000;
}

static ro_match react(ro_relation relation, const ro_features *reaction, const ro_features *target,
                      uint32_t wanted) {
  uint32_t score = score_of_reaction(reaction, target);
  return score < wanted ? ro_no_match : (ro_match){relation, score};
}

/* Is it said to, or of, the ones who demanded? */
static bool answers(const ro_features *reaction, const ro_features *demand) {
  return ro_may_meet(reaction->whom, demand->who) && !ro_parties_shared(reaction->who, demand->who);
}

/* A refusal of demands is none of a meeting; nor is a vague one in another report. */
static bool refuses_to_meet(const ro_features *refusal, const ro_features *meeting) {
  bool partner = ro_parties_shared(refusal->who, meeting->who) &&
                 ro_may_meet(refusal->whom, meeting->who) && !ro_is_over(meeting);
  if (!partner || ro_terms_have(refusal->terms, "demand")) return false;
  return ro_same_report(refusal, meeting) ? ro_rank_compare(&meeting->rank, &refusal->rank) < 0
                                          : !ro_is_generic(refusal);
}

/* A refusal or deed that names nobody says nothing of what was demanded in another season. */
static bool is_of_another_time(const ro_features *reaction, const ro_features *target) {
  return reaction->rank.day - target->rank.day > RO_ONE_TIME && !between_the_two(reaction, target);
}

static ro_match refuse(const ro_features *refusal, const ro_features *target) {
  if (target->act == RO_ACT_MEETING) {
    return refuses_to_meet(refusal, target)
               ? react(RO_RELATION_REFUSES, refusal, target, LIKE_MEETING)
               : ro_no_match;
  }
  if (ro_thread_kind(target->act) != RO_ITEM_DEMAND || !answers(refusal, target))
    return ro_no_match;
  if (!ro_speaks_of_demand(target)) return ro_no_match;
  bool addressed = ro_may_meet(refusal->who, target->whom) ||
                   (means_all(refusal) && ro_same_report(refusal, target) &&
                    ro_parties_shared(refusal->whom, target->who));
  if (!addressed && ro_terms_likeness(refusal->terms, target->terms) < LIKE_OUTSIDER)
    return ro_no_match;
  return react(RO_RELATION_REFUSES, refusal, target, LIKE_REACTION);
}

static ro_match deliver(const ro_features *deed, const ro_features *target) {
  if (target->act == RO_ACT_PROMISE) {
    if (!ro_parties_shared(deed->who, target->who) || !ro_may_meet(deed->whom, target->whom))
      return ro_no_match;
    if (target->flags & RO_FEATURE_LASTS && ro_is_generic(target)) /* nor is it kept by one deed */
      return ro_no_match;
    return react(RO_RELATION_DELIVERS, deed, target, LIKE_REACTION);
  }
  if (target->act != RO_ACT_DEMAND) return ro_no_match;
  if (deed->act == RO_ACT_ACCEPTANCE && deed->flags & RO_FEATURE_CEASES)
    return ro_parties_shared(deed->who, target->who)
               ? react(RO_RELATION_WITHDRAWS, deed, target, LIKE_REACTION)
               : ro_no_match;
  if (!answers(deed, target) || !ro_may_meet(deed->who, target->whom)) return ro_no_match;
  if (is_of_another_time(deed, target)) return ro_no_match;
  return react(RO_RELATION_DELIVERS, deed, target, LIKE_REACTION + 50);
}

static ro_match break_promise(const ro_features *deed, const ro_features *promise) {
  if (promise->act != RO_ACT_PROMISE || !(promise->flags & RO_FEATURE_NEGATIVE)) return ro_no_match;
  if (deed->flags & RO_FEATURE_ATTRIBUTED || !ro_parties_shared(deed->who, promise->who))
    return ro_no_match;
  uint32_t alike = ro_terms_likeness(deed->terms, promise->terms);
  bool same_matter = ro_terms_shared(deed->terms, promise->terms) >= BREACH_WEIGHT;
  return alike < 400 || !same_matter ? ro_no_match : (ro_match){RO_RELATION_BREAKS, alike};
}

/* Most denials are of accusations: that one is of a demand or a meeting, its words must say. */
static bool may_deny(const ro_features *denial, const ro_features *target) {
  bool own = ro_parties_shared(denial->who, target->who) > 0;
  if (target->act == RO_ACT_PROMISE) return own;
  bool concerned = own || ro_parties_shared(denial->who, target->whom) > 0;
  return ro_makes_item(target->act) && concerned && ro_may_meet(denial->whom, target->who) &&
         !ro_is_generic(denial);
}

static ro_match deny(const ro_features *denial, const ro_features *target) {
  if (!may_deny(denial, target)) return ro_no_match;
  return react(RO_RELATION_DENIES, denial, target, LIKE_REACTION + 50);
}

ro_match ro_match_reaction(const ro_features *later, const ro_features *earlier) {
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
    return ro_no_match;
  }
}
