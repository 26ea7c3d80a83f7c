#include "command/parse_conllu.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "command/command.h"
#include "output/conllu.h"
#include "report/input/stream.h"

/* Sentences are parsed together, some at a time; one beyond the largest is not read, so that memory
 * does not grow with a file. */
enum { BATCH_SIZE = 256 * 1024, LARGEST_SENTENCE = 8 * 1024 * 1024 };

/* Sentences, gathered from the lines of a file. */
typedef struct conllu_batch {
  const ro_engine *engine;
  const char *path;
  char *bytes;
  size_t size, capacity;
  size_t line;                          /* number of the first one */
  size_t sentence_start, sentence_line; /* of the sentence that is being gathered */
  bool too_large;                       /* that sentence */
  bool failed;                          /* something was told */
} conllu_batch;

static void complain(conllu_batch *batch, const ro_error *error) {
  ro_command_complain(error);
  batch->failed = true;
}

static ro_status parse_given(const conllu_batch *batch, const char *bytes, size_t size, size_t line,
                             ro_error *error) {
  ro_annotation *annotation;
  ro_status status = ro_annotate_conllu(&annotation, batch->engine, bytes, size, batch->path, line,
                                        RO_LAYERS_SYNTAX, error);
  if (status != RO_OK) return status;
  ro_conllu_writer writer = {.stream = stdout};
  size_t count;
  ro_annotation_sentences(annotation, &count);
  ro_conllu_write(&writer, annotation, count);
  ro_annotation_free(annotation);
  return RO_OK;
}

/* Parses the sentences of the batch one by one and complains about each that is broken. */
static void parse_one_by_one(conllu_batch *batch) {
  size_t start = 0, first_line = batch->line, line = first_line;
  for (size_t at = 0; at < batch->size; at++) {
    if (batch->bytes[at] != '\n') continue;
    line++;
    if (at + 1 < batch->size && batch->bytes[at + 1] != '\n') continue;
    ro_error error;
    if (parse_given(batch, batch->bytes + start, at + 1 - start, first_line, &error) != RO_OK)
      complain(batch, &error);
    start = at + 1;
    first_line = line;
  }
}

/* Parses what was gathered; the next line has the number `next_line`. */
static void finish_batch(conllu_batch *batch, size_t next_line) {
  ro_error error;
  if (batch->size && parse_given(batch, batch->bytes, batch->size, batch->line, &error) != RO_OK)
    parse_one_by_one(batch);
  batch->size = 0;
  batch->line = next_line;
}

static void begin_sentence(conllu_batch *batch, size_t line) {
  batch->sentence_start = batch->size;
  batch->sentence_line = line;
  batch->too_large = false;
}

/* Takes a sentence that was too large out of the batch and complains of it. */
static void leave_out_sentence(conllu_batch *batch) {
  ro_error error;
  ro_fail(&error, RO_ERROR_LIMIT, batch->path, batch->sentence_line,
          "the sentence takes more than %d MB", LARGEST_SENTENCE / (1024 * 1024));
  complain(batch, &error);
}

static void add_line(conllu_batch *batch, const char *line, size_t size) {
  if (batch->too_large) return;
  if (batch->size - batch->sentence_start + size >= LARGEST_SENTENCE) {
    /* the sentences before it are parsed now, so that lines keep their numbers */
    batch->size = batch->sentence_start;
    finish_batch(batch, batch->sentence_line);
    batch->sentence_start = 0;
    batch->too_large = true;
    return;
  }
  if (batch->size + size + 1 > batch->capacity) {
    batch->capacity = 2 * (batch->size + size + 1);
    batch->bytes = ro_reallocate(batch->bytes, batch->capacity);
  }
  memcpy(batch->bytes + batch->size, line, size);
  batch->bytes[batch->size + size] = '\n';
  batch->size += size + 1;
}

/* Ends the sentence before the line with this number. */
static void end_sentence(conllu_batch *batch, size_t next_line) {
  bool left_out = batch->too_large;
  if (left_out) leave_out_sentence(batch);
  if (left_out || batch->size >= BATCH_SIZE) finish_batch(batch, next_line);
  begin_sentence(batch, next_line);
}

static bool is_empty(const char *line, size_t size) {
  return size == 0 || (size == 1 && line[0] == '\r');
}

/* Reads all lines; the status that ended them. */
static ro_status read_lines(conllu_batch *batch, ro_stream *stream, ro_error *error) {
  const char *line;
  size_t size, number = 0;
  ro_status status;
  while ((status = ro_stream_line(stream, &line, &size, error)) == RO_OK) {
    number++;
    add_line(batch, line, size);
    if (is_empty(line, size)) end_sentence(batch, number + 1);
  }
  end_sentence(batch, number + 1);
  finish_batch(batch, number + 1);
  return status;
}

bool ro_parse_conllu_file(const ro_engine *engine, const char *path) {
  conllu_batch batch = {.engine = engine, .path = path, .line = 1, .sentence_line = 1};
  ro_stream *stream;
  ro_error error;
  ro_status status = ro_stream_open(&stream, path, &error);
  if (status == RO_OK) status = read_lines(&batch, stream, &error);
  if (status != RO_END) complain(&batch, &error);
  ro_stream_free(stream);
  free(batch.bytes);
  return !batch.failed;
}
