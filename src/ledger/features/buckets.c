#include "ledger/features/buckets.h"

#include "base/hash.h"

enum {
  PARTY_WINDOW = 40,
  MATTER_WINDOW = 16,
  MATTERS = 4,      /* terms of a record that make buckets */
  PARTICIPANTS = 6, /* of a meeting */
};

/* What the parties of a bucket are to the matter. */
typedef enum bucket_role {
  DEMANDS_OF = 1,  /* demands that the party makes */
  DEMANDS_TO,      /* demands that it is to meet */
  PROMISES_OF,     /* promises that it makes */
  MEETINGS_OF,     /* meetings that it takes part in */
  MEETINGS_OF_TWO, /* meetings that two take part in */
  MEETINGS_ON,     /* meetings on a day */
} bucket_role;

typedef struct bucket_list {
  ro_bucket *buckets;
  uint32_t count;
} bucket_list;

static void add(bucket_list *filler, bucket_role role, uint32_t party, uint32_t second,
                uint32_t window) {
  const uint32_t parts[] = {(uint32_t)role, party, second};
  unsigned char bytes[sizeof parts];
  for (size_t i = 0; i < sizeof bytes; i++)
    bytes[i] = (unsigned char)(parts[i / 4] >> i % 4 * 8);
  int64_t key = (int64_t)(ro_hash(bytes, sizeof bytes) >> 1);
  for (uint32_t i = 0; i < filler->count; i++)
    if (filler->buckets[i].key == key) return;
  if (filler->count < RO_BUCKETS_LIMIT) filler->buckets[filler->count++] = (ro_bucket){key, window};
}

/* The terms that tell most, at most MATTERS; equal ones in the order of their hashes. */
static uint32_t telling_terms(ro_terms terms, uint32_t found[MATTERS]) {
  uint32_t count = 0;
  for (uint32_t weight = 9; weight > 2 && count < MATTERS; weight--)
    for (uint32_t i = 0; i < terms.count && count < MATTERS; i++)
      if (terms.items[i].weight == weight) found[count++] = terms.items[i].concept;
  return count;
}

static void add_matters(bucket_list *filler, bucket_role role, ro_parties parties, ro_terms terms) {
  uint32_t found[MATTERS];
  uint32_t count = telling_terms(terms, found);
  for (uint32_t i = 0; i < parties.count; i++)
    for (uint32_t k = 0; k < count; k++)
      add(filler, role, parties.items[i].code, found[k], MATTER_WINDOW);
}

static void add_parties(bucket_list *filler, bucket_role role, ro_parties parties) {
  for (uint32_t i = 0; i < parties.count && i < PARTICIPANTS; i++)
    add(filler, role, parties.items[i].code, 0, PARTY_WINDOW);
}

static void add_pairs(bucket_list *filler, ro_parties parties) {
  for (uint32_t i = 0; i < parties.count && i < PARTICIPANTS; i++)
    for (uint32_t k = i + 1; k < parties.count && k < PARTICIPANTS; k++) {
      uint32_t a = parties.items[i].code, b = parties.items[k].code;
      if (a != b) add(filler, MEETINGS_OF_TWO, a < b ? a : b, a < b ? b : a, MATTER_WINDOW);
    }
}

static void add_demands(bucket_list *filler, ro_parties by, ro_parties to, ro_terms terms) {
  add_parties(filler, DEMANDS_OF, by);
  add_matters(filler, DEMANDS_TO, to, terms);
  add_matters(filler, DEMANDS_OF, by, terms);
}

static void add_promises(bucket_list *filler, ro_parties by, ro_terms terms) {
  add_parties(filler, PROMISES_OF, by);
  add_matters(filler, PROMISES_OF, by, terms);
}

uint32_t ro_buckets_of(const ro_features *features, ro_bucket buckets[RO_BUCKETS_LIMIT]) {
  bucket_list filler = {buckets, 0};
  switch (features->act) {
  case RO_ACT_DEMAND:
  case RO_ACT_CONDITION:
  case RO_ACT_WARNING:
    add_demands(&filler, features->who, features->whom, features->terms);
    break;
  case RO_ACT_PROMISE:
    add_promises(&filler, features->who, features->terms);
    break;
  case RO_ACT_MEETING:
    add_parties(&filler, MEETINGS_OF, features->who);
    add_pairs(&filler, features->who);
    if (features->when.first != RO_NO_DAY)
      add(&filler, MEETINGS_ON, (uint32_t)features->when.first, 0, MATTER_WINDOW);
    break;
  case RO_ACT_REFUSAL:
    add_demands(&filler, features->whom, features->who, features->terms);
    add_parties(&filler, MEETINGS_OF, features->who);
    break;
  case RO_ACT_ACCEPTANCE:
  case RO_ACT_DELIVERY:
    add_promises(&filler, features->who, features->terms);
    add_demands(&filler, features->whom, features->who, features->terms);
    if (features->flags & RO_FEATURE_CEASES)
      add_demands(&filler, features->who, features->whom, features->terms);
    break;
  case RO_ACT_PRESSURE:
    add_promises(&filler, features->who, features->terms);
    break;
  case RO_ACT_DENIAL: /* of its own promise or demand, of another's demand, of a meeting */
    add_promises(&filler, features->who, features->terms);
    add_demands(&filler, features->who, features->who, features->terms);
    add_parties(&filler, MEETINGS_OF, features->who);
    break;
  default:
    break;
  }
  return filler.count;
}
