#include "records/event_parties.h"

#include <string.h>

#include "syntax/tree.h"

enum { STATE_LENGTH = 3 };

static const ro_token *token_of(const ro_scene *scene, uint32_t index) {
  return &scene->document->tokens[index];
}

/* "RUS" of "RUSGOV"; NULL for a body or group that belongs to no state. */
static const char *state_of_code(const ro_scene *scene, const char *code) {
  static const char *const stateless[] = {"IGO", "NGO", "IMG", "MNC"};
  if (!code || strlen(code) < STATE_LENGTH) return NULL;
  for (size_t i = 0; i < sizeof stateless / sizeof *stateless; i++)
    if (strncmp(code, stateless[i], STATE_LENGTH) == 0) return NULL;
  return ro_arena_copy(scene->document->arena, code, STATE_LENGTH);
}

static const char *state_of_mention(const ro_scene *scene, const ro_actor_mention *mention) {
  return mention->actor ? state_of_code(scene, mention->code) : NULL;
}

/* The state that is named at a word, as an actor or as a place. */
static const char *state_at(const ro_scene *scene, uint32_t token) {
  uint32_t mention = scene->mentions[token], place = scene->places[token];
  const char *state =
      mention == RO_NONE ? NULL : state_of_mention(scene, &scene->document->actors[mention]);
  if (state) return state;
  return place == RO_NONE ? NULL : scene->document->places[place].country;
}

/* "demonstrators IN BAGHDAD", "rebels OF THE GAZA STRIP", "SERBIAN villagers" */
static const char *state_of_phrase(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[token]; child != RO_NONE;
       child = document->next_sibling[child]) {
    switch (document->tokens[child].deprel) {
    case RO_DEPREL_NMOD:
    case RO_DEPREL_NMOD_POSS:
    case RO_DEPREL_AMOD:
    case RO_DEPREL_COMPOUND:
    case RO_DEPREL_APPOS: {
      const char *state = state_at(scene, child);
      if (state) return state;
      break;
    }
    default:
      break;
    }
  }
  return NULL;
}

/* The state that most of the words from `first` to `last` name; NULL where no more than half do. */
static const char *leading_state(const ro_scene *scene, uint32_t first, uint32_t last) {
  const char *leader = NULL;
  int lead = 0; /* votes for the leader less all others: only a majority is left in the end */
  for (uint32_t i = first; i <= last; i++) {
    const char *state = state_at(scene, i);
    if (!state) continue;
    if (!lead) leader = state;
    lead += strcmp(leader, state) == 0 ? 1 : -1;
  }
  return lead > 0 ? leader : NULL;
}

static const char *state_of_sentence(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[token_of(scene, token)->sentence];
  uint32_t last = sentence->first_token + sentence->token_count - 1;
  return leading_state(scene, sentence->first_token, last);
}

static const char *state_of_parties(const ro_scene *scene, const ro_parties *parties) {
  for (uint32_t i = 0; i < parties->count; i++) {
    const char *state = state_of_code(scene, parties->items[i].code);
    if (state) return state;
  }
  return NULL;
}

/* Whether one of them speaks for its state as a whole. */
static bool is_government(const ro_parties *parties) {
  for (uint32_t i = 0; i < parties->count; i++) {
    const char *code = parties->items[i].code;
    if (code && (strlen(code) == STATE_LENGTH || strcmp(code + STATE_LENGTH, "GOV") == 0))
      return true;
  }
  return false;
}

/* What the noun, the title or the noun that a pronoun stands for makes of its bearer; NULL. */
static const char *sector_of(const ro_scene *scene, const ro_actor_mention *mention) {
  enum { NEIGHBOURS = 8 }; /* mentions before it that a pronoun may stand for */
  const ro_document *document = scene->document;
  uint32_t own = (uint32_t)(mention - document->actors);
  if (mention->sector || mention->kind != RO_MENTION_PRONOUN) return mention->sector;
  for (uint32_t i = own; i-- > 0 && own - i <= NEIGHBOURS;)
    if (document->actors[i].entity == mention->entity && document->actors[i].sector)
      return document->actors[i].sector;
  return NULL;
}

