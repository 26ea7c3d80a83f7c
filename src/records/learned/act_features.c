#include "records/learned/act_features.h"

#include <string.h>

#include "base/hash.h"
#include "syntax/tree.h"

enum {
  LEMMAS = 8192,
  SUFFIXES = 1024,
  PARTS = RO_UPOS_COUNT + 1, /* 0: none */
  RELATIONS = RO_DEPREL_COUNT + 1,
  DEPENDENTS = 512,
  ACTS = RO_ACT_COUNT + 1, /* 0: not in the lexicon */
  MENTIONS = 32,
  PARTIES = 24,
  SAID = 4,
  AUXILIARIES = 256,
  DEPTHS = 10,
};

const uint32_t act_feature_rows[ACT_FEATURES] = {
    LEMMAS, LEMMAS, LEMMAS,   SUFFIXES, PARTS, RELATIONS,           PARTS,        DEPENDENTS,
    ACTS,   ACTS,   MENTIONS, PARTIES,  SAID,  AUXILIARIES *DEPTHS, RO_ACT_COUNT, RO_ACT_COUNT,
};

/* Row 0 stays for words that are left out in training. */
static uint16_t hash_row(const char *bytes, size_t size, uint32_t rows) {
  return (uint16_t)(1 + ro_hash(bytes, size) % (rows - 1));
}

static uint16_t lemma_row(const ro_scene *scene, uint32_t token) {
  char lower[64];
  size_t size = 0;
  for (const char *lemma = scene->lemmas[token]; lemma[size] && size < sizeof lower; size++) {
    char c = lemma[size];
    lower[size] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
  }
  return hash_row(lower, size, LEMMAS);
}

static uint16_t suffix_row(const ro_token *token) {
  size_t size = strlen(token->form), suffix = size < 3 ? size : 3;
  return hash_row(token->form + size - suffix, suffix, SUFFIXES);
}

static bool fits_part(const act_entry *entry, ro_upos upos) {
  switch (entry->word_class) {
  case ACT_VERB:
    return upos == RO_UPOS_VERB || upos == RO_UPOS_AUX;
  case ACT_NOUN:
    return upos == RO_UPOS_NOUN || upos == RO_UPOS_PROPN;
  case ACT_ADJECTIVE:
    return upos == RO_UPOS_ADJ || upos == RO_UPOS_VERB;
  case ACT_PHRASE:
    return false;
  }
  return false;
}

/* Which act the lexicon's first entry for the word tells, whatever its frame asks for. */
static uint16_t lexicon_act(const ro_scene *scene, uint32_t token) {
  const act_entry *entry = act_lexicon_entries(scene->lexicon, scene->lemmas[token]);
  ro_upos upos = scene->document->tokens[token].upos;
  for (; entry; entry = entry->next)
    if (fits_part(entry, upos) && !(entry->marks & ACT_MARK_NONE))
      return (uint16_t)(1u + (unsigned)entry->act);
  return 0;
}

static bool is_party(const ro_scene *scene, uint32_t token) {
  uint32_t index = scene->mentions[token];
  if (index == RO_NONE) return scene->adjectives[token] != RO_NONE;
  const ro_actor_mention *mention = &scene->document->actors[index];
  return mention->actor || mention->member_count;
}

static uint16_t mention_row(const ro_scene *scene, uint32_t token) {
  uint32_t index = scene->mentions[token];
  if (index == RO_NONE) return scene->adjectives[token] != RO_NONE ? 1 : 0;
  const ro_actor_mention *mention = &scene->document->actors[index];
  unsigned type = (unsigned)mention->type < 14 ? (unsigned)mention->type : 14;
  return (uint16_t)(2u + 2u * type + (mention->actor || mention->member_count ? 1u : 0u));
}

/* What stands below a token: the relations, the parties in them, the auxiliaries and markers, and
 * the word that tells most about it. */
typedef struct surroundings {
  unsigned relations, auxiliaries;
  unsigned subject, object, oblique; /* 0 none, 1 some, 2 a party */
  uint32_t object_token, clause_token, oblique_token;
} surroundings;

