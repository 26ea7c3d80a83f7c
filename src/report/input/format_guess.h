/* What kind of file it is. */
#ifndef RO_REPORT_INPUT_FORMAT_GUESS_H
#define RO_REPORT_INPUT_FORMAT_GUESS_H

#include "readout/report.h"

/* Told from the file's name and its first bytes; sets *refusal where it is nothing that is read
 * ("a PDF file"). `name` may end in .gz or .zst. */
ro_input_format ro_guess_format(const char *name, const char *bytes, size_t size,
                                const char **refusal);

#endif
