/* Names of states, bodies, groups and persons, from the dictionary and from the name tags. */
#ifndef RO_NAMES_NAMED_ACTORS_H
#define RO_NAMES_NAMED_ACTORS_H

#include "names/name_scene.h"

void ro_named_actors_find(ro_name_scene *scene);

/* The term of office of the person that fits the day best, among all entries of the match with that
 * name; of several persons the weightiest. `home` narrows them; NULL. */
const ro_entry *ro_named_actors_choose_person(const ro_name_scene *scene,
                                              const ro_name_match *match, const char *home,
                                              uint16_t flag, bool *sure);

/* The one who is in office on the day, has the surname and is of a state or body that the report
 * names; NULL where that is nobody or several. */
const ro_entry *ro_named_actors_person_of_scene(const ro_name_scene *scene,
                                                const ro_name_match *match);

#endif
