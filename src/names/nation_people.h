/* People of a nation, who are not its state: "two Israelis", "ethnic Albanians", "the Swede". */
#ifndef RO_NAMES_NATION_PEOPLE_H
#define RO_NAMES_NATION_PEOPLE_H

#include "names/name_scene.h"

/* Parts the mention from the state whose adjective or people it is named by, where it means people.
 */
void ro_nation_people_part(const ro_name_scene *scene, ro_mention_draft *draft);

#endif