static unsigned auxiliary_bit(const ro_scene *scene, uint32_t token) {
  static const struct {
    const char *lemma;
    unsigned bit;
  } words[] = {
      {"will", 1},  {"shall", 1},    {"would", 1},   {"must", 2},   {"should", 2},
      {"may", 4},   {"might", 4},    {"can", 4},     {"could", 4},  {"not", 8},
      {"never", 8}, {"no", 8},       {"n't", 8},     {"to", 16},    {"have", 32},
      {"if", 128},  {"unless", 128}, {"until", 128}, {"once", 128}, {"neither", 8},
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (scene_lemma_is(scene, token, words[i].lemma)) return words[i].bit;
  return 0;
}

static void note(unsigned *slot, const ro_scene *scene, uint32_t token) {
  unsigned value = is_party(scene, token) ? 2 : 1;
  if (value > *slot) *slot = value;
}

static void note_child(surroundings *around, const ro_scene *scene, uint32_t child) {
  switch (scene->document->tokens[child].deprel) {
  case RO_DEPREL_NSUBJ:
    around->relations |= 1;
    note(&around->subject, scene, child);
    break;
  case RO_DEPREL_NSUBJ_PASS:
    around->relations |= 2;
    note(&around->object, scene, child);
    break;
  case RO_DEPREL_CCOMP:
    around->relations |= 4;
    around->clause_token = child;
    break;
  case RO_DEPREL_XCOMP:
    around->relations |= 8;
    around->clause_token = child;
    break;
  case RO_DEPREL_OBJ:
    around->relations |= 16;
    around->object_token = child;
    note(&around->object, scene, child);
    break;
  case RO_DEPREL_IOBJ:
    note(&around->oblique, scene, child);
    break;
  case RO_DEPREL_PARATAXIS:
  case RO_DEPREL_ADVCL:
    around->relations |= 32;
    break;
  case RO_DEPREL_OBL:
  case RO_DEPREL_NMOD:
    around->relations |= 64;
    if (around->oblique_token == RO_NONE) around->oblique_token = child;
    note(&around->oblique, scene, child);
    break;
  case RO_DEPREL_OBL_AGENT:
    note(&around->subject, scene, child);
    break;
  case RO_DEPREL_AUX_PASS:
    around->relations |= 128;
    around->auxiliaries |= 64;
    break;
  case RO_DEPREL_NMOD_POSS:
  case RO_DEPREL_ACL:
    around->relations |= 256;
    note(&around->subject, scene, child);
    break;
  case RO_DEPREL_AUX:
  case RO_DEPREL_ADVMOD:
  case RO_DEPREL_DET:
  case RO_DEPREL_MARK:
    around->auxiliaries |= auxiliary_bit(scene, child);
    break;
  default:
    break;
  }
}

static unsigned depth_of(const ro_document *document, uint32_t token) {
  unsigned depth = 0;
  while (document->tokens[token].head != RO_NONE && depth < DEPTHS - 1) {
    token = document->tokens[token].head;
    depth++;
  }
  return depth;
}

static uint16_t said_row(const ro_scene *scene, uint32_t token) {
  uint32_t statement = scene->inner[token];
  if (statement == RO_NONE) return 0;
  return (uint16_t)(1u + (unsigned)scene->statements[statement].directness);
}

static void fill(const ro_scene *scene, const act_marks *marks, uint32_t token, uint16_t *out) {
  const ro_document *document = scene->document;
  const ro_token *word = &document->tokens[token];
  surroundings around = {
      .object_token = RO_NONE, .clause_token = RO_NONE, .oblique_token = RO_NONE};
  for (uint32_t child = document->first_child[token]; child != RO_NONE;
       child = document->next_sibling[child])
    note_child(&around, scene, child);
  uint32_t below = around.object_token != RO_NONE   ? around.object_token
                   : around.clause_token != RO_NONE ? around.clause_token
                                                    : around.oblique_token;
  out[0] = lemma_row(scene, token);
  out[1] = word->head != RO_NONE ? lemma_row(scene, word->head) : 0;
  out[2] = below != RO_NONE ? lemma_row(scene, below) : 0;
  out[3] = suffix_row(word);
  out[4] = (uint16_t)(1u + (unsigned)word->upos);
  out[5] = (uint16_t)(1u + (unsigned)word->deprel);
  out[6] = word->head != RO_NONE ? (uint16_t)(1u + (unsigned)document->tokens[word->head].upos) : 0;
  out[7] = (uint16_t)around.relations;
  out[8] = lexicon_act(scene, token);
  out[9] = word->head != RO_NONE ? lexicon_act(scene, word->head) : 0;
  out[10] = mention_row(scene, token);
  out[11] = (uint16_t)(around.subject * 8u + around.object * 2u + (around.oblique == 2 ? 1u : 0u));
  out[12] = said_row(scene, token);
  out[13] = (uint16_t)(around.auxiliaries * DEPTHS + depth_of(document, token));
  out[14] = marks->kept[token];
  out[15] = marks->dropped[token];
}

void act_features_fill(const ro_scene *scene, const act_marks *marks, uint32_t first,
                       uint32_t count, uint16_t *out) {
  for (uint32_t i = 0; i < count; i++)
    fill(scene, marks, first + i, out + (size_t)i * ACT_FEATURES);
}
