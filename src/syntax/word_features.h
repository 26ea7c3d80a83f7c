/* What the network sees of a word: its entry in the table of words, its first and last letters, and
 * how it is written. train/syntax/features.py computes the same. */
#ifndef RO_SYNTAX_WORD_FEATURES_H
#define RO_SYNTAX_WORD_FEATURES_H

#include "syntax/model.h"

enum { RO_PREFIXES = 4, RO_SUFFIXES = 5, RO_AFFIXES = RO_PREFIXES + RO_SUFFIXES };

typedef struct ro_word_features {
  uint32_t word; /* row in the table; word_count for an unknown one */
  uint32_t affixes[RO_AFFIXES];
  uint32_t affix_count; /* short words have fewer */
  uint32_t shape;
} ro_word_features;

/* `form` is valid UTF-8. Of very long forms only the beginning and the end are looked at. */
ro_word_features ro_word_features_of(const ro_model *model, const char *form, size_t size);

#endif
