/* Reads the tables of data/names, and a user's tables of the same shape, into a dictionary. */
#ifndef RO_NAMES_NAME_TABLES_H
#define RO_NAMES_NAME_TABLES_H

#include "names/dictionary_builder.h"

/* All tables of a folder. */
ro_status ro_name_tables_read(ro_dictionary_builder *builder, const char *directory,
                              ro_error *error);

/* A user's file: the columns of actors.tsv, or TABARI/PETRARCH notation ("NAME_ [CODE]", synonyms
 * after "+"). An error names the line. */
ro_status ro_name_tables_read_user_file(ro_dictionary_builder *builder, const char *path,
                                        ro_error *error);

#endif
