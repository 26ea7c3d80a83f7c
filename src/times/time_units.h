/* The words that rules match: tokens in lower case, cut further at hyphens and between figures and
 * letters, so that "mid-November", "10pm" and "48-hour" read the same however they were tokenised.
 * A hyphen inside such a word is no unit of its own. */
#ifndef RO_TIMES_TIME_UNITS_H
#define RO_TIMES_TIME_UNITS_H

#include "base/document.h"

/* Longer words are cut: no word of a rule is as long. */
enum { RO_TIME_UNIT_SIZE = 24 };

typedef struct ro_time_unit_word {
  char form[RO_TIME_UNIT_SIZE]; /* lower case, NUL-terminated */
  ro_span span;
  uint32_t token;
  bool capital; /* begins with a capital letter */
  bool joined;  /* a hyphen ties it to the unit before */
} ro_time_unit_word;

/* The units of one sentence; `words` must have room for ro_time_units_bound of it. Returns their
 * number. */
uint32_t ro_time_units_split(const ro_document *document, const ro_sentence *sentence,
                             ro_time_unit_word *words);

/* No sentence with these bytes has more units. */
uint32_t ro_time_units_bound(const ro_sentence *sentence);

#endif
