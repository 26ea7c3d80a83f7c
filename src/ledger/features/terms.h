/* What a wording is about: its words without the empty ones, inflection taken off, synonyms made
 * one (data/matters.tsv). Two wordings of one matter share terms. */
#ifndef RO_LEDGER_TERMS_H
#define RO_LEDGER_TERMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "ledger/features/feature_words.h"
#include "readout/syntax.h"

typedef struct ro_vocabulary ro_vocabulary;

ro_status ro_vocabulary_load(ro_vocabulary **out, const char *data_directory, ro_error *error);
void ro_vocabulary_free(ro_vocabulary *vocabulary);

/* The words that tell how a record is meant. */
const ro_feature_words *ro_vocabulary_words(const ro_vocabulary *vocabulary);

typedef struct ro_term {
  uint32_t concept; /* hash of the concept's name, or of the stem */
  uint32_t weight;  /* 1 to 9 */
} ro_term;

/* A set of terms, by concept. */
typedef struct ro_terms {
  ro_term *items;
  uint32_t count;
} ro_terms;

enum { RO_TERMS_LIMIT = 48 };

/* The terms of text[span], leaving out the words that lie in one of the `skipped` spans. */
ro_terms ro_terms_of(const ro_vocabulary *vocabulary, ro_arena *arena, const char *text,
                     ro_span span, const ro_span *skipped, size_t skipped_count);

uint32_t ro_terms_weight(ro_terms terms);

/* Is a concept of data/matters.tsv among them? */
bool ro_terms_have(ro_terms terms, const char *concept);

/* Weight of what both have. */
uint32_t ro_terms_shared(ro_terms a, ro_terms b);

/* How alike two wordings are, 0 to 1000: the geometric mean of how much of the shorter one is
 * shared and of the Dice coefficient. 0 where one says nothing. */
uint32_t ro_terms_likeness(ro_terms a, ro_terms b);

/* Takes regular English endings off a lower-case word, in place. */
void ro_stem(char *word);

#endif
