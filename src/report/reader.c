#include "readout/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/unicode.h"
#include "report/builder/report_builder.h"
#include "report/builder/slice.h"
#include "report/facts/report_completion.h"
#include "report/formats/feed.h"
#include "report/formats/formats.h"
#include "report/formats/json_document.h"
#include "report/formats/live_blog.h"
#include "report/input/folder.h"
#include "report/input/format_guess.h"
#include "report/input/stream.h"
#include "report/input/text_decoding.h"
#include "report/input/warc.h"

/* Enough of a file to tell what it is. */
enum { HEAD_SIZE = 64 * 1024 };

struct ro_reader {
  ro_arena *arena; /* the current report */
  ro_report_builder builder;
  ro_reader_options options;
  const char *path;  /* as given */
  ro_folder *folder; /* NULL where a single file is read */
  /* the current file */
  const char *file;
  ro_stream *stream; /* NULL: none is open */
  ro_input_format format;
  ro_feed *feed;
  ro_json_document *json; /* NULL for JSON lines */
  size_t line_number, report_number;
  ro_live_blog *live; /* the page whose entries are given out, one after another; else NULL */
  bool done;          /* with a file that is one report */
};

static void close_file(ro_reader *reader) {
  ro_stream_free(reader->stream);
  ro_feed_free(reader->feed);
  ro_json_document_free(reader->json);
  ro_live_blog_free(reader->live);
  reader->live = NULL;
  reader->stream = NULL;
  reader->feed = NULL;
  reader->json = NULL;
}

/* Tells the format of the current file by name and first bytes. */
static ro_status find_format(ro_reader *reader, ro_error *error) {
  const char *bytes, *refusal = NULL;
  size_t size;
  ro_status status = ro_stream_peek(reader->stream, HEAD_SIZE, &bytes, &size, error);
  if (size == 0 && status != RO_OK) return status; /* a damaged end is told when it is reached */
  if (size == 0) return ro_fail(error, RO_ERROR_FORMAT, reader->file, 0, "is empty");
  reader->format = reader->options.format;
  if (reader->format != RO_INPUT_GUESS) return RO_OK;
  reader->format = ro_guess_format(reader->file, bytes, size, &refusal);
  return refusal ? ro_fail(error, RO_ERROR_FORMAT, reader->file, 0, "%s", refusal) : RO_OK;
}

/* A file of JSON may be one value over many lines. Where it is not, its lines are read. */
static void try_json_document(ro_reader *reader) {
  const char *head;
  char *bytes;
  size_t size;
  ro_status status = ro_stream_peek(reader->stream, HEAD_SIZE, &head, &size, NULL);
  if (status != RO_OK || !ro_may_be_json_document(head, size)) return;
  if (ro_stream_whole(reader->stream, &bytes, &size, NULL) != RO_OK) return;
  reader->json = ro_json_document_open(bytes, size);
}

/* Begins with a stream, which the reader takes over. */
static ro_status begin_file(ro_reader *reader, const char *file, ro_stream *stream,
                            ro_error *error) {
  reader->file = file;
  reader->stream = stream;
  reader->line_number = reader->report_number = 0;
  reader->done = false;
  ro_status status = find_format(reader, error);
  if (status != RO_OK)
    close_file(reader);
  else if (reader->format == RO_INPUT_JSON_LINES)
    try_json_document(reader);
  return status;
}

static ro_status open_file(ro_reader *reader, const char *file, ro_error *error) {
  ro_stream *stream;
  ro_status status = ro_stream_open(&stream, file, error);
  return status == RO_OK ? begin_file(reader, file, stream, error) : status;
}

