#include "statements/features.h"

#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"

enum {
  LEMMAS = 8192,
  SUFFIXES = 1024,
  TAGS = 1024,
  DEPTHS = 10,
  EDGES = 10,
  CUE_KINDS = 16,
  DEPENDENTS = 512,
  SHAPES = 8,
  RELATIONS = RO_DEPREL_COUNT + 1, /* 0: none */
  PARTS = RO_UPOS_COUNT + 1,
  STEPS = 5,
};

const uint32_t ro_token_feature_rows[RO_TOKEN_FEATURES] = {
    LEMMAS, LEMMAS, SUFFIXES, PARTS,     TAGS,      RELATIONS,  4,          DEPTHS,
    EDGES,  EDGES,  4,        CUE_KINDS, CUE_KINDS, DEPENDENTS, SHAPES * 5,
};

const uint32_t ro_pair_feature_rows[RO_PAIR_FEATURES] = {
    (STEPS - 1) * RELATIONS + 1,
    (STEPS - 1) * RELATIONS + 1,
    STEPS *STEPS + 1,
    10,
    5,
    22,
    2 * PARTS,
    12,
};

/* Row 0 stays for words that are left out in training. */
static uint16_t hash_row(const char *bytes, size_t size, uint32_t rows) {
  return (uint16_t)(1 + ro_hash(bytes, size) % (rows - 1));
}

static uint16_t lemma_row(const ro_token *token) {
  const char *lemma = token->lemma ? token->lemma : token->form;
  char lower[64];
  size_t size = 0;
  for (; lemma[size] && size < sizeof lower; size++) {
    char c = lemma[size];
    lower[size] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
  }
  return hash_row(lower, size, LEMMAS);
}

static uint16_t suffix_row(const ro_token *token) {
  size_t size = strlen(token->form), suffix = size < 3 ? size : 3;
  return hash_row(token->form + size - suffix, suffix, SUFFIXES);
}

static uint16_t capped(uint32_t value, uint32_t rows) {
  return (uint16_t)(value < rows ? value : rows - 1);
}

static uint16_t shape(const ro_token *token) {
  size_t size = strlen(token->form), at = 0;
  if (!size) return 0;
  uint32_t first = ro_utf8_next(token->form, size, &at);
  uint32_t second = at < size ? ro_utf8_next(token->form, size, &at) : 0;
  if (ro_unicode_is_digit(first)) return 1;
  if (!ro_unicode_is_letter(first)) return 2;
  if (!ro_unicode_is_upper(first)) return 3;
  return ro_unicode_is_upper(second) ? 4 : second ? 5 : 6;
}

static uint16_t cue_kind(const ro_feature_source *source, const ro_token *token) {
  const ro_cue *cue = ro_cue_list_find(source->cues, token->lemma, token->upos);
  if (!cue) return 0;
  uint16_t part = cue->part == RO_UPOS_VERB ? 0 : cue->part == RO_UPOS_NOUN ? 1 : 2;
  return (uint16_t)(1 + (unsigned)cue->manner + 3u * part +
                    (cue->part == RO_UPOS_VERB && cue->told == RO_TOLD_OBJECT ? 9u : 0u));
}

/* Which relations the token's dependents have: what a verb that reports speech governs. */
static uint16_t dependents(const ro_document *document, uint32_t token) {
  unsigned bits = 0;
  uint32_t child = document->first_child ? document->first_child[token] : RO_NONE;
  for (; child != RO_NONE; child = document->next_sibling[child]) {
    switch (document->tokens[child].deprel) {
    case RO_DEPREL_NSUBJ:
      bits |= 1;
      break;
    case RO_DEPREL_NSUBJ_PASS:
      bits |= 2;
      break;
    case RO_DEPREL_CCOMP:
      bits |= 4;
      break;
    case RO_DEPREL_XCOMP:
      bits |= 8;
      break;
    case RO_DEPREL_OBJ:
      bits |= 16;
      break;
    case RO_DEPREL_PARATAXIS:
    case RO_DEPREL_ADVCL:
      bits |= 32;
      break;
    case RO_DEPREL_OBL:
    case RO_DEPREL_NMOD:
      bits |= 64;
      break;
    case RO_DEPREL_AUX:
    case RO_DEPREL_AUX_PASS:
      bits |= 128;
      break;
    case RO_DEPREL_NMOD_POSS:
    case RO_DEPREL_ACL:
      bits |= 256;
      break;
    default:
      break;
    }
  }
  return (uint16_t)bits;
}

