/* Sentences that look like acts and are none: sport, show business, figures of speech. */
#ifndef RO_RECORDS_DISCARDS_H
#define RO_RECORDS_DISCARDS_H

#include "base/document.h"
#include "base/error.h"
#include "records/lexicon/word_table.h"

typedef struct discard {
  const char *const *words; /* in lower case, each a form or a lemma */
  size_t word_count;
  const struct discard *next; /* with the same first word */
} discard;

typedef struct ro_discards {
  word_table phrases; /* first word to the address of its first discard */
} ro_discards;

ro_status discards_load(ro_discards *discards, ro_arena *arena, const char *data_directory,
                        ro_error *error);

/* The phrase for which the sentence is left out; NULL where there is none. */
const discard *discards_find(const ro_discards *discards, const ro_document *document,
                             const ro_sentence *sentence);

#endif
