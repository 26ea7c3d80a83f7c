/* Filling in an ro_error. */
#ifndef RO_BASE_ERROR_H
#define RO_BASE_ERROR_H

#include "readout/error.h"

/* Fills *error (which may be NULL) and returns `status`. `file` may be NULL, `line` 0. */
ro_status ro_fail(ro_error *error, ro_status status, const char *file, size_t line,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
