#include "names/person_names.h"

#include <string.h>

#include "names/first_name.h"
#include "names/named_actors.h"
#include "names/surname.h"
#include "syntax/tree.h"

bool ro_person_name_span(const ro_document *d, uint32_t token, uint32_t *first, uint32_t *end) {
  if (d->tokens[token].name_tag != RO_NAME_TAG_PERSON) return false;
  *first = token;
  *end = token + 1;
  while (*first > 0 && !d->tokens[*first].name_begins &&
         d->tokens[*first - 1].name_tag == RO_NAME_TAG_PERSON &&
         d->tokens[*first - 1].sentence == d->tokens[token].sentence)
    (*first)--;
  while (*end < d->token_count && d->tokens[*end].name_tag == RO_NAME_TAG_PERSON &&
         !d->tokens[*end].name_begins && d->tokens[*end].sentence == d->tokens[token].sentence)
    (*end)++;
  return true;
}

static const char *words_between(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  const ro_document *d = scene->document;
  if (first >= end) return "";
  ro_span span = {d->tokens[first].span.start, d->tokens[end - 1].span.end};
  return ro_arena_copy(scene->arena, d->text + span.start, span.end - span.start);
}

/* "Mrs." before the name, or before its first words. */
static ro_gender gender_of_address(const ro_document *d, uint32_t first) {
  static const char *const male[] = {"mr", "mr.", "sir", "lord"};
  static const char *const female[] = {"mrs", "mrs.", "ms", "ms.", "miss", "madam", "lady", "dame"};
  if (first == 0) return RO_GENDER_UNKNOWN;
  const ro_token *word = &d->tokens[first - 1];
  if (ro_token_is_one_of(word, male, sizeof male / sizeof *male)) return RO_GENDER_MALE;
  if (ro_token_is_one_of(word, female, sizeof female / sizeof *female)) return RO_GENDER_FEMALE;
  return RO_GENDER_UNKNOWN;
}

void ro_person_name_fill(const ro_name_scene *scene, ro_mention_draft *draft, const char *home) {
  const char *name = words_between(scene, draft->first, draft->first + draft->count);
  draft->kind = RO_MENTION_NAME;
  draft->type = RO_ACTOR_PERSON;
  draft->person = true;
  for (uint32_t i = draft->first; i < draft->first + draft->count; i++)
    scene->in_name[i] = true;
  draft->surname = ro_surname_of(scene->arena, name, home);
  draft->given = ro_given_names_of(scene->arena, name, draft->surname);
  draft->gender = gender_of_address(scene->document, draft->first);
  if (!draft->gender && !ro_given_names_hide_sex(home))
    draft->gender = ro_first_name_gender(scene, draft->given);
}

static bool is_title(const ro_token *token) {
  static const char *const titles[] = {"mr",   "mr.",  "mrs",  "mrs.", "ms",   "ms.",
                                       "dr",   "dr.",  "lord", "sir",  "gen.", "sheikh",
                                       "sen.", "rep.", "h.e.", "hon."};
  return ro_token_is_one_of(token, titles, sizeof titles / sizeof *titles);
}

/* Number of words of the title that begins here and ends before `end`; 0 where none does. */
static uint32_t title_at(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  enum { LONGEST = 4 };
  const ro_document *d = scene->document;
  const ro_dictionary *unused;
  if (is_title(&d->tokens[first]) || d->tokens[first].upos == RO_UPOS_DET) return 1;
  for (uint32_t length = LONGEST; length > 0; length--)
    if (first + length < end && ro_name_scene_agent(scene, first, length, &unused)) return length;
  return 0;
}

static bool is_free(const ro_name_scene *scene, uint32_t token) {
  return scene->draft_of[token] == RO_NONE && scene->seed_of[token] == RO_NONE &&
         !scene->in_name[token];
}

/* Whether the word can be part of a name that the tagger began too late or ended too early. */
static bool goes_with_name(const ro_name_scene *scene, uint32_t token) {
  const ro_token *word = &scene->document->tokens[token];
  const ro_dictionary *unused;
  bool person = word->name_tag == RO_NAME_TAG_NONE || word->name_tag == RO_NAME_TAG_PERSON;
  return word->upos == RO_UPOS_PROPN && person && is_free(scene, token) &&
         !ro_name_scene_agent(scene, token, 1, &unused);
}

/* The parser hangs the later words of a name on the first: "Jon Karlsson" is one name, whatever the
 * tagger says. */
