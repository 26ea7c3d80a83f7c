#include "records/learned/feature_rows.h"

#include <string.h>

#include "records/clause/arguments.h"

enum { STEPS = 6 /* of a path that are told apart */ };

uint16_t feature_row(uint64_t hash, uint32_t rows) {
  return (uint16_t)(1 + ro_hash_finish(hash) % (rows - 1));
}

uint64_t feature_add_number(uint64_t hash, unsigned number) {
  unsigned char byte = (unsigned char)number;
  return ro_hash_add(hash, &byte, 1);
}

uint64_t feature_lemma(const ro_scene *scene, uint32_t token) {
  if (token == RO_NONE) return feature_add_number(RO_HASH_START, 0);
  return ro_hash_add(RO_HASH_START, scene->lemmas[token], strlen(scene->lemmas[token]));
}

/* Ancestors of a token, itself first. */
typedef struct ancestry {
  uint32_t items[STEPS + 1];
  uint32_t count;
} ancestry;

static ancestry ancestors_of(const ro_document *document, uint32_t token) {
  ancestry line = {.count = 0};
  for (uint32_t at = token; at != RO_NONE && line.count <= STEPS; at = document->tokens[at].head)
    line.items[line.count++] = at;
  return line;
}

static uint64_t add_relations(uint64_t hash, const ro_document *document, const ancestry *line,
                              uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    hash = feature_add_number(hash, 1U + (unsigned)document->tokens[line->items[i]].deprel);
  return hash;
}

uint64_t feature_path(const ro_document *document, uint32_t predicate, uint32_t token,
                      bool with_down) {
  ancestry up = ancestors_of(document, token), down = ancestors_of(document, predicate);
  for (uint32_t i = 0; i < up.count; i++)
    for (uint32_t k = 0; k < down.count; k++) {
      if (up.items[i] != down.items[k]) continue;
      uint64_t hash = add_relations(RO_HASH_START, document, &up, i);
      hash = feature_add_number(hash, 0);
      if (with_down) return add_relations(hash, document, &down, k);
      return feature_add_number(hash, k > 2 ? 2 : k);
    }
  return 0;
}

uint64_t feature_case(const ro_document *document, uint32_t token) {
  const char *preposition = arguments_preposition(document, token);
  uint64_t hash = feature_add_number(RO_HASH_START, 1U + (unsigned)document->tokens[token].deprel);
  return preposition ? ro_hash_add(hash, preposition, strlen(preposition)) : hash;
}
