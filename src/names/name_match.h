/* Names of the dictionary in a text: the longest at each place, and the common nouns for roles. */
#ifndef RO_NAMES_NAME_MATCH_H
#define RO_NAMES_NAME_MATCH_H

#include "base/document.h"
#include "names/dictionary.h"

/* Words that the dictionary knows as one name or one noun. */
typedef struct ro_name_match {
  uint32_t first, count; /* tokens */
  const ro_dictionary_posting *postings;
  uint32_t posting_count;
} ro_name_match;

typedef struct ro_name_matches {
  ro_name_match *items; /* by first token; names do not overlap each other, nor nouns nouns */
  uint32_t count;
  uint32_t *at; /* of each token: the match that holds it, or RO_NONE */
} ro_name_matches;

/* Names as they are written with capitals. */
ro_name_matches ro_match_names(const ro_dictionary *dictionary, const ro_document *document);

/* Common nouns for roles, singular or plural: "foreign ministers", "troops". */
ro_name_matches ro_match_agents(const ro_dictionary *dictionary, const ro_document *document);

/* The best posting of that kind and use, of a match that may have several; NULL. */
const ro_dictionary_entry *ro_match_entry(const ro_dictionary *dictionary,
                                          const ro_name_match *match, ro_entry_kind kind,
                                          ro_name_use use);

#endif
