#include "ledger/items/actor_lists.h"

#include <string.h>

static bool is_actor(const char *actor, const char *wanted) {
  if (strncmp(actor, "unnamed ", 8) == 0) actor += 8;
  size_t length = strlen(wanted);
  return strncmp(actor, wanted, length) == 0 && (!actor[length] || actor[length] == ':');
}

bool ro_actors_have(ro_actors actors, const char *wanted) {
  for (uint32_t i = 0; i < actors.count; i++)
    if (is_actor(actors.items[i], wanted)) return true;
  return false;
}
