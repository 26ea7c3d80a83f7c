#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

ro_status ro_fail(ro_error *error, ro_status status, const char *file, size_t line,
                  const char *format, ...) {
  if (!error) return status;
  error->status = status;
  error->line = line;
  snprintf(error->file, sizeof error->file, "%s", file ? file : "");
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(error->message, sizeof error->message, format, arguments);
  va_end(arguments);
  return status;
}
