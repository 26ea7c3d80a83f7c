/* Reading a report from a string. */
#ifndef RO_TESTS_REPORT_TEST_H
#define RO_TESTS_REPORT_TEST_H

#include "unit_test.h"

#include "readout/report.h"

/* The first report of `content`; `name` tells the format. Free the reader, not the report. */
static inline const ro_report *read_first(ro_reader **reader, const char *name,
                                          const char *content) {
  const ro_report *report;
  ro_error error;
  assert_int_equal(ro_reader_open_bytes(reader, content, strlen(content), name, NULL, &error),
                   RO_OK);
  assert_int_equal(ro_reader_next(*reader, &report, &error), RO_OK);
  return report;
}

static inline void assert_day(ro_day day, const char *expected) {
  char buffer[RO_INTERVAL_SIZE];
  const char *printed = ro_interval_print((ro_interval){day, day}, buffer);
  if (!expected)
    assert_null(printed);
  else
    assert_string_equal(printed ? printed : "none", expected);
}

#endif
