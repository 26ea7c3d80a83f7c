/* Reads all reports of foreign bytes in one format. */
#ifndef RO_TESTS_READER_FUZZ_H
#define RO_TESTS_READER_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/unicode.h"
#include "readout/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What every report must hold to. */
static inline void check_report(const ro_report *report) {
  if (!report->id || !report->text || !report->language) abort();
  if (ro_utf8_valid_prefix(report->text, report->text_size) != report->text_size) abort();
}

static inline int read_all(const uint8_t *data, size_t size, ro_input_format format) {
  ro_reader_options options = {.format = format, .published = RO_NO_DAY};
  ro_reader *reader;
  ro_error error;
  if (ro_reader_open_bytes(&reader, data, size, "fuzz", &options, &error) != RO_OK) return 0;
  const ro_report *report;
  for (ro_status status; (status = ro_reader_next(reader, &report, &error)) != RO_END;)
    if (status == RO_OK) check_report(report);
  ro_reader_free(reader);
  return 0;
}

#endif