static bool is_directory(const char *path) {
  struct stat facts;
  return strcmp(path, "-") != 0 && stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

static ro_reader *make_reader(const char *path, const ro_reader_options *options) {
  ro_reader *reader = ro_allocate(sizeof *reader);
  *reader = (ro_reader){.arena = ro_arena_create(), .path = ro_copy_string(path)};
  reader->options = options ? *options : (ro_reader_options){.published = RO_NO_DAY};
  return reader;
}

/* Gives the reader where all went well, else frees it. */
static ro_status hand_over(ro_reader **out, ro_reader *reader, ro_status status) {
  *out = status == RO_OK ? reader : NULL;
  if (status != RO_OK) ro_reader_free(reader);
  return status;
}

ro_status ro_reader_open(ro_reader **out, const char *path, const ro_reader_options *options,
                         ro_error *error) {
  ro_reader *reader = make_reader(path, options);
  ro_status status;
  if (!is_directory(path))
    status = open_file(reader, reader->path, error);
  else if (!reader->options.recurse)
    status = ro_fail(error, RO_ERROR_IO, path, 0, "is a folder, and files alone are asked for");
  else
    status = ro_folder_open(&reader->folder, path, error);
  return hand_over(out, reader, status);
}

ro_status ro_reader_open_bytes(ro_reader **out, const void *bytes, size_t size, const char *name,
                               const ro_reader_options *options, ro_error *error) {
  ro_reader *reader = make_reader(name, options);
  ro_stream *stream = ro_stream_from_memory(bytes, size, name);
  return hand_over(out, reader, begin_file(reader, reader->path, stream, error));
}

static const char *numbered_id(ro_reader *reader) {
  return ro_arena_print(reader->arena, "%s#%zu", reader->file, reader->report_number);
}

static void add_note(ro_reader *reader, const char *note) {
  if (note) ro_list_add(&reader->builder.notes, reader->arena, note, strlen(note));
}

static ro_status next_json_line(ro_reader *reader, ro_error *error) {
  const char *line;
  size_t size;
  do {
    ro_status status = ro_stream_line(reader->stream, &line, &size, error);
    reader->line_number++;
    if (status == RO_ERROR_LIMIT && error) error->line = reader->line_number;
    if (status != RO_OK) return status;
    while (size && strchr(" \t\r", line[size - 1]))
      size--;
  } while (size == 0);
  ro_decoded decoded = ro_decode_text(reader->arena, line, size, "utf-8");
  ro_status status = ro_read_json(&reader->builder, decoded.text, decoded.size, error);
  if (status != RO_OK) {
    if (error) {
      snprintf(error->file, sizeof error->file, "%s", reader->file);
      error->line = reader->line_number;
    }
    return status;
  }
  add_note(reader, decoded.note);
  reader->report_number++;
  reader->builder.report.source_line = reader->line_number;
  if (!reader->builder.report.id) reader->builder.report.id = numbered_id(reader);
  return RO_OK;
}

typedef struct page_source {
  ro_slice bytes; /* NUL-terminated */
  ro_input_format format;
  const char *url, *charset; /* where known; else NULL */
} page_source;

static void read_page(ro_reader *reader, const page_source *page) {
  const char *charset = page->charset;
  if (!charset && page->format == RO_INPUT_HTML)
    charset = ro_declared_charset(reader->arena, page->bytes.bytes, page->bytes.size);
  ro_decoded decoded = ro_decode_text(reader->arena, page->bytes.bytes, page->bytes.size, charset);
  add_note(reader, decoded.note);
  ro_report_builder *builder = &reader->builder;
  if (page->format == RO_INPUT_HTML)
    ro_read_html(builder, decoded.text, decoded.size, page->url);
  else if (page->format == RO_INPUT_MARKDOWN)
    ro_read_markdown(builder, decoded.text, decoded.size);
  else
    ro_read_plain_text(builder, decoded.text, decoded.size, reader->options.verbatim_text);
}

/* The next entry of the live blog that is open; RO_END after the last one. */
static ro_status next_live_entry(ro_reader *reader) {
  if (!ro_live_blog_next(reader->live, &reader->builder)) {
    ro_live_blog_free(reader->live);
    reader->live = NULL;
    return RO_END;
  }
  reader->report_number++;
  reader->builder.report.id = numbered_id(reader);
  return RO_OK;
}

/* Where the page is a live blog over several days, its entries take the report's place. */
static bool is_live_blog(ro_reader *reader) {
  if (!reader->builder.entry_count) return false;
  reader->live = ro_live_blog_open(&reader->builder);
  ro_arena_reset(reader->arena);
  ro_report_begin(&reader->builder, reader->arena);
  return true;
}

static ro_status next_page(ro_reader *reader, ro_error *error) {
  if (reader->done) return RO_END;
  reader->done = true;
  char *bytes;
  size_t size;
  ro_status status = ro_stream_whole(reader->stream, &bytes, &size, error);
  if (status != RO_OK) return status;
  page_source page = {.bytes = {bytes, size}, .format = reader->format};
  read_page(reader, &page);
  if (is_live_blog(reader)) return next_live_entry(reader);
  reader->builder.report.id = reader->file;
  return RO_OK;
}

static ro_status next_in_json_document(ro_reader *reader, ro_error *error) {
  ro_status status = ro_json_document_next(reader->json, &reader->builder, error);
  if (status == RO_END) return status;
  reader->report_number++;
  if (status != RO_OK) {
    if (error)
      snprintf(error->file, sizeof error->file, "%s#%zu", reader->file, reader->report_number);
    return status;
  }
  if (!reader->builder.report.id) reader->builder.report.id = numbered_id(reader);
  return RO_OK;
}

static ro_status open_feed(ro_reader *reader, ro_error *error) {
  char *bytes;
  size_t size;
  ro_status status = ro_stream_whole(reader->stream, &bytes, &size, error);
  if (status != RO_OK) return status;
  const char *charset = ro_declared_charset(reader->arena, bytes, size);
  ro_decoded decoded = ro_decode_text(reader->arena, bytes, size, charset);
  return ro_feed_open(&reader->feed, decoded.text, decoded.size, reader->file, error);
}

static ro_status next_feed_entry(ro_reader *reader, ro_error *error) {
  ro_status status = reader->feed ? RO_OK : open_feed(reader, error);
  if (status != RO_OK) return status;
  if (!ro_feed_next(reader->feed, &reader->builder)) return RO_END;
  reader->report_number++;
  if (!reader->builder.report.id) reader->builder.report.id = numbered_id(reader);
  return RO_OK;
}

static ro_status next_warc_page(ro_reader *reader, ro_error *error) {
  ro_warc_page found;
  ro_status status = ro_warc_next(reader->stream, reader->arena, reader->file, &found, error);
  if (status != RO_OK) return status;
  page_source page = {found.content, found.is_html ? RO_INPUT_HTML : RO_INPUT_TEXT, found.url,
                      found.charset};
  read_page(reader, &page);
  if (is_live_blog(reader)) return next_live_entry(reader);
  ro_report *report = &reader->builder.report;
  if (!report->url) report->url = found.url;
  if (report->published != RO_NO_DAY && found.crawled != RO_NO_DAY &&
      report->published > found.crawled + 1)
    add_note(reader, "is dated after the day on which it was fetched");
  reader->report_number++;
  report->id = numbered_id(reader);
  return RO_OK;
}

static ro_status next_in_file(ro_reader *reader, ro_error *error) {
  ro_arena_reset(reader->arena);
  ro_report_begin(&reader->builder, reader->arena);
  if (reader->live && next_live_entry(reader) == RO_OK) return RO_OK;
  switch (reader->format) {
  case RO_INPUT_JSON_LINES:
    return reader->json ? next_in_json_document(reader, error) : next_json_line(reader, error);
  case RO_INPUT_FEED:
    return next_feed_entry(reader, error);
  case RO_INPUT_WARC:
    return next_warc_page(reader, error);
  default:
    return next_page(reader, error);
  }
}

/* A bad line or record is passed over; after an error of the file itself nothing more comes. */
static bool can_go_on(const ro_reader *reader, ro_status status) {
  if (status == RO_OK) return true;
  bool many = reader->format == RO_INPUT_JSON_LINES || reader->format == RO_INPUT_WARC;
  return many && status != RO_END && status != RO_ERROR_IO && !ro_stream_has_failed(reader->stream);
}

static ro_status next_report(ro_reader *reader, ro_error *error) {
  for (;;) {
    if (reader->stream) {
      ro_status status = next_in_file(reader, error);
      if (!can_go_on(reader, status)) close_file(reader);
      if (status != RO_END) return status;
    }
    const char *file = reader->folder ? ro_folder_next(reader->folder) : NULL;
    if (!file) return RO_END;
    ro_status status = open_file(reader, file, error);
    if (status != RO_OK) return status;
  }
}

ro_status ro_reader_next(ro_reader *reader, const ro_report **report, ro_error *error) {
  *report = NULL;
  ro_status status = next_report(reader, error);
  if (status != RO_OK) return status;
  reader->builder.report.source_path = reader->file;
  ro_report_finish(&reader->builder, &reader->options);
  *report = &reader->builder.report;
  return RO_OK;
}

void ro_reader_free(ro_reader *reader) {
  if (!reader) return;
  close_file(reader);
  ro_folder_free(reader->folder);
  ro_arena_free(reader->arena);
  free((void *)reader->path);
  free(reader);
}
