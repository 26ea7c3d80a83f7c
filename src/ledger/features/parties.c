#include "ledger/features/parties.h"

#include <ctype.h>
#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"

uint32_t ro_hash_folded(const char *name, size_t length) {
  uint64_t hash = RO_HASH_START;
  for (size_t at = 0; at < length;) {
    uint32_t letter = ro_unicode_base_letter(ro_unicode_lower(ro_utf8_next(name, length, &at)));
    char bytes[4];
    if (ro_unicode_is_letter(letter)) hash = ro_hash_add(hash, bytes, ro_utf8_put(letter, bytes));
  }
  uint32_t folded = (uint32_t)ro_hash_finish(hash);
  return folded > RO_PARTY_GROUP ? folded : folded + 2;
}

static bool is_loose_group(const char *code, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (islower((unsigned char)code[i])) return true;
  return false;
}

ro_party ro_party_of(const char *actor) {
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  size_t length = strcspn(actor, ":");
  ro_party party = {.code = RO_PARTY_GROUP};
  if (!is_loose_group(actor, length)) party.code = ro_hash_folded(actor, length);
  if (actor[length]) party.person = ro_hash_folded(actor + length + 1, strlen(actor + length + 1));
  return party;
}

bool ro_parties_have(ro_parties parties, uint32_t code) {
  for (uint32_t i = 0; i < parties.count; i++)
    if (parties.items[i].code == code) return true;
  return false;
}

/* Does an earlier one of the list have the same code? */
static bool is_repeated(ro_parties parties, uint32_t index) {
  for (uint32_t i = 0; i < index; i++)
    if (parties.items[i].code == parties.items[index].code) return true;
  return false;
}

uint32_t ro_parties_shared(ro_parties a, ro_parties b) {
  uint32_t shared = 0;
  for (uint32_t i = 0; i < a.count; i++)
    shared += !is_repeated(a, i) && ro_parties_have(b, a.items[i].code);
  return shared;
}
