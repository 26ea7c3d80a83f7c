/* Persons of the dictionary: who of one name is meant, by the report's day. */
#ifndef RO_NAMES_OFFICE_HOLDERS_H
#define RO_NAMES_OFFICE_HOLDERS_H

#include "names/name_scene.h"

/* Weights of entries: readout's own, and what is likely enough for a full name. */
enum { RO_WEIGHT_OWN = 20, RO_WEIGHT_LIKELY = 8 };

/* The term of office of the person that fits the day best, among all entries of the match with that
 * name; of several persons the weightiest. `home` narrows them; NULL. */
const ro_entry *ro_office_holders_choose(const ro_name_scene *scene, const ro_name_match *match,
                                         const char *home, uint16_t flag, bool *sure);

/* The one who is in office on the day, has the surname and is of a state or body that the report
 * names; NULL where that is nobody or several. */
const ro_entry *ro_office_holders_of_scene(const ro_name_scene *scene, const ro_name_match *match);

/* The one who is in office on the day under the surname, has the first name, or a high office where
 * none is told, and is of a state or body that the report names; NULL where that is nobody or
 * several. */
const ro_entry *ro_office_holders_by_given(const ro_name_scene *scene, const ro_name_match *match,
                                           const char *given);

#endif
