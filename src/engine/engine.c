#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "engine/data_directory.h"
#include "engine/engine.h"
#include "engine/version.h"
#include "text/conllu_reader.h"

/* Code points before every CHECKPOINT-th byte, so that offsets are counted only once. */
enum { CHECKPOINT = 256 };

static ro_status load_layers(ro_engine *engine, const ro_engine_options *options, ro_error *error) {
  const char *directory = engine->data_directory;
  ro_status status = ro_segmenter_load(&engine->segmenter, directory, error);
  if (status == RO_OK) status = ro_parser_load(&engine->parser, directory, error);
  if (status == RO_OK) status = ro_lemmatizer_load(&engine->lemmatizer, directory, error);
  if (status == RO_OK)
    status = ro_name_finder_load(&engine->name_finder, directory, options->actor_files,
                                 options->actor_file_count, error);
  if (status == RO_OK) status = ro_time_finder_load(&engine->time_finder, directory, error);
  if (status == RO_OK)
    status = ro_statement_finder_load(&engine->statement_finder, directory, error);
  if (status == RO_OK)
    status = ro_record_finder_load(&engine->record_finder, directory, options->act_files,
                                   options->act_file_count, options->rules_only, error);
  if (status == RO_OK) status = ro_relation_model_load(&engine->relation_model, directory, error);
  return status;
}

/* Keeps the names of the user's files: what they made is told with their hashes. */
static void note_own_files(ro_engine *engine, const ro_engine_options *options) {
  size_t count = options->actor_file_count + options->act_file_count;
  const char **files = ro_arena_alloc_array(engine->arena, count, sizeof *files);
  for (size_t i = 0; i < count; i++) {
    bool act = i >= options->actor_file_count;
    files[i] =
        ro_arena_copy_string(engine->arena, act ? options->act_files[i - options->actor_file_count]
                                                : options->actor_files[i]);
  }
  engine->own_files = files;
  engine->own_file_count = count;
  engine->rules_only = options->rules_only;
}

ro_status ro_engine_create(ro_engine **out, const ro_engine_options *options, ro_error *error) {
  static const ro_engine_options none = {.data_directory = NULL};
  if (!options) options = &none;
  ro_engine *engine = ro_allocate(sizeof *engine);
  *engine = (ro_engine){.arena = ro_arena_create()};
  engine->data_directory = ro_data_directory(engine->arena, options->data_directory);
  note_own_files(engine, options);
  ro_status status = load_layers(engine, options, error);
  if (status != RO_OK) {
    ro_engine_free(engine);
    engine = NULL;
  }
  *out = engine;
  return status;
}

void ro_engine_free(ro_engine *engine) {
  if (!engine) return;
  ro_relation_model_free(engine->relation_model);
  ro_record_finder_free(engine->record_finder);
  ro_statement_finder_free(engine->statement_finder);
  ro_time_finder_free(engine->time_finder);
  ro_name_finder_free(engine->name_finder);
  ro_lemmatizer_free(engine->lemmatizer);
  ro_parser_free(engine->parser);
  ro_segmenter_free(engine->segmenter);
  ro_arena_free(engine->arena);
  free(engine);
}

ro_status ro_engine_versions(const ro_engine *engine, char **out, ro_error *error) {
  return ro_version_line(out, engine->data_directory, engine->own_files, engine->own_file_count,
                         engine->rules_only, error);
}

static const char *copy_or_null(ro_arena *arena, const char *string) {
  return string ? ro_arena_copy_string(arena, string) : NULL;
}

static ro_annotation *begin(const ro_report *report) {
  ro_arena *arena = ro_arena_create();
  ro_annotation *annotation = ro_arena_alloc(arena, sizeof *annotation);
  annotation->document = (ro_document){
      .arena = arena,
      .text = ro_arena_copy(arena, report->text ? report->text : "", report->text_size),
      .text_size = report->text_size,
      .one_line_paragraphs = report->one_line_paragraphs,
      .published = report->published,
      .title = copy_or_null(arena, report->title),
      .publisher = copy_or_null(arena, report->publisher),
      .dateline = copy_or_null(arena, report->dateline),
  };
  return annotation;
}

static void count_codepoints(ro_annotation *annotation) {
  const ro_document *document = &annotation->document;
  size_t blocks = document->text_size / CHECKPOINT + 1;
  annotation->checkpoints = ro_arena_alloc_array(document->arena, blocks, sizeof(uint32_t));
  for (size_t i = 1; i < blocks; i++) {
    size_t before = ro_utf8_count(document->text + (i - 1) * CHECKPOINT, CHECKPOINT);
    annotation->checkpoints[i] = annotation->checkpoints[i - 1] + (uint32_t)before;
  }
}

