/* Parts of persons' names. */
#ifndef RO_NAMES_SURNAME_H
#define RO_NAMES_SURNAME_H

#include "base/arena.h"

/* The family name of a person's name as it is written: its last word with the particles before it
 * ("al-Assad", "von der Leyen"), without "Jr.". Lives in the arena. */
const char *ro_surname_of(ro_arena *arena, const char *name);

#endif
