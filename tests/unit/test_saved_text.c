/* Markdown, plain text and JSON lines. */
#include "report_test.h"

#include <stdio.h>

static const char saved_page[] =
    "Iceland Tells Norway to Cut Catch\n\n"
    "March 2, 2023\n\n"
    "By Maren Holt and Jon Falk, Diplomatic Editor\n\n"
    "Patrol vessels off Jan Mayen. **Harbour Post / Nordlys Images**\n\n"
    "TORSHAVN, March 2 (Reuters) - Iceland [demanded](https://h.example/a) that Norway cut its "
    "catch.\n\n"
    "Related article: [Prices Reach High](https://h.example/prices)\n\n"
    "“We have fished there,” the minister said.\n\n"
    "“No.”\n\n"
    "Nordlys contributed reporting.\n\n"
    "Original url:\n\n<https://www.themoscowtimes.com/2023/03/02/catch>\n";

static void a_saved_page_is_taken_apart(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_first(&reader, "page.md", saved_page);
  assert_string_equal(report->title, "Iceland Tells Norway to Cut Catch");
  assert_day(report->published, "2023-03-02");
  assert_string_equal(report->published_from, "date line");
  assert_int_equal(report->byline_count, 2);
  assert_string_equal(report->byline[0], "Maren Holt");
  assert_string_equal(report->byline[1], "Jon Falk");
  assert_string_equal(report->url, "https://www.themoscowtimes.com/2023/03/02/catch");
  assert_string_equal(report->publisher, "The Moscow Times");
  assert_int_equal(report->caption_count, 1);
  assert_string_equal(report->captions[0],
                      "Patrol vessels off Jan Mayen. Harbour Post / Nordlys Images");
  ro_reader_free(reader);
}

static void the_body_keeps_its_wording_and_loses_what_is_not_its_own(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_first(&reader, "page.md", saved_page);
  assert_string_equal(
      report->text, "TORSHAVN, March 2 (Reuters) - Iceland demanded that Norway cut its catch.\n\n"
                    "“We have fished there,” the minister said.\n\n“No.”");
  assert_string_equal(report->dateline, "TORSHAVN, March 2 (Reuters) -");
  assert_int_equal(report->link_count, 1);
  assert_string_equal(report->links[0].url, "https://h.example/a");
  assert_int_equal(report->credit_count, 2);
  assert_string_equal(report->credits[0], "Nordlys");
  assert_string_equal(report->credits[1], "Reuters");
  bool told = false;
  for (size_t i = 0; i < report->dropped_count; i++)
    told = told || strstr(report->dropped[i], "related: Related article: Prices Reach High");
  assert_true(told);
  ro_reader_free(reader);
}

static void the_head_of_a_clipped_page_is_read(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report =
      read_first(&reader, "clip.md",
                 "---\ntitle: \"Talks fail\"\nsource: https://h.example/t\nauthor: Maren Holt\n"
                 "published: 2023-03-04\n---\nThe talks failed, the ministry said on Saturday.\n");
  assert_string_equal(report->title, "Talks fail");
  assert_string_equal(report->url, "https://h.example/t");
  assert_day(report->published, "2023-03-04");
  assert_string_equal(report->byline[0], "Maren Holt");
  assert_string_equal(report->text, "The talks failed, the ministry said on Saturday.");
  ro_reader_free(reader);
}

static void plain_text_gives_up_a_title_only_where_asked(void **state) {
  (void)state;
  static const char content[] = "Talks fail in Oslo\n\nThe talks failed,\nthe ministry said.\n";
  ro_reader *reader;
  const ro_report *report = read_first(&reader, "a.txt", content);
  assert_string_equal(report->title, "Talks fail in Oslo");
  assert_string_equal(report->text, "The talks failed,\nthe ministry said.\n");
  ro_reader_free(reader);

  ro_reader_options options = {.published = RO_NO_DAY, .verbatim_text = true};
  assert_int_equal(
      ro_reader_open_bytes(&reader, content, sizeof content - 1, "a.txt", &options, NULL), RO_OK);
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_OK);
  assert_null(report->title);
  assert_string_equal(report->text, content);
  ro_reader_free(reader);
}

