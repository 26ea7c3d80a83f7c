#include "names/office.h"

#include <string.h>

#include "names/first_name.h"
#include "names/named_actors.h"
#include "names/office_holders.h"
#include "names/surname.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *const not_the_holder[] = {
    "deputy",  "vice",  "former",     "assistant", "under",     "acting",     "candidate",
    "adviser", "aide",  "speaker",    "ex-",       "spokes",    "opposition", "presidential",
    "party",   "rebel", "separatist", "religious", "spiritual", "negotiator"};

/* There the head of government leads. */
static const char led_by_government[] =
    "GBR DEU ITA JPN IND PAK ISR CAN AUS NZL ESP NLD BEL DNK SWE NOR IRL GRC "
    "HUN POL CZE SVK AUT "
    "ARM GEO XKX ETH IRQ LBN BGD THA MYS SGP ALB BGR EST LVA SVN HRV PRT";

/* The first that occurs in the name decides. */
static const char *const of_states[][2] = {
    {"foreign minister", "foreign"},
    {"foreign secretary", "foreign"},
    {"secretary of state", "foreign"},
    {"top diplomat", "foreign"},
    {"chief diplomat", "foreign"},
    {"minister of foreign affairs", "foreign"},
    {"defence minister", "defence"},
    {"defense minister", "defence"},
    {"defence secretary", "defence"},
    {"defense secretary", "defence"},
    {"prime minister", "government"},
    {"premier", "government"},
    {"chancellor", "government"},
    {"president", "head"},
    {"leader", "head"},
    {"head of state", "head"},
    {"supreme leader", "supreme"},
};
static const char *const of_bodies[][2] = {
    {"foreign policy chief", "foreign"},
    {"top diplomat", "foreign"},
    {"chief diplomat", "foreign"},
    {"high representative", "foreign"},
    {"secretary-general", "chief"},
    {"secretary general", "chief"},
    {"director general", "chief"},
    {"director-general", "chief"},
    {"managing director", "chief"},
    {"chief", "chief"},
    {"head", "chief"},
    {"boss", "chief"},
};

static const char *classify_of_state(const char *name) {
  for (size_t i = 0; i < COUNT(of_states); i++)
    if (strstr(name, of_states[i][0])) return of_states[i][1];
  return NULL;
}

/* Bodies have many chiefs: the name must be just that. */
static const char *classify_of_body(const char *name) {
  for (size_t i = 0; i < COUNT(of_bodies); i++)
    if (strcmp(name, of_bodies[i][0]) == 0) return of_bodies[i][1];
  return NULL;
}

const char *ro_office_class(const char *name, bool of_state) {
  for (size_t i = 0; i < COUNT(not_the_holder); i++)
    if (strstr(name, not_the_holder[i])) return NULL;
  if (strstr(name, "supreme leader")) return of_state ? "supreme" : NULL;
  return of_state ? classify_of_state(name) : classify_of_body(name);
}

const char *ro_office_key(ro_arena *arena, const char *home, const char *class_name) {
  return ro_arena_print(arena, "0office 0%s 0%s", home, class_name);
}

bool ro_office_holder(const ro_name_scene *scene, const ro_office *office, ro_mention_draft *out) {
  bool of_state = strlen(office->home) == 3 && !ro_name_scene_code_of(scene, office->home);
  const char *class_name = ro_office_class(office->name, of_state);
  ro_name_match match;
  if (class_name && strcmp(office->name, "leader") == 0 && strstr(led_by_government, office->home))
    class_name = "government";
  if (!class_name ||
      !ro_name_scene_find(scene, ro_office_key(scene->arena, office->home, class_name), &match))
    return false;
  bool sure;
  const ro_entry *entry =
      ro_office_holders_choose(scene, &match, office->home, RO_POSTING_SURNAME, &sure);
  if (!entry || !sure) return false;
  out->entry = entry;
  out->dictionary = match.dictionary;
  out->base = ro_dictionary_string(match.dictionary, entry->actor);
  out->code = ro_dictionary_string(match.dictionary, entry->code);
  out->surname = ro_surname_of(scene->arena, ro_dictionary_string(match.dictionary, entry->name),
                               ro_dictionary_string(match.dictionary, entry->country));
  return true;
}

bool ro_office_was_held(const ro_name_scene *scene, const ro_name_match *match, const char *home,
                        const char *class_name, const char *given) {
  for (uint32_t i = 0; i < match->posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    if (!entry || entry->kind != RO_ENTRY_PERSON ||
        strcmp(ro_dictionary_string(match->dictionary, entry->actor), home) != 0)
      continue;
    const char *held = ro_office_class(ro_dictionary_string(match->dictionary, entry->role), true);
    const char *name = ro_dictionary_string(match->dictionary, entry->name);
    if (held && strcmp(held, class_name) == 0 && ro_first_names_agree(scene, given, name))
      return true;
  }
  return false;
}
