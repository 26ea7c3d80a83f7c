/* Offices by their state or body: who holds "president" of RUS on the report's day. */
#ifndef RO_NAMES_OFFICE_H
#define RO_NAMES_OFFICE_H

#include "names/name_scene.h"

typedef struct ro_office {
  const char *home; /* "RUS", "UN" */
  const char *name; /* as the report calls it: "top diplomat" */
} ro_office;

/* The class of offices that a name of one belongs to: "head", "government head", "foreign",
 * "defence", "chief"; NULL where it is none of those that one person holds. */
const char *ro_office_class(const char *name, bool of_state);

/* The name under which the dictionary keeps the holders of an office. */
const char *ro_office_key(ro_arena *arena, const char *home, const char *class_name);

/* Fills entry, dictionary, base, code and surname of the holder; false where none is known for
 * sure. */
bool ro_office_holder(const ro_name_scene *scene, const ro_office *office, ro_mention_draft *out);

/* Whether one of the persons of a surname, with those given names, ever held an office of that
 * class in the state. */
bool ro_office_was_held(const ro_name_scene *scene, const ro_name_match *match, const char *home,
                        const char *class_name, const char *given);

#endif
