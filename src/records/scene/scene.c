#include "records/scene/scene.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "records/scene/reattach.h"
#include "syntax/tree.h"

enum { LONGEST_KEY = 64 };

static uint32_t *new_index(const ro_document *document) {
  uint32_t *index = ro_arena_alloc_array(document->arena, document->token_count, sizeof *index);
  for (uint32_t i = 0; i < document->token_count; i++)
    index[i] = RO_NONE;
  return index;
}

static bool is_resolved(const ro_actor_mention *mention) {
  return mention->actor || mention->member_count;
}

/* The first one wins, which is the longest; one that is resolved beats one that is not. */
static void index_mentions(ro_scene *scene) {
  const ro_document *document = scene->document;
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    if (mention->head_token >= document->token_count) continue;
    uint32_t *slot = &scene->mentions[mention->head_token];
    if (*slot == RO_NONE || (!is_resolved(&document->actors[*slot]) && is_resolved(mention)))
      *slot = i;
  }
}

static void index_codes(ro_scene *scene) {
  const ro_document *document = scene->document;
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    if (!mention->actor || !mention->code) continue;
    uint64_t *slot = word_table_enter(&scene->codes, document->arena, mention->actor);
    if (!*slot) *slot = word_value_of(mention->code);
  }
}

static void index_places(ro_scene *scene) {
  const ro_document *document = scene->document;
  for (uint32_t i = 0; i < document->place_count; i++) {
    const ro_place *place = &document->places[i];
    bool acts = place->use == RO_PLACE_ADJECTIVE || place->use == RO_PLACE_GOVERNMENT;
    uint32_t last = place->first_token + place->token_count - 1;
    if (!place->country || place->token_count == 0 || last >= document->token_count) continue;
    if (acts) scene->adjectives[last] = i;
    scene->places[last] = i;
  }
}

static void index_times(ro_scene *scene) {
  const ro_document *document = scene->document;
  scene->timed = ro_arena_alloc_array(document->arena, document->token_count, sizeof *scene->timed);
  for (uint32_t i = 0; i < document->time_count; i++) {
    const ro_time *time = &document->times[i];
    uint32_t end = time->first_token + time->token_count;
    for (uint32_t t = time->first_token; t < end && t < document->token_count; t++)
      scene->timed[t] = true;
  }
}

static uint32_t content_size(const ro_statement *statement) {
  uint32_t size = 0;
  for (uint32_t i = 0; i < statement->content.count; i++)
    size += statement->content.items[i].end - statement->content.items[i].start;
  return size;
}

