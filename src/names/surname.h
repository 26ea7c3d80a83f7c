/* Which words of a person's name are the surname. */
#ifndef RO_NAMES_SURNAME_H
#define RO_NAMES_SURNAME_H

#include <stdbool.h>

#include "base/arena.h"

/* "Jean-Yves Le Drian" gives "Le Drian", "Wang Yi" of CHN gives "Wang". `home` may be NULL. */
const char *ro_surname_of(ro_arena *arena, const char *name, const char *home);

/* The words of the name beside the surname; "". */
const char *ro_given_names_of(ro_arena *arena, const char *name, const char *surname);

/* "al-Maliki" without its article: "Maliki"; the same string where it has none. */
const char *ro_surname_without_article(const char *surname);

/* Whether the given names of that state's people, in Latin letters, tell no sex: "Yi", "Jin". */
bool ro_given_names_hide_sex(const char *home);

#endif
