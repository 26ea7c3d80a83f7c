/* Feeds, web archives and compressed input. */
#include "report_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/arena.h"
#include "report/input/stream.h"

static void feeds_give_one_report_an_entry(void **state) {
  (void)state;
  static const char rss[] =
      "<?xml version='1.0'?><rss version='2.0' "
      "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Harbour Post</title>"
      "<item><title>Oslo &amp;amp; Reykjavik talk</title><link>https://h.example/1</link>"
      "<guid>g1</guid><pubDate>Tue, 18 Jan 2022 10:00:00 GMT</pubDate><dc:creator>Maren "
      "Holt</dc:creator><content:encoded><![CDATA[<p>Oslo said that talks would go "
      "on.</p><p>No.</p>]]></content:encoded></item>"
      "<item><title>Second</title><description>Short text.</description></item></channel></rss>";
  ro_reader *reader;
  const ro_report *report = read_first(&reader, "feed.xml", rss);
  assert_string_equal(report->id, "g1");
  assert_string_equal(report->title, "Oslo & Reykjavik talk");
  assert_string_equal(report->url, "https://h.example/1");
  assert_string_equal(report->publisher, "Harbour Post");
  assert_day(report->published, "2022-01-18");
  assert_string_equal(report->byline[0], "Maren Holt");
  assert_string_equal(report->text, "Oslo said that talks would go on.\n\nNo.");
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_OK);
  assert_string_equal(report->id, "feed.xml#2");
  assert_string_equal(report->text, "Short text.");
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_END);
  ro_reader_free(reader);
}

static void atom_entries_keep_their_markup_out_of_the_text(void **state) {
  (void)state;
  ro_reader *reader;
  const ro_report *report = read_first(
      &reader, "a.atom",
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Nordlys</title><entry><id>e1</id>"
      "<title>Talks</title><link rel='self' href='https://n.example/self'/>"
      "<link href='https://n.example/1'/><published>2022-01-18T01:00:00Z</published>"
      "<updated>2022-01-19T01:00:00Z</updated><author><name>Jon Falk</name></author>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Talks &amp; more "
      "talks.</p></div></content></entry></feed>");
  assert_string_equal(report->url, "https://n.example/1");
  assert_day(report->published, "2022-01-18");
  assert_day(report->updated, "2022-01-19");
  assert_string_equal(report->byline[0], "Jon Falk");
  assert_string_equal(report->text, "Talks & more talks.");
  ro_reader_free(reader);
}

/* A record with its length. */
static size_t put_record(char *out, size_t room, const char *type, const char *block) {
  return (size_t)snprintf(
      out, room,
      "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: https://h.example/%s\r\n"
      "WARC-Date: 2022-01-20T00:00:00Z\r\nContent-Length: %zu\r\n\r\n%s\r\n\r\n",
      type, type, strlen(block), block);
}

static size_t make_archive(char *out, size_t room) {
  size_t size = put_record(out, room, "warcinfo", "software: x\r\n");
  size += put_record(out + size, room - size, "request", "GET / HTTP/1.1\r\n\r\n");
  size += put_record(out + size, room - size, "response",
                     "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>");
  size += put_record(out + size, room - size, "response",
                     "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG");
  size += put_record(
      out + size, room - size, "response",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: "
      "chunked\r\n\r\n4e\r\n<p>Norway rejected the demand for a smaller catch on Monday, the "
      "ministry said\r\n21\r\n in Oslo after two long days.</p>\r\n0\r\n\r\n");
  return size;
}

static void assert_one_page(ro_reader *reader) {
  const ro_report *report;
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_OK);
  assert_string_equal(report->text, "Norway rejected the demand for a smaller catch on Monday, the "
                                    "ministry said in Oslo after two long days.");
  assert_string_equal(report->url, "https://h.example/response");
  assert_day(report->published, NULL); /* the day of the crawl is not that of the report */
}

static void archives_give_the_pages_that_were_there(void **state) {
  (void)state;
  char archive[4096];
  size_t size = make_archive(archive, sizeof archive);
  ro_reader *reader;
  ro_reader_open_bytes(&reader, archive, size, "a.warc", NULL, NULL);
  assert_one_page(reader);
  const ro_report *report;
  assert_int_equal(ro_reader_next(reader, &report, NULL), RO_END);
  ro_reader_free(reader);
}

