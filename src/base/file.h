/* Files: mapped read-only, and tab-separated tables with line numbers. */
#ifndef RO_BASE_FILE_H
#define RO_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct ro_mapped_file {
  const unsigned char *bytes;
  size_t size;
} ro_mapped_file;

/* Maps a whole file read-only. An empty one gives size 0. */
ro_status ro_mapped_file_open(ro_mapped_file *out, const char *path, ro_error *error);
void ro_mapped_file_close(ro_mapped_file *file);

/* "directory/name", in the arena. */
char *ro_path_join(ro_arena *arena, const char *directory, const char *name);

/* One line of a table: its columns, and where it stands. */
typedef struct ro_table_row {
  const char *const *columns; /* as many as the table has; "" where the line ends early */
  size_t line;
} ro_table_row;

/* A TSV file of ours: lines that start with '#' are its header and are skipped, as are empty ones;
 * every other line has at most `columns` columns, in valid UTF-8. */
typedef struct ro_table {
  ro_table_row *rows;
  size_t row_count;
} ro_table;

/* Reads a table into the arena. An error names file and line. */
ro_status ro_table_read(ro_table *out, ro_arena *arena, const char *path, size_t columns,
                        ro_error *error);

#endif
