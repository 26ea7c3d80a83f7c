#include "names/body_names.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"

enum { MOST_WORDS = 6, MOST_BODIES = 200 };

/* Drafts of the bodies that were found so far, in the order of the text. */
typedef struct bodies {
  ro_name_scene *scene;
  uint32_t drafts[MOST_BODIES];
  uint32_t count;
} bodies;

static bool is_free(const ro_name_scene *scene, uint32_t token) {
  return scene->draft_of[token] == RO_NONE && scene->seed_of[token] == RO_NONE &&
         !scene->in_name[token] &&
         scene->token_piece[token] < scene->token_piece[token + 1]; /* it has a letter */
}

/* The end of the name that begins here; the same token where none does. */
static uint32_t name_end(const ro_name_scene *scene, uint32_t first) {
  const ro_document *d = scene->document;
  const ro_token *token = &d->tokens[first];
  bool goes_on = first > 0 && !token->name_begins &&
                 d->tokens[first - 1].name_tag == RO_NAME_TAG_ORGANIZATION &&
                 d->tokens[first - 1].sentence == token->sentence;
  if (token->name_tag != RO_NAME_TAG_ORGANIZATION || goes_on) return first;
  uint32_t end = first + 1;
  while (end < d->token_count && d->tokens[end].name_tag == RO_NAME_TAG_ORGANIZATION &&
         !d->tokens[end].name_begins && d->tokens[end].sentence == token->sentence)
    end++;
  return end;
}

/* Without the article, the possessive and the full stop that the tagger may count in. */
static void trim(const ro_name_scene *scene, uint32_t *first, uint32_t *end) {
  const ro_document *d = scene->document;
  while (*first < *end && d->tokens[*first].upos == RO_UPOS_DET)
    ++*first;
  while (*first < *end &&
         (d->tokens[*end - 1].upos == RO_UPOS_PART || d->tokens[*end - 1].upos == RO_UPOS_PUNCT))
    --*end;
}

/* Capitals and hyphens; NULL where the name has other letters than Latin ones. */
static const char *in_capitals(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  const ro_document *d = scene->document;
  size_t size = 1;
  for (uint32_t i = first; i < end; i++)
    size += d->tokens[i].span.end - d->tokens[i].span.start + 1;
  char *name = ro_arena_alloc(scene->arena, size);
  size_t length = 0;
  for (uint32_t i = first; i < end; i++) {
    const char *form = d->tokens[i].form;
    if (length && name[length - 1] != '-') name[length++] = '-';
    for (size_t at = 0, form_size = strlen(form); at < form_size;) {
      uint32_t letter = ro_unicode_base_letter(ro_utf8_next(form, form_size, &at));
      if (letter >= 0x80 && ro_unicode_is_letter(letter)) return NULL;
      if (letter < 0x80 && isalnum((int)letter)) name[length++] = (char)toupper((int)letter);
    }
  }
  while (length && name[length - 1] == '-')
    length--;
  name[length] = '\0';
  return length > 1 ? name : NULL;
}

static bool is_acronym(const ro_token *token) {
  size_t capitals = 0, length = strlen(token->form);
  for (size_t i = 0; i < length; i++)
    capitals += isupper((unsigned char)token->form[i]) != 0;
  return length >= 2 && length <= 7 && capitals + 1 >= length && capitals >= 2;
}

/* "FHU" has the initials of "Free Herring Union"; small words may be left out. */
static bool has_initials(const ro_document *d, const ro_mention_draft *name, const char *acronym) {
  for (uint32_t i = name->first; i < name->first + name->count; i++) {
    char initial = d->tokens[i].form[0];
    if (*acronym && toupper((unsigned char)initial) == toupper((unsigned char)*acronym))
      acronym++;
    else if (isupper((unsigned char)initial))
      return false;
  }
  return !*acronym;
}

/* "the Guild" after "the Herring Guild", "Lundin" after "Lundin Oil": the first or last word. */
static bool is_short_for(const ro_document *d, const ro_mention_draft *name, uint32_t word) {
  const char *form = d->tokens[word].form;
  return name->count > 1 && (strcmp(d->tokens[name->first].form, form) == 0 ||
                             strcmp(d->tokens[name->first + name->count - 1].form, form) == 0);
}

/* The body that the single word stands for; NULL. */
static ro_mention_draft *body_named_before(const bodies *b, uint32_t word) {
  const ro_document *d = b->scene->document;
  bool acronym = is_acronym(&d->tokens[word]);
  for (uint32_t i = b->count; i-- > 0;) {
    ro_mention_draft *name = &b->scene->drafts[b->drafts[i]];
    if (acronym ? has_initials(d, name, d->tokens[word].form) : is_short_for(d, name, word))
      return name;
  }
  return NULL;
}

static uint32_t first_of(const bodies *b, const char *actor) {
  for (uint32_t i = 0; i < b->count; i++)
    if (strcmp(b->scene->drafts[b->drafts[i]].actor, actor) == 0) return b->drafts[i];
  return RO_NONE;
}

static void rename_body(const bodies *b, const char *from, const char *to) {
  for (uint32_t i = 0; i < b->count; i++) {
    ro_mention_draft *draft = &b->scene->drafts[b->drafts[i]];
    if (strcmp(draft->actor, from) == 0) draft->actor = draft->base = to;
  }
}

