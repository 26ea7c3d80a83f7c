#include "names/person_span.h"

#include <string.h>

#include "base/unicode.h"

enum { LONGEST_PERSON = 7 };

static bool is_capitalised(const ro_name_scene *scene, uint32_t token) {
  size_t at = 0;
  const char *form = scene->document->tokens[token].form;
  return ro_unicode_is_upper(ro_utf8_next(form, strlen(form), &at));
}

static bool is_person_tag(const ro_name_scene *scene, uint32_t token) {
  return scene->document->tokens[token].name_tag == RO_NAME_TAG_PERSON;
}

/* A word that is a title or a state, not part of the name itself. */
static bool is_title_word(const ro_name_scene *scene, uint32_t token) {
  const ro_name_match *name = ro_scene_name(scene, token);
  if (ro_scene_agent_entry(scene, token)) return true;
  if (!name) return false;
  return ro_match_entry(scene->dictionary, name, RO_ENTRY_STATE, RO_USE_NAME) ||
         ro_match_entry(scene->dictionary, name, RO_ENTRY_STATE, RO_USE_ADJECTIVE) ||
         ro_match_entry(scene->dictionary, name, RO_ENTRY_ACTOR, RO_USE_NAME);
}

static bool names_other_thing(const ro_name_scene *scene, uint32_t token) {
  const ro_name_match *name = ro_scene_name(scene, token);
  if (!name) return false;
  for (uint32_t i = 0; i < name->posting_count; i++) {
    const ro_dictionary_entry *entry =
        ro_dictionary_get(scene->dictionary, name->postings[i].entry);
    if (entry->kind == RO_ENTRY_STATE || entry->kind == RO_ENTRY_ACTOR) return true;
  }
  return false;
}

/* The run of words that the network takes for a person's name. */
static uint32_t tagged_run(const ro_name_scene *scene, uint32_t token) {
  uint32_t end = token, limit = ro_scene_sentence_end(scene, token);
  while (end < limit && end < token + LONGEST_PERSON && is_person_tag(scene, end) &&
         (end == token || !scene->document->tokens[end].name_begins) &&
         !ro_scene_is_possessive_mark(scene, end) &&
         (end == token || !is_title_word(scene, end) || is_capitalised(scene, end)))
    end++;
  while (end > token && scene->document->tokens[end - 1].upos == RO_UPOS_PUNCT)
    end--;
  return end - token;
}

/* Capitalised words right after a title: "Foreign Minister Lavrov". */
static uint32_t run_after_title(const ro_name_scene *scene, uint32_t token) {
  if (token == ro_scene_sentence_start(scene, token)) return 0;
  const ro_dictionary_entry *agent = ro_scene_agent_entry(scene, token - 1);
  bool honorific =
      ro_scene_is_word(scene, token - 1, "Mr.") || ro_scene_is_word(scene, token - 1, "Mr") ||
      ro_scene_is_word(scene, token - 1, "Mrs.") || ro_scene_is_word(scene, token - 1, "Ms.");
  if (!honorific && (!agent || agent->type != RO_AGENT_PERSON)) return 0;
  uint32_t end = token, limit = ro_scene_sentence_end(scene, token);
  while (end < limit && end < token + LONGEST_PERSON && is_capitalised(scene, end) &&
         scene->document->tokens[end].upos == RO_UPOS_PROPN && !names_other_thing(scene, end) &&
         !ro_scene_agent_entry(scene, end))
    end++;
  return end - token;
}

static uint32_t dictionary_run(const ro_name_scene *scene, uint32_t token) {
  const ro_name_match *name = ro_scene_name(scene, token);
  if (!name || name->first != token || name->count < 2) return 0;
  if (names_other_thing(scene, token)) return 0;
  return ro_match_entry(scene->dictionary, name, RO_ENTRY_PERSON, RO_USE_NAME) ? name->count : 0;
}

/* A family name alone that was read before, or that somebody in high office has. */
static uint32_t surname_run(const ro_name_scene *scene, uint32_t token) {
  const ro_token *word = &scene->document->tokens[token];
  if (!is_capitalised(scene, token) || names_other_thing(scene, token)) return 0;
  uint32_t limit = ro_scene_sentence_end(scene, token), count = 1;
  while (count < 4 && token + count < limit &&
         !scene->document->tokens[token + count - 1].space_after &&
         scene->document->tokens[token + count].upos != RO_UPOS_PUNCT &&
         !ro_scene_is_possessive_mark(scene, token + count))
    count++;
  if (ro_cast_find_surname(&scene->cast, ro_scene_text(scene, token, count)) != RO_NONE)
    return count;
  if (ro_cast_find_surname(&scene->cast, word->form) != RO_NONE) return 1;
  return 0;
}

uint32_t ro_person_at(const ro_name_scene *scene, uint32_t token) {
  uint32_t count = dictionary_run(scene, token);
  if (count) return count;
  if (scene->document->tokens[token].upos == RO_UPOS_PUNCT) return 0;
  if (is_person_tag(scene, token) && !is_title_word(scene, token)) {
    count = tagged_run(scene, token);
    if (count && is_capitalised(scene, token)) return count;
  }
  if (is_title_word(scene, token)) return 0;
  count = run_after_title(scene, token);
  return count ? count : surname_run(scene, token);
}
