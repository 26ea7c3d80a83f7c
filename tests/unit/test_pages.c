/* Reports in HTML pages. */
#include "report_test.h"

#define HEAD(head) "<!doctype html><html><head>" head "</head><body>"
#define MENU                                                                                       \
  "<nav><ul><li><a href=/>Home</a><li><a href=/world>World</a></ul></nav>"                         \
  "<div class='site-header'><a href=/>Harbour Post, the paper of the northern seas since "         \
  "1902.</a></div>"
#define LONG_TEXT                                                                                  \
  "<p>Norway has promised to hand over its catch data to Iceland by mid-March, the two countries " \
  "said on Tuesday after four hours of talks in the Faroe Islands.</p>"                            \
  "<p>Iceland would suspend the boarding of trawlers only if Norway stopped fishing north of the " \
  "islands, its foreign minister told reporters.</p>"
#define FOOT                                                                                       \
  "<footer><p>Subscribe to our newsletter. All rights reserved by the paper.</p></footer>"

static const ro_report *read_page(ro_reader **reader, const char *html) {
  return read_first(reader, "page.html", html);
}

static void assert_body_is_the_long_text(const char *html) {
  ro_reader *reader;
  const ro_report *report = read_page(&reader, html);
  assert_string_equal(
      report->text,
      "Norway has promised to hand over its catch data to Iceland by mid-March, the two countries "
      "said on Tuesday after four hours of talks in the Faroe Islands.\n\n"
      "Iceland would suspend the boarding of trawlers only if Norway stopped fishing north of the "
      "islands, its foreign minister told reporters.");
  ro_reader_free(reader);
}

static void the_body_is_found_among_menus_and_footers(void **state) {
  (void)state;
  assert_body_is_the_long_text(HEAD("") MENU "<div><div><h1>Norway promises data</h1>" LONG_TEXT
                                             "</div></div>" FOOT);
}

static void related_stories_and_share_lines_are_left_out(void **state) {
  (void)state;
  assert_body_is_the_long_text(
      HEAD("") MENU
      "<article><h1>Norway promises data</h1><div class='share-tools'>Share this article with "
      "all of your friends today.</div>" LONG_TEXT
      "<p>Read more: <a href=/cod>The cod wars, fifty years on</a></p>"
      "<h3>More stories</h3><ul><li><a href=/1>Cod prices reach a high</a></li>"
      "<li><a href=/2>Ports stay open all night</a></li></ul></article>" FOOT);
}

static void teasers_under_the_text_are_left_out(void **state) {
  (void)state;
  assert_body_is_the_long_text(HEAD(
      "") MENU "<div class='article-body'><h1>Norway promises data</h1>" LONG_TEXT
               "<div class=x><a href=/1>Cod prices reach a ten-year high</a><p>Buyers in three "
               "countries paid more than ever last week.</p></div>"
               "<div class=x><a href=/2>Ports stay open all night again</a><p>The harbour "
               "master said that nobody had complained so far.</p></div></div>" FOOT);
}

static void notes_on_the_author_are_left_out(void **state) {
  (void)state;
  assert_body_is_the_long_text(
      HEAD("<meta name=author content='Maren Holt'>") MENU
      "<div class='article-body'><h1>Norway promises data</h1>" LONG_TEXT
      "<p>Maren Holt is a reporter who has covered the northern fisheries since 2011.</p></div>");
}

static void a_misleading_class_does_not_empty_the_page(void **state) {
  (void)state;
  assert_body_is_the_long_text(HEAD("") MENU "<div class='newsletter sidebar related'><h1>Norway "
                                             "promises data</h1>" LONG_TEXT "</div>" FOOT);
}

static void short_answers_between_paragraphs_are_kept(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report =
      read_page(&reader, HEAD("") "<div><h1>Norway promises data</h1>" LONG_TEXT
                                  "<p>“No,” Dahl said.</p>" LONG_TEXT "</div>");
  assert_non_null(strstr(report->text, "\n\n“No,” Dahl said.\n\n"));
  ro_reader_free(reader);
}

static void a_large_first_letter_comes_back_to_its_word(void **state) {
  (void)state;
  assert_body_is_the_long_text(HEAD("") "<div><h1>Norway promises data</h1><span>N</span>"
                                        "<p>orway has promised to hand over its catch data to "
                                        "Iceland by mid-March, the two countries said on Tuesday "
                                        "after four hours of talks in the Faroe Islands.</p><p>"
                                        "Iceland would suspend the boarding of trawlers only if "
                                        "Norway stopped fishing north of the islands, its foreign "
                                        "minister told reporters.</p></div>");
}

