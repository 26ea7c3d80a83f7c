#include "ledger/decisions/decision_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

enum { COLUMNS = 10 };

static const char *const verdicts[] = {"accept", "reject", "correct", "detach"};

const char *ro_verdict_name(ro_verdict verdict) {
  return verdicts[verdict];
}

bool ro_verdict_parse(const char *name, ro_verdict *verdict) {
  for (int i = 0; i <= RO_VERDICT_DETACH; i++)
    if (strcmp(name, verdicts[i]) == 0) {
      *verdict = (ro_verdict)i;
      return true;
    }
  return false;
}

/* Reading ---------------------------------------------------------------------------------------
 */

static const char *or_null(ro_arena *arena, const char *text) {
  return *text ? ro_arena_copy_string(arena, text) : NULL;
}

static ro_status read_row(ro_decision *out, ro_arena *arena, const char *path,
                          const ro_table_row *row, ro_error *error) {
  const char *const *columns = row->columns;
  ro_verdict verdict;
  if (!ro_verdict_parse(columns[1], &verdict))
    return ro_fail(error, RO_ERROR_FORMAT, path, row->line,
                   "'%s' is no decision: accept, reject, correct or detach", columns[1]);
  ro_day on = *columns[3] ? ro_day_parse(columns[3]) : RO_NO_DAY;
  if (*columns[3] && on == RO_NO_DAY)
    return ro_fail(error, RO_ERROR_FORMAT, path, row->line, "'%s' is no date", columns[3]);
  *out = (ro_decision){
      .record = or_null(arena, columns[0]),
      .verdict = verdict,
      .by = or_null(arena, columns[2]),
      .on = on,
      .corrections = or_null(arena, columns[4]),
      .note = or_null(arena, columns[5]),
      .report_hash = or_null(arena, columns[6]),
      .kind = or_null(arena, columns[7]),
      .start = (size_t)strtoull(columns[8], NULL, 10),
      .end = (size_t)strtoull(columns[9], NULL, 10),
  };
  return RO_OK;
}

ro_status ro_decision_file_read(ro_decision **out, size_t *count, ro_arena *arena, const char *path,
                                ro_error *error) {
  ro_table table;
  ro_status status = ro_table_read(&table, arena, path, COLUMNS, error);
  if (status != RO_OK) return status;
  *count = table.row_count;
  *out = ro_arena_alloc_array(arena, table.row_count, sizeof **out);
  for (size_t i = 0; i < table.row_count && status == RO_OK; i++)
    status = read_row(&(*out)[i], arena, path, &table.rows[i], error);
  return status;
}

/* Writing ---------------------------------------------------------------------------------------
 */

/* A cell: tabs and line breaks would end it. */
static void put_cell(FILE *file, const char *text) {
  for (; text && *text; text++)
    fputc(strchr("\t\r\n", *text) ? ' ' : *text, file);
}

static void put_decision(FILE *file, const ro_decision *decision) {
  char day[RO_INTERVAL_SIZE] = "";
  ro_interval_print((ro_interval){decision->on, decision->on}, day);
  const char *const cells[] = {decision->record,      verdicts[decision->verdict],
                               decision->by,          decision->on == RO_NO_DAY ? NULL : day,
                               decision->corrections, decision->note,
                               decision->report_hash, decision->kind};
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    put_cell(file, cells[i]);
    fputc('\t', file);
  }
  fprintf(file, "%zu\t%zu\n", decision->start, decision->end);
}

ro_status ro_decision_write(const char *path, const ro_decision *decision, ro_error *error) {
  static const char header[] =
      "# What people decided on the records of a ledger. One decision a line; of several on one\n"
      "# record that of the latest day holds, of one day the last line. Files may be joined line\n"
      "# by line.\n"
      "# record\tdecision\tby\ton\tcorrections\tnote\treport hash\tkind\tstart\tend\n";
  bool fresh = access(path, F_OK) != 0;
  FILE *file = fopen(path, "a");
  if (!file) return ro_fail(error, RO_ERROR_IO, path, 0, "cannot open: %s", strerror(errno));
  if (fresh) fputs(header, file);
  put_decision(file, decision);
  if (fclose(file) != 0)
    return ro_fail(error, RO_ERROR_IO, path, 0, "cannot write: %s", strerror(errno));
  return RO_OK;
}
