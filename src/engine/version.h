/* What produced an output: versions and hashes of program, model, dictionaries and rules. */
#ifndef RO_ENGINE_VERSION_H
#define RO_ENGINE_VERSION_H

#include "base/error.h"

/* One line: the program's version, then every file of the data directory by name with the first 12
 * digits of its hash. The caller frees it. */
ro_status ro_version_line(char **out, const char *data_directory, ro_error *error);

#endif