static void captions_and_links_stand_apart(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_page(
      &reader,
      HEAD("<link rel=canonical href='https://fjord.example/data/1'>") "<article><h1>Norway "
                                                                       "promises "
                                                                       "data</h1><figure><img "
                                                                       "src=a.jpg><figcaption>"
                                                                       "Ministers arrive. Photo: "
                                                                       "Nordlys</figcaption></"
                                                                       "figure>" LONG_TEXT
                                                                       "<p>The <a "
                                                                       "href='https://eu.example/"
                                                                       "x'>European Union</a> and "
                                                                       "<a href='/n'>Norway</a> "
                                                                       "offered to host "
                                                                       "a second round of talks in "
                                                                       "Brussels.</p></article>");
  assert_int_equal(report->caption_count, 1);
  assert_string_equal(report->captions[0], "Ministers arrive. Photo: Nordlys");
  assert_null(strstr(report->text, "Ministers arrive"));
  assert_int_equal(report->link_count, 2);
  assert_string_equal(report->links[0].text, "European Union");
  assert_string_equal(report->links[0].url, "https://eu.example/x");
  assert_string_equal(report->links[1].url, "https://fjord.example/n");
  ro_reader_free(reader);
}

static void what_hides_in_a_line_is_left_out(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report =
      read_page(&reader, HEAD("") "<div><p>The minister <span style='display:none'>Dahl, H.: see "
                                  "also his page</span>told reporters that the talks would go on "
                                  "until the end of the month.</p>" LONG_TEXT "</div>");
  assert_non_null(strstr(report->text, "The minister told reporters"));
  ro_reader_free(reader);
}

static void head_and_page_tell_title_date_and_author(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_page(
      &reader,
      HEAD("<title>Norway promises data - Fjord Tribune</title>"
           "<link rel=canonical href='https://fjord.example/data'>"
           "<meta property='og:site_name' content='Fjord Tribune'>"
           "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
           "\"headline\":\"Norway promises data\",\"datePublished\":\"2023-03-08T07:40:00+01:00\","
           "\"dateModified\":\"2023-03-09\",\"author\":{\"@id\":\"#m\"}},"
           "{\"@type\":\"Person\",\"@id\":\"#m\",\"name\":\"Maren Holt\"}]}</script>") MENU
      "<h1>Norway promises data</h1>" LONG_TEXT);
  assert_string_equal(report->title, "Norway promises data");
  assert_string_equal(report->url, "https://fjord.example/data");
  assert_string_equal(report->publisher, "Fjord Tribune");
  assert_day(report->published, "2023-03-08");
  assert_string_equal(report->published_from, "json-ld");
  assert_day(report->updated, "2023-03-09");
  assert_int_equal(report->byline_count, 1);
  assert_string_equal(report->byline[0], "Maren Holt");
  ro_reader_free(reader);
}

static void a_visible_date_and_byline_serve_where_the_head_tells_nothing(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report =
      read_page(&reader, HEAD("<title>Norway promises data | Fjord Tribune</title>") MENU
                "<article><h1>Norway promises data</h1><p class=byline>By <a href=/m>Maren "
                "Holt</a>, Staff Writer</p><p>Wednesday, 8 March 2023</p>" LONG_TEXT "</article>");
  assert_string_equal(report->title, "Norway promises data");
  assert_day(report->published, "2023-03-08");
  assert_string_equal(report->published_from, "page");
  assert_int_equal(report->byline_count, 1);
  assert_string_equal(report->byline[0], "Maren Holt");
  ro_reader_free(reader);
}

static void the_papers_own_day_goes_before_the_day_in_greenwich(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_page(
      &reader, HEAD("<meta property='article:published_time' content='2023-03-09T01:30:00Z'>") MENU
      "<article><h1>Norway promises data</h1><p class=date>March 8, 2023</p>" LONG_TEXT
      "</article>");
  assert_day(report->published, "2023-03-08");
  ro_reader_free(reader);
}

static void a_page_without_a_date_has_none(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report =
      read_page(&reader, HEAD("") MENU "<h1>Norway promises data</h1>" LONG_TEXT FOOT);
  assert_day(report->published, NULL);
  assert_null(report->published_from);
  ro_reader_free(reader);
}

