/* Those whom the words describe and no list knows: "police", "the rebels in Oslo", "President
 * Salim", "a missionary from Bergen"; and what the words add to a code that is known. */
#ifndef RO_RECORDS_DESCRIBED_H
#define RO_RECORDS_DESCRIBED_H

#include "records/parties/parties.h"

/* The state that is named at a word, as an actor or as a place; NULL. */
const char *described_state_at(const ro_scene *scene, uint32_t token);

/* The state of the first of them that has one; NULL. */
const char *described_state_of(const ro_scene *scene, const ro_parties *parties);

/* Adds whom a noun or titled name describes. Of no country that the phrase tells, he is of the
 * state of `other`, else of the state that most of the sentence or of the report is about. */
bool described_add(ro_parties *out, const ro_scene *scene, uint32_t token, const ro_parties *other);

/* Adds those described at a phrase and beside it: "police and soldiers", "a group of villagers". */
void described_add_phrase(ro_parties *out, const ro_scene *scene, uint32_t token,
                          const ro_parties *other);

/* The party's code, and in it what the words tell of the sector: "the PEOPLE of Norway" are
 * NORCVL; NULL where the party has none. */
const char *described_code(const ro_scene *scene, const ro_party *party);

#endif
