/* CAMEO/PLOVER codes: parts of three capital letters. */
#ifndef RO_NAMES_ACTOR_CODE_H
#define RO_NAMES_ACTOR_CODE_H

#include <stdbool.h>

#include "base/arena.h"

/* Whether it consists of parts of three capitals (letters or digits). */
bool ro_actor_code_is_sound(const char *code);

/* The code of who holds an office of a state, or of a body or group that has its own: "RUS",
 * "foreign minister" is "RUSGOV". */
const char *ro_actor_code_of_office(ro_arena *arena, const char *home, bool of_state,
                                    const char *office);

/* The state and sector together; the sector may be empty. */
const char *ro_actor_code_join(ro_arena *arena, const char *state, const char *sector);

#endif
