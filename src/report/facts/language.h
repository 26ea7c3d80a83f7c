/* The language of a text, by its script and its commonest words. */
#ifndef RO_REPORT_FACTS_LANGUAGE_H
#define RO_REPORT_FACTS_LANGUAGE_H

#include <stddef.h>

/* An ISO 639-1 code that lives for ever; "und" where it cannot be told. */
const char *ro_detect_language(const char *text, size_t size);

#endif
