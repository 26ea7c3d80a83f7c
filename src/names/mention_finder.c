#include "names/mention_finder.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "names/person_span.h"
#include "names/place_finder.h"
#include "names/reference.h"
#include "names/title.h"
#include "syntax/tree.h"

/* A person's name in a sentence, with the title before it. */
typedef struct person_span {
  uint32_t title, name, end; /* first token of each, and the one after the last */
} person_span;

typedef struct mention_finder {
  ro_name_scene *scene;
  size_t capacity;
  person_span *persons; /* of the sentence */
  size_t person_count, person_capacity;
} mention_finder;

static ro_actor_mention *push_mention(mention_finder *finder, uint32_t first, uint32_t count,
                                      ro_mention_kind kind, uint32_t member) {
  ro_document *document = finder->scene->document;
  size_t mentions = document->actor_count;
  ro_actor_mention *mention =
      RO_ARENA_PUSH(document->arena, &document->actors, mentions, finder->capacity);
  document->actor_count = (uint32_t)mentions;
  mention->span = ro_tree_span(document, first, first + count - 1);
  mention->first_token = first;
  mention->token_count = count;
  mention->head_token = ro_head_of_run(document, first, count);
  mention->kind = kind;
  mention->entity = member;
  if (member != RO_NONE) {
    const ro_cast_member *found = &finder->scene->cast.members[member];
    mention->type = found->type;
    mention->actor = found->actor;
    mention->code = found->code;
    mention->role = found->role;
    mention->unnamed = found->full_name && !*found->full_name;
    mention->reason = found->reason;
  }
  return mention;
}

/* Makes body and code of a clue those of the noun's part inside the state: "Iranian traders" are
 * IRN-BUS, "Russian troops" RUSMIL. */
static void apply_agent(ro_name_scene *scene, const ro_dictionary_entry *agent,
                        ro_person_clue *clue) {
  const char *part = ro_dictionary_string(scene->dictionary, agent->id);
  const char *sector = ro_dictionary_string(scene->dictionary, agent->code);
  if (!clue->body || strchr(clue->body, '-')) return;
  bool is_state = strlen(clue->body) == 3 && ro_dictionary_state(scene->dictionary, clue->body);
  if (is_state && *sector) clue->code = ro_cast_code(&scene->cast, clue->body, sector);
  bool is_part = strcmp(part, "yes") != 0 && strcmp(part, "no") != 0;
  if (is_state && is_part)
    clue->body = ro_arena_print(scene->document->arena, "%s-%s", clue->body, part);
}

/* A noun beside the name that tells office and state: "Lavrov, the Russian foreign minister". */
static void read_apposition(ro_name_scene *scene, uint32_t head, ro_person_clue *clue) {
  const ro_document *document = scene->document;
  const ro_token *token = &document->tokens[head];
  uint32_t beside = RO_NONE;
  if ((token->deprel == RO_DEPREL_APPOS || token->deprel == RO_DEPREL_FLAT ||
       token->deprel == RO_DEPREL_NMOD_DESC) &&
      token->head != RO_NONE && ro_scene_agent(scene, token->head))
    beside = token->head;
  for (uint32_t child = document->first_child[head]; child != RO_NONE && beside == RO_NONE;
       child = document->next_sibling[child])
    if (document->tokens[child].deprel == RO_DEPREL_APPOS && ro_scene_agent(scene, child))
      beside = child;
  if (beside == RO_NONE) return;
  const ro_dictionary_entry *agent = ro_scene_agent_entry(scene, beside);
  if (!agent || agent->type == RO_AGENT_ORGAN) return;
  ro_person_clue found = {0};
  ro_read_description(scene, ro_scene_agent(scene, beside), &found);
  apply_agent(scene, agent, &found);
  if (!clue->body) {
    clue->body = found.body;
    clue->code = found.code;
  }
  if (!clue->office) clue->office = found.office;
  if (!clue->role) clue->role = found.role;
}

