/* Makes the dictionary's file from the tables of data/names. */
#ifndef RO_NAMES_DICTIONARY_COMPILER_H
#define RO_NAMES_DICTIONARY_COMPILER_H

#include "base/error.h"

/* Reads countries, actors, persons, agents, regions and gazetteer (.tsv) in `folder` and writes
 * `path`. An error names the file and the line. */
ro_status ro_dictionary_compile(const char *folder, const char *path, ro_error *error);

#endif
