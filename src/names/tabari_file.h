/* Actor files in the notation of TABARI and PETRARCH: "NAME_ [CODE]" or a name, synonyms after "+",
 * codes in brackets on lines of their own, dates inside the brackets, "#" before comments. */
#ifndef RO_NAMES_TABARI_FILE_H
#define RO_NAMES_TABARI_FILE_H

#include "names/dictionary_builder.h"

/* Whether the file's first line that says anything is in that notation. */
ro_status ro_tabari_file_recognise(bool *out, const char *path, ro_error *error);

ro_status ro_tabari_file_read(ro_dictionary_builder *builder, const char *path, ro_error *error);

#endif
