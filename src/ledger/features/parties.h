/* The parties to an act as numbers, and sets of them. */
#ifndef RO_LEDGER_PARTIES_H
#define RO_LEDGER_PARTIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* By hashes: code ("RUS") and person ("Lavrov"; 0 where none is named). */
typedef struct ro_party {
  uint32_t code, person;
} ro_party;

/* The code that all loose groups ("western-allies") share. */
enum { RO_PARTY_GROUP = 1 };

typedef struct ro_parties {
  ro_party *items;
  uint32_t count;
} ro_parties;

/* Hash of a name without case, diacritics and all that is no letter; neither 0 nor RO_PARTY_GROUP.
 */
uint32_t ro_hash_folded(const char *name, size_t length);

/* An actor as records name it: "RUS", "RUS:Lavrov", "unnamed USA". */
ro_party ro_party_of(const char *actor);

bool ro_parties_have(ro_parties parties, uint32_t code);

/* Number of codes that both have. */
uint32_t ro_parties_shared(ro_parties a, ro_parties b);

#endif
