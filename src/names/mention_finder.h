/* Mentions of actors: names, titles, descriptions and pronouns, each led to a member of the cast.
 */
#ifndef RO_NAMES_MENTION_FINDER_H
#define RO_NAMES_MENTION_FINDER_H

#include "names/name_scene.h"

/* Fills the document's actors. */
void ro_find_mentions(ro_name_scene *scene);

#endif
