/* The cues of data/cues.tsv: the words that tell that somebody said, thought or asked something. */
#ifndef RO_STATEMENTS_CUE_LIST_H
#define RO_STATEMENTS_CUE_LIST_H

#include "base/document.h"
#include "base/error.h"
#include "readout/statements.h"

/* What introduces the person who is told. */
typedef enum ro_told { RO_TOLD_NOBODY, RO_TOLD_OBJECT, RO_TOLD_TO } ro_told;

typedef struct ro_cue {
  const char *lemma;
  ro_upos part; /* VERB, NOUN, ADJ, ADV or ADP */
  ro_manner manner;
  bool is_bare; /* a noun alone reports words as well */
  bool is_deed; /* a clause tells what was done, not what was said ("agreed that") */
  ro_told told;
} ro_cue;

typedef struct ro_cue_list ro_cue_list;

/* Reads the table into the arena. */
ro_status ro_cue_list_load(const ro_cue_list **out, ro_arena *arena, const char *path,
                           ro_error *error);

/* The cue of that lemma (case does not matter) and part of speech; auxiliaries count as verbs,
 * proper nouns as nouns. NULL where there is none. */
const ro_cue *ro_cue_list_find(const ro_cue_list *list, const char *lemma, ro_upos part);

/* The cue of the token, with the word after it that makes another one of it ("went on", "made it
 * clear") where that is listed. */
const ro_cue *ro_cue_list_find_at(const ro_cue_list *list, const ro_document *document,
                                  uint32_t token);

#endif