static void join_by_tree(const ro_name_scene *scene, uint32_t *first, uint32_t *end) {
  const ro_document *d = scene->document;
  uint32_t head = d->tokens[*first].head;
  bool late = d->tokens[*first].deprel == RO_DEPREL_FLAT && head != RO_NONE && head < *first;
  while (late && *first > head && goes_with_name(scene, *first - 1))
    (*first)--;
  while (*end < d->token_count && d->tokens[*end].deprel == RO_DEPREL_FLAT &&
         d->tokens[*end].head >= *first && d->tokens[*end].head < *end &&
         goes_with_name(scene, *end))
    (*end)++;
}

static void add_person(ro_name_scene *scene, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++)
    if (!is_free(scene, i)) return;
  ro_mention_draft *draft = ro_name_scene_add(scene, first, end - first);
  if (!draft) return;
  ro_person_name_fill(scene, draft, NULL);
  draft->surname_only = end - first == 1;
}

/* What stands before the name although the tagger counts it in: "League Secretary-General". */
static uint32_t end_of_titles(const ro_name_scene *scene, uint32_t first, uint32_t end) {
  while (first < end) {
    uint32_t title = title_at(scene, first, end);
    bool other =
        scene->seed_of[first] != RO_NONE || scene->document->tokens[first].upos == RO_UPOS_PUNCT;
    if (!title && !other) break;
    first += title ? title : 1;
  }
  return first;
}

static void take_tagged_person(ro_name_scene *scene, uint32_t first, uint32_t end) {
  const ro_document *d = scene->document;
  const ro_dictionary *unused;
  if (ro_name_scene_agent(scene, first, end - first, &unused)) return; /* "Vice President" */
  first = end_of_titles(scene, first, end);
  while (first < end &&
         (d->tokens[end - 1].upos == RO_UPOS_PUNCT || d->tokens[end - 1].upos == RO_UPOS_PART))
    end--;
  if (first >= end || d->tokens[first].upos != RO_UPOS_PROPN) return;
  if (ro_name_scene_agent(scene, first, end - first, &unused)) return; /* a title */
  join_by_tree(scene, &first, &end);
  add_person(scene, first, end);
}

static bool has_surname(const ro_name_scene *scene, uint32_t token) {
  const ro_name_match *match = ro_name_scene_match_of(scene, token, 1);
  for (uint32_t i = 0; match && i < match->posting_count; i++)
    if ((match->postings[i].flags & RO_POSTING_SURNAME) &&
        ro_name_match_fits(scene, match, &match->postings[i]))
      return true;
  return false;
}

/* "President SALIM": the title right before the word makes it a name. */
static bool has_title(const ro_name_scene *scene, uint32_t token) {
  const ro_document *d = scene->document;
  const ro_dictionary *dictionary;
  if (token == 0 || d->tokens[token - 1].deprel != RO_DEPREL_NMOD_DESC ||
      d->tokens[token - 1].head != token || d->tokens[token - 1].upos != RO_UPOS_PROPN)
    return false;
  const ro_entry *agent = ro_name_scene_agent(scene, token - 1, 1, &dictionary);
  return agent && strcmp(ro_dictionary_string(dictionary, agent->role), "person") == 0;
}

static void take_untagged_person(ro_name_scene *scene, uint32_t token) {
  const ro_token *word = &scene->document->tokens[token];
  const ro_dictionary *unused;
  if (word->upos != RO_UPOS_PROPN || !is_free(scene, token)) return;
  uint32_t first = token, end = token + 1;
  bool surname = word->name_tag == RO_NAME_TAG_NONE && has_surname(scene, token) &&
                 !ro_name_scene_agent(scene, token, 1, &unused);               /* "Supreme COURT" */
  bool addressed = token > 0 && is_title(&scene->document->tokens[token - 1]); /* "Mr SALIM's" */
  if (!surname && !addressed && !has_title(scene, token)) return;
  join_by_tree(scene, &first, &end);
  add_person(scene, first, end);
}

/* "on MAY 20", "in APRIL": no woman's name. */
static void leave_months(ro_name_scene *scene) {
  static const char *const months[] = {"april", "may", "june", "august"};
  const ro_document *d = scene->document;
  for (uint32_t i = 0; i < d->time_count; i++)
    for (uint32_t k = 0; k < d->times[i].token_count; k++) {
      uint32_t token = d->times[i].first_token + k;
      if (ro_token_is_one_of(&d->tokens[token], months, sizeof months / sizeof *months))
        scene->in_name[token] = true;
    }
}

void ro_person_names_find(ro_name_scene *scene) {
  leave_months(scene);
  for (uint32_t i = 0; i < scene->document->token_count; i++) {
    uint32_t first, end;
    if (ro_person_name_span(scene->document, i, &first, &end) && first == i)
      take_tagged_person(scene, first, end);
    take_untagged_person(scene, i);
  }
}
