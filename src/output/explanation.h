/* How readout came to what it found, sentence by sentence, for a person. */
#ifndef RO_OUTPUT_EXPLANATION_H
#define RO_OUTPUT_EXPLANATION_H

#include <stdio.h>

#include "readout/annotation.h"

typedef struct ro_explanation_options {
  const char *containing; /* only sentences that hold these words; NULL: all */
  bool words;             /* print the dependency tree too */
} ro_explanation_options;

/* Prints each sentence with its names, times, statements and records and what each rests on; where
 * there is no record, which verbs gave none. Returns how many sentences were printed. */
size_t ro_explanation_print(const ro_annotation *annotation, const ro_explanation_options *options,
                            FILE *stream);

#endif
