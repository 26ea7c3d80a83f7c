/* The files below a folder, in the order of their names. */
#ifndef RO_REPORT_INPUT_FOLDER_H
#define RO_REPORT_INPUT_FOLDER_H

#include "base/error.h"

typedef struct ro_folder ro_folder;

/* Lists the folder and the folders in it. Hidden files and linked folders are left out. */
ro_status ro_folder_open(ro_folder **out, const char *path, ro_error *error);
void ro_folder_free(ro_folder *folder);

/* The next file's path, which lives with the folder; NULL after the last one. */
const char *ro_folder_next(ro_folder *folder);

#endif
