#include "names/name_scene.h"

#include <string.h>
#include <strings.h>

const ro_name_match *ro_scene_name(const ro_name_scene *scene, uint32_t token) {
  uint32_t at = scene->names.at[token];
  return at == RO_NONE ? NULL : &scene->names.items[at];
}

const ro_name_match *ro_scene_agent(const ro_name_scene *scene, uint32_t token) {
  uint32_t at = scene->agents.at[token];
  return at == RO_NONE ? NULL : &scene->agents.items[at];
}

const ro_dictionary_entry *ro_scene_agent_entry(const ro_name_scene *scene, uint32_t token) {
  const ro_name_match *match = ro_scene_agent(scene, token);
  return match ? ro_match_entry(scene->dictionary, match, RO_ENTRY_AGENT, RO_USE_NAME) : NULL;
}

const char *ro_scene_text(const ro_name_scene *scene, uint32_t first, uint32_t count) {
  const ro_token *tokens = scene->document->tokens;
  uint32_t start = tokens[first].span.start, end = tokens[first + count - 1].span.end;
  char *copy = ro_arena_copy(scene->document->arena, scene->document->text + start, end - start);
  for (char *at = copy; *at; at++)
    if (*at == '\n' || *at == '\t') *at = ' ';
  return copy;
}

bool ro_scene_is_word(const ro_name_scene *scene, uint32_t token, const char *lower_case_word) {
  return strcasecmp(scene->document->tokens[token].form, lower_case_word) == 0;
}

bool ro_scene_is_possessive_mark(const ro_name_scene *scene, uint32_t token) {
  const char *form = scene->document->tokens[token].form;
  return strcmp(form, "'s") == 0 || strcmp(form, "\xE2\x80\x99s") == 0 || strcmp(form, "'") == 0 ||
         strcmp(form, "\xE2\x80\x99") == 0;
}

uint32_t ro_scene_sentence_start(const ro_name_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  return document->sentences[document->tokens[token].sentence].first_token;
}

uint32_t ro_scene_sentence_end(const ro_name_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[document->tokens[token].sentence];
  return sentence->first_token + sentence->token_count;
}
