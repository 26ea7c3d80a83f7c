/* What the parts of the search for mentions share: the text, the dictionary, the names and nouns
 * found in it, and the cast so far. */
#ifndef RO_NAMES_NAME_SCENE_H
#define RO_NAMES_NAME_SCENE_H

#include "names/cast.h"
#include "names/name_match.h"

typedef struct ro_name_scene {
  const ro_dictionary *dictionary;
  ro_document *document;
  ro_name_matches names, agents;
  ro_cast cast;
} ro_name_scene;

/* The name or noun that holds a token; NULL. */
const ro_name_match *ro_scene_name(const ro_name_scene *scene, uint32_t token);
const ro_name_match *ro_scene_agent(const ro_name_scene *scene, uint32_t token);
const ro_dictionary_entry *ro_scene_agent_entry(const ro_name_scene *scene, uint32_t token);

/* The text of a run of tokens, in the document's arena. */
const char *ro_scene_text(const ro_name_scene *scene, uint32_t first, uint32_t count);

bool ro_scene_is_word(const ro_name_scene *scene, uint32_t token, const char *lower_case_word);
bool ro_scene_is_possessive_mark(const ro_name_scene *scene, uint32_t token);

/* First token of the sentence that holds the token, and the one after its last. */
uint32_t ro_scene_sentence_start(const ro_name_scene *scene, uint32_t token);
uint32_t ro_scene_sentence_end(const ro_name_scene *scene, uint32_t token);

#endif
