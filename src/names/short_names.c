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

/* A body or group that the report names, or that somebody speaks for whom it names. */
typedef struct named_body {
  const ro_dictionary *dictionary;
  const ro_entry *entry;
} named_body;

static bool is_body(const ro_entry *entry) {
  return entry && entry->kind == RO_ENTRY_ACTOR &&
         (entry->type == RO_ACTOR_INTERNATIONAL || entry->type == RO_ACTOR_ARMED_GROUP ||
          entry->type == RO_ACTOR_PARTY);
}

static named_body body_of(const ro_name_scene *scene, const ro_mention_draft *name) {
  named_body body = {name->dictionary, name->entry};
  if (!body.entry || name->kind != RO_MENTION_NAME || name->member_count) return (named_body){0};
  if (body.entry->kind == RO_ENTRY_PERSON)
    body.entry = ro_name_scene_entry_of(
        scene, ro_dictionary_string(name->dictionary, name->entry->actor), &body.dictionary);
  return is_body(body.entry) ? body : (named_body){0};
}

/* Whether the word is how the report may call the body of the name. */
static bool may_stand_for(const ro_name_scene *scene, const ro_mention_draft *name,
                          const named_body *body, const char *word) {
  const ro_token *last = &scene->document->tokens[name->first + name->count - 1];
  if (!name->person && name->count > 1 && strcmp(last->form, word) == 0) return true;
  return ends_with_word(ro_dictionary_string(body->dictionary, body->entry->name), word) ||
         lists_word(ro_dictionary_string(body->dictionary, body->entry->nouns), word);
}

/* The latest body named before the token that the word may stand for; else one that somebody speaks
 * for whom the report names anywhere. */
static named_body find_named(const ro_name_scene *scene, size_t named, uint32_t token) {
  const char *word = scene->document->tokens[token].form;
  named_body best = {0};
  uint32_t best_at = 0;
  size_t first = named > MOST_SEARCHED ? named - MOST_SEARCHED : 0;
  for (size_t i = named; i-- > first;) {
    const ro_mention_draft *name = &scene->drafts[i];
    named_body body = body_of(scene, name);
    if (!body.entry || !may_stand_for(scene, name, &body, word)) continue;
    bool before = name->first < token && !name->person;
    uint32_t at = before ? name->first + 1 : 0;
    if ((!before && !name->person) || (best.entry && at <= best_at)) continue;
    best = body;
    best_at = at;
  }
  return best;
}

/* "the SOUTH" where the report names North or South Korea: a state of that name; NULL. */
static const ro_entry *part_of_country(const ro_name_scene *scene, size_t named, uint32_t token,
                                       const ro_dictionary **dictionary) {
  static const char *const parts[] = {"North ", "South ", "East ", "West "};
  const char *word = scene->document->tokens[token].form;
  for (size_t i = 0; i < named; i++) {
    const ro_mention_draft *name = &scene->drafts[i];
    if (!name->entry || name->entry->kind != RO_ENTRY_STATE) continue;
    const char *whole = ro_dictionary_string(name->dictionary, name->entry->name);
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
      ro_name_match match;
      size_t size = strlen(parts[k]);
      bool part = strncmp(parts[k], word, strlen(word)) == 0 && strlen(word) + 1 == size;
      bool parted = strncmp(whole, "North ", 6) == 0 || strncmp(whole, "South ", 6) == 0;
      const char *other = parted ? ro_arena_print(scene->arena, "%s %s", word, whole + 6) : NULL;
      if (!part || !other || !ro_name_scene_find(scene, other, &match)) continue;
      for (uint32_t m = 0; m < match.posting_count; m++) {
        const ro_entry *entry = ro_dictionary_entry(match.dictionary, &match.postings[m]);
        if (!entry || entry->kind != RO_ENTRY_STATE) continue;
        *dictionary = match.dictionary;
        return entry;
      }
    }
  }
  return NULL;
}

void ro_short_names_find(ro_name_scene *scene) {
  size_t named = scene->draft_count;
  for (uint32_t i = 0; i < scene->document->token_count; i++) {
    bool short_name = is_short_name(scene, i);
    named_body body = short_name ? find_named(scene, named, i) : (named_body){0};
    if (short_name && !body.entry) body.entry = part_of_country(scene, named, i, &body.dictionary);
    ro_mention_draft *draft = body.entry ? ro_name_scene_add(scene, i, 1) : NULL;
    if (!draft) continue;
    const char *code = ro_dictionary_string(body.dictionary, body.entry->code);
    draft->kind = RO_MENTION_NAME;
    draft->dictionary = body.dictionary;
    draft->entry = body.entry;
    draft->type = (ro_actor_type)body.entry->type;
    draft->actor = draft->base = ro_dictionary_string(body.dictionary, body.entry->actor);
    draft->code = *code ? code : NULL;
    draft->reason = "a name for short";
    scene->seed_of[i] = (uint32_t)(draft - scene->drafts);
  }
}
