#include "names/reference.h"

#include <string.h>

#include "syntax/tree.h"

/* How many sentences back a pronoun reaches. */
enum { PRONOUN_REACH = 2 };

static bool is_one_of(const char *word, const char *const *list) {
  for (; word && *list; list++)
    if (strcmp(word, *list) == 0) return true;
  return false;
}

/* Offices that the news also calls so: "the diplomat" may be the foreign minister. */
static bool office_covers(const char *described, const char *office) {
  static const char *const diplomats[] = {"foreign",  "deputy foreign", "ambassador", "envoy",
                                          "diplomat", "negotiator",     NULL};
  static const char *const ministers[] = {"foreign",     "defence",        "interior", "finance",
                                          "trade",       "minister",       "energy",   "justice",
                                          "agriculture", "infrastructure", NULL};
  static const char *const leaders[] = {"head", "government head", "supreme leader", NULL};
  static const char *const officials[] = {"official", "adviser", "envoy", "negotiator", NULL};
  if (!described || !office) return false;
  if (strcmp(described, office) == 0) return true;
  if (strcmp(described, "diplomat") == 0) return is_one_of(office, diplomats);
  if (strcmp(described, "minister") == 0) return is_one_of(office, ministers);
  if (strcmp(described, "head") == 0) return is_one_of(office, leaders);
  if (strcmp(described, "negotiator") == 0 || strcmp(described, "envoy") == 0)
    return is_one_of(office, diplomats);
  return strcmp(described, "official") == 0 && is_one_of(office, officials);
}

uint32_t ro_refer_to_person(const ro_name_scene *scene, const ro_person_clue *clue,
                            uint32_t token) {
  const ro_cast *cast = &scene->cast;
  uint32_t best = RO_NONE;
  for (uint32_t i = 0; i < cast->count; i++) {
    const ro_cast_member *member = &cast->members[i];
    if (!member->is_person || member->last_seen >= token) continue;
    if (clue->body && (!member->body || strncmp(clue->body, member->body, 3) != 0)) continue;
    if (!office_covers(clue->office, member->office)) continue;
    if (best == RO_NONE || member->last_seen > cast->members[best].last_seen) best = i;
  }
  return best;
}

/* Whether the dictionary lets the noun refer to that body. */
static bool noun_names(const ro_name_scene *scene, const ro_name_match *noun, const char *actor) {
  for (uint32_t i = 0; i < noun->posting_count; i++) {
    const ro_dictionary_entry *entry =
        ro_dictionary_get(scene->dictionary, noun->postings[i].entry);
    if (entry->kind == RO_ENTRY_ACTOR && noun->postings[i].use == RO_USE_NOUN &&
        strcmp(ro_dictionary_string(scene->dictionary, entry->id), actor) == 0)
      return true;
  }
  return false;
}

static bool fits_government(const ro_cast_member *member) {
  return member->type == RO_ACTOR_STATE || member->type == RO_ACTOR_GOVERNMENT ||
         member->type == RO_ACTOR_MINISTRY;
}

uint32_t ro_refer_to_body(const ro_name_scene *scene, const ro_name_match *noun) {
  const ro_cast *cast = &scene->cast;
  const ro_dictionary_entry *agent =
      ro_match_entry(scene->dictionary, noun, RO_ENTRY_AGENT, RO_USE_NAME);
  uint32_t best = RO_NONE;
  bool best_by_noun = false;
  for (uint32_t i = 0; i < cast->count; i++) {
    const ro_cast_member *member = &cast->members[i];
    if (member->is_person || !member->actor || member->last_seen >= noun->first) continue;
    bool by_noun = noun_names(scene, noun, member->actor);
    if (!by_noun && (!agent || !fits_government(member))) continue;
    bool later = best == RO_NONE || member->last_seen > cast->members[best].last_seen;
    if ((by_noun && !best_by_noun) || (by_noun == best_by_noun && later)) {
      best = i;
      best_by_noun = by_noun;
    }
  }
  return best;
}

/* The sides of the report that were named last, without repeats. */
static uint32_t latest_bodies(const ro_name_scene *scene, uint32_t token, const char **bodies,
                              uint32_t wanted) {
  const ro_cast *cast = &scene->cast;
  uint32_t count = 0, before = token;
  while (count < wanted) {
    uint32_t best = RO_NONE;
    for (uint32_t i = 0; i < cast->count; i++) {
      const ro_cast_member *member = &cast->members[i];
      if (!member->body || member->last_seen >= before) continue;
      if (best == RO_NONE || member->last_seen > cast->members[best].last_seen) best = i;
    }
    if (best == RO_NONE) break;
    before = cast->members[best].last_seen;
    const char *body = cast->members[best].body;
    bool known = strlen(body) > 3 && strchr(body, '-') != NULL;
    for (uint32_t i = 0; i < count; i++)
      known |= strcmp(bodies[i], body) == 0;
    if (!known) bodies[count++] = body;
  }
  return count;
}