static bool is_known_language(const ro_report *report) {
  return !report->language || strcmp(report->language, "en") == 0 ||
         strcmp(report->language, "und") == 0;
}

/* What comes after the words. */
static void run_layers(const ro_engine *engine, ro_document *document, ro_layers layers) {
  if (layers >= RO_LAYERS_SYNTAX) {
    ro_parser_annotate(engine->parser, document);
    ro_lemmatizer_annotate(engine->lemmatizer, document);
  }
  if (layers >= RO_LAYERS_NAMES) {
    ro_time_finder_annotate(engine->time_finder, document);
    ro_name_finder_annotate(engine->name_finder, document);
  }
  if (layers >= RO_LAYERS_STATEMENTS)
    ro_statement_finder_annotate(engine->statement_finder, document);
  if (layers >= RO_LAYERS_RECORDS)
    ro_record_finder_annotate(engine->record_finder,
                              engine->rules_only ? NULL : engine->relation_model, document);
}

ro_status ro_annotate(ro_annotation **out, const ro_engine *engine, const ro_report *report,
                      ro_layers layers, ro_error *error) {
  *out = NULL;
  if (report->text_size >= RO_NONE)
    return ro_fail(error, RO_ERROR_LIMIT, report->source_path, report->source_line,
                   "the text is larger than 4 GB");
  *out = begin(report);
  count_codepoints(*out);
  if (is_known_language(report)) {
    ro_segmenter_annotate(engine->segmenter, &(*out)->document);
    run_layers(engine, &(*out)->document, layers);
  }
  return RO_OK;
}

ro_status ro_annotate_conllu(ro_annotation **out, const ro_engine *engine, const char *bytes,
                             size_t size, const char *path, size_t line, ro_layers layers,
                             ro_error *error) {
  *out = NULL;
  if (size >= RO_NONE)
    return ro_fail(error, RO_ERROR_LIMIT, path, line, "the text is larger than 4 GB");
  ro_report report = {.published = RO_NO_DAY};
  ro_annotation *annotation = begin(&report);
  ro_status status = ro_conllu_read(&annotation->document, bytes, size, path, line, error);
  if (status != RO_OK) {
    ro_annotation_free(annotation);
    return status;
  }
  count_codepoints(annotation);
  run_layers(engine, &annotation->document, layers);
  *out = annotation;
  return RO_OK;
}

void ro_annotation_free(ro_annotation *annotation) {
  if (annotation) ro_arena_free(annotation->document.arena); /* the annotation lies in it too */
}

const ro_sentence *ro_annotation_sentences(const ro_annotation *annotation, size_t *count) {
  *count = annotation->document.sentence_count;
  return annotation->document.sentences;
}

const ro_token *ro_annotation_tokens(const ro_annotation *annotation, size_t *count) {
  *count = annotation->document.token_count;
  return annotation->document.tokens;
}

const ro_time *ro_annotation_times(const ro_annotation *annotation, size_t *count) {
  *count = annotation->document.time_count;
  return annotation->document.times;
}

const ro_place *ro_annotation_places(const ro_annotation *annotation, size_t *count) {
  *count = annotation->document.place_count;
  return annotation->document.places;
}

const ro_actor_mention *ro_annotation_actors(const ro_annotation *annotation, size_t *count) {
  *count = annotation->document.actor_count;
  return annotation->document.actors;
}

const ro_statement *ro_annotation_statements(const ro_annotation *annotation, size_t *count) {
  *count = annotation->document.statement_count;
  return annotation->document.statements;
}

const ro_record *ro_annotation_records(const ro_annotation *annotation, size_t *count) {
  *count = annotation->document.record_count;
  return annotation->document.records;
}

const ro_record *ro_annotation_background(const ro_annotation *annotation, size_t *count) {
  *count = annotation->document.background_count;
  return annotation->document.background;
}

const char *ro_annotation_text(const ro_annotation *annotation, size_t *size) {
  *size = annotation->document.text_size;
  return annotation->document.text;
}

const char *const *ro_annotation_sentence_comments(const ro_annotation *annotation) {
  return annotation->document.sentence_comments;
}

size_t ro_annotation_codepoint(const ro_annotation *annotation, size_t offset) {
  const ro_document *document = &annotation->document;
  if (offset > document->text_size) offset = document->text_size;
  size_t block = offset / CHECKPOINT, start = block * CHECKPOINT;
  return annotation->checkpoints[block] + ro_utf8_count(document->text + start, offset - start);
}
