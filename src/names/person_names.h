/* Names of persons that no dictionary has: from the name tags, joined as the tree joins them. */
#ifndef RO_NAMES_PERSON_NAMES_H
#define RO_NAMES_PERSON_NAMES_H

#include "names/name_scene.h"

void ro_person_names_find(ro_name_scene *scene);

/* Tells a draft that it is a person's name, and which of its words are the surname. */
void ro_person_name_fill(const ro_name_scene *scene, ro_mention_draft *draft, const char *home);

/* Words that the tagger takes for one person's name around the token; false where it is none. */
bool ro_person_name_span(const ro_document *document, uint32_t token, uint32_t *first,
                         uint32_t *end);

#endif