void ro_refer_to_both(const ro_name_scene *scene, const ro_name_match *noun,
                      ro_actor_mention *mention) {
  static const char *const doubled[] = {"both", "two", NULL};
  bool is_double = false;
  uint32_t from = noun->first > 3 ? noun->first - 3 : 0;
  for (uint32_t i = from; i < noun->first; i++)
    for (int k = 0; doubled[k]; k++)
      is_double |= ro_scene_is_word(scene, i, doubled[k]);
  const char **bodies = ro_arena_alloc_array(scene->document->arena, 2, sizeof *bodies);
  if (!is_double || latest_bodies(scene, noun->first, bodies, 2) < 2) return;
  const char *swap = bodies[0]; /* in order of mention */
  bodies[0] = bodies[1];
  bodies[1] = swap;
  mention->members = bodies;
  mention->member_count = 2;
  mention->reason = "the two sides that were named last";
}

typedef enum pronoun_kind { NO_PRONOUN, OF_PERSON, OF_THING, OF_SEVERAL } pronoun_kind;

static pronoun_kind kind_of(const ro_name_scene *scene, uint32_t token) {
  static const char *const person[] = {"he", "him", "his", "she", "her", "hers", NULL};
  static const char *const thing[] = {"it", "its", NULL};
  static const char *const several[] = {"they", "them", "their", NULL};
  for (int i = 0; person[i]; i++)
    if (ro_scene_is_word(scene, token, person[i])) return OF_PERSON;
  for (int i = 0; thing[i]; i++)
    if (ro_scene_is_word(scene, token, thing[i])) return OF_THING;
  for (int i = 0; several[i]; i++)
    if (ro_scene_is_word(scene, token, several[i])) return OF_SEVERAL;
  return NO_PRONOUN;
}

bool ro_is_third_person(const ro_name_scene *scene, uint32_t token) {
  return kind_of(scene, token) != NO_PRONOUN &&
         scene->document->tokens[token].deprel != RO_DEPREL_EXPL;
}

static bool fits_pronoun(const ro_cast_member *member, pronoun_kind kind) {
  bool is_person = member->is_person;
  switch (kind) {
  case OF_PERSON:
    return is_person;
  case OF_THING:
    return !is_person && !member->is_plural && member->type != RO_ACTOR_GROUP;
  case OF_SEVERAL:
    return member->is_plural || member->type == RO_ACTOR_GROUP ||
           member->type == RO_ACTOR_ARMED_GROUP;
  default:
    return false;
  }
}

/* How prominent the place of a mention is: subjects first, then nearness. */
static int prominence(const ro_document *document, uint32_t seen, uint32_t token) {
  uint32_t sentence = document->tokens[token].sentence, other = document->tokens[seen].sentence;
  const ro_token *head = &document->tokens[seen];
  for (int steps = 0; steps < 4 && head->head != RO_NONE &&
                      (head->deprel == RO_DEPREL_COMPOUND || head->deprel == RO_DEPREL_FLAT ||
                       head->deprel == RO_DEPREL_AMOD || head->deprel == RO_DEPREL_NMOD_DESC);
       steps++)
    head = &document->tokens[head->head];
  bool is_subject = head->deprel == RO_DEPREL_NSUBJ || head->deprel == RO_DEPREL_NSUBJ_PASS;
  int points = is_subject ? 4 : 0;
  points -= 3 * (int)(sentence - other);
  return points;
}

uint32_t ro_refer_by_pronoun(const ro_name_scene *scene, uint32_t token) {
  const ro_cast *cast = &scene->cast;
  const ro_document *document = scene->document;
  pronoun_kind kind = kind_of(scene, token);
  uint32_t best = RO_NONE;
  int best_points = 0;
  if (kind == NO_PRONOUN || document->tokens[token].deprel == RO_DEPREL_EXPL) return RO_NONE;
  for (uint32_t i = 0; i < cast->count; i++) {
    const ro_cast_member *member = &cast->members[i];
    if (!fits_pronoun(member, kind) || member->last_seen >= token) continue;
    uint32_t distance =
        document->tokens[token].sentence - document->tokens[member->last_seen].sentence;
    if (distance > PRONOUN_REACH) continue;
    int points = prominence(document, member->last_seen, token);
    bool better = best == RO_NONE || points > best_points ||
                  (points == best_points && member->last_seen > cast->members[best].last_seen);
    if (!better) continue;
    best = i;
    best_points = points;
  }
  return best;
}
