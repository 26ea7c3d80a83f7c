/* From what is seen in a report to rows of a model's tables: hashes of numbers, lemmas and paths
 * through the tree. Row 0 stays for what is not there. */
#ifndef RO_RECORDS_FEATURE_ROWS_H
#define RO_RECORDS_FEATURE_ROWS_H

#include "base/hash.h"
#include "records/scene/scene.h"

/* The row of a hash in a table of `rows`, never 0. */
uint16_t feature_row(uint64_t hash, uint32_t rows);

/* Takes in a number below 256. */
uint64_t feature_add_number(uint64_t hash, unsigned number);

/* The lemma of a token as the lexicon writes it; RO_NONE for no token. */
uint64_t feature_lemma(const ro_scene *scene, uint32_t token);

/* The relations up from a token to the nearest ancestor that it shares with a predicate, and down
 * to it (or only how many, up to two); 0 where more than six steps lie between. */
uint64_t feature_path(const ro_document *document, uint32_t predicate, uint32_t token,
                      bool with_down);

/* A token's relation and preposition. */
uint64_t feature_case(const ro_document *document, uint32_t token);

#endif
