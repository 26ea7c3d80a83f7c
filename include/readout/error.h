/* Errors are values: functions that can fail return an ro_status and, where the caller hands in an
 * ro_error, fill it with a sentence for a person and the place that it is about.
 *
 * Memory is the exception: when the system has none left, the process ends with a message. */
#ifndef READOUT_ERROR_H
#define READOUT_ERROR_H

#include <stddef.h>

#include "readout/export.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ro_status {
  RO_OK = 0,
  RO_END,            /* nothing more to read; not an error */
  RO_ERROR_IO,       /* a file could not be opened, read or written */
  RO_ERROR_FORMAT,   /* the input is not what it should be */
  RO_ERROR_LIMIT,    /* the input is larger than a stated limit */
  RO_ERROR_LOCKED,   /* a ledger stayed locked by another process */
  RO_ERROR_USAGE,    /* an argument makes no sense */
  RO_ERROR_LANGUAGE, /* a text in a language that the model does not know */
} ro_status;

enum { RO_ERROR_MESSAGE_SIZE = 512, RO_ERROR_FILE_SIZE = 256 };

/* What went wrong and where. A caller may leave it uninitialised; it is filled only when the
 * returned status is an error. */
typedef struct ro_error {
  ro_status status;
  char message[RO_ERROR_MESSAGE_SIZE]; /* one sentence, UTF-8, without a full stop */
  char file[RO_ERROR_FILE_SIZE];       /* "" where no file is concerned */
  size_t line;                         /* from 1; 0 where no line is concerned */
} ro_error;

#ifdef __cplusplus
}
#endif
#endif