/* What they do among themselves is no event. */
static bool is_private(const char *sector) {
  static const char *const sectors[] = {"BUS", "MED", "JRN", "EDU", "SOC", "AGR", "CRM"};
  for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
    if (strcmp(sector, sectors[i]) == 0) return true;
  return false;
}

/* Somebody whom no list knows but the words describe: "police", "the rebels", "President Salim". */
static bool add_described(ro_parties *out, const ro_scene *scene, uint32_t token,
                          const ro_parties *other) {
  uint32_t index = scene->mentions[token];
  if (index == RO_NONE) return false;
  const ro_actor_mention *mention = &scene->document->actors[index];
  const char *sector = sector_of(scene, mention);
  if (!sector || mention->code || mention->member_count) return false;
  const char *state = state_of_phrase(scene, token);
  const char *others = state_of_parties(scene, other);
  bool governs = strcmp(sector, "GOV") == 0;
  if (!state && others && !(governs && is_government(other))) state = others;
  if (!state && !others) state = state_of_sentence(scene, token);
  bool engaged = !others || parties_any_political(other) || state_of_phrase(scene, token);
  bool political = state && engaged && !is_private(sector);
  if (!state && !others) state = scene->leading_state;
  if (!state) return false;
  const char *code = ro_arena_print(scene->document->arena, "%s%s", state, sector);
  parties_add(out, (ro_party){code, code, mention->span, political});
  return true;
}

/* Those described at a phrase and beside it: "police and soldiers", "a group of villagers". */
static void add_described_phrase(ro_parties *out, const ro_scene *scene, uint32_t token,
                                 const ro_parties *other) {
  const ro_document *document = scene->document;
  if (!add_described(out, scene, token, other)) {
    uint32_t counted = ro_tree_child(document, token, RO_DEPREL_NMOD);
    if (counted != RO_NONE) add_described(out, scene, counted, other);
  }
  for (uint32_t child = ro_tree_child(document, token, RO_DEPREL_CONJ); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_CONJ))
    add_described(out, scene, child, other);
}

static void add_at_path(ro_parties *out, const ro_scene *scene, const act_match *match,
                        const act_path *path, const ro_parties *other) {
  uint32_t token = matcher_token_at(scene, &match->arguments, path);
  if (token == RO_NONE) return;
  if (path->step == ACT_STEP_SUBJECT) token = arguments_surface_subject(scene, token);
  if (token == RO_NONE || path->step == ACT_STEP_PLACE) return;
  token = arguments_antecedent(scene->document, token);
  if (path->step == ACT_STEP_SELF || path->step == ACT_STEP_SUBJECT) {
    add_described_phrase(out, scene, token, other);
    return;
  }
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[token]; child != RO_NONE && !out->count;
       child = document->next_sibling[child])
    if (document->tokens[child].deprel == RO_DEPREL_NMOD_POSS ||
        document->tokens[child].deprel == RO_DEPREL_NMOD)
      add_described_phrase(out, scene, child, other);
}

static void add_at_paths(ro_parties *out, const ro_scene *scene, const act_match *match,
                         const act_paths *paths, const ro_parties *other) {
  for (size_t i = 0; i < paths->count && !out->count; i++)
    add_at_path(out, scene, match, &paths->items[i], other);
}

/* Parties that have a code, in the words of the frame: a loose group ("its partners") has none. */
static ro_parties with_codes(const ro_scene *scene, const ro_parties *parties) {
  ro_parties coded = {.count = 0};
  for (uint32_t i = 0; i < parties->count; i++) {
    ro_party party = parties->items[i];
    party.code = parties_code(scene, &party);
    if (party.code) coded.items[coded.count++] = party;
  }
  return coded;
}

