/* What the readers know about pages and languages: the tables of data/reading, compiled in. */
#ifndef RO_REPORT_BUILDER_TABLES_H
#define RO_REPORT_BUILDER_TABLES_H

#include <stddef.h>

enum { RO_DATA_COLUMNS = 4 };

/* The cells of one row; "" where the row ends early. */
typedef struct ro_data_row {
  const char *cells[RO_DATA_COLUMNS];
} ro_data_row;

/* Rows in byte order of their first cell. */
typedef struct ro_data_table {
  const ro_data_row *rows;
  size_t count;
  const unsigned short *starts; /* index of the first row that starts with each byte, and the end */
} ro_data_table;

extern const ro_data_table ro_agencies_table;    /* spelling, name */
extern const ro_data_table ro_json_fields_table; /* name, field of a report, rank */
extern const ro_data_table ro_languages_table;   /* language, its commonest words */
extern const ro_data_table ro_line_parts_table;  /* pattern, what a line that holds it is */
extern const ro_data_table ro_lines_table;       /* pattern, where it matches, what the line is */
extern const ro_data_table ro_months_table;      /* name, number */
extern const ro_data_table ro_publishers_table;  /* host, name */
extern const ro_data_table ro_regions_table;     /* words of class names, region */

/* The row whose first cell is `key`, or NULL. */
const ro_data_row *ro_data_find(const ro_data_table *table, const char *key, size_t length);

#endif
