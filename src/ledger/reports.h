/* Reports as their entries name them, many read at once. */
#ifndef RO_LEDGER_REPORTS_H
#define RO_LEDGER_REPORTS_H

#include "ledger/keys.h"
#include "ledger/ledger_file.h"

typedef struct ro_report_row {
  int64_t key;
  const char *id, *hash, *publisher, *title, *url, *engine;
  ro_day published;
} ro_report_row;

/* By key. */
typedef struct ro_report_table {
  ro_report_row *rows;
  size_t count;
} ro_report_table;

/* Reads the reports with these keys, which are sorted: strings into `arena`, the table into
 * `scratch`. */
ro_report_table ro_reports_read(ro_ledger *ledger, ro_arena *arena, ro_arena *scratch,
                                const ro_keys *keys);

/* NULL where it was not read. */
const ro_report_row *ro_reports_find(const ro_report_table *table, int64_t key);

#endif
