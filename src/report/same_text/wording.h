/* What changed between two versions of a report. */
#ifndef RO_REPORT_SAME_TEXT_WORDING_H
#define RO_REPORT_SAME_TEXT_WORDING_H

#include "base/arena.h"
#include "report/builder/slice.h"

typedef struct ro_wording_change {
  ro_slice paragraph; /* points into the text that has it */
  int added;          /* else it was taken out */
} ro_wording_change;

/* Paragraphs that only one of the texts has, those of the old one first, each in its order. An
 * edited paragraph comes twice. The array lives in the arena. */
ro_wording_change *ro_compare_wording(size_t *count, ro_arena *arena, ro_slice before,
                                      ro_slice after);

#endif