static size_t compress_bytes(unsigned char *out, size_t room, const void *bytes, size_t size) {
  z_stream deflater = {0};
  deflateInit2(&deflater, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  deflater.next_in = (unsigned char *)bytes;
  deflater.avail_in = (uInt)size;
  deflater.next_out = out;
  deflater.avail_out = (uInt)room;
  assert_int_equal(deflate(&deflater, Z_FINISH), Z_STREAM_END);
  deflateEnd(&deflater);
  return room - deflater.avail_out;
}

static void members_of_gzip_are_read_one_after_another(void **state) {
  (void)state;
  char archive[4096];
  unsigned char packed[8192];
  size_t size = make_archive(archive, sizeof archive);
  size_t first = compress_bytes(packed, sizeof packed, archive, 100);
  size_t all =
      first + compress_bytes(packed + first, sizeof packed - first, archive + 100, size - 100);
  ro_reader *reader;
  ro_reader_open_bytes(&reader, packed, all, "a.warc.gz", NULL, NULL);
  assert_one_page(reader);
  ro_reader_free(reader);
}

static void what_is_cut_off_is_told(void **state) {
  (void)state;
  char archive[4096];
  unsigned char packed[8192];
  size_t size = make_archive(archive, sizeof archive);
  size_t all = compress_bytes(packed, sizeof packed, archive, size);
  ro_reader *reader;
  ro_error error;
  const ro_report *report;
  ro_reader_open_bytes(&reader, packed, all - 12, "a.warc.gz", NULL, &error);
  ro_status status = RO_OK;
  for (int i = 0; i < 3 && status == RO_OK; i++)
    status = ro_reader_next(reader, &report, &error);
  assert_int_equal(status, RO_ERROR_FORMAT);
  assert_non_null(strstr(error.message, "end too early"));
  assert_int_equal(ro_reader_next(reader, &report, &error), RO_END);
  ro_reader_free(reader);
}

static void a_bomb_is_not_unpacked(void **state) {
  (void)state;
  enum { ZEROS = 100 * 1024 * 1024 };
  unsigned char *zeros = calloc(1, ZEROS), *packed = malloc(1024 * 1024);
  assert_true(zeros && packed);
  memset(zeros, 'a', ZEROS);
  size_t size = compress_bytes(packed, 1024 * 1024, zeros, ZEROS);
  free(zeros);
  ro_stream *stream = ro_stream_from_memory(packed, size, "bomb.gz");
  const char *bytes;
  size_t shown;
  ro_error error;
  assert_int_equal(ro_stream_peek(stream, ZEROS, &bytes, &shown, &error), RO_ERROR_LIMIT);
  assert_in_range(shown, 1, RO_LARGEST_PAGE + 1024 * 1024);
  ro_stream_free(stream);
  free(packed);
}

static void lines_of_any_length_come_whole(void **state) {
  (void)state;
  enum { LONG = 700000 };
  char *bytes = malloc(LONG + 10);
  assert_non_null(bytes);
  memset(bytes, 'x', LONG);
  memcpy(bytes + LONG, "\n\nlast", 6);
  ro_stream *stream = ro_stream_from_memory(bytes, LONG + 6, "lines");
  const char *line;
  size_t size;
  assert_int_equal(ro_stream_line(stream, &line, &size, NULL), RO_OK);
  assert_int_equal(size, LONG);
  assert_int_equal(ro_stream_line(stream, &line, &size, NULL), RO_OK);
  assert_int_equal(size, 0);
  assert_int_equal(ro_stream_line(stream, &line, &size, NULL), RO_OK);
  assert_memory_equal(line, "last", 4);
  assert_int_equal(ro_stream_line(stream, &line, &size, NULL), RO_END);
  ro_stream_free(stream);
  free(bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(feeds_give_one_report_an_entry),
      cmocka_unit_test(atom_entries_keep_their_markup_out_of_the_text),
      cmocka_unit_test(archives_give_the_pages_that_were_there),
      cmocka_unit_test(members_of_gzip_are_read_one_after_another),
      cmocka_unit_test(what_is_cut_off_is_told),
      cmocka_unit_test(a_bomb_is_not_unpacked),
      cmocka_unit_test(lines_of_any_length_come_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