/* The first token that ends after byte `offset`. */
static uint32_t token_at(const ro_document *document, uint32_t offset) {
  uint32_t low = 0, high = document->token_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (document->tokens[middle].span.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

uint32_t scene_token_at(const ro_scene *scene, uint32_t offset) {
  return token_at(scene->document, offset);
}

static void note_statement(ro_scene *scene, uint32_t index, ro_span span) {
  const ro_document *document = scene->document;
  const ro_statement *statements = scene->statements;
  uint32_t size = content_size(&statements[index]);
  for (uint32_t t = token_at(document, span.start);
       t < document->token_count && document->tokens[t].span.start < span.end; t++) {
    uint32_t *outer = &scene->outer[t], *inner = &scene->inner[t];
    if (*outer == RO_NONE || content_size(&statements[*outer]) < size) *outer = index;
    if (*inner == RO_NONE || content_size(&statements[*inner]) > size) *inner = index;
  }
}

static void note_all(ro_scene *scene, uint32_t index) {
  const ro_statement *statement = &scene->statements[index];
  if (statement->manner != RO_MANNER_SPEECH) return;
  for (uint32_t k = 0; k < statement->content.count; k++)
    note_statement(scene, index, statement->content.items[k]);
}

/* Room for the document's statements and as many again as there are sentences. */
static void index_statements(ro_scene *scene) {
  const ro_document *document = scene->document;
  uint32_t room = document->statement_count + document->sentence_count;
  ro_statement *statements = ro_arena_alloc_array(document->arena, room, sizeof *statements);
  for (uint32_t i = 0; i < document->statement_count; i++)
    statements[i] = document->statements[i];
  scene->statements = statements;
  scene->statement_count = document->statement_count;
  for (uint32_t i = 0; i < scene->statement_count; i++)
    note_all(scene, i);
}

void scene_add_statement(ro_scene *scene, const ro_statement *statement) {
  const ro_document *document = scene->document;
  uint32_t room = document->statement_count + document->sentence_count;
  if (scene->statement_count == room) return;
  scene->statements[scene->statement_count] = *statement;
  note_all(scene, scene->statement_count++);
}

const char *scene_particle(const ro_scene *scene, uint32_t verb) {
  uint32_t particle = ro_tree_child(scene->document, verb, RO_DEPREL_COMPOUND_PRT);
  return particle == RO_NONE ? NULL : scene->document->tokens[particle].lemma;
}

/* The words of names of persons and actors: "Ban", "Price", "Security Council" are no common
 * nouns. */
static bool *mark_names(const ro_document *document) {
  bool *named = ro_arena_alloc_array(document->arena, document->token_count, sizeof *named);
  for (uint32_t i = 0; i < document->token_count; i++)
    named[i] = document->tokens[i].name_tag == RO_NAME_TAG_PERSON;
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const ro_actor_mention *mention = &document->actors[i];
    uint32_t end = mention->first_token + mention->token_count;
    if (mention->kind != RO_MENTION_NAME || end > document->token_count) continue;
    for (uint32_t t = mention->first_token; t < end; t++)
      named[t] = true;
  }
  return named;
}

static bool lexicon_knows(const act_lexicon *lexicon, const char *lemma) {
  return act_lexicon_entries(lexicon, lemma) ||
         !act_class_set_is_empty(act_lexicon_classes(lexicon, lemma));
}

/* "TROOPS": a plural that the lemmatiser leaves as it is, where the lexicon has the singular alone.
 */
static const char *singular(const act_lexicon *lexicon, ro_arena *arena, const ro_token *token) {
  size_t length = strlen(token->lemma);
  bool plural = token->xpos && strcmp(token->xpos, "NNS") == 0 && length > 3 &&
                token->lemma[length - 1] == 's';
  if (!plural || lexicon_knows(lexicon, token->lemma)) return token->lemma;
  const char *stem = ro_arena_copy(arena, token->lemma, length - 1);
  return lexicon_knows(lexicon, stem) ? stem : token->lemma;
}

/* "the TREATY on Arms", "the Geneva TALKS": a common noun in capitals is looked up in small
 * letters. */
static const char **lexicon_lemmas(const act_lexicon *lexicon, const ro_document *document) {
  const char **lemmas =
      ro_arena_alloc_array(document->arena, document->token_count, sizeof *lemmas);
  bool *named = mark_names(document);
  for (uint32_t i = 0; i < document->token_count; i++) {
    const ro_token *token = &document->tokens[i];
    lemmas[i] = singular(lexicon, document->arena, token);
    bool name = token->upos == RO_UPOS_PROPN || token->upos == RO_UPOS_ADJ; /* "MOSLEM" */
    if (!name || named[i] || !isupper((unsigned char)*token->lemma)) continue;
    char *lower = ro_arena_copy_string(document->arena, token->lemma);
    for (char *at = lower; *at; at++)
      *at = (char)tolower((unsigned char)*at);
    lemmas[i] = lower;
  }
  return lemmas;
}

/* Of a word with the one behind it: "step forward", "war crime". */
static act_class_set classes_of_two(const ro_scene *scene, uint32_t token) {
  char key[LONGEST_KEY];
  if (token + 1 >= scene->document->token_count) return (act_class_set){0};
  int length = snprintf(key, sizeof key, "%s %s", scene->lemmas[token], scene->lemmas[token + 1]);
  bool fits = length > 0 && (size_t)length < sizeof key;
  return fits ? act_lexicon_classes(scene->lexicon, key) : (act_class_set){0};
}

static act_class_set classes_of(const ro_scene *scene, uint32_t token) {
  const char *lemma = scene->lemmas[token];
  act_class_set own =
      act_class_set_join(act_lexicon_classes(scene->lexicon, lemma), classes_of_two(scene, token));
  const char *particle = scene_particle(scene, token);
  char key[LONGEST_KEY];
  if (!particle) return own;
  int length = snprintf(key, sizeof key, "%s %s", lemma, particle);
  bool fits = length > 0 && (size_t)length < sizeof key;
  act_class_set whole = fits ? act_lexicon_classes(scene->lexicon, key) : (act_class_set){0};
  return act_class_set_is_empty(whole) ? own : whole;
}

/* The code of the state that a mention names or speaks for; NULL. */
static const char *state_code(const ro_actor_mention *mention) {
  bool state = mention->actor && strcspn(mention->actor, ":-") == 3;
  return state ? mention->code : NULL;
}

/* The state of which more than half of the mentions of states are; NULL. */
static const char *leading_state(const ro_document *document) {
  const char *leader = NULL;
  uint32_t lead = 0, own = 0, all = 0; /* lead: its mentions less those of all others */
  for (uint32_t i = 0; i < document->actor_count; i++) {
    const char *code = state_code(&document->actors[i]);
    if (!code) continue;
    if (!lead) leader = code;
    lead = strncmp(leader, code, 3) == 0 ? lead + 1 : lead - 1;
  }
  for (uint32_t i = 0; leader && i < document->actor_count; i++) {
    const char *code = state_code(&document->actors[i]);
    if (!code) continue;
    all++;
    if (strncmp(leader, code, 3) == 0) own++;
  }
  return 2 * own > all ? ro_arena_copy(document->arena, leader, 3) : NULL;
}

bool scene_build(ro_scene *scene, const act_lexicon *lexicon, ro_document *document) {
  if (!document->token_count || !document->first_child || !document->tokens[0].lemma) return false;
  scene->lexicon = lexicon;
  scene->document = document;
  scene->lemmas = lexicon_lemmas(lexicon, document);
  scene->mentions = new_index(document);
  scene->adjectives = new_index(document);
  scene->places = new_index(document);
  scene->outer = new_index(document);
  scene->inner = new_index(document);
  scene->classes =
      ro_arena_alloc_array(document->arena, document->token_count, sizeof *scene->classes);
  scene->codes = (word_table){0};
  index_mentions(scene);
  index_codes(scene);
  index_places(scene);
  index_times(scene);
  index_statements(scene);
  scene->tallies = ro_arena_alloc_array(document->arena, 1, sizeof *scene->tallies);
  scene->leading_state = leading_state(document);
  for (uint32_t i = 0; i < document->token_count; i++)
    scene->classes[i] = classes_of(scene, i);
  reattach(scene);
  return true;
}

bool scene_lemma_is(const ro_scene *scene, uint32_t token, const char *lemma) {
  return strcmp(scene->lemmas[token], lemma) == 0;
}

bool scene_in_class(const ro_scene *scene, uint32_t token, const char *name) {
  return act_class_set_has(scene->classes[token], act_lexicon_class(scene->lexicon, name));
}

bool scene_is_said_in(const ro_scene *scene, uint32_t token, uint32_t statement) {
  const ro_spans *content = &scene->statements[statement].content;
  uint32_t start = scene->document->tokens[token].span.start;
  for (uint32_t i = 0; i < content->count; i++)
    if (content->items[i].start <= start && start < content->items[i].end) return true;
  return false;
}
