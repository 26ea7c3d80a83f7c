#include "report/tables.h"

#include <string.h>

/* Order of `cell` against the `length` bytes of `key`. */
static int compare(const char *cell, const char *key, size_t length) {
  int order = strncmp(cell, key, length);
  return order ? order : cell[length] != '\0';
}

const ro_data_row *ro_data_find(const ro_data_table *table, const char *key, size_t length) {
  size_t first = 0, last = table->count;
  while (first < last) {
    size_t middle = first + (last - first) / 2;
    int order = compare(table->rows[middle].cells[0], key, length);
    if (order == 0) return &table->rows[middle];
    if (order < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return NULL;
}
