#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/unicode.h"
#include "command/command.h"
#include "command/parse_conllu.h"
#include "output/conllu.h"

/* Text is parsed in pieces of this size, so that memory does not grow with it. */
enum { PIECE_SIZE = 256 * 1024 };

typedef struct parse_job {
  ro_engine *engine;
  bool failed;
} parse_job;

static void complain(parse_job *job, const ro_error *error) {
  ro_command_complain(error);
  job->failed = true;
}

/* Parses the piece and writes its sentences; all but the last one where more text follows. Returns
 * the number of bytes that are done with. */
static size_t parse_piece(parse_job *job, ro_conllu_writer *writer, const ro_report *piece,
                          bool more_follows) {
  ro_annotation *annotation;
  ro_error error;
  if (ro_annotate(&annotation, job->engine, piece, RO_LAYERS_SYNTAX, &error) != RO_OK) {
    complain(job, &error);
    return piece->text_size;
  }
  size_t count, done = piece->text_size;
  const ro_sentence *sentences = ro_annotation_sentences(annotation, &count);
  bool holds_back = more_follows && count > 1;
  if (holds_back) done = sentences[--count].span.start;
  bool continues = holds_back && sentences[count].paragraph == sentences[count - 1].paragraph;
  ro_conllu_write(writer, annotation, count);
  writer->continues = continues;
  ro_annotation_free(annotation);
  return done;
}

/* The start of the code point that a cut at `size` would go through, else `size`. */
static size_t whole_codepoints(const char *text, size_t size) {
  size_t at = size;
  while (at > 0 && size - at < 3 && ((unsigned char)text[at] & 0xC0) == 0x80)
    at--;
  return at ? at : size;
}

static void parse_report(const ro_report *report, void *with) {
  ro_conllu_writer writer = {.stream = stdout, .id = report->id};
  for (size_t at = 0; at < report->text_size;) {
    ro_report piece = *report;
    bool more_follows = report->text_size - at > PIECE_SIZE;
    piece.text = report->text + at;
    piece.text_size =
        more_follows ? whole_codepoints(piece.text, PIECE_SIZE) : report->text_size - at;
    at += parse_piece(with, &writer, &piece, more_follows);
  }
}

/* A large plain text that is read piece by piece. */
typedef struct text_stream {
  FILE *file;
  char *bytes; /* PIECE_SIZE of them */
  size_t size;
  bool at_end;
} text_stream;

static void fill(text_stream *stream) {
  size_t wanted = PIECE_SIZE - stream->size;
  size_t got = fread(stream->bytes + stream->size, 1, wanted, stream->file);
  stream->size += got;
  stream->at_end = got < wanted;
}

static void drop(text_stream *stream, size_t size) {
  memmove(stream->bytes, stream->bytes + size, stream->size - size);
  stream->size -= size;
}

/* The number of bytes at the start of the stream that are whole code points; bytes that are no
 * UTF-8 are made question marks. */
static size_t repair(text_stream *stream) {
  for (size_t valid = 0;;) {
    valid += ro_utf8_valid_prefix(stream->bytes + valid, stream->size - valid);
    bool is_cut = !stream->at_end && stream->size - valid < 4;
    if (valid == stream->size || is_cut) return valid;
    stream->bytes[valid] = '?';
  }
}

/* Opens the file if it is a large text in UTF-8, which need not be read as a whole. */
static bool open_stream(text_stream *stream, const char *path) {
  const char *dot = strrchr(path, '.');
  *stream = (text_stream){0};
  if (!dot || strcmp(dot, ".txt") != 0) return false;
  stream->file = fopen(path, "rb");
  if (!stream->file) return false;
  stream->bytes = ro_allocate(PIECE_SIZE);
  fill(stream);
  size_t valid = ro_utf8_valid_prefix(stream->bytes, stream->size);
  return !stream->at_end && stream->size - valid < 4;
}

static void close_stream(text_stream *stream) {
  if (stream->file) fclose(stream->file);
  free(stream->bytes);
}

static void parse_stream(parse_job *job, text_stream *stream, const char *path) {
  ro_conllu_writer writer = {.stream = stdout, .id = path};
  while (stream->size) {
    ro_report piece = {.id = path, .published = RO_NO_DAY, .source_path = path};
    piece.text = stream->bytes;
    piece.text_size = repair(stream);
    drop(stream, parse_piece(job, &writer, &piece, !stream->at_end));
    fill(stream);
  }
  if (ferror(stream->file)) {
    ro_error error;
    ro_fail(&error, RO_ERROR_IO, path, 0, "cannot be read to its end");
    complain(job, &error);
  }
}

static void parse_text(parse_job *job, char *path) {
  text_stream stream;
  if (open_stream(&stream, path)) {
    parse_stream(job, &stream, path);
  } else {
    ro_input input = {.dates_unneeded = true,
                      .reader = {.published = RO_NO_DAY, .recurse = true, .verbatim_text = true},
                      .paths = &path,
                      .path_count = 1};
    if (ro_command_each_report(&input, parse_report, job) != RO_EXIT_DONE) job->failed = true;
  }
  close_stream(&stream);
}

static int parse_all(char *const *paths, int count, bool is_conllu) {
  parse_job job = {0};
  ro_error error;
  if (ro_engine_create(&job.engine, NULL, &error) != RO_OK) {
    ro_command_complain(&error);
    return RO_EXIT_SOME_UNREAD;
  }
  for (int i = 0; i < count; i++) {
    if (!is_conllu)
      parse_text(&job, paths[i]);
    else if (!ro_parse_conllu_file(job.engine, paths[i]))
      job.failed = true;
  }
  ro_engine_free(job.engine);
  return job.failed ? RO_EXIT_SOME_UNREAD : RO_EXIT_DONE;
}

static int run(int argc, char **argv) {
  static const struct option options[] = {
      {"input", required_argument, NULL, 'i'}, {"help", no_argument, NULL, 'h'}, {0}};
  bool is_conllu = false;
  for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
    if (option == 'h') return ro_command_help(&ro_command_parse);
    if (option != 'i') return ro_command_misuse(&ro_command_parse, "unknown option");
    is_conllu = strcmp(optarg, "conllu") == 0;
    if (!is_conllu && strcmp(optarg, "text") != 0)
      return ro_command_misuse(&ro_command_parse, "'%s' is no kind of input", optarg);
  }
  if (optind == argc)
    return ro_command_misuse(&ro_command_parse, "no file is named ('-' is standard input)");
  return parse_all(argv + optind, argc - optind, is_conllu);
}

const ro_command ro_command_parse = {
    .name = "parse",
    .summary = "print sentences, words, tags, lemmas and trees as CoNLL-U",
    .help =
        "Usage: readout parse [--input conllu] FILE...\n"
        "\n"
        "Prints the texts of reports as CoNLL-U with the columns ID to MISC, by the guidelines\n"
        "of Universal Dependencies v2 for English.\n"
        "\n"
        "  --input conllu  the files hold sentences with their tokens given, in CoNLL-U;\n"
        "                  the columns from LEMMA on are filled\n"
        "  --help          this text\n"
        "\n"
        "Example:\n"
        "  readout parse report.txt\n"
        "  readout parse --input conllu tokens.conllu\n",
    .run = run,
};
