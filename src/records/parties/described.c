#include "records/parties/described.h"

#include <string.h>
#include <strings.h>

#include "syntax/tree.h"

enum { STATE_LENGTH = 3, DEEPEST_NAME = 4 };

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

/* "PRO-ICELANDIC protesters" need not be of Iceland. */
static bool is_leaning(const ro_scene *scene, uint32_t token) {
  const char *form = token_of(scene, token)->form;
  if (strncasecmp(form, "pro-", 4) == 0 || strncasecmp(form, "anti-", 5) == 0) return true;
  if (token < 2 || strcmp(token_of(scene, token - 1)->form, "-") != 0) return false;
  form = token_of(scene, token - 2)->form;
  return strcasecmp(form, "pro") == 0 || strcasecmp(form, "anti") == 0;
}

const char *described_state_at(const ro_scene *scene, uint32_t token) {
  if (is_leaning(scene, token)) return NULL;
  uint32_t index = scene->mentions[token], place = scene->places[token];
  const ro_actor_mention *mention = index == RO_NONE ? NULL : &scene->document->actors[index];
  const char *state = mention && mention->actor ? state_of_code(scene, mention->code) : NULL;
  if (state) return state;
  return place == RO_NONE ? NULL : scene->document->places[place].country;
}

const char *described_state_of(const ro_scene *scene, const ro_parties *parties) {
  for (uint32_t i = 0; i < parties->count; i++) {
    const char *state = state_of_code(scene, parties->items[i].code);
    if (state) return state;
  }
  return NULL;
}

static bool is_part_of_phrase(ro_deprel deprel) {
  switch (deprel) {
  case RO_DEPREL_NMOD:
  case RO_DEPREL_NMOD_DESC:
  case RO_DEPREL_NMOD_POSS:
  case RO_DEPREL_AMOD:
  case RO_DEPREL_COMPOUND:
  case RO_DEPREL_FLAT:
  case RO_DEPREL_APPOS:
    return true;
  default:
    return false;
  }
}

/* "demonstrators IN BAGHDAD", "rebels OF THE GAZA STRIP", "SERBIAN villagers" */
static const char *state_of_phrase(const ro_scene *scene, uint32_t token, int depth) {
  const ro_document *document = scene->document;
  for (uint32_t child = document->first_child[token]; child != RO_NONE && depth < DEEPEST_NAME;
       child = document->next_sibling[child]) {
    if (!is_part_of_phrase(document->tokens[child].deprel)) continue;
    if (document->tokens[child].upos == RO_UPOS_PRON) continue; /* "its partners" */
    const char *state = described_state_at(scene, child);
    if (!state) state = state_of_phrase(scene, child, depth + 1);
    if (state) return state;
  }
  return NULL;
}