static uint16_t sentence_edges(const ro_document *document, uint32_t token) {
  const ro_sentence *sentence = &document->sentences[document->tokens[token].sentence];
  bool first = token == sentence->first_token;
  bool last = token + 1 == sentence->first_token + sentence->token_count;
  return (uint16_t)((first ? 1 : 0) + (last ? 2 : 0));
}

static void fill_token(const ro_feature_source *source, const ro_passage *passage, uint32_t i,
                       uint16_t *out) {
  const ro_document *document = source->document;
  uint32_t index = passage->first + i;
  const ro_token *token = &document->tokens[index];
  const ro_token *head = passage->head[i] < RO_PASSAGE_LONGEST
                             ? &document->tokens[passage->first + passage->head[i]]
                             : NULL;
  const char *tag = token->xpos ? token->xpos : "_";
  out[0] = lemma_row(token);
  out[1] = head ? lemma_row(head) : 0;
  out[2] = suffix_row(token);
  out[3] = (uint16_t)(1u + (unsigned)token->upos);
  out[4] = hash_row(tag, strlen(tag), TAGS);
  out[5] = (uint16_t)(1u + (unsigned)token->deprel);
  out[6] = source->quotations->states[index];
  out[7] = capped(passage->depth[i], DEPTHS);
  out[8] = capped(i, EDGES);
  out[9] = capped(passage->count - 1 - i, EDGES);
  out[10] = sentence_edges(document, index);
  out[11] = cue_kind(source, token);
  out[12] = head ? cue_kind(source, head) : 0;
  out[13] = dependents(document, index);
  out[14] = (uint16_t)(shape(token) * 5u + (unsigned)token->name_tag);
}

void ro_token_features(const ro_feature_source *source, const ro_passage *passage, uint16_t *out) {
  for (uint32_t i = 0; i < passage->count; i++)
    fill_token(source, passage, i, out + (size_t)i * RO_TOKEN_FEATURES);
}

/* Steps from the cue up to each of its ancestors, plus 1; 0 for all others. */
static void mark_ancestors(const ro_passage *passage, uint32_t cue,
                           uint8_t steps[RO_PASSAGE_LONGEST]) {
  memset(steps, 0, RO_PASSAGE_LONGEST);
  uint32_t at = cue;
  for (uint8_t step = 1; at < RO_PASSAGE_LONGEST && step <= RO_PASSAGE_DEEPEST; step++) {
    steps[at] = step;
    at = passage->head[at];
  }
}

/* How the tree leads from a token to the cue: up to a common ancestor, and down again. */
typedef struct tree_path {
  bool connected;
  uint32_t up, down;
  uint32_t token_branch, cue_branch; /* below the common ancestor; RO_NONE: it is one of the two */
} tree_path;

static tree_path find_path(const ro_passage *passage, uint32_t token, uint32_t cue,
                           const uint8_t steps[RO_PASSAGE_LONGEST]) {
  tree_path path = {.token_branch = RO_NONE, .cue_branch = RO_NONE};
  uint32_t at = token;
  while (at < RO_PASSAGE_LONGEST && !steps[at] && path.up < RO_PASSAGE_DEEPEST) {
    path.token_branch = at;
    at = passage->head[at];
    path.up++;
  }
  if (at >= RO_PASSAGE_LONGEST || !steps[at]) return path;
  path.connected = true;
  path.down = steps[at] - 1u;
  if (path.down) {
    path.cue_branch = cue;
    for (uint32_t i = 1; i < path.down; i++)
      path.cue_branch = passage->head[path.cue_branch];
  }
  return path;
}

