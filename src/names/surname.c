#include "names/surname.h"

#include <stdbool.h>
#include <string.h>

static bool is_particle(const char *word, size_t size) {
  static const char *const particles[] = {"al",  "el",  "von", "van", "de",  "der", "di", "da",
                                          "bin", "ben", "le",  "la",  "del", "dos", "du", "ter"};
  for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
    if (strlen(particles[i]) == size && strncasecmp(particles[i], word, size) == 0) return true;
  return false;
}

/* Cuts "Jr." and the like off the end. */
static void cut_suffix(char *name) {
  char *space = strrchr(name, ' ');
  if (!space || space == name) return;
  if (strcmp(space, " Jr.") == 0 || strcmp(space, " Jr") == 0 || strcmp(space, " Sr.") == 0)
    *space = '\0';
}

const char *ro_surname_of(ro_arena *arena, const char *name) {
  char *copy = ro_arena_copy_string(arena, name);
  cut_suffix(copy);
  char *start = strrchr(copy, ' ');
  start = start ? start + 1 : copy;
  while (start > copy) {
    char *before = start - 1;
    while (before > copy && before[-1] != ' ')
      before--;
    if (before == copy || !is_particle(before, (size_t)(start - 1 - before))) break;
    start = before;
  }
  return start;
}
