#include "names/noun_sector.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Nouns that say nothing of their own beside another: "REBEL leaders", "POLICE chief". */
static bool is_led_by_modifier(const char *sector) {
  static const char *const sectors[] = {"GOV", "PTY", "MIL", ""};
  for (size_t i = 0; i < COUNT(sectors); i++)
    if (strcmp(sectors[i], sector) == 0) return true;
  return false;
}

static bool is_part_of_state(const char *sector) {
  static const char *const sectors[] = {"COP", "MIL", "JUD", "LEG", "SPY"};
  for (size_t i = 0; i < COUNT(sectors); i++)
    if (strcmp(sectors[i], sector) == 0) return true;
  return false;
}

static bool is_opponent(const char *party) {
  return strcmp(party, "OPP") == 0 || strcmp(party, "REB") == 0;
}

/* "UNION leaders", "CHURCH officials" speak for theirs; "PRESS secretary" for whom he serves. */
static bool is_private_body(const ro_dictionary *dictionary, const ro_entry *agent) {
  static const char *const sectors[] = {"BUS", "LAB", "REL", "EDU", "SOC", "CRM"};
  const char *sector = ro_dictionary_string(dictionary, agent->code);
  if (strcmp(ro_dictionary_string(dictionary, agent->role), "body") != 0) return false;
  for (size_t i = 0; i < COUNT(sectors); i++)
    if (strcmp(sectors[i], sector) == 0) return true;
  return false;
}

static bool is_joined_before(const ro_document *d, uint32_t token) {
  ro_deprel deprel = d->tokens[token].deprel;
  return deprel == RO_DEPREL_COMPOUND || deprel == RO_DEPREL_AMOD || deprel == RO_DEPREL_NMOD_DESC;
}

static bool take_sector_of_modifier(const ro_name_scene *scene, ro_mention_draft *draft,
                                    uint32_t token) {
  const ro_dictionary *dictionary = NULL, *unused;
  if (scene->seed_of[token] != RO_NONE || !is_joined_before(scene->document, token)) return false;
  const ro_entry *agent = ro_name_scene_agent(scene, token, 1, &dictionary);
  if (!agent) return false;
  bool longer = token > draft->first && ro_name_scene_agent(scene, token - 1, 2, &unused);
  const char *sector = ro_dictionary_string(dictionary, agent->code);
  const char *party = ro_dictionary_string(dictionary, agent->nouns);
  bool official = strcmp(draft->sector, "GOV") == 0;
  bool part = official && is_part_of_state(sector);
  bool private = official && !longer && is_private_body(dictionary, agent);
  if (!is_opponent(party) && !part && !private) return false;
  draft->sector = sector;
  if (!part) draft->party = party;
  return true;
}

static bool is_out_of_office(const ro_document *d, uint32_t first, uint32_t noun) {
  static const char *const words[] = {"former", "ex", "ousted", "deposed", "retired", "late"};
  for (uint32_t i = first; i < noun; i++)
    if (ro_token_is_one_of(&d->tokens[i], words, COUNT(words))) return true;
  return false;
}

/* "Moscow's MAN in Vienna" speaks for Moscow. */
static bool is_agent_of_owner(const ro_document *d, uint32_t noun) {
  bool possessed = noun > 0 && d->tokens[noun - 1].upos == RO_UPOS_PART;
  return possessed &&
         (ro_token_is(&d->tokens[noun], "man") || ro_token_is(&d->tokens[noun], "woman"));
}

/* "BOTH PARTIES agreed", "the third party": sides of a matter, not parties of a parliament. */
static bool is_side(const ro_document *d, uint32_t first, uint32_t noun) {
  static const char *const words[] = {
      "both",     "two",   "three",       "four",       "all",     "third",       "warring",
      "external", "other", "conflicting", "interested", "outside", "contracting", "negotiating"};
  const ro_token *word = &d->tokens[noun];
  if (!ro_token_is_one_of(&(ro_token){.form = word->lemma}, (const char *const[]){"party"}, 1))
    return false;
  bool plural = word->xpos && strcmp(word->xpos, "NNS") == 0;
  if (plural && noun == first + 1 && ro_token_is(&d->tokens[first], "the")) return true;
  for (uint32_t i = first; i < noun; i++)
    if (ro_token_is_one_of(&d->tokens[i], words, COUNT(words))) return true;
  return false;
}

void ro_noun_sector_fill(const ro_name_scene *scene, ro_mention_draft *draft, uint32_t noun) {
  const ro_document *d = scene->document;
  draft->sector = ro_dictionary_string(draft->dictionary, draft->agent->code);
  draft->party = ro_dictionary_string(draft->dictionary, draft->agent->nouns);
  if (is_agent_of_owner(d, noun) || is_side(d, draft->first, noun))
    draft->sector = "GOV", draft->party = "";
  if (*draft->party || !is_led_by_modifier(draft->sector)) return;
  for (uint32_t i = noun; i-- > draft->first;)
    if (take_sector_of_modifier(scene, draft, i)) return;
  if (strcmp(draft->sector, "GOV") == 0 && is_out_of_office(d, draft->first, noun))
    draft->sector = "ELI";
}
