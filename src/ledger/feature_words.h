/* Single words of a record's evidence that tell how it is meant. */
#ifndef RO_LEDGER_FEATURE_WORDS_H
#define RO_LEDGER_FEATURE_WORDS_H

#include "readout/annotation.h"

/* A set of ro_feature_flags. */
uint32_t ro_features_flags(const char *text, const ro_record *record);

/* Of a condition or a threat, the part that names what must happen: from "unless", "until" or "if"
 * on; to the comma where that word comes first. */
ro_span ro_features_condition(const char *text, ro_span span);

#endif