static void take(bodies *b, uint32_t first, uint32_t end) {
  ro_name_scene *scene = b->scene;
  const char *actor = in_capitals(scene, first, end);
  if (!actor || b->count == MOST_BODIES) return;
  ro_mention_draft *longer = end - first == 1 ? body_named_before(b, first) : NULL;
  if (longer && is_acronym(&scene->document->tokens[first]))
    rename_body(b, longer->actor, actor);
  else if (longer)
    actor = longer->actor;
  ro_mention_draft *draft = ro_name_scene_add(scene, first, end - first);
  if (!draft) return;
  draft->kind = RO_MENTION_NAME;
  draft->type = RO_ACTOR_BODY;
  draft->actor = draft->base = actor;
  draft->same_as = first_of(b, actor);
  draft->reason = "a body by its name alone";
  b->drafts[b->count++] = (uint32_t)scene->draft_count - 1;
  for (uint32_t i = first; i < end; i++)
    scene->seed_of[i] = (uint32_t)scene->draft_count - 1;
}

/* "Foreign Ministry", "Coast Guard" are organs of a state that the phrase may tell. */
static bool is_organ(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  enum { LONGEST = 4 };
  const ro_dictionary *d;
  for (uint32_t i = first > LONGEST ? first - LONGEST : 0; i < end; i++)
    for (uint32_t length = 1; length <= LONGEST && i + length <= scene->document->token_count;
         length++)
      if (i + length > first) {
        const ro_entry *agent = ro_name_scene_agent(scene, i, length, &d);
        if (agent && strcmp(ro_dictionary_string(d, agent->division), "back") != 0) return true;
      }
  return false;
}

/* "Odesa", which the tagger takes for a body here. */
static bool is_place(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  const ro_name_match *match = ro_name_scene_match_of(scene, first, end - first);
  for (uint32_t i = 0; match && i < match->posting_count; i++) {
    const ro_entry *entry = ro_dictionary_entry(match->dictionary, &match->postings[i]);
    bool place = entry && (entry->kind == RO_ENTRY_PLACE || entry->kind == RO_ENTRY_REGION);
    if (place && ro_name_match_fits(scene, match, &match->postings[i])) return true;
  }
  return false;
}

static bool is_body_name(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  const ro_document *d = scene->document;
  if (first >= end || end - first > MOST_WORDS || d->tokens[end - 1].upos != RO_UPOS_PROPN)
    return false;
  size_t at = 0;
  const char *form = d->tokens[first].form;
  if (!ro_unicode_is_upper(ro_utf8_next(form, strlen(form), &at))) return false;
  for (uint32_t i = first; i < end; i++)
    if (!is_free(scene, i) && d->tokens[i].upos != RO_UPOS_PUNCT) return false;
  return !is_organ(scene, first, end) && !is_place(scene, first, end);
}

/* The name stays; nobody owns or is owned by it. */
static void forget_actor(const ro_name_scene *scene, ro_mention_draft *draft) {
  draft->actor = draft->base = NULL;
  for (uint32_t i = draft->first; i < draft->first + draft->count; i++) {
    scene->seed_of[i] = RO_NONE;
    scene->in_name[i] = true;
  }
}

/* "Darassa of the UPC", "fighters of the UPC", "its alliance, the UPC, …": an acronym of a body
 * that has people who act. */
static bool has_people(const ro_name_scene *scene, const ro_mention_draft *body) {
  const ro_document *d = scene->document;
  const ro_token *word = &d->tokens[body->head];
  if (body->count != 1 || !is_acronym(word) || word->head == RO_NONE) return false;
  const ro_token *above = &d->tokens[word->head];
  if (word->deprel == RO_DEPREL_APPOS) return above->deprel == RO_DEPREL_NSUBJ;
  const char *preposition = ro_name_preposition(d, body->head);
  if (word->deprel != RO_DEPREL_NMOD || !preposition || strcasecmp(preposition, "of") != 0)
    return false;
  const ro_dictionary *dictionary;
  const ro_entry *agent = ro_name_scene_agent(scene, word->head, 1, &dictionary);
  const char *kind = agent ? ro_dictionary_string(dictionary, agent->role) : "";
  return above->name_tag == RO_NAME_TAG_PERSON || strcmp(kind, "person") == 0;
}

/* Who never acts in the report is no actor that a record could name. */
static void forget_idle(const bodies *b) {
  bool acts[MOST_BODIES] = {false};
  for (uint32_t i = 0; i < b->count; i++)
    for (uint32_t k = 0; k < b->count && !acts[i]; k++) {
      const ro_mention_draft *other = &b->scene->drafts[b->drafts[k]];
      acts[i] = (b->scene->document->tokens[other->head].deprel == RO_DEPREL_NSUBJ ||
                 has_people(b->scene, other)) &&
                strcmp(other->actor, b->scene->drafts[b->drafts[i]].actor) == 0;
    }
  for (uint32_t i = 0; i < b->count; i++)
    if (!acts[i]) forget_actor(b->scene, &b->scene->drafts[b->drafts[i]]);
}

void ro_body_names_find(ro_name_scene *scene) {
  bodies b = {.scene = scene};
  for (uint32_t i = 0; i < scene->document->token_count; i++) {
    uint32_t first = i, end = name_end(scene, i);
    if (end == i) continue;
    trim(scene, &first, &end);
    if (is_body_name(scene, first, end)) take(&b, first, end);
  }
  forget_idle(&b);
}
