/* White space in running text. */
#ifndef RO_REPORT_BUILDER_INLINE_TEXT_H
#define RO_REPORT_BUILDER_INLINE_TEXT_H

#include "report/builder/report_builder.h"
#include "report/builder/slice.h"

/* Adds text with every run of white space (no-break spaces too) as one space, also across calls;
 * zero-width characters and soft hyphens are left out. */
void ro_add_folded(ro_text_buffer *buffer, ro_arena *arena, const char *bytes, size_t size);

/* Without spaces at both ends. */
ro_slice ro_trimmed(ro_slice text);

/* Number of words (runs between spaces). */
size_t ro_count_words(ro_slice text);

#endif
