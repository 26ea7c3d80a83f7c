/* The tables of data/reading hold what the code can use. */
#include "unit_test.h"

#include <stdio.h>

#include "report/builder/tables.h"
#include "report/facts/line_kind.h"
#include "report/page/page_regions.h"

static void every_region_is_known(void **state) {
  (void)state;
  for (size_t i = 0; i < ro_regions_table.count; i++) {
    bool known = false;
    for (int region = 1; region < RO_REGION_COUNT; region++)
      known = known ||
              strcmp(ro_region_name((ro_region)region), ro_regions_table.rows[i].cells[1]) == 0;
    if (!known) fail_msg("regions.tsv: %s", ro_regions_table.rows[i].cells[0]);
  }
}

static void every_pattern_of_lines_finds_itself(void **state) {
  (void)state;
  for (size_t i = 0; i < ro_lines_table.count; i++) {
    const char *const *cells = ro_lines_table.rows[i].cells;
    bool match = !strcmp(cells[1], "start") || !strcmp(cells[1], "whole");
    if (!match) fail_msg("lines.tsv: %s matches '%s'", cells[0], cells[1]);
    if (ro_kind_of_line(cells[0], strlen(cells[0])) == RO_LINE_TEXT)
      fail_msg("lines.tsv: '%s' is never found", cells[0]);
  }
}

static void every_part_of_a_line_is_found_inside_one(void **state) {
  (void)state;
  for (size_t i = 0; i < ro_line_parts_table.count; i++) {
    const char *const *cells = ro_line_parts_table.rows[i].cells;
    char line[200];
    int length = snprintf(line, sizeof line, "zz %s zz", cells[0]);
    assert_string_equal(ro_line_kind_name(ro_kind_of_line(line, (size_t)length)), cells[1]);
  }
}

static void sentences_are_no_lines_of_the_page(void **state) {
  (void)state;
  static const char *const sentences[] = {
      "Norway rejected the demand for a smaller catch as unacceptable.",
      "“Read my lips,” the minister said.",
      "More than 300 people watched the ministers arrive in Torshavn.",
      "Share prices fell after the talks broke down, traders said.",
      "Photos of the meeting showed the ministers smiling.",
      "Sources in the ministry said that the data had been handed over.",
  };
  for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
    assert_string_equal(ro_line_kind_name(ro_kind_of_line(sentences[i], strlen(sentences[i]))),
                        "text");
}

static void rows_are_found_by_their_first_cell(void **state) {
  (void)state;
  for (size_t i = 0; i < ro_agencies_table.count; i++) {
    const ro_data_row *row = &ro_agencies_table.rows[i];
    assert_ptr_equal(ro_data_find(&ro_agencies_table, row->cells[0], strlen(row->cells[0])), row);
    assert_true(row->cells[1][0] != '\0');
  }
  assert_null(ro_data_find(&ro_agencies_table, "Reuterss", 8));
  assert_null(ro_data_find(&ro_agencies_table, "", 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_region_is_known),
      cmocka_unit_test(every_pattern_of_lines_finds_itself),
      cmocka_unit_test(every_part_of_a_line_is_found_inside_one),
      cmocka_unit_test(sentences_are_no_lines_of_the_page),
      cmocka_unit_test(rows_are_found_by_their_first_cell),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