static void a_long_file_loses_nothing_between_its_pieces(void **state) {
  (void)state;
  enum { PARAGRAPHS = 6000 };
  static char content[PARAGRAPHS * 64], expected[PARAGRAPHS * 64];
  char *end = stpcpy(content, "# The day\n\n"), *end_expected = expected;
  for (int i = 0; i < PARAGRAPHS; i++) {
    end += sprintf(end, "Paragraph %d is *no* [link](/x) at all.\n\n", i);
    end_expected += sprintf(end_expected, "%sParagraph %d is no link at all.", i ? "\n\n" : "", i);
  }
  ro_reader *reader;
  assert_string_equal(read_first(&reader, "long.md", content)->text, expected);
  ro_reader_free(reader);
}

static void a_bad_line_stops_nothing(void **state) {
  (void)state;
  static const char lines[] = "{\"text\": 1}\n"
                              "{\"id\": \"a\", \"text\": \"b\\u0000c\"}\n\n"
                              "not json\n"
                              "{\"text\": \"last\"}";
  ro_reader *reader;
  ro_error error;
  const ro_report *report;
  assert_int_equal(ro_reader_open_bytes(&reader, lines, sizeof lines - 1, "r.jsonl", NULL, &error),
                   RO_OK);
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_ERROR_FORMAT);
  assert_int_equal(error.line, 1);
  assert_string_equal(error.file, "r.jsonl");
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_OK);
  assert_string_equal(report->text, "b\xEF\xBF\xBD"
                                    "c");
  assert_int_equal(report->note_count, 1);
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_ERROR_FORMAT);
  assert_int_equal(error.line, 4);
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_OK);
  assert_string_equal(report->id, "r.jsonl#2");
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_END);
  ro_reader_free(reader);
}

static void a_list_over_many_lines_gives_its_reports(void **state) {
  (void)state;
  static const char list[] = "[\n  {\"id\": \"a\",\n   \"text\": \"one\"},\n  7,\n"
                             "  {\n    \"text\": \"two\"\n  }\n]\n";
  ro_reader *reader;
  ro_error error;
  const ro_report *report;
  assert_int_equal(ro_reader_open_bytes(&reader, list, sizeof list - 1, "r.json", NULL, &error),
                   RO_OK);
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_OK);
  assert_string_equal(report->id, "a");
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_ERROR_FORMAT);
  assert_string_equal(error.file, "r.json#2");
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_OK);
  assert_string_equal(report->id, "r.json#3");
  assert_string_equal(report->text, "two");
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_END);
  ro_reader_free(reader);
}

static void the_option_dates_only_what_has_no_date(void **state) {
  (void)state;
  ro_reader_options options = {.published = ro_day_parse("2020-05-05")};
  static const char lines[] =
      "{\"text\": \"a\"}\n{\"text\": \"b\", \"published\": \"2021-01-01\"}\n";
  ro_reader *reader;
  const ro_report *report;
  ro_reader_open_bytes(&reader, lines, sizeof lines - 1, "r.jsonl", &options, NULL);
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_OK);
  assert_day(report->published, "2020-05-05");
  assert_string_equal(report->published_from, "option");
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_OK);
  assert_day(report->published, "2021-01-01");
  ro_reader_free(reader);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_saved_page_is_taken_apart),
      cmocka_unit_test(the_body_keeps_its_wording_and_loses_what_is_not_its_own),
      cmocka_unit_test(the_head_of_a_clipped_page_is_read),
      cmocka_unit_test(plain_text_gives_up_a_title_only_where_asked),
      cmocka_unit_test(a_long_file_loses_nothing_between_its_pieces),
      cmocka_unit_test(a_bad_line_stops_nothing),
      cmocka_unit_test(a_list_over_many_lines_gives_its_reports),
      cmocka_unit_test(the_option_dates_only_what_has_no_date),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