static uint32_t smaller(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

static uint32_t branch_relation(const ro_document *document, const ro_passage *passage,
                                uint32_t branch) {
  if (branch == RO_NONE) return 0;
  return 1u + (uint32_t)document->tokens[passage->first + branch].deprel;
}

static void fill_path(const ro_document *document, const ro_passage *passage, uint32_t token,
                      uint32_t cue, const tree_path *path, uint16_t *out) {
  if (!path->connected) {
    out[0] = out[1] = (STEPS - 1) * RELATIONS;
    out[2] = STEPS * STEPS;
    out[3] = 9;
    out[6] = 0;
    return;
  }
  uint32_t branch = path->token_branch;
  out[0] = (uint16_t)(branch_relation(document, passage, branch) +
                      RELATIONS * smaller(path->down, STEPS - 2));
  out[1] = (uint16_t)(branch_relation(document, passage, path->cue_branch) +
                      RELATIONS * smaller(path->up, STEPS - 2));
  out[2] = (uint16_t)(smaller(path->up, STEPS - 1) * STEPS + smaller(path->down, STEPS - 1));
  if (branch == RO_NONE) {
    out[3] = path->cue_branch == RO_NONE ? 0 : 1; /* the cue; one of its ancestors */
    out[6] = 0;
    return;
  }
  bool first = token == passage->leftmost[branch], last = token == passage->rightmost[branch];
  out[3] = (uint16_t)(2u + (first ? 1u : 0u) + (last ? 2u : 0u));
  out[6] = (uint16_t)(2u * (1u + (unsigned)document->tokens[passage->first + branch].upos) +
                      (branch < cue ? 1u : 0u));
}

static uint16_t distance_row(uint32_t token, uint32_t cue) {
  static const uint8_t rows[40] = {0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8,
                                   9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
  uint32_t distance = token < cue ? cue - token : token - cue;
  return (uint16_t)((distance < 40 ? rows[distance] : 10) + (token < cue ? 11 : 0));
}

static uint16_t sentence_row(const ro_document *document, uint32_t token, uint32_t cue) {
  uint32_t a = document->tokens[token].sentence, b = document->tokens[cue].sentence;
  if (a == b) return 2;
  if (a > b) return a - b > 1 ? 4 : 3;
  return b - a > 1 ? 0 : 1;
}

/* How many quotations begin (to the right) or end (to the left) between the cue and a token, and
 * whether the token stands in one. */
static void fill_quotations(const ro_feature_source *source, const ro_passage *passage,
                            uint32_t cue, uint16_t *out) {
  const uint8_t *states = source->quotations->states + passage->first;
  uint32_t met = 0;
  for (uint32_t i = cue + 1; i < passage->count; i++) {
    if (states[i] == RO_QUOTATION_OPENS) met++;
    out[(size_t)i * RO_PAIR_FEATURES + 7] =
        (uint16_t)(2 * smaller(met, 2) + (states[i] != RO_UNQUOTED));
  }
  out[(size_t)cue * RO_PAIR_FEATURES + 7] = states[cue] != RO_UNQUOTED;
  met = 0;
  for (uint32_t i = cue; i-- > 0;) {
    if (states[i] == RO_QUOTATION_CLOSES) met++;
    out[(size_t)i * RO_PAIR_FEATURES + 7] =
        (uint16_t)(6 + 2 * smaller(met, 2) + (states[i] != RO_UNQUOTED));
  }
}

void ro_pair_features(const ro_feature_source *source, const ro_passage *passage, uint32_t cue,
                      uint16_t *out) {
  uint8_t steps[RO_PASSAGE_LONGEST];
  mark_ancestors(passage, cue, steps);
  for (uint32_t i = 0; i < passage->count; i++) {
    uint16_t *row = out + (size_t)i * RO_PAIR_FEATURES;
    tree_path path = find_path(passage, i, cue, steps);
    fill_path(source->document, passage, i, cue, &path, row);
    row[4] = sentence_row(source->document, passage->first + i, passage->first + cue);
    row[5] = distance_row(i, cue);
  }
  fill_quotations(source, passage, cue, out);
}