/* The state that more than half of the sentence's words for states name; NULL. */
static const char *state_of_sentence(const ro_scene *scene, uint32_t token) {
  const ro_document *document = scene->document;
  const ro_sentence *sentence = &document->sentences[token_of(scene, token)->sentence];
  uint32_t end = sentence->first_token + sentence->token_count;
  const char *leader = NULL;
  uint32_t lead = 0, own = 0, all = 0; /* lead: votes for the leader less all others */
  for (uint32_t i = sentence->first_token; i < end; i++) {
    const char *state = described_state_at(scene, i);
    if (!state) continue;
    if (!lead) leader = state;
    lead = strcmp(leader, state) == 0 ? lead + 1 : lead - 1;
  }
  for (uint32_t i = sentence->first_token; leader && i < end; i++) {
    const char *state = described_state_at(scene, i);
    all += state != NULL;
    own += state && strcmp(leader, state) == 0;
  }
  return 2 * own > all ? leader : NULL;
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
static const char *sector_of_mention(const ro_scene *scene, const ro_actor_mention *mention) {
  enum { NEIGHBOURS = 8 }; /* mentions before it that a pronoun may stand for */
  const ro_document *document = scene->document;
  uint32_t own = (uint32_t)(mention - document->actors);
  if (mention->sector || mention->kind != RO_MENTION_PRONOUN) return mention->sector;
  for (uint32_t i = own; i-- > 0 && own - i <= NEIGHBOURS;)
    if (document->actors[i].entity == mention->entity && document->actors[i].sector)
      return document->actors[i].sector;
  return NULL;
}

static const char *sector_at(const ro_scene *scene, uint32_t token) {
  uint32_t mention = scene->mentions[token];
  if (scene->places[token] != RO_NONE) return NULL;
  const char *sector =
      mention == RO_NONE ? NULL : sector_of_mention(scene, &scene->document->actors[mention]);
  if (sector) return sector;
  return scene_in_class(scene, token, "civilians") ? "CVL" : NULL;
}

/* What they do among themselves is no event. */
static bool is_private(const char *sector) {
  static const char *const sectors[] = {"BUS", "MED", "JRN", "EDU", "SOC", "AGR", "CRM"};
  for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
    if (strcmp(sector, sectors[i]) == 0) return true;
  return false;
}

/* CAMEO's code of the religion that the noun or a word before it tells: "MOSLEM protesters"; "". */
static const char *religion_at(const ro_scene *scene, uint32_t token) {
  static const char *const religions[] = {"MOS", "CHR", "JEW", "HIN", "BUD", "SIK"};
  const ro_document *document = scene->document;
  uint32_t child = document->first_child[token];
  for (uint32_t at = token; at != RO_NONE; at = at == token ? child : document->next_sibling[at]) {
    ro_deprel deprel = document->tokens[at].deprel;
    if (at != token && deprel != RO_DEPREL_AMOD && deprel != RO_DEPREL_COMPOUND) continue;
    for (size_t i = 0; i < sizeof religions / sizeof *religions; i++)
      if (scene_in_class(scene, at, religions[i])) return religions[i];
  }
  return "";
}

static void add(ro_parties *out, const ro_scene *scene, uint32_t token, ro_span words,
                const char *state, const char *sector, bool political) {
  const char *code = ro_arena_print(scene->document->arena, "%s%s%s", state, sector ? sector : "",
                                    religion_at(scene, token));
  parties_add(out, (ro_party){code, code, words, political});
}

/* "UN peacekeepers", whoever sends them, are no state's. */
static bool is_peacekeeper(const ro_scene *scene, uint32_t token) {
  if (scene_lemma_is(scene, token, "peacekeeper")) return true;
  uint32_t child = ro_tree_child(scene->document, token, RO_DEPREL_AMOD);
  return child != RO_NONE && scene_lemma_is(scene, child, "peacekeeping");
}

/* Of a noun without a sector only the country counts: "a missionary FROM BERGEN". */
static bool add_countryman(ro_parties *out, const ro_scene *scene, uint32_t token) {
  const char *state = state_of_phrase(scene, token, 0);
  bool noun = token_of(scene, token)->upos == RO_UPOS_NOUN;
  bool deed = act_lexicon_entries(scene->lexicon, scene->lemmas[token]) != NULL;
  if (!state || !noun || deed || scene_in_class(scene, token, "quantity-nouns")) return false;
  add(out, scene, token, token_of(scene, token)->span, state, NULL, true);
  return true;
}

bool described_add(ro_parties *out, const ro_scene *scene, uint32_t token,
                   const ro_parties *other) {
  uint32_t index = scene->mentions[token];
  const ro_actor_mention *mention = index == RO_NONE ? NULL : &scene->document->actors[index];
  const char *sector = sector_at(scene, token);
  if (mention && (mention->code || mention->member_count)) return false;
  if (!sector) return add_countryman(out, scene, token);
  const char *own = state_of_phrase(scene, token, 0), *state = own;
  const char *others = described_state_of(scene, other);
  bool governs = strcmp(sector, "GOV") == 0;
  if (!state && is_peacekeeper(scene, token)) state = own = "IGO";
  if (!state && others && !(governs && is_government(other))) state = others;
  if (!state && !others) state = state_of_sentence(scene, token);
  bool engaged = own || !others || parties_any_political(other);
  bool political = state && (engaged || governs) && !is_private(sector);
  if (!state && !others) state = scene->leading_state;
  ro_span words = mention ? mention->span : token_of(scene, token)->span;
  if (state) add(out, scene, token, words, state, sector, political);
  return state != NULL;
}

void described_add_phrase(ro_parties *out, const ro_scene *scene, uint32_t token,
                          const ro_parties *other) {
  const ro_document *document = scene->document;
  bool counts =
      scene_in_class(scene, token, "quantity-nouns") || scene_in_class(scene, token, "collectives");
  if (!described_add(out, scene, token, other) && counts) {
    uint32_t counted = ro_tree_child(document, token, RO_DEPREL_NMOD);
    if (counted != RO_NONE) described_add(out, scene, counted, other);
  }
  for (uint32_t child = ro_tree_child(document, token, RO_DEPREL_CONJ); child != RO_NONE;
       child = ro_tree_next_child(document, child, RO_DEPREL_CONJ))
    described_add(out, scene, child, other);
}

/* The sector that the noun tells which the words head or stand before: "ZAMBIAN people". */
static const char *sector_of_words(const ro_scene *scene, uint32_t token) {
  const ro_token *word = token_of(scene, token);
  const char *sector = sector_at(scene, token);
  bool adjective = word->deprel == RO_DEPREL_AMOD || word->deprel == RO_DEPREL_COMPOUND ||
                   word->deprel == RO_DEPREL_NMOD_POSS;
  if (!sector && adjective && word->head != RO_NONE) sector = sector_at(scene, word->head);
  if (sector) return sector;
  bool people = word->xpos && strcmp(word->xpos, "NNPS") == 0;
  if (people && scene->adjectives[token] != RO_NONE) return "CVL";
  uint32_t place = scene->places[token];
  if (place == RO_NONE || scene->mentions[token] != RO_NONE) return NULL;
  const char *kind = scene->document->places[place].kind;
  return kind && strncmp(kind, "PPL", 3) == 0 ? "CVL" : NULL;
}

/* "ETHNIC Albanians in Serbia" are of the place where they live. */
static const char *home_of_minority(const ro_scene *scene, uint32_t token, const char *state) {
  const ro_sentence *sentence = &scene->document->sentences[token_of(scene, token)->sentence];
  if (token == sentence->first_token || !scene_lemma_is(scene, token - 1, "ethnic")) return state;
  const ro_token *word = token_of(scene, token);
  bool modifier = word->deprel == RO_DEPREL_AMOD || word->deprel == RO_DEPREL_COMPOUND;
  uint32_t noun = modifier && word->head != RO_NONE ? word->head : token;
  for (uint32_t child = ro_tree_child(scene->document, noun, RO_DEPREL_NMOD); child != RO_NONE;
       child = ro_tree_next_child(scene->document, child, RO_DEPREL_NMOD)) {
    const char *home = described_state_at(scene, child);
    if (home) return home;
  }
  const char *home = state_of_sentence(scene, token);
  return home ? home : state;
}

/* The code with the religion that a common noun's words tell. */
static const char *with_religion(const ro_scene *scene, uint32_t token, const char *code) {
  bool common = token_of(scene, token)->upos == RO_UPOS_NOUN;
  const char *religion = common ? religion_at(scene, token) : "";
  return *religion ? ro_arena_print(scene->document->arena, "%s%s", code, religion) : code;
}

const char *described_code(const ro_scene *scene, const ro_party *party) {
  const char *code = parties_code(scene, party);
  if (!code || party->words.start == party->words.end) return code;
  uint32_t token = scene_token_at(scene, party->words.end - 1);
  if (strlen(code) == 2 * STATE_LENGTH) return with_religion(scene, token, code);
  if (strlen(code) != STATE_LENGTH || !state_of_code(scene, code)) return code;
  const char *state = home_of_minority(scene, token, code);
  const char *sector = sector_of_words(scene, token);
  if (!sector && state == code) return code;
  return ro_arena_print(scene->document->arena, "%s%s", state, sector ? sector : "CVL");
}
