/* Where persons' names stand. */
#ifndef RO_NAMES_PERSON_SPAN_H
#define RO_NAMES_PERSON_SPAN_H

#include "names/name_scene.h"

/* The number of tokens of a person's name that begins at `token`, without titles; 0 where none
 * does. */
uint32_t ro_person_at(const ro_name_scene *scene, uint32_t token);

#endif