static void add_person(mention_finder *finder, const person_span *span) {
  ro_name_scene *scene = finder->scene;
  ro_person_clue clue = {0};
  const ro_dictionary_entry *agent = NULL;
  ro_read_title(scene, span->name, &clue);
  for (uint32_t i = span->name; i-- > span->title && !agent;)
    agent = ro_scene_agent_entry(scene, i);
  if (agent) apply_agent(scene, agent, &clue);
  uint32_t head = ro_head_of_run(scene->document, span->name, span->end - span->name);
  if (!clue.body || !clue.office) read_apposition(scene, head, &clue);
  if (clue.office && strcmp(clue.office, "counterpart") == 0) clue.office = clue.role = NULL;
  const char *name = ro_scene_text(scene, span->name, span->end - span->name);
  uint32_t member = ro_cast_person(&scene->cast, name, &clue, span->name);
  push_mention(finder, span->title, span->end - span->title, RO_MENTION_NAME, member);
}

static void find_persons(mention_finder *finder, const ro_sentence *sentence) {
  ro_name_scene *scene = finder->scene;
  finder->person_count = 0;
  uint32_t end = sentence->first_token + sentence->token_count;
  for (uint32_t i = sentence->first_token; i < end;) {
    uint32_t count = ro_person_at(scene, i);
    if (!count) {
      i++;
      continue;
    }
    ro_person_clue clue = {0};
    person_span *span = RO_ARENA_PUSH(scene->document->arena, &finder->persons,
                                      finder->person_count, finder->person_capacity);
    *span = (person_span){ro_read_title(scene, i, &clue), i, i + count};
    i += count;
  }
}

static const person_span *person_from(const mention_finder *finder, uint32_t token) {
  for (size_t i = 0; i < finder->person_count; i++)
    if (token >= finder->persons[i].title && token < finder->persons[i].end)
      return &finder->persons[i];
  return NULL;
}

/* A state, a body, a group, or a capital that stands for its government. */
static bool add_name(mention_finder *finder, const ro_name_match *name) {
  ro_name_scene *scene = finder->scene;
  const ro_dictionary *dictionary = scene->dictionary;
  const ro_dictionary_entry *actor = ro_match_entry(dictionary, name, RO_ENTRY_ACTOR, RO_USE_NAME);
  const ro_dictionary_entry *state = ro_match_entry(dictionary, name, RO_ENTRY_STATE, RO_USE_NAME);
  const ro_dictionary_entry *people =
      ro_match_entry(dictionary, name, RO_ENTRY_STATE, RO_USE_PEOPLE);
  const ro_dictionary_entry *place = ro_match_entry(dictionary, name, RO_ENTRY_PLACE, RO_USE_NAME);
  const char *id = NULL, *code = NULL, *reason = "";
  ro_actor_type type = RO_ACTOR_STATE;
  uint32_t head = ro_head_of_run(scene->document, name->first, name->count);
  bool is_noun = scene->document->tokens[head].upos != RO_UPOS_ADJ;
  if (actor && !(state && is_noun)) {
    id = ro_dictionary_string(dictionary, actor->id);
    code = ro_dictionary_string(dictionary, actor->code);
    type = (ro_actor_type)actor->type;
    reason = ro_arena_print(scene->document->arena, "actors.tsv: %s",
                            ro_dictionary_string(dictionary, actor->name));
    if (type == RO_ACTOR_MEDIUM)
      id = ro_arena_print(scene->document->arena, "%s-MED",
                          ro_dictionary_string(dictionary, actor->home));
  } else if (state || (people && is_noun)) {
    const ro_dictionary_entry *entry = state ? state : people;
    id = ro_dictionary_string(dictionary, entry->id);
    code = state ? ro_dictionary_string(dictionary, entry->code)
                 : ro_cast_code(&scene->cast, id, "CVL");
    reason = ro_arena_print(scene->document->arena, "countries.tsv: %s",
                            ro_dictionary_string(dictionary, entry->name));
  } else if (place && strcmp(ro_dictionary_string(dictionary, place->office), "PPLC") == 0 &&
             ro_is_used_as_government(scene->document, name->first, name->count)) {
    id = ro_dictionary_string(dictionary, place->home);
    code = ro_cast_code(&scene->cast, id, "GOV");
    type = RO_ACTOR_GOVERNMENT;
    reason = ro_arena_print(scene->document->arena, "the capital %s stands for its government",
                            ro_dictionary_string(dictionary, place->name));
  }
  if (!id) return false;
  uint32_t member = ro_cast_actor(&scene->cast, id, code, type, name->first, reason);
  push_mention(finder, name->first, name->count, RO_MENTION_NAME, member);
  return true;
}

