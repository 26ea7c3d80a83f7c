/* Parties of many states bear one name: "the Democratic Party", "Labour", "the Conservatives". */
#ifndef RO_NAMES_PARTY_HOMES_H
#define RO_NAMES_PARTY_HOMES_H

#include "names/name_scene.h"

/* Whether the name at the match may mean the actor of that entry: a party of one word only where
 * the report names its state; of several bearers only the one whose state is named most about it.
 */
bool ro_party_may_be_meant(const ro_name_scene *scene, const ro_name_match *match,
                           const ro_entry *entry);

/* Whether an entry holds on the report's day. */
bool ro_entry_holds_today(const ro_name_scene *scene, const ro_entry *entry);

#endif
