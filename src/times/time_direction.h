/* Whether what an expression dates has happened or is to come, as the governing verb tells it. */
#ifndef RO_TIMES_TIME_DIRECTION_H
#define RO_TIMES_TIME_DIRECTION_H

#include "base/document.h"
#include "times/time_grammar.h"

typedef enum ro_time_tense { RO_TENSE_UNKNOWN, RO_TENSE_PAST, RO_TENSE_FUTURE } ro_time_tense;

/* The tense around the tokens `first` to `last` (inclusive) of one sentence. */
ro_time_tense ro_time_direction_find(const ro_document *document, const ro_time_grammar *grammar,
                                     uint32_t first, uint32_t last);

#endif
