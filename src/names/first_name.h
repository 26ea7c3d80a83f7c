/* First names: the sex of those who bear them, and whether two of them can be one person's. */
#ifndef RO_NAMES_FIRST_NAME_H
#define RO_NAMES_FIRST_NAME_H

#include "names/name_scene.h"

/* The name under which the dictionary keeps a first name. */
const char *ro_first_name_key(ro_arena *arena, const char *name);

/* Of the first of the words that the dictionary knows. */
ro_gender ro_first_name_gender(const ro_name_scene *scene, const char *names);

/* False where both are told and none of the one's words spells, shortens or begins one of the
 * other's: "Sergei" and "Sergey V.", "Bill" and "William", "Javad" and "Mohammad Javad" agree. */
bool ro_first_names_agree(const ro_name_scene *scene, const char *some, const char *other);

#endif
