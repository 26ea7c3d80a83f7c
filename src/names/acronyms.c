#include "names/acronyms.h"

#include <ctype.h>
#include <string.h>

#include "names/actor_code.h"

enum { LONGEST_NAME = 10, MOST_ACRONYMS = 50 };

/* Words first .. end - 1 are the organ that the acronym stands for. */
typedef struct expansion {
  const char *acronym;
  const char *state, *code;
} expansion;

static bool is_all_capitals(const char *form) {
  size_t length = strlen(form);
  for (size_t i = 0; i < length; i++)
    if (!isupper((unsigned char)form[i])) return false;
  return length >= 2 && length <= 7;
}

/* The first of the words before `end` whose initials spell the acronym; RO_NONE. */
static uint32_t first_word_of(const ro_document *d, uint32_t end, const char *acronym) {
  size_t left = strlen(acronym);
  for (uint32_t i = end, steps = 0; i-- > 0 && steps < LONGEST_NAME; steps++) {
    const ro_token *word = &d->tokens[i];
    if (word->sentence != d->tokens[end].sentence) return RO_NONE;
    if (!isupper((unsigned char)word->form[0])) continue; /* "of", "the" */
    if (word->form[0] != acronym[left - 1]) return RO_NONE;
    if (--left == 0) return i;
  }
  return RO_NONE;
}

static const char *state_among(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    uint32_t seed = scene->seed_of[i];
    if (seed != RO_NONE && scene->drafts[seed].type == RO_ACTOR_STATE &&
        strlen(scene->drafts[seed].actor) == 3)
      return scene->drafts[seed].actor;
  }
  return NULL;
}

/* The sector of the organ that the words name; NULL. */
static const char *sector_among(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  enum { LONGEST = 3 };
  for (uint32_t length = LONGEST; length > 0; length--)
    for (uint32_t i = first; i + length <= end; i++) {
      const ro_dictionary *dictionary;
      const ro_entry *agent = ro_name_scene_agent(scene, i, length, &dictionary);
      if (agent && strcmp(ro_dictionary_string(dictionary, agent->role), "person") != 0)
        return ro_dictionary_string(dictionary, agent->code);
    }
  return NULL;
}

/* "Armed Forces of the Philippines ( AFP )", with the bracket at the token. */
static bool explain_at(const ro_name_scene *scene, uint32_t bracket, expansion *out) {
  const ro_document *d = scene->document;
  if (bracket == 0 || bracket + 2 >= d->token_count || !ro_token_is(&d->tokens[bracket], "(") ||
      !ro_token_is(&d->tokens[bracket + 2], ")") || !is_all_capitals(d->tokens[bracket + 1].form))
    return false;
  uint32_t first = first_word_of(d, bracket, d->tokens[bracket + 1].form);
  if (first == RO_NONE) return false;
  out->acronym = d->tokens[bracket + 1].form;
  out->state = state_among(scene, first, bracket);
  const char *sector = sector_among(scene, first, bracket);
  if (!out->state || !sector) return false;
  out->code = ro_actor_code_join(scene->arena, out->state, sector);
  return true;
}

static void mention(ro_name_scene *scene, uint32_t token, const expansion *of) {
  uint32_t number = scene->seed_of[token];
  ro_mention_draft *draft =
      number == RO_NONE ? ro_name_scene_add(scene, token, 1) : &scene->drafts[number];
  if (!draft || draft->count != 1) return;
  number = (uint32_t)(draft - scene->drafts);
  *draft = (ro_mention_draft){.first = token,
                              .count = 1,
                              .head = token,
                              .kind = RO_MENTION_NAME,
                              .type = RO_ACTOR_GOVERNMENT,
                              .actor = of->state,
                              .base = of->state,
                              .code = of->code,
                              .entity = RO_NONE,
                              .same_as = RO_NONE,
                              .reason = "an acronym that the report explains"};
  scene->seed_of[token] = number;
}

void ro_acronyms_find(ro_name_scene *scene) {
  const ro_document *d = scene->document;
  expansion known[MOST_ACRONYMS];
  uint32_t count = 0;
  for (uint32_t i = 0; i < d->token_count && count < MOST_ACRONYMS; i++)
    count += explain_at(scene, i, &known[count]);
  for (uint32_t i = 0; count && i < d->token_count; i++)
    for (uint32_t k = 0; k < count; k++)
      if (strcmp(d->tokens[i].form, known[k].acronym) == 0) {
        mention(scene, i, &known[k]);
        break;
      }
}
