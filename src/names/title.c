#include "names/title.h"

#include <ctype.h>
#include <string.h>

#include "syntax/tree.h"

static void set_body(ro_name_scene *scene, ro_person_clue *clue, const char *body,
                     const char *code) {
  if (clue->body) return;
  clue->body = body;
  clue->code = code ? code : ro_cast_code(&scene->cast, body, "GOV");
}

static const ro_dictionary_entry *entry_of(const ro_name_scene *scene, const ro_name_match *name,
                                           ro_entry_kind kind) {
  const ro_dictionary_entry *entry = NULL;
  for (ro_name_use use = RO_USE_NAME; use <= RO_USE_PEOPLE && !entry; use++)
    entry = ro_match_entry(scene->dictionary, name, kind, use);
  return entry;
}

bool ro_read_body(ro_name_scene *scene, const ro_name_match *name, ro_person_clue *clue) {
  const ro_dictionary *dictionary = scene->dictionary;
  const ro_dictionary_entry *actor = entry_of(scene, name, RO_ENTRY_ACTOR);
  if (actor && actor->type == RO_ACTOR_MEDIUM) {
    const char *home = ro_dictionary_string(dictionary, actor->home);
    set_body(scene, clue, ro_arena_print(scene->document->arena, "%s-MED", home),
             ro_dictionary_string(dictionary, actor->code));
    return true;
  }
  if (actor) {
    set_body(scene, clue, ro_dictionary_string(dictionary, actor->id),
             ro_dictionary_string(dictionary, actor->code));
    return true;
  }
  const ro_dictionary_entry *state = entry_of(scene, name, RO_ENTRY_STATE);
  if (!state) return false;
  set_body(scene, clue, ro_dictionary_string(dictionary, state->id), NULL);
  return true;
}

static const char *lower_copy(const ro_name_scene *scene, const char *text) {
  char *copy = ro_arena_copy_string(scene->document->arena, text);
  for (char *at = copy; *at; at++)
    *at = *at == ' ' ? '-' : (char)tolower((unsigned char)*at);
  return copy;
}

const char *ro_region_adjective(const ro_name_scene *scene, uint32_t token) {
  const ro_name_match *name = ro_scene_name(scene, token);
  const char *form = scene->document->tokens[token].form;
  bool is_western = strcmp(form, "Western") == 0 || strcmp(form, "Eastern") == 0;
  if (name && entry_of(scene, name, RO_ENTRY_STATE)) return NULL;
  const ro_dictionary_entry *region =
      name ? ro_match_entry(scene->dictionary, name, RO_ENTRY_PLACE, RO_USE_ADJECTIVE) : NULL;
  if (!region && !is_western) return NULL;
  return name ? lower_copy(scene, ro_scene_text(scene, name->first, name->count))
              : lower_copy(scene, form);
}

static void set_office(ro_name_scene *scene, ro_person_clue *clue, const ro_name_match *agent,
                       const ro_dictionary_entry *entry) {
  if (clue->role) return;
  const char *office = ro_dictionary_string(scene->dictionary, entry->office);
  clue->role = ro_dictionary_string(scene->dictionary, entry->name);
  clue->office = *office ? office : NULL;
  (void)agent;
}

/* A word that may stand between the parts of a title: "deputy", "special", "acting". */
static bool is_filler(const ro_token *token) {
  return token->upos == RO_UPOS_ADJ || strcmp(token->form, "-") == 0 ||
         token->deprel == RO_DEPREL_COMPOUND;
}

uint32_t ro_read_title(ro_name_scene *scene, uint32_t token, ro_person_clue *clue) {
  uint32_t start = ro_scene_sentence_start(scene, token), first = token;
  bool any = false;
  for (uint32_t at = token; at > start;) {
    const ro_dictionary_entry *agent = ro_scene_agent_entry(scene, at - 1);
    const ro_name_match *name = ro_scene_name(scene, at - 1);
    if (ro_scene_is_possessive_mark(scene, at - 1) && at - 1 > start &&
        ro_scene_name(scene, at - 2)) {
      at--;
    } else if (agent && !(name && entry_of(scene, name, RO_ENTRY_ACTOR))) {
      const ro_name_match *match = ro_scene_agent(scene, at - 1);
      set_office(scene, clue, match, agent);
      at = first = match->first;
      any = true;
    } else if (name && ro_read_body(scene, name, clue)) {
      at = first = name->first;
      any = true;
    } else if (any && is_filler(&scene->document->tokens[at - 1])) {
      at--;
      first = scene->document->tokens[at].upos == RO_UPOS_ADJ ? at : first;
    } else {
      break;
    }
  }
  return first;
}

static const char *preposition_of(const ro_document *document, uint32_t token) {
  uint32_t child = ro_tree_child(document, token, RO_DEPREL_CASE);
  return child == RO_NONE ? "" : document->tokens[child].form;
}

/* "the president of Ukraine", "a spokesman for the ministry". */
static void read_complement(ro_name_scene *scene, uint32_t child, ro_person_clue *clue) {
  const ro_document *document = scene->document;
  const char *preposition = preposition_of(document, child);
  bool belongs = strcmp(preposition, "of") == 0 || strcmp(preposition, "for") == 0 ||
                 strcmp(preposition, "from") == 0 || strcmp(preposition, "at") == 0 ||
                 strcmp(preposition, "in") == 0;
  if (!belongs) return;
  const ro_name_match *name = ro_scene_name(scene, child);
  if (name && ro_read_body(scene, name, clue)) return;
  if (ro_scene_agent(scene, child)) {
    ro_person_clue inner = {0};
    ro_read_description(scene, ro_scene_agent(scene, child), &inner);
    if (inner.body && !clue->body) {
      clue->body = inner.body;
      clue->code = inner.code;
    }
  }
}

uint32_t ro_read_description(ro_name_scene *scene, const ro_name_match *agent,
                             ro_person_clue *clue) {
  const ro_document *document = scene->document;
  const ro_dictionary_entry *entry =
      ro_match_entry(scene->dictionary, agent, RO_ENTRY_AGENT, RO_USE_NAME);
  if (entry) set_office(scene, clue, agent, entry);
  uint32_t head = agent->first + agent->count - 1;
  uint32_t first = ro_read_title(scene, agent->first, clue);
  for (uint32_t child = document->first_child[head]; child != RO_NONE && !clue->body;
       child = document->next_sibling[child]) {
    const ro_name_match *name = ro_scene_name(scene, child);
    switch (document->tokens[child].deprel) {
    case RO_DEPREL_NMOD:
      read_complement(scene, child, clue);
      break;
    case RO_DEPREL_NMOD_POSS:
    case RO_DEPREL_AMOD:
    case RO_DEPREL_COMPOUND:
      if (name && child < head) ro_read_body(scene, name, clue);
      break;
    default:
      break;
    }
    if (child < first && clue->body) first = child;
  }
  return first;
}