static bool is_plural(const ro_name_scene *scene, uint32_t token) {
  const char *feats = scene->document->tokens[token].feats;
  return feats && strstr(feats, "Number=Plur") != NULL;
}

/* "the", "this", "his", "Russia's": somebody whom the reader knows. */
static bool is_definite(const ro_name_scene *scene, uint32_t head, uint32_t first) {
  const ro_document *document = scene->document;
  if (ro_tree_child(document, head, RO_DEPREL_NMOD_POSS) != RO_NONE) return true;
  uint32_t determiner = ro_tree_child(document, head, RO_DEPREL_DET);
  if (determiner == RO_NONE && first > 0) determiner = first - 1;
  return determiner != RO_NONE && (ro_scene_is_word(scene, determiner, "the") ||
                                   ro_scene_is_word(scene, determiner, "this") ||
                                   ro_scene_is_word(scene, determiner, "that"));
}

static bool has_one_holder(const char *office) {
  static const char *const offices[] = {
      "head",     "government head",   "foreign",          "defence",
      "interior", "secretary general", "director general", NULL};
  for (int i = 0; office && offices[i]; i++)
    if (strcmp(office, offices[i]) == 0) return true;
  return false;
}

/* "western-governments", "european-diplomats": a group that no state's code stands for. */
static const char *loose_group(const ro_name_scene *scene, const ro_name_match *agent) {
  uint32_t head = agent->first + agent->count - 1;
  if (agent->first == 0 || !is_plural(scene, head)) return NULL;
  const char *region = ro_region_adjective(scene, agent->first - 1);
  if (!region) return NULL;
  char *noun = ro_arena_copy_string(scene->document->arena,
                                    ro_scene_text(scene, agent->first, agent->count));
  for (char *at = noun; *at; at++)
    *at = *at == ' ' ? '-' : (char)tolower((unsigned char)*at);
  return ro_arena_print(scene->document->arena, "%s-%s", region, noun);
}

/* The member of the cast that a description of a person leads to. */
static uint32_t described_person(mention_finder *finder, const ro_name_match *agent,
                                 const ro_person_clue *clue, uint32_t first, bool plural) {
  ro_name_scene *scene = finder->scene;
  uint32_t head = agent->first + agent->count - 1;
  if (!plural && is_definite(scene, head, first)) {
    uint32_t known = ro_refer_to_person(scene, clue, agent->first);
    if (known != RO_NONE) return known;
    const ro_dictionary_entry *holder =
        clue->body && has_one_holder(clue->office)
            ? ro_cast_office_holder(&scene->cast, clue->body, clue->office)
            : NULL;
    if (holder)
      return ro_cast_person(&scene->cast, ro_dictionary_string(scene->dictionary, holder->name),
                            clue, agent->first);
  }
  return ro_cast_unnamed(&scene->cast, clue, plural, agent->first);
}

static void add_organ(mention_finder *finder, const ro_name_match *agent,
                      const ro_dictionary_entry *entry, ro_person_clue *clue, uint32_t first) {
  ro_name_scene *scene = finder->scene;
  uint32_t head = agent->first + agent->count - 1, count = head + 1 - first;
  uint32_t member = RO_NONE;
  if (clue->body) {
    apply_agent(scene, entry, clue);
    member = ro_cast_actor(&scene->cast, clue->body, clue->code, RO_ACTOR_GOVERNMENT, first,
                           "the state or body that the noun belongs to");
  } else if (is_definite(scene, head, first)) {
    member = ro_refer_to_body(scene, agent);
  }
  ro_actor_mention *mention = push_mention(finder, first, count, RO_MENTION_NOMINAL, member);
  if (clue->code) mention->code = clue->code;
  mention->role = ro_dictionary_string(scene->dictionary, entry->name);
  if (member == RO_NONE) ro_refer_to_both(scene, agent, mention);
}

