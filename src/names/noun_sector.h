/* What part of a state, body or group a common noun and the nouns before it tell: "OPPOSITION
 * leaders", "POLICE chief". */
#ifndef RO_NAMES_NOUN_SECTOR_H
#define RO_NAMES_NOUN_SECTOR_H

#include "names/name_scene.h"

/* Fills the draft's sector and party; its noun begins at that token. */
void ro_noun_sector_fill(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t noun);

#endif
