#include "ledger/features/alike.h"

/* Terms that together weigh less say nothing of the matter. */
enum { GENERIC_WEIGHT = 8 };

bool ro_is_generic(const ro_features *features) {
  return ro_terms_weight(features->terms) < GENERIC_WEIGHT;
}

bool ro_same_report(const ro_features *a, const ro_features *b) {
  return ro_ranks_of_one_report(&a->rank, &b->rank);
}

uint32_t ro_sentences_apart(const ro_features *a, const ro_features *b) {
  return a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
}

/* An empty list or a loose group may mean anybody. */
static bool may_be_anybody(ro_parties parties) {
  return parties.count == 0 || ro_parties_have(parties, RO_PARTY_GROUP);
}

bool ro_may_meet(ro_parties a, ro_parties b) {
  return may_be_anybody(a) || may_be_anybody(b) || ro_parties_shared(a, b) > 0;
}

uint32_t ro_likeness(const ro_features *a, const ro_features *b) {
  uint32_t alike = ro_terms_likeness(a->terms, b->terms);
  uint32_t around = 0;
  if (ro_is_generic(a)) around = ro_terms_likeness(a->context, b->terms);
  return alike > around ? alike : around;
}

uint32_t ro_count_named(ro_parties parties) {
  return ro_parties_shared(parties, parties) - ro_parties_have(parties, RO_PARTY_GROUP);
}

uint32_t ro_count_shared(ro_parties a, ro_parties b) {
  bool both = ro_parties_have(a, RO_PARTY_GROUP) && ro_parties_have(b, RO_PARTY_GROUP);
  return ro_parties_shared(a, b) - both;
}

bool ro_lacks_partner(const ro_features *meeting) {
  return meeting->act == RO_ACT_MEETING && ro_count_named(meeting->who) == 1;
}

uint32_t ro_participants_alike(const ro_features *a, const ro_features *b) {
  uint32_t shared = ro_count_shared(a->who, b->who);
  uint32_t only_a = ro_count_named(a->who) - shared, only_b = ro_count_named(b->who) - shared;
  bool loose_a = ro_parties_have(a->who, RO_PARTY_GROUP);
  bool loose_b = ro_parties_have(b->who, RO_PARTY_GROUP);
  uint32_t different = (loose_b ? 0 : only_a) + (loose_a ? 0 : only_b);
  uint32_t alike = shared ? shared * 1000 / (shared + different) : 0;
  if (shared && alike < 500 && (ro_lacks_partner(a) || ro_lacks_partner(b))) alike = 500;
  return loose_a || loose_b ? alike * 4 / 5 : alike;
}
