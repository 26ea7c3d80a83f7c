/* Titles and descriptions: what the words around a name or a noun tell of office and state. */
#ifndef RO_NAMES_TITLE_H
#define RO_NAMES_TITLE_H

#include "names/name_scene.h"

/* Reads leftwards from the token before `token` over titles, states and bodies ("Russia's Foreign
 * Minister", "U.S. Secretary of State"); adds to the clue what it lacks and returns the first token
 * of it all (`token` where there is none). */
uint32_t ro_read_title(ro_name_scene *scene, uint32_t token, ro_person_clue *clue);

/* What a noun for a role tells with all that belongs to it: "the president of Ukraine", "Iran's
 * chief negotiator". Returns the first token of the description. */
uint32_t ro_read_description(ro_name_scene *scene, const ro_name_match *agent,
                             ro_person_clue *clue);

/* Sets body and code of the clue from a name of the dictionary (state, adjective, body). */
bool ro_read_body(ro_name_scene *scene, const ro_name_match *name, ro_person_clue *clue);

/* The adjective of a region, in lower case ("western", "european"); NULL. */
const char *ro_region_adjective(const ro_name_scene *scene, uint32_t token);

#endif
