#include "report/builder/tables.h"

#include <string.h>

/* Order of `cell` against the `length` bytes of `key`. */
static int compare(const char *cell, const char *key, size_t length) {
  for (size_t i = 0; i < length; i++) {
    int order = (unsigned char)cell[i] - (unsigned char)key[i];
    if (order) return order;
    if (!cell[i]) return 0;
  }
  return cell[length] != '\0';
}

const ro_data_row *ro_data_find(const ro_data_table *table, const char *key, size_t length) {
  if (length == 0) return NULL;
  unsigned char start = (unsigned char)key[0];
  size_t first = table->starts[start], last = table->starts[start + 1];
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
