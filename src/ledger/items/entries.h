/* Records with their reports as answers show them, many read at once. */
#ifndef RO_LEDGER_ENTRIES_H
#define RO_LEDGER_ENTRIES_H

#include "ledger/features/features.h"
#include "ledger/features/keys.h"
#include "ledger/storage/reports.h"

/* A record on its way into an answer. */
typedef struct ro_entry_row {
  int64_t key, report_key;
  ro_entry entry;
  const ro_features *features;  /* NULL where it takes no part in the matching */
  const ro_report_head *report; /* NULL where it was not read */
} ro_entry_row;

/* By key. */
typedef struct ro_entry_table {
  ro_entry_row *rows;
  size_t count;
} ro_entry_table;

/* Reads the records with these keys, which are sorted, and what `reports` tell of theirs; nothing
 * of them where it is NULL. What entries point to lies in `arena`, the table and its features in
 * `scratch`. */
ro_entry_table ro_entries_read(ro_database *database, ro_arena *arena, ro_arena *scratch,
                               const ro_keys *keys, ro_reports *reports);

/* Takes in what is told of the entry's report. */
void ro_entry_take_report(ro_entry *entry, const ro_report_head *report);

/* NULL where it was not read. */
const ro_entry_row *ro_entries_find(const ro_entry_table *table, int64_t key);

#endif
