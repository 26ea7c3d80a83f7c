#include "readout/report.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/unicode.h"

struct ro_reader {
  ro_arena *arena; /* the current report */
  ro_reader_options options;
  const char *path;
  FILE *stream;
  char *line;
  size_t line_capacity, line_number, report_number;
  bool is_json_lines;
  ro_report report;
};

ro_status ro_reader_open(ro_reader **out, const char *path, const ro_reader_options *options,
                         ro_error *error) {
  *out = NULL;
  FILE *stream = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
  if (!stream) return ro_fail(error, RO_ERROR_IO, path, 0, "cannot open");
  ro_reader *reader = ro_allocate(sizeof *reader);
  *reader = (ro_reader){.arena = ro_arena_create(), .path = ro_copy_string(path), .stream = stream};
  reader->options = options ? *options : (ro_reader_options){.published = RO_NO_DAY};
  const char *dot = strrchr(path, '.');
  reader->is_json_lines =
      reader->options.format == RO_INPUT_JSON_LINES || (dot && strcmp(dot, ".jsonl") == 0);
  *out = reader;
  return RO_OK;
}

static const char *string_of(ro_reader *reader, const json_t *object, const char *key) {
  const char *value = json_string_value(json_object_get(object, key));
  return value ? ro_arena_copy_string(reader->arena, value) : NULL;
}

static ro_status next_line(ro_reader *reader, ro_error *error) {
  ssize_t length;
  do {
    length = getline(&reader->line, &reader->line_capacity, reader->stream);
    reader->line_number++;
  } while (length >= 0 && strspn(reader->line, " \t\r\n") == (size_t)length);
  if (length < 0) return RO_END;
  json_error_t problem;
  json_t *object = json_loadb(reader->line, (size_t)length, 0, &problem);
  if (!json_is_object(object)) {
    json_decref(object);
    return ro_fail(error, RO_ERROR_FORMAT, reader->path, reader->line_number, "not a JSON object");
  }
  const char *published = string_of(reader, object, "published");
  const char *text = string_of(reader, object, "text");
  reader->report_number++;
  reader->report = (ro_report){
      .id = string_of(reader, object, "id"),
      .url = string_of(reader, object, "url"),
      .publisher = string_of(reader, object, "publisher"),
      .title = string_of(reader, object, "title"),
      .published = published && strlen(published) >= 10 ? ro_day_parse(published)
                                                        : reader->options.published,
      .updated = RO_NO_DAY,
      .language = "en",
      .text = text ? text : "",
      .text_size = text ? strlen(text) : 0,
      .one_line_paragraphs = true,
      .source_path = reader->path,
      .source_line = reader->line_number,
  };
  if (!reader->report.id)
    reader->report.id =
        ro_arena_print(reader->arena, "%s#%zu", reader->path, reader->report_number);
  json_decref(object);
  return RO_OK;
}

static ro_status whole_text(ro_reader *reader) {
  if (reader->report_number++) return RO_END;
  size_t size = 0, capacity = 65536;
  char *bytes = ro_allocate(capacity);
  for (size_t got; (got = fread(bytes + size, 1, capacity - size, reader->stream)) > 0;) {
    size += got;
    if (size == capacity) bytes = ro_reallocate(bytes, capacity *= 2);
  }
  reader->report = (ro_report){
      .id = reader->path,
      .published = reader->options.published,
      .updated = RO_NO_DAY,
      .language = "en",
      .text = ro_arena_copy(reader->arena, bytes, size),
      .text_size = size,
      .source_path = reader->path,
  };
  free(bytes);
  return RO_OK;
}

ro_status ro_reader_next(ro_reader *reader, const ro_report **report, ro_error *error) {
  ro_arena_reset(reader->arena);
  ro_status status = reader->is_json_lines ? next_line(reader, error) : whole_text(reader);
  *report = status == RO_OK ? &reader->report : NULL;
  return status;
}

void ro_reader_free(ro_reader *reader) {
  if (!reader) return;
  if (reader->stream != stdin) fclose(reader->stream);
  ro_arena_free(reader->arena);
  free(reader->line);
  free((void *)reader->path);
  free(reader);
}