static bool is_among(const ro_parties *parties, const char *code) {
  for (uint32_t i = 0; i < parties->count; i++)
    if (strcmp(parties->items[i].code, code) == 0) return true;
  return false;
}

/* The first party below a word that is not one of `others`: one that is named, else described. */
static void add_first_below(ro_parties *out, const ro_scene *scene, uint32_t token,
                            const ro_parties *others) {
  uint32_t first, last;
  if (token == RO_NONE) return;
  ro_parties named = {.count = 0};
  parties_below(&named, scene, token);
  named = with_codes(scene, &named);
  for (uint32_t i = 0; i < named.count && !out->count; i++)
    if (!is_among(others, named.items[i].code)) parties_add(out, named.items[i]);
  ro_tree_extent(scene->document, token, &first, &last);
  for (uint32_t i = first; i <= last && !out->count; i++)
    if (ro_tree_is_below(scene->document, i, token)) add_described(out, scene, i, others);
}

/* The state of a place that the clause names: "was arrested IN LEBANON". */
static const char *state_of_place(const ro_scene *scene, const act_match *match) {
  static const char *const prepositions[] = {"in", "at", "near", "outside", "on", "around"};
  for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
    uint32_t token = arguments_find(&match->arguments, ACT_PREPOSITION, prepositions[i]);
    if (token == RO_NONE) continue;
    const char *state = state_at(scene, token);
    if (!state) state = state_of_phrase(scene, token);
    if (state) return state;
  }
  return NULL;
}

/* Nobody is named as the doer: an arrest is the state's where it happens, an attack is somebody's
 * armed men there. */
static void fill_untold_source(act_match *match, const ro_scene *scene, const char *event) {
  bool told = arguments_find(&match->arguments, ACT_SUBJECT, NULL) != RO_NONE;
  bool lawful = strcmp(event, "COERCE") == 0 || strcmp(event, "ACCUSE") == 0 ||
                strcmp(event, "SANCTION") == 0;
  bool attack = strcmp(event, "ASSAULT") == 0;
  if (match->source.count || !match->target.count) return;
  if (!(lawful && match->arguments.passive && !told) && !attack) return;
  const char *state = state_of_place(scene, match);
  if (!state) return;
  const char *code = attack ? ro_arena_print(scene->document->arena, "%sUAF", state) : state;
  parties_add(&match->source, (ro_party){code, code, {0, 0}, true});
}

/* Who protests without saying against whom protests against his government. */
static void fill_untold_target(act_match *match, const ro_scene *scene, const char *event) {
  const char *state = state_of_parties(scene, &match->source);
  if (match->target.count || !state || strcmp(event, "PROTEST") != 0) return;
  const char *code = ro_arena_print(scene->document->arena, "%sGOV", state);
  if (!is_among(&match->source, code))
    parties_add(&match->target, (ro_party){code, code, {0, 0}, true});
}

static bool is_mutual(const act_match *match, const char *event) {
  return match->act == RO_ACT_MEETING || strcmp(event, "CONSULT") == 0;
}

void event_parties_fill(act_match *match, const ro_scene *scene, const char *event) {
  match->source = with_codes(scene, &match->who);
  match->target = with_codes(scene, &match->whom);
  if (!event) return;
  const act_frame *frame = match->entry ? match->entry->frame : NULL;
  if (frame && !match->source.count)
    add_at_paths(&match->source, scene, match, &frame->who, &match->target);
  bool open = !(match->entry && match->entry->marks & ACT_MARK_NO_WHOM);
  if (frame && open && !match->target.count)
    add_at_paths(&match->target, scene, match, &frame->whom, &match->source);
  if (open && !match->target.count && match->source.count && !is_mutual(match, event)) {
    add_first_below(&match->target, scene, match->matter, &match->source);
    uint32_t object = arguments_find(&match->arguments, ACT_OBJECT, NULL);
    if (!match->target.count) add_first_below(&match->target, scene, object, &match->source);
  }
  fill_untold_source(match, scene, event);
  fill_untold_target(match, scene, event);
}
