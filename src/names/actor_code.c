#include "names/actor_code.h"

#include <string.h>

bool ro_actor_code_is_sound(const char *code) {
  size_t length = strlen(code);
  return length >= 3 && length % 3 == 0 &&
         strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == length;
}

static const char *sector_of_office(const char *office) {
  static const char *const sectors[][2] = {
      {"chief of staff", "MIL"}, {"chief of the general staff", "MIL"},
      {"army", "MIL"},           {"commander", "MIL"},
      {"military", "MIL"},       {"speaker", "LEG"},
      {"senator", "LEG"},        {"intelligence", "SPY"},
      {"Mossad", "SPY"},         {"CIA", "SPY"},
  };
  for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
    if (strstr(office, sectors[i][0])) return sectors[i][1];
  return "GOV";
}

const char *ro_actor_code_join(ro_arena *arena, const char *state, const char *sector) {
  return ro_arena_print(arena, "%s%s", state, sector);
}

const char *ro_actor_code_of_office(ro_arena *arena, const char *home, bool of_state,
                                    const char *office) {
  const char *party = strchr(home, '-');
  if (of_state) return ro_actor_code_join(arena, home, sector_of_office(office));
  if (party == home + 3 && strcmp(party, "-OPP") == 0)
    return ro_arena_print(arena, "%.3sOPP", home);
  return ""; /* that of the body or group itself */
}
