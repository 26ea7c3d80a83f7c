#include "ledger/items/accounts.h"

#include <string.h>

/* Days between two reports within which the later one is no news of a change. */
enum { SAME_TIME = 3, COMPARED = 32 };

/* The party on whose word the entry is; of length 0 where the report itself vouches for it. */
static size_t speaker_of(const ro_entry *entry, const char **code) {
  *code = entry->says.count ? entry->says.items[0] : "";
  if (strncmp(*code, "unnamed ", 8) == 0) *code += 8;
  return strcspn(*code, ":");
}

/* Are they on the word of two sides, told at one time? */
static bool are_two_accounts(const ro_entry *a, const ro_entry *b) {
  const char *code_a, *code_b;
  size_t length_a = speaker_of(a, &code_a), length_b = speaker_of(b, &code_b);
  ro_day apart =
      a->published > b->published ? a->published - b->published : b->published - a->published;
  bool same_side = length_a == length_b && memcmp(code_a, code_b, length_a) == 0;
  return length_a && length_b && !same_side && apart <= SAME_TIME;
}

static bool exclude(ro_interval a, ro_interval b) {
  return a.last != RO_NO_DAY && b.last != RO_NO_DAY && (a.first > b.last || b.first > a.last);
}

static bool is_off(const ro_entry *entry) {
  return entry->status == RO_STATUS_CANCELLED || entry->status == RO_STATUS_WITHDRAWN;
}

/* A meeting has one day and one place; a demand may be made on two days. */
static bool meet_elsewhere(const ro_entry *a, const ro_features *fa, const ro_entry *b,
                           const ro_features *fb) {
  bool places = fa->place && fb->place && fa->place != fb->place;
  return a->act == RO_ACT_MEETING && (places || exclude(a->when, b->when));
}

static bool contradict(const ro_entry *a, const ro_features *fa, const ro_entry *b,
                       const ro_features *fb) {
  return are_two_accounts(a, b) &&
         (is_off(a) != is_off(b) || exclude(a->due, b->due) || meet_elsewhere(a, fa, b, fb));
}

bool ro_accounts_differ(const ro_item_draft *draft) {
  for (size_t i = 0; i < draft->count; i++) {
    const ro_entry *entry = &draft->entries[i];
    if (entry->relation == RO_RELATION_DENIES) return true;
    if (entry->relation != RO_RELATION_TELLS) continue;
    for (size_t k = i > COMPARED ? i - COMPARED : 0; k < i; k++)
      if (draft->entries[k].relation == RO_RELATION_TELLS && draft->entries[k].act == entry->act &&
          contradict(entry, draft->features[i], &draft->entries[k], draft->features[k]))
        return true;
  }
  return false;
}