static void text_that_scripts_would_show_comes_from_json_ld(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_page(
      &reader,
      HEAD(
          "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
          "Norway has promised to hand over its catch data to Iceland by mid-March, the two "
          "countries said on Tuesday after four hours of talks between their foreign ministers in "
          "the Faroe Islands, where the European Union had sent an observer of its own.\\nThordis "
          "Arnadottir, Iceland's top diplomat, said that her government would suspend the boarding "
          "of Norwegian trawlers only if Norway stopped fishing north of the 68th parallel before "
          "the summer season begins, and that she expected an answer soon.\"}</script>") MENU
      "<h1>Norway promises data</h1><div id=app></div>");
  assert_non_null(strstr(report->text, "observer of its own.\n\nThordis Arnadottir"));
  ro_reader_free(reader);
}

#define LIVE_PAGE(day, other_day)                                                                  \
  HEAD(                                                                                            \
      "<title>Talks live</title><script type='application/ld+json'>"                               \
      "{\"@type\": \"LiveBlogPosting\", \"headline\": \"Talks live\", "                            \
      "\"datePublished\": \"2023-03-08T07:00:00Z\", \"liveBlogUpdate\": ["                         \
      "{\"@type\": \"BlogPosting\", \"headline\": \"Ministers arrive\", \"datePublished\": \"" day \
      "T12:00:00Z\", \"articleBody\": \"Both ministers are in Torshavn.\\nThey say nothing.\", "   \
      "\"url\": \"https://h.example/live#1\", \"author\": {\"name\": \"Maren Holt\"}},"            \
      "{\"@type\": \"BlogPosting\", \"datePublished\": \"" other_day                               \
      "T12:00:00Z\", \"articleBody\": \"The talks begin.\"}]}</script>")                           \
  "<h1>Talks live</h1>" LONG_TEXT

static void the_entries_of_a_live_blog_over_several_days_are_reports(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_page(&reader, LIVE_PAGE("2023-03-09", "2023-03-08"));
  assert_string_equal(report->id, "page.html#1");
  assert_string_equal(report->title, "Ministers arrive");
  assert_string_equal(report->text, "Both ministers are in Torshavn.\n\nThey say nothing.");
  assert_string_equal(report->url, "https://h.example/live#1");
  assert_string_equal(report->byline[0], "Maren Holt");
  assert_day(report->published, "2023-03-09");
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_OK);
  assert_string_equal(report->id, "page.html#2");
  assert_string_equal(report->title, "Talks live");
  assert_day(report->published, "2023-03-08");
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_END);
  ro_reader_free(reader);
}

static void a_live_blog_of_one_day_is_one_report_and_says_so(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_page(&reader, LIVE_PAGE("2023-03-08", "2023-03-08"));
  assert_string_equal(report->id, "page.html");
  assert_int_equal(report->note_count, 1);
  assert_non_null(strstr(report->notes[0], "live blog"));
  ro_reader_free(reader);
}

static void a_page_that_calls_itself_an_index_is_told(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_page(
      &reader, HEAD("<script type='application/ld+json'>{\"@type\": \"CollectionPage\"}</script>")
                   LONG_TEXT);
  assert_int_equal(report->note_count, 1);
  assert_non_null(strstr(report->notes[0], "index"));
  ro_reader_free(reader);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_body_is_found_among_menus_and_footers),
      cmocka_unit_test(related_stories_and_share_lines_are_left_out),
      cmocka_unit_test(teasers_under_the_text_are_left_out),
      cmocka_unit_test(notes_on_the_author_are_left_out),
      cmocka_unit_test(a_misleading_class_does_not_empty_the_page),
      cmocka_unit_test(short_answers_between_paragraphs_are_kept),
      cmocka_unit_test(a_large_first_letter_comes_back_to_its_word),
      cmocka_unit_test(captions_and_links_stand_apart),
      cmocka_unit_test(what_hides_in_a_line_is_left_out),
      cmocka_unit_test(head_and_page_tell_title_date_and_author),
      cmocka_unit_test(a_visible_date_and_byline_serve_where_the_head_tells_nothing),
      cmocka_unit_test(the_papers_own_day_goes_before_the_day_in_greenwich),
      cmocka_unit_test(a_page_without_a_date_has_none),
      cmocka_unit_test(text_that_scripts_would_show_comes_from_json_ld),
      cmocka_unit_test(the_entries_of_a_live_blog_over_several_days_are_reports),
      cmocka_unit_test(a_live_blog_of_one_day_is_one_report_and_says_so),
      cmocka_unit_test(a_page_that_calls_itself_an_index_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
