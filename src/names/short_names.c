#include "names/short_names.h"

#include <ctype.h>
#include <string.h>

enum { MOST_SEARCHED = 200, LONGEST_WORD = 32 };

static bool is_capital(const ro_token *token) {
  return isupper((unsigned char)token->form[0]);
}

/* One capital word behind an article that goes on with no other capital: "the Front", not "the
 * National Front" or "the Front Page". */
static bool is_short_name(const ro_name_scene *scene, uint32_t token) {
  const ro_document *d = scene->document;
  const ro_token *word = &d->tokens[token];
  bool noun = word->upos == RO_UPOS_PROPN || word->upos == RO_UPOS_NOUN;
  if (token == 0 || !noun || !is_capital(word) || isupper((unsigned char)word->form[1]))
    return false;
  if (scene->seed_of[token] != RO_NONE || scene->draft_of[token] != RO_NONE ||
      scene->in_name[token] || d->tokens[token - 1].upos != RO_UPOS_DET)
    return false;
  bool last = token + 1 >= d->token_count || d->tokens[token + 1].sentence != word->sentence;
  return last || d->tokens[token + 1].upos != RO_UPOS_PROPN || scene->in_name[token + 1];
}

static bool ends_with_word(const char *name, const char *word) {
  size_t size = strlen(name), part = strlen(word);
  return size > part + 1 && name[size - part - 1] == ' ' && strcmp(name + size - part, word) == 0;
}

static bool lists_word(const char *nouns, const char *word) {
  size_t length = strlen(word);
  for (const char *at = nouns; *at;) {
    size_t size = strcspn(at, "|");
    if (size == length && strncasecmp(at, word, size) == 0) return true;
    at += size + (at[size] == '|');
  }
  return false;
}

/* Whether the word is how the report may call whom the name names. */
static bool may_stand_for(const ro_name_scene *scene, const ro_mention_draft *name,
                          const char *word) {
  bool body = name->type == RO_ACTOR_INTERNATIONAL || name->type == RO_ACTOR_ARMED_GROUP ||
              name->type == RO_ACTOR_PARTY;
  if (!body || !name->entry || name->kind != RO_MENTION_NAME || name->member_count) return false;
  const ro_token *last = &scene->document->tokens[name->first + name->count - 1];
  if (name->count > 1 && strcmp(last->form, word) == 0) return true;
  return ends_with_word(ro_dictionary_string(name->dictionary, name->entry->name), word) ||
         lists_word(ro_dictionary_string(name->dictionary, name->entry->nouns), word);
}

/* The latest one named before the token that the word may stand for; RO_NONE. */
static uint32_t find_named(const ro_name_scene *scene, size_t named, uint32_t token) {
  const char *word = scene->document->tokens[token].form;
  uint32_t best = RO_NONE;
  size_t first = named > MOST_SEARCHED ? named - MOST_SEARCHED : 0;
  for (size_t i = named; i-- > first;) {
    const ro_mention_draft *name = &scene->drafts[i];
    if (name->first > token || !may_stand_for(scene, name, word)) continue;
    if (best == RO_NONE || name->first > scene->drafts[best].first) best = (uint32_t)i;
  }
  return best;
}

void ro_short_names_find(ro_name_scene *scene) {
  size_t named = scene->draft_count;
  for (uint32_t i = 0; i < scene->document->token_count; i++) {
    uint32_t number = is_short_name(scene, i) ? find_named(scene, named, i) : RO_NONE;
    ro_mention_draft *draft = number == RO_NONE ? NULL : ro_name_scene_add(scene, i, 1);
    if (!draft) continue;
    const ro_mention_draft *name = &scene->drafts[number];
    draft->kind = RO_MENTION_NAME;
    draft->dictionary = name->dictionary;
    draft->entry = name->entry;
    draft->type = name->type;
    draft->actor = name->actor;
    draft->base = name->base;
    draft->code = name->code;
    draft->reason = "a name for short";
    scene->seed_of[i] = (uint32_t)(draft - scene->drafts);
  }
}
