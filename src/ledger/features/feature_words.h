/* Single words of a record's evidence that tell how it is meant (data/ledger-words.tsv). */
#ifndef RO_LEDGER_FEATURE_WORDS_H
#define RO_LEDGER_FEATURE_WORDS_H

#include "base/arena.h"
#include "base/error.h"
#include "readout/annotation.h"

typedef enum ro_word_kind {
  RO_WORDS_SOME,
  RO_WORDS_CEASES,
  RO_WORDS_NEGATIVE,
  RO_WORDS_DEMANDED,
  RO_WORDS_UNLESS,
  RO_WORDS_REMOTE,
  RO_WORDS_LASTS,
  RO_WORDS_NUMBER,
  RO_WORDS_UNIT,
  RO_WORDS_DEADLINE,
  RO_WORDS_CONDITION,
  RO_WORDS_COUNT,
} ro_word_kind;

/* The words of each kind. */
typedef struct ro_feature_words {
  struct {
    const char **items;
    size_t count, capacity;
  } lists[RO_WORDS_COUNT];
} ro_feature_words;

/* Reads the table into the arena. */
ro_status ro_feature_words_load(ro_feature_words *out, ro_arena *arena, const char *data_directory,
                                ro_error *error);

/* A set of ro_feature_flags. */
uint32_t ro_features_flags(const ro_feature_words *words, const char *text,
                           const ro_record *record);

/* Of a condition or a threat, the part that names what must happen: from "unless", "until" or "if"
 * on; to the comma where that word comes first. */
ro_span ro_features_condition(const ro_feature_words *words, const char *text, ro_span span);

#endif
