/* A line on standard error that tells how far the work has come: only where standard error is a
 * terminal, and only once the work has taken a second. */
#ifndef RO_COMMAND_PROGRESS_H
#define RO_COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct ro_progress {
  const char *things; /* "reports" */
  bool wanted, shown;
  struct timespec start, last;
} ro_progress;

ro_progress ro_progress_begin(const char *things);

/* Tells that `done` are done, of `total` (0: not known). */
void ro_progress_tell(ro_progress *progress, size_t done, size_t total);

/* Wipes the line. */
void ro_progress_end(ro_progress *progress);

#endif
