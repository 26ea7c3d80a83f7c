/* What produced an output: versions and hashes of program, model, dictionaries and rules. */
#ifndef RO_ENGINE_VERSION_H
#define RO_ENGINE_VERSION_H

#include <stdbool.h>

#include "base/error.h"

/* One line: the program's version, then every file of the data directory by name and each of the
 * user's own files, with the first 12 digits of their hashes. The caller frees it. */
ro_status ro_version_line(char **out, const char *data_directory, const char *const *own_files,
                          size_t own_file_count, bool rules_only, ro_error *error);

#endif
