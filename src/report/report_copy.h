/* A report that outlives its reader. */
#ifndef RO_REPORT_REPORT_COPY_H
#define RO_REPORT_REPORT_COPY_H

#include "base/arena.h"
#include "readout/report.h"

/* A copy with all that it points to, in the arena. */
ro_report ro_report_copy(ro_arena *arena, const ro_report *report);

#endif