static void add_description(mention_finder *finder, const ro_name_match *agent) {
  ro_name_scene *scene = finder->scene;
  const ro_dictionary_entry *entry =
      ro_match_entry(scene->dictionary, agent, RO_ENTRY_AGENT, RO_USE_NAME);
  uint32_t head = agent->first + agent->count - 1;
  ro_person_clue clue = {0};
  const char *group = loose_group(scene, agent);
  if (group) {
    uint32_t member = ro_cast_actor(&scene->cast, group, NULL, RO_ACTOR_GROUP, agent->first,
                                    "a group of a region");
    push_mention(finder, agent->first - 1, agent->count + 1, RO_MENTION_NOMINAL, member);
    return;
  }
  if (!entry) { /* a noun that refers back to a body: "the alliance" */
    uint32_t member =
        is_definite(scene, head, agent->first) ? ro_refer_to_body(scene, agent) : RO_NONE;
    if (member != RO_NONE)
      push_mention(finder, agent->first, agent->count, RO_MENTION_NOMINAL, member);
    return;
  }
  uint32_t first = ro_read_description(scene, agent, &clue);
  if (first > agent->first) first = agent->first;
  if (entry->type == RO_AGENT_ORGAN) {
    add_organ(finder, agent, entry, &clue, first);
    return;
  }
  bool plural = entry->type == RO_AGENT_GROUP || is_plural(scene, head);
  apply_agent(scene, entry, &clue);
  uint32_t member = described_person(finder, agent, &clue, first, plural);
  ro_actor_mention *mention =
      push_mention(finder, first, head + 1 - first, RO_MENTION_NOMINAL, member);
  if (entry->type == RO_AGENT_GROUP) mention->unnamed = false;
}

/* Whether the noun heads what it stands in: not "president" in "the president's adviser". */
static bool heads_phrase(const ro_name_scene *scene, const ro_name_match *agent) {
  const ro_token *token = &scene->document->tokens[agent->first + agent->count - 1];
  return token->deprel != RO_DEPREL_COMPOUND && token->deprel != RO_DEPREL_AMOD &&
         token->upos != RO_UPOS_ADJ;
}

static uint32_t add_next(mention_finder *finder, uint32_t token) {
  ro_name_scene *scene = finder->scene;
  const person_span *person = person_from(finder, token);
  if (person) {
    add_person(finder, person);
    return person->end;
  }
  const ro_name_match *name = ro_scene_name(scene, token);
  if (name && name->first == token && add_name(finder, name)) return token + name->count;
  const ro_name_match *agent = ro_scene_agent(scene, token);
  if (agent && agent->first == token && heads_phrase(scene, agent)) {
    add_description(finder, agent);
    return token + agent->count;
  }
  if (scene->document->tokens[token].upos == RO_UPOS_PRON) {
    uint32_t member = ro_refer_by_pronoun(scene, token);
    if (member != RO_NONE || ro_is_third_person(scene, token))
      push_mention(finder, token, 1, RO_MENTION_PRONOUN, member);
  }
  return token + 1;
}

static int by_start(const void *a, const void *b) {
  const ro_actor_mention *left = a, *right = b;
  if (left->first_token != right->first_token)
    return left->first_token < right->first_token ? -1 : 1;
  return left->token_count > right->token_count ? -1 : left->token_count < right->token_count;
}

void ro_find_mentions(ro_name_scene *scene) {
  ro_document *document = scene->document;
  mention_finder finder = {.scene = scene};
  for (uint32_t s = 0; s < document->sentence_count; s++) {
    const ro_sentence *sentence = &document->sentences[s];
    uint32_t end = sentence->first_token + sentence->token_count;
    find_persons(&finder, sentence);
    for (uint32_t i = sentence->first_token; i < end;)
      i = add_next(&finder, i);
  }
  if (document->actor_count)
    qsort(document->actors, document->actor_count, sizeof *document->actors, by_start);
}
